/** What the build tells the worker of a site; written into sw.js. */
export interface WorkerSite {
  /** Build id: another one is another version of the site. */
  readonly build: string;
  /** Base path with a slash at both ends. */
  readonly base: string;
  readonly languages: readonly WorkerLanguage[];
}

export interface WorkerLanguage {
  readonly segment: string;
  /** The language's pack, below the base path. */
  readonly pack: string;
  /** Bytes to download. */
  readonly download: number;
  /** Bytes on the device. */
  readonly disk: number;
}

/** Whether a language is on the device. `outdated`: an older version is, whole, and still works. */
export type OfflineState = 'none' | 'saving' | 'saved' | 'outdated';

/** Why a language could not be saved. What was saved before is untouched. */
export type OfflineError = 'network' | 'quota' | 'corrupt';

/** What a page asks of the worker. */
export type Request =
  | { readonly ask: 'status' | 'save' | 'remove'; readonly segment: string }
  /** The page was there before the worker: it and what it loaded belong to the visited pages. */
  | { readonly ask: 'visited'; readonly page: string; readonly loaded: readonly string[] };

/** What the worker tells every open page, about one language. */
export interface Report {
  readonly segment: string;
  readonly state: OfflineState;
  readonly error: OfflineError | null;
  /** How much of the download is here, 0 to 1. */
  readonly share: number;
  readonly download: number;
  readonly disk: number;
  /** When the language was saved, in milliseconds since 1970; null where it is not. */
  readonly saved_at: number | null;
  /** How many visited pages of the language are kept. */
  readonly visited: number;
}

/** Name of the channel on which a site's worker and pages talk. */
export function channelName(base: string): string {
  return `shirube ${base}`;
}
