import { find, readNext, type Found } from '../search/find.ts';
import { nearWords, readQuery, type Query } from '../search/query.ts';
import type { SearchWords } from '../views/search.ts';
import { SearchFilters } from './search-filters.ts';
import { loadIndex, type LoadedIndex } from './search-index.ts';
import { resultItem } from './search-item.ts';

/** The search page: reads the address, asks the index, lists the results ten by ten. */

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

const PAGE = 10;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  id: string,
): HTMLElementTagNameMap[K] {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(`${name}#${id}`);
  if (found === null) throw new Error(`The search page has no #${id}.`);
  return found;
}
const list = element('ol', 'search-results');
const part = element('section', 'search-part');
const help = element('section', 'search-help');
const near = element('p', 'search-near');
const status = element('p', 'search-status');
const more = element('button', 'search-more');
const narrow = element('details', 'search-narrow');
const clear = element('button', 'search-clear');
const input = element('input', 'q');
const filters = new SearchFilters(element('div', 'search-filters'));
const words = JSON.parse(list.dataset['words'] ?? '{}') as SearchWords;
const idle = [...status.childNodes];

let index: Promise<LoadedIndex> | null = null;
/** The number of the newest search: answers to an older one come too late. */
let turn = 0;
let showMore: (() => Promise<void>) | null = null;

function load(): Promise<LoadedIndex> {
  index ??= loadIndex(words.bundle, words.lexicon).catch((error: unknown) => {
    // The next try loads again.
    index = null;
    throw error;
  });
  return index;
}

function setState(state: State): void {
  list.dataset['searchState'] = state;
  part.hidden =
    state === 'idle' || state === 'error' || (state === 'empty' && filters.chosen().size === 0);
  help.hidden = state !== 'empty';
  if (state !== 'empty') near.hidden = true;
  if (state !== 'done') more.hidden = true;
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const address = new URLSearchParams(location.search);
  const asked = address.get('q')?.trim() ?? '';
  input.value = asked;
  filters.choose(address);
  clear.hidden = filters.chosen().size === 0;
  if (!clear.hidden) narrow.open = true;
  if (asked === '') {
    list.replaceChildren();
    status.replaceChildren(...idle);
    setState('idle');
    return;
  }
  list.dataset['searchState'] = 'loading';
  status.textContent = words.said.loading;
  try {
    const loaded = await load();
    const query = readQuery(asked, loaded.words);
    const { pages, heard } = await find(loaded, query);
    const found = await filters.narrow(pages, loaded);
    const next = pager(found, query);
    const first = await next();
    if (mine !== turn) return;
    list.replaceChildren(...first);
    if (found.length === 0) {
      status.textContent =
        pages.length === 0 ? put(words.said.empty, { query: asked }) : words.said.none;
      suggest(query, loaded);
      setState('empty');
      return;
    }
    status.textContent = said(query, found, heard);
    setState('done');
    const step = (): void => {
      more.hidden = list.children.length >= found.length;
    };
    showMore = async () => {
      const items = await next();
      if (mine !== turn) return;
      list.append(...items);
      step();
    };
    step();
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    status.textContent = words.said.error;
    setState('error');
  }
}

/** Returns the next results each time, ten by ten. */
function pager(found: readonly Found[], query: Query): () => Promise<HTMLLIElement[]> {
  const read = readNext(found, query, PAGE);
  const labels = { places: words.said.places, labels: words.labels };
  return async () => (await read()).map((result) => resultItem(result, query, labels));
}

function said(query: Query, found: readonly Found[], heard: readonly [string, string][]): string {
  const plural = new Intl.PluralRules(words.language.replace(/-x-.*$/u, '')).select(found.length);
  const count = put(plural === 'one' ? words.found.one : words.found.other, {
    count: String(found.length),
  });
  const as = heard.map(([asked, read]) => put(words.said.as, { asked, read }));
  const some =
    found[0] !== undefined && found[0].held < query.tokens.length ? [words.said.some] : [];
  return [...as, count, ...some].join(' ');
}

function put(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** Words the site knows that are close to what was asked, as searches of their own. */
function suggest(query: Query, loaded: LoadedIndex): void {
  const close = nearWords(query, loaded.words);
  near.hidden = close.length === 0;
  near.querySelector('span')?.replaceChildren(
    ...close.flatMap((word) => {
      const link = document.createElement('a');
      link.href = `?q=${encodeURIComponent(word)}`;
      link.textContent = word;
      return [link, ' '];
    }),
  );
  for (const elsewhere of document.querySelectorAll<HTMLAnchorElement>('[data-search-elsewhere]'))
    elsewhere.search = `?q=${encodeURIComponent(query.text)}`;
}

/** Puts the query and the choices into the address and searches, without leaving the page. */
function ask(): void {
  const address = new URLSearchParams();
  address.set('q', input.value);
  filters.write(address);
  history.pushState(null, '', `?${address.toString()}`);
  void run();
}

// Beside the results there is room for the choices; above them, on a phone, there is not.
narrow.open = matchMedia('(min-width: 64rem)').matches;

input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
filters.part.addEventListener('change', ask);
clear.addEventListener('click', () => {
  filters.choose(new URLSearchParams());
  ask();
  // The button is gone with what it cleared.
  input.focus();
});
more.addEventListener('click', () => void showMore?.());
addEventListener('popstate', () => void run());
// Who is about to type will need it.
input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
void run();
