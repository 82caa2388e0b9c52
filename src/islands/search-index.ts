import type { Card, Hit, Index } from '../search/find.ts';
import { lookUp, type Lexicon, type Words } from '../search/lexicon.ts';

/** The search index and what the search knows about words, loaded when the first thing is asked. */
export interface LoadedIndex extends Index {
  readonly words: Words;
  /** Ids of the pages that are about one thing: a kind, a plan, a goal. */
  readonly about: (facet: string, value: string) => Promise<ReadonlySet<string>>;
}

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly search: (
    query: string | null,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ) => Promise<{
    readonly results: readonly {
      readonly id: string;
      readonly score: number;
      readonly data: () => Promise<Card>;
    }[];
  }>;
}

/** How much a word in the title, the terms and the summary of a page counts beside one in its text. */
const META_WEIGHTS = {
  title: 5,
  terms: 8,
  synonyms: 0.5,
  description: 1,
  places: 0,
  names: 2,
  kind: 0,
  kind_id: 0,
  parts: 0,
};

/** Returns the index of a language. `bundle` and `lexicon` are addresses. */
export async function loadIndex(bundle: string, lexicon: string): Promise<LoadedIndex> {
  const address = `${bundle}pagefind.js`;
  const [pagefind, known] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<Pagefind>,
    fetch(lexicon).then((response) => {
      if (!response.ok) throw new Error(`${String(response.status)} ${lexicon}`);
      return response.json() as Promise<Lexicon>;
    }),
  ]);
  // A worker would be another 12 kB to fetch, for searches of a few milliseconds.
  await pagefind.options({
    noWorker: true,
    excerptLength: 24,
    ranking: { metaWeights: META_WEIGHTS },
  });
  const asked = new Map<string, Promise<readonly Hit[]>>();
  const members = new Map<string, Promise<ReadonlySet<string>>>();
  const once = <T>(
    memory: Map<string, Promise<T>>,
    key: string,
    make: () => Promise<T>,
  ): Promise<T> => {
    const made = memory.get(key) ?? make();
    memory.set(key, made);
    return made;
  };
  const about = (facet: string, value: string): Promise<ReadonlySet<string>> =>
    once(members, `${facet}=${value}`, async () => {
      const { results } = await pagefind.search(null, { filters: { [facet]: value } });
      return new Set(results.map(({ id }) => id));
    });
  return {
    words: lookUp(known),
    search: (word) => once(asked, word, async () => (await pagefind.search(word)).results),
    about,
    ofKind: (kind) => about('kind', kind),
  };
}
