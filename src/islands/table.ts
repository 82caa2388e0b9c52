/**
 * Tables whose columns sort, and fields that filter one table or all tables of a part of the page. They are
 * complete without this: buttons and fields appear only where they work.
 */
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

const ARROW =
  '<svg viewBox="0 0 10 10" aria-hidden="true"><path class="sort-up" d="M5 0 9 4H1z"/><path class="sort-down" d="M5 10 1 6h8z"/></svg>';

type Direction = 'ascending' | 'descending';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  for (const head of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    makeSortable(table, head);
  }
}

for (const part of document.querySelectorAll<HTMLElement>('[data-filter]')) {
  const list = document.getElementById(part.dataset['filter'] ?? '');
  if (list !== null) makeFilter(part, list);
}

function makeSortable(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  button.insertAdjacentHTML('beforeend', ARROW);
  button.title = head.dataset['sortLabel'] ?? '';
  button.addEventListener('click', () => {
    sort(table, head);
  });
  head.append(button);
}

/** Sorts by a column: words from the first letter, numbers from the largest; a second time the other way. */
function sort(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const numbers = head.dataset['sort'] === 'number';
  const usual: Direction = numbers ? 'descending' : 'ascending';
  const other: Direction = numbers ? 'ascending' : 'descending';
  const next = head.getAttribute('aria-sort') === usual ? other : usual;
  for (const cell of table.querySelectorAll('th[aria-sort]')) cell.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', next);
  const body = table.tBodies[0];
  if (body === undefined) return;
  const column = head.cellIndex;
  const sign = next === 'ascending' ? 1 : -1;
  const compare = (a: HTMLTableRowElement, b: HTMLTableRowElement): number => {
    const [x, y] = [a.cells[column], b.cells[column]];
    return numbers
      ? Number(x?.dataset['value'] ?? 0) - Number(y?.dataset['value'] ?? 0)
      : collator.compare(textOf(x), textOf(y));
  };
  body.append(...[...body.rows].toSorted((a, b) => sign * compare(a, b)));
}

function textOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.textContent.trim() ?? '';
}

/** Shows the rows of a table, or of all tables below an element, that have the words and the choices. */
function makeFilter(part: HTMLElement, list: HTMLElement): void {
  const count = part.querySelector('[data-filter-count]');
  const input = part.querySelector<HTMLInputElement>('[name="q"]');
  const choices = [...part.querySelectorAll('select')];
  const rows = [...list.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
  const apply = (): void => {
    const words = plain(input?.value ?? '').split(/\s+/u);
    for (const row of rows) {
      const text = plain(row.textContent);
      row.hidden = !(
        words.every((word) => text.includes(word)) &&
        choices.every(({ name, value }) => ['', row.dataset[name]].includes(value))
      );
    }
    hideEmpty(list);
    const shown = rows.filter((row) => !row.hidden).length;
    if (count !== null)
      count.textContent = (part.dataset['shown'] ?? '').replace('%', String(shown));
  };
  part.addEventListener('input', apply);
  part.hidden = false;
  apply();
}

/** A table without a row is hidden with what stands around it, and so are notes of hidden rows. */
function hideEmpty(list: HTMLElement): void {
  for (const note of list.querySelectorAll<HTMLElement>('[data-of]')) {
    note.hidden = document.getElementById(note.dataset['of'] ?? '')?.hidden ?? false;
  }
  const without = (part: HTMLElement, what: string): boolean =>
    part.querySelector(`${what}:not([hidden])`) === null;
  for (const part of list.querySelectorAll<HTMLElement>('[data-filter-part]')) {
    part.hidden = without(part, 'tbody > tr');
  }
  for (const section of list.querySelectorAll<HTMLElement>('section.sec')) {
    section.hidden = without(section, '[data-filter-part]');
  }
}

/** As a reader types it: any width, any case. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

export {};
