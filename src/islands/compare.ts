import { missingWord, pairYears, readAsked, type Asked } from '../core/comparison.ts';
import type { CompareWords } from '../views/compare.ts';
import { copyOf, insideOf } from './copied.ts';
import { loadIndicator, type IndicatorPage, type ShownYear } from './indicator-page.ts';
import { textsOf } from './ruby-text.ts';
import { carryQuery } from './shared-address.ts';

/** Two indicators side by side: their pages are read, and what both have stands beside its like. */

type State = 'idle' | 'choose' | 'same' | 'unknown' | 'loading' | 'network' | 'done';

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  id: string,
): HTMLElementTagNameMap[K] {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(`${name}#${id}`);
  if (found === null) throw new Error(`The page of comparisons has no #${id}.`);
  return found;
}
const form = element('form', 'compare-form');
const said = element('p', 'compare-said');
const shown = element('div', 'compare');
const words = JSON.parse(shown.dataset['words'] ?? '{}') as CompareWords;
const selects = [...form.querySelectorAll('select')];
const options = new Map(
  [...(selects[0]?.options ?? [])]
    .filter(({ value }) => value !== '')
    .map((option) => [option.value, option] as const),
);

void compare(readAsked(location.search, new Set(options.keys())));
form.hidden = false;

async function compare(asked: Asked): Promise<void> {
  const address = new URLSearchParams(location.search);
  for (const select of selects) {
    const id = address.get(select.name) ?? '';
    select.value = options.has(id) ? id : '';
  }
  carryQuery(location.search);
  if (asked.state === 'unknown')
    say(
      'unknown',
      words.unknown.replace('{id}', () => asked.id),
    );
  else if (asked.state === 'idle') say('idle', '');
  else if (asked.state !== 'both') say(asked.state, words[asked.state]);
  else await show([asked.first, asked.second]);
}

function say(state: State, text: string): void {
  shown.dataset['compareState'] = state;
  said.textContent = text;
}

async function show(ids: readonly [string, string]): Promise<void> {
  say('loading', words.loading);
  try {
    const pages = await Promise.all(
      ids.flatMap((id) => options.get(id) ?? []).map((option) => loadIndicator(option)),
    );
    const [first, second] = pages;
    if (first === undefined || second === undefined) return;
    const told = first.apart.get(second.address) ?? second.apart.get(first.address);
    if (told !== undefined) warn(told, first.address);
    element('div', 'compare-pair').replaceChildren(sideOf(first, 'a'), sideOf(second, 'b'));
    element('div', 'compare-years').replaceChildren(tableOf(first, second));
    element('a', 'compare-swap').search = new URLSearchParams({
      a: second.id,
      b: first.id,
    }).toString();
    shown.hidden = false;
    say('done', '');
  } catch {
    say('network', words.network);
  }
}

/** The first thing to be careful about: two indicators that are easily taken for one. */
function warn(told: Element, home: string): void {
  const item = document.createElement('li');
  const head = document.createElement('b');
  head.textContent = words.told_apart;
  item.append(head, words.separator, ...insideOf(told, 'told', home));
  element('ul', 'compare-remarks').prepend(item);
}

/** One indicator: the parts of its page, each in its place. */
function sideOf(page: IndicatorPage, side: string): HTMLElement {
  const { address } = page;
  const article = document.createElement('article');
  const title = document.createElement('h3');
  const link = document.createElement('a');
  link.href = address;
  link.append(...insideOf(page.title, side, address));
  title.append(link);
  const part = (own: Element | null, missing?: string): Element => {
    if (own !== null) return copyOf(own, side, address);
    const place = document.createElement('p');
    place.className = 'note';
    place.textContent = missing ?? '';
    return place;
  };
  article.append(
    title,
    part(page.answer),
    part(page.status),
    part(page.figures),
    part(page.road, words.no_road),
    part(page.chart, words.no_chart),
  );
  return article;
}

/** The results of both by year; a year for which neither has one is left out. */
function tableOf(first: IndicatorPage, second: IndicatorPage): HTMLElement {
  const wrap = document.createElement('section');
  wrap.className = 'table-wrap';
  wrap.tabIndex = 0;
  wrap.setAttribute('aria-label', words.table);
  const table = document.createElement('table');
  table.className = 'table-close pair-years';
  table.createCaption().textContent = words.table;
  const heads = table.createTHead().insertRow();
  heads.append(columnHead(words.year), ...[first, second].map((page) => pageHead(page)));
  const body = table.createTBody();
  for (const { year, first: a, second: b } of pairYears(first.years, second.years)) {
    if (isMissing(a) && isMissing(b)) continue;
    const row = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    const shownHead = (a ?? b)?.head;
    if (shownHead !== undefined) head.append(copyOf(shownHead, 'year', first.address));
    row.append(head, figure(a, year, first, 'a'), figure(b, year, second, 'b'));
  }
  wrap.append(table);
  return wrap;
}

/** Returns whether a table has no result for a year: no row, or one that says so. */
function isMissing(cell: ShownYear | null): boolean {
  if (cell === null) return true;
  const { written, spoken } = textsOf(cell.result);
  return [words.not_printed, words.not_yet].some((word) => word === written || word === spoken);
}

function columnHead(text: string): HTMLTableCellElement {
  const head = document.createElement('th');
  head.scope = 'col';
  head.textContent = text;
  return head;
}

/** A column is named by its indicator and the unit of its figures. */
function pageHead(page: IndicatorPage): HTMLTableCellElement {
  const head = columnHead('');
  head.className = 'n';
  const unit = document.createElement('small');
  unit.textContent = page.unit;
  head.append(...insideOf(page.title, 'head', page.address), ' ', unit);
  return head;
}

function figure(
  cell: ShownYear | null,
  year: number,
  page: IndicatorPage,
  side: string,
): HTMLTableCellElement {
  const own = document.createElement('td');
  own.className = 'n';
  if (cell === null) own.textContent = missingWord(year, page.over, words);
  else own.append(...insideOf(cell.result, side, page.address));
  return own;
}
