/** The search page: reads ?q=, asks Pagefind, lists the results ten by ten. */

interface Said {
  readonly bundle: string;
  readonly language: string;
  readonly loading: string;
  readonly empty: string;
  readonly error: string;
  readonly found: { readonly one: string; readonly other: string };
  readonly more: string;
}

interface PagefindResult {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly search: (query: string) => Promise<{
    readonly results: readonly { readonly data: () => Promise<PagefindResult> }[];
  }>;
}

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

const PAGE = 10;

const list = document.querySelector<HTMLOListElement>('#search-results');
const status = document.querySelector<HTMLElement>('#search-status');
const more = document.querySelector<HTMLButtonElement>('#search-more');
const input = document.querySelector<HTMLInputElement>('#q');
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';

if (list !== null && status !== null && more !== null && input !== null) {
  input.value = query;
  if (query !== '') void run(list, status, more, query);
}

function setState(target: HTMLElement, state: State): void {
  target.dataset['searchState'] = state;
}

async function run(
  results: HTMLOListElement,
  note: HTMLElement,
  button: HTMLButtonElement,
  asked: string,
): Promise<void> {
  const said = JSON.parse(results.dataset['words'] ?? '{}') as Said;
  setState(results, 'loading');
  note.textContent = said.loading;
  try {
    const pagefind = await load(said);
    const found = await pagefind.search(normalise(asked));
    if (found.results.length === 0) {
      note.textContent = said.empty.replace('{query}', asked);
      setState(results, 'empty');
      return;
    }
    const form = new Intl.PluralRules(said.language.replace(/-x-.*$/u, '')).select(
      found.results.length,
    );
    const text = form === 'one' ? said.found.one : said.found.other;
    note.textContent = text.replace('{count}', String(found.results.length));
    let shown = 0;
    const showMore = async (): Promise<void> => {
      const next = await Promise.all(found.results.slice(shown, shown + PAGE).map((r) => r.data()));
      results.append(...next.map(resultItem));
      shown += next.length;
      button.hidden = shown >= found.results.length;
    };
    await showMore();
    button.addEventListener('click', () => void showMore());
    setState(results, 'done');
  } catch {
    note.textContent = said.error;
    setState(results, 'error');
  }
}

async function load(said: Said): Promise<Pagefind> {
  const address = `${said.bundle}pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({
    excerptLength: 24,
    ranking: { metaWeights: { title: 5, terms: 8, description: 1 } },
  });
  return pagefind;
}

/** Full-width and half-width forms are one: the index holds the NFKC forms of names. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function resultItem(result: PagefindResult): HTMLLIElement {
  const item = document.createElement('li');
  const kind = document.createElement('span');
  kind.className = 'kind';
  kind.textContent = result.meta['kind'] ?? '';
  const link = document.createElement('a');
  link.href = result.url;
  link.textContent = result.meta['title'] ?? result.url;
  const description = document.createElement('span');
  description.textContent = result.meta['description'] ?? '';
  const excerpt = document.createElement('span');
  excerpt.className = 'note';
  excerpt.append(...marked(result.excerpt));
  item.append(kind, link, description, excerpt);
  return item;
}

/** Pagefind's excerpt is escaped text with <mark>; it is read as text, never as HTML. */
function marked(excerpt: string): Node[] {
  const plain = document.createElement('textarea');
  return excerpt.split(/<mark>(.*?)<\/mark>/u).map((part, index) => {
    plain.innerHTML = part;
    if (index % 2 === 0) return document.createTextNode(plain.value);
    const mark = document.createElement('mark');
    mark.textContent = plain.value;
    return mark;
  });
}

export {};
