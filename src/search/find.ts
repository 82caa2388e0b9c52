import { isSpaceless, normalised, sound } from './normal.ts';
import type { Form, Query, Token } from './query.ts';

/** A page as the index gives it. */
export interface Card {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A page found for one word: its own id and score, its text when asked. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Card>;
}

/** The index: finds the pages that hold a word. */
export interface Index {
  readonly search: (word: string) => Promise<readonly Hit[]>;
  /** The pages of a kind, where the index knows kinds. */
  readonly ofKind?: (kind: string) => Promise<ReadonlySet<string>>;
}

export interface Found {
  readonly id: string;
  readonly score: number;
  /** How many of the query's words the page holds. */
  readonly held: number;
  /** How much each word of the query says, in its order: the fewer pages hold it, the more. */
  readonly weights: readonly number[];
  readonly hit: Hit;
}

/** Results that are read and put in order by what their titles say. */
const READ = 11;

/** Pages of a word after which no more forms are looked for: each can cost the reader another file. */
const ENOUGH = 8;
/** The same for a long name without spaces, which stands on few pages and names one thing. */
const ENOUGH_OF_NAME = 3;
const NAME_LENGTH = 8;

/** How much a measure counts beside an indicator or a section. */
const MEASURE = 0.85;

const NONE: ReadonlySet<string> = new Set();

/** Fewer pages than this, and words that begin alike are looked for too. */
const FEW = 3;

/** What a search found. */
export interface Findings {
  /** Best first: pages that hold every word before those that hold some. */
  readonly pages: readonly Found[];
  /** Words that stand nowhere as they were asked, each with the form that was found in its place. */
  readonly heard: readonly [asked: string, read: string][];
}

/** Returns the pages for a query. */
export async function find(index: Index, query: Query): Promise<Findings> {
  const found = new Map<string, Sum>();
  const heard: [string, string][] = [];
  const weights: number[] = [];
  // All at once: each word can wait for a file of the index.
  const held = await Promise.all(query.tokens.map((token) => pagesOf(index, token)));
  for (const [at, token] of query.tokens.entries()) {
    const { pages, alike, form } = held[at] ?? NOTHING;
    // The word a goal is indexed by is ours, not the reader's.
    const isCode = query.codes.includes(token.asked);
    if (!isCode && form !== null && form.text !== token.asked && form.weight > SURE)
      heard.push([token.asked, form.text]);
    // A word that few pages hold says more: of "the city's wells" it is the wells that are asked for.
    const weight = (alike ? ALIKE : 1) / Math.log2(2 + pages.size);
    weights.push(weight);
    for (const [id, page] of pages) {
      const known = found.get(id) ?? { score: 0, held: 0, weight: 0, hit: page.hit, best: 0 };
      found.set(id, added(known, page, weight));
    }
  }
  // There are many measures, and short: a few words in common must not hide the page about the matter.
  const measures = (await index.ofKind?.('measure')) ?? NONE;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pages = [...found]
    .map(([id, { score, held, weight, hit }]) => ({
      id,
      held,
      weights,
      hit,
      score: (score / all) * (weight / all) * (measures.has(id) ? MEASURE : 1),
    }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { pages, heard };
}

/** What the words of a query add up to on one page. */
interface Sum {
  readonly score: number;
  readonly held: number;
  readonly weight: number;
  /** The hit of the word that counts most: its excerpt shows why. */
  readonly hit: Hit;
  readonly best: number;
}

function added(sum: Sum, page: { score: number; hit: Hit }, weight: number): Sum {
  const own = page.score * weight;
  return {
    score: sum.score + own,
    held: sum.held + 1,
    weight: sum.weight + weight,
    hit: own > sum.best ? page.hit : sum.hit,
    best: Math.max(own, sum.best),
  };
}

/** A form this sure is the same word in another spelling; below it, a word of the same meaning. */
const SURE = 0.9;

const NOTHING: Awaited<ReturnType<typeof pagesOf>> = { pages: new Map(), alike: true, form: null };

type Pages = Map<string, { score: number; hit: Hit }>;

/**
 * Pages of one word in any of its forms. The index alone also gives words that only begin alike ("kids":
 * "kidney") and the pieces of a word apart; what holds the form as it is written counts, and the
 * index's own order among those. Where no form stands anywhere, what begins alike is better than nothing.
 */
async function pagesOf(
  index: Index,
  token: Token,
): Promise<{ pages: Pages; alike: boolean; form: Form | null }> {
  const pages: Pages = new Map();
  let form: Form | null = null;
  /** Pages that hold the word itself, not one of the same meaning. */
  let own = 0;
  const isName = isSpaceless(token.asked) && token.asked.length >= NAME_LENGTH;
  const enough = isName ? ENOUGH_OF_NAME : ENOUGH;
  for (const one of token.forms) {
    if (pages.size >= enough && one.weight < SURE) break;
    const exact = new Map((await index.search(`"${one.text}"`)).map((hit) => [hit.id, hit]));
    if (exact.size === 0) continue;
    form ??= one;
    const ranked = (await index.search(one.text)).filter((hit) => exact.has(hit.id));
    add(pages, ranked.length === 0 ? [...exact.values()] : ranked, one.weight);
    if (one.weight >= SURE) own = pages.size;
  }
  if (own < FEW && token.parts !== undefined) {
    const parts = await ofParts(index, token.parts, own > 0);
    for (const [id, { score, hit }] of parts.pages)
      if (score * PARTS > (pages.get(id)?.score ?? 0)) pages.set(id, { score: score * PARTS, hit });
    return { pages, alike: parts.alike && form === null, form };
  }
  const alike = pages.size === 0;
  if (pages.size < FEW) add(pages, await index.search(token.forms[0]?.text ?? token.asked), ALIKE);
  return { pages, alike, form };
}

/** How much a page counts that holds the parts of a compound and not the whole. */
const PARTS = 0.8;

/** Pages that hold the parts of a compound, best those with all of them; `all`: no others. */
async function ofParts(
  index: Index,
  parts: readonly Token[],
  all: boolean,
): Promise<{ pages: Pages; alike: boolean }> {
  const pages: Pages = new Map();
  const found = await Promise.all(parts.map((part) => pagesOf(index, part)));
  for (const part of found)
    for (const [id, { score, hit }] of part.pages)
      pages.set(id, { score: (pages.get(id)?.score ?? 0) + score / parts.length, hit });
  if (all)
    for (const id of pages.keys()) if (!found.every((part) => part.pages.has(id))) pages.delete(id);
  return { pages, alike: found.every(({ alike }) => alike) };
}

function add(pages: Pages, hits: readonly Hit[], weight: number): void {
  const most = Math.max(1e-9, ...hits.map((hit) => hit.score));
  for (const hit of hits) {
    const score = weight * (0.4 + 0.6 * Math.sqrt(hit.score / most));
    if (score > (pages.get(hit.id)?.score ?? 0)) pages.set(hit.id, { score, hit });
  }
}

/** How much a page counts that holds only words that begin alike. */
const ALIKE = 0.3;

/** A result read from the index, in its final order. */
export interface Result {
  readonly found: Found;
  readonly card: Card;
  readonly score: number;
}

/** What kind of page is meant first where several say the same. */
const KIND: Readonly<Record<string, number>> = {
  indicator: 1.05,
  section: 1,
  plan: 1.2,
  measure: 0.85,
  glossary: 0.33,
  goals: 0.75,
  checks: 0.8,
  data: 0.75,
  list: 0.65,
  home: 0.55,
  about: 0.8,
  accessibility: 0.8,
};

/**
 * Returns a reader of results: each call gives the next `size`, read from the index. The first
 * results are read together and put in order by what their titles say; the rest follow as found.
 */
export function readNext(
  found: readonly Found[],
  query: Query,
  size: number,
): () => Promise<Result[]> {
  let ready: Result[] | null = null;
  let at = 0;
  return async () => {
    ready ??= await readFirst(found, query);
    const from = at;
    at += size;
    const known = ready.slice(from, at);
    const rest = found.slice(Math.max(from, ready.length), at);
    return [...known, ...(await Promise.all(rest.map((page) => readOne(page, query))))];
  };
}

async function readOne(found: Found, query: Query): Promise<Result> {
  const card = await found.hit.data();
  return { found, card, score: found.score * relevance(card, query, found.weights) };
}

/** Returns the first results, read, those first whose titles say what was asked. */
export async function readFirst(found: readonly Found[], query: Query): Promise<Result[]> {
  const results = await Promise.all(found.slice(0, READ).map((page) => readOne(page, query)));
  return results.toSorted((a, b) => b.score - a.score);
}

/** How much a page counts more by where it says what was asked. */
const SAYS = {
  title: 1.5,
  /** The title says it and little else. */
  closeness: 1.5,
  called: 3,
  terms: 1.05,
  synonyms: 1,
  description: 0.5,
  /** The page of goals, for the number of one. */
  goal: 3,
  /** The glossary, for what a word means. */
  meaning: 20,
};

/** How much what a page says of itself fits the query: its names, title, terms and summary. */
function relevance(card: Card, query: Query, weights: readonly number[]): number {
  const { meta } = card;
  const title = normalised(meta['title'] ?? '');
  const kind = meta['kind_id'] ?? '';
  const says = (text: string): number => covered(text, query.tokens, weights);
  const inTitle = says(title);
  const asked = query.tokens.reduce((sum, token) => sum + token.asked.length, 0);
  const closeness = inTitle * Math.min(1, asked / Math.max(1, title.replaceAll(' ', '').length));
  const sum =
    1 +
    SAYS.title * inTitle +
    SAYS.closeness * closeness +
    (isCalled(meta, query) ? SAYS.called : 0) +
    SAYS.terms * says(` ${normalised(meta['terms'] ?? '')} `) +
    SAYS.synonyms * says(` ${normalised(meta['synonyms'] ?? '')} `) +
    SAYS.description * says(normalised(meta['description'] ?? ''));
  const wanted =
    query.codes.length > 0 && kind === 'goals'
      ? SAYS.goal
      : query.meaning && kind === 'glossary'
        ? SAYS.meaning
        : 1;
  return sum * (KIND[kind] ?? 1) * wanted;
}

/** The query is the page's title or one of its other names. */
function isCalled(meta: Card['meta'], { text, tokens }: Query): boolean {
  const names = [meta['title'] ?? '', ...(meta['names'] ?? '').split(/[,、]/u)]
    .map(sound)
    .filter((name) => name !== '');
  const [only] = tokens;
  const forms =
    tokens.length === 1 && only !== undefined
      ? only.forms.filter((f) => f.weight > 0.9).map((f) => f.text)
      : [];
  const asked = new Set(
    [text, tokens.map((t) => t.asked).join(' '), ...forms].map((t) => sound(t).replaceAll(' ', '')),
  );
  return names.some((name) => asked.has(name.replaceAll(' ', '')));
}

/**
 * The share of the words that stand in a text, 0 to 1; a word in another form counts as that form does, and
 * a phrase that does not stand there by its words.
 */
function covered(text: string, tokens: readonly Token[], weights: readonly number[]): number {
  const heard = sound(text);
  const [part, whole] = tokens.reduce(
    ([part, whole], { forms, parts = [] }, at) => {
      const weight = weights[at] ?? 1;
      const held = forms.filter((form) => stands(form.text, text, heard));
      const apart = parts.length > 0 && covered(text, parts, []) >= SURE ? PARTS : 0;
      const most = Math.max(apart, ...held.map((form) => form.weight));
      return [part + weight * most, whole + weight];
    },
    [0, 0],
  );
  return whole === 0 ? 0 : part / whole;
}

/** Letters shorter than this may be the beginning of any word. */
const STEM = 5;

/** Words of letters stand where a word begins ("dv" not in "adventure"), whatever their ending. */
function stands(word: string, text: string, heard: string): boolean {
  if (isSpaceless(word)) return text.includes(word) || heard.includes(sound(word));
  const stem = word.replace(/(?:ies|ing|ed|es|s|y)$/u, '');
  const plain = (some: string): string => some.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const start = plain(stem.length < STEM ? word : stem);
  return ` ${plain(text)}`.includes(` ${start}`) || (isSpaceless(text) && text.includes(word));
}
