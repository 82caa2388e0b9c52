import { fits, readOrder, writeOrder, type SortKey } from '../core/narrowing.ts';
import { SORT } from '../core/selection.ts';
import { ListForm } from './list-form.ts';
import { ListRows, spelt, type Row } from './list-rows.ts';
import { carryQuery, forgetCopy, offerCopy, writeQuery } from './shared-address.ts';

/**
 * Lists and tables that can be narrowed down, put in order and shared. They are complete without this: fields
 * and buttons appear only where they work.
 */
const ARROW =
  '<svg viewBox="0 0 10 10" aria-hidden="true"><path class="sort-up" d="M5 0 9 4H1z"/><path class="sort-down" d="M5 10 1 6h8z"/></svg>';

const number = new Intl.NumberFormat(document.documentElement.lang);
/** Where there is room for all fields at once. */
const wide = matchMedia('(min-width: 48rem)');

const filtered = new Set<Element>();
for (const part of document.querySelectorAll<HTMLElement>('[data-filter]')) {
  const list = document.getElementById(part.dataset['filter'] ?? '');
  const form = part.querySelector('form');
  if (list === null || form === null) continue;
  filtered.add(list);
  makeFilter(part, form, list);
}
for (const table of document.querySelectorAll<HTMLElement>('table[data-sortable]'))
  if (!filtered.has(table)) makeSortable(table);

/** A table without a form: its heads sort, and no address says so. */
function makeSortable(table: HTMLElement): void {
  const heads = makeHeads(table);
  const form = document.createElement('form');
  form.append(sortField(heads));
  const asked = new ListForm(form);
  const rows = new ListRows(table);
  const show = (): void => {
    showRows(rows, asked, heads);
  };
  hearHeads(heads, asked, show);
  show();
}

function makeFilter(part: HTMLElement, form: HTMLFormElement, list: HTMLElement): void {
  const heads = makeHeads(list);
  if (heads.length > 0) form.append(sortField(heads));
  const asked = new ListForm(form);
  const rows = new ListRows(list);
  const fold = part.querySelector('details');
  const reset = part.querySelector<HTMLElement>('[data-reset]');
  const show = (): void => {
    const shown = showRows(rows, asked, heads);
    const count = part.querySelector('[data-filter-count]');
    if (count !== null) count.textContent = number.format(shown);
    const none = part.querySelector<HTMLElement>('[data-filter-none]');
    if (none !== null) none.hidden = shown > 0;
    if (reset !== null) reset.hidden = asked.query === '';
    forgetCopy(part);
  };
  const change = (): void => {
    show();
    writeQuery(asked.query);
  };
  const read = (): void => {
    asked.choose(location.search);
    carryQuery(asked.query);
    show();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', change);
  hearHeads(heads, asked, change);
  reset?.addEventListener('click', () => {
    asked.choose('');
    change();
    // The button is gone with what it took back.
    const words = form.querySelector('input');
    (words?.checkVisibility() === true ? words : fold?.querySelector('summary'))?.focus();
  });
  offerCopy(part);
  // The address can change under the page: a step back behind a link to a part of it.
  addEventListener('popstate', read);
  read();
  if (fold !== null) {
    fold.open = wide.matches || asked.query !== '';
    wide.addEventListener('change', () => {
      if (wide.matches) fold.open = true;
    });
  }
  (part.closest<HTMLElement>('.scripted') ?? part).hidden = false;
}

/** Shows what fits in the order that is chosen; returns how many rows there are. */
function showRows(rows: ListRows, asked: ListForm, heads: readonly HTMLTableCellElement[]): number {
  const chosen = asked.chosen;
  const { key, reversed } = readOrder(asked.order);
  const head = heads.find((one) => one.dataset['key'] === key);
  const by = head?.dataset['sort'] ?? asked.by(key);
  const places = asked.fields.find(({ name }) => name === key)?.values ?? [];
  const keyOf = (row: Row): SortKey => {
    const [value] = row.facet(key);
    if (by === 'text') return rows.textKey(row, head?.cellIndex ?? null);
    if (value === undefined) return null;
    return by === 'number' ? Number(value) : -places.indexOf(value);
  };
  for (const one of heads) {
    const rises = (one.dataset['sort'] === 'number') === reversed;
    if (one === head) one.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
    else one.removeAttribute('aria-sort');
  }
  const isUsual = !chosen.has(SORT);
  return rows.show((row) => fits(row, chosen, spelt), isUsual ? null : keyOf, reversed);
}

/** Puts a button into each head of a column that sorts. */
function makeHeads(list: HTMLElement): HTMLTableCellElement[] {
  const heads = [...list.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    button.insertAdjacentHTML('beforeend', ARROW);
    button.title = head.dataset['sortLabel'] ?? '';
    head.append(button);
  }
  return heads;
}

/** A press sorts by a column, a second one the other way round. */
function hearHeads(
  heads: readonly HTMLTableCellElement[],
  asked: ListForm,
  done: () => void,
): void {
  for (const head of heads) {
    head.querySelector('button')?.addEventListener('click', () => {
      const key = head.dataset['key'] ?? '';
      const now = readOrder(asked.order);
      asked.order = writeOrder({ key, reversed: now.key === key && !now.reversed });
      done();
    });
  }
}

/** The order of a table as a field of a form: each column either way, the marked one as it comes. */
function sortField(heads: readonly HTMLTableCellElement[]): HTMLInputElement {
  const keys = heads.map((head) => head.dataset['key'] ?? '');
  const usual = heads.find((head) => head.hasAttribute('aria-sort'))?.dataset['key'] ?? '';
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = SORT;
  field.dataset['values'] = keys.flatMap((key) => [key, `-${key}`]).join(' ');
  field.dataset['usual'] = usual;
  field.value = usual;
  return field;
}
