/** Names of the site's caches. Several sites may share a host: each name holds the base path. */
export interface PackName {
  readonly segment: string;
  readonly build: string;
  /** When saving began, in milliseconds: two tries at one build are two caches. */
  readonly begun: number;
}

export function visitedName(base: string): string {
  return `shirube ${base} visited`;
}

export function assetsName(base: string): string {
  return `shirube ${base} assets`;
}

export function packName(base: string, { segment, build, begun }: PackName): string {
  return `shirube ${base} pack ${segment} ${build} ${String(begun)}`;
}

/** Returns what a cache's name says, or null where it is not a pack of the site at `base`. */
export function readPackName(base: string, name: string): PackName | null {
  const start = `shirube ${base} pack `;
  if (!name.startsWith(start)) return null;
  const [segment, build, begun, ...more] = name.slice(start.length).split(' ');
  if (segment === undefined || build === undefined || more.length > 0) return null;
  return /^\d+$/u.test(begun ?? '') ? { segment, build, begun: Number(begun) } : null;
}
