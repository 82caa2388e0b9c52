/** What `site.json` can point at: "indicator:births", "page:budget". */
export const POINTER_KINDS = ['indicator', 'section', 'topic', 'measure', 'page'] as const;
export type PointerKind = (typeof POINTER_KINDS)[number];

/** Pages of the site itself that content can point at. */
export const POINTER_PAGES = [
  'budget',
  'measures',
  'goals',
  'goalposts',
  'checks',
  'glossary',
] as const;
export type PointerPage = (typeof POINTER_PAGES)[number];

export interface Pointer {
  readonly kind: PointerKind;
  readonly id: string;
}

/** The form of a pointer, for schemas. */
export const POINTER_PATTERN = new RegExp(`^(?:${POINTER_KINDS.join('|')}):[a-z0-9-]+$`, 'u');

/** Returns what a pointer names; null where it has another form. */
export function parsePointer(text: string): Pointer | null {
  if (!POINTER_PATTERN.test(text)) return null;
  const [first, id = ''] = text.split(':');
  const kind = POINTER_KINDS.find((known) => known === first);
  return kind === undefined ? null : { kind, id };
}

/** Returns the page a pointer names; null where it names none. */
export function pageOfPointer({ kind, id }: Pointer): PointerPage | null {
  return kind === 'page' ? (POINTER_PAGES.find((known) => known === id) ?? null) : null;
}
