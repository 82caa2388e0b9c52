/**
 * Tables whose columns sort, and fields that filter them. The table is complete without this: buttons and
 * fields appear only where they work.
 */
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

const ARROW =
  '<svg viewBox="0 0 10 10" aria-hidden="true"><path class="sort-up" d="M5 0 9 4H1z"/><path class="sort-down" d="M5 10 1 6h8z"/></svg>';

type Direction = 'ascending' | 'descending';

const CHOICES = ['section', 'bureau'] as const;

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  for (const head of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    makeSortable(table, head);
  }
}

for (const part of document.querySelectorAll<HTMLElement>('[data-filter]')) {
  const table = document.getElementById(part.dataset['filter'] ?? '');
  if (table instanceof HTMLTableElement) makeFilter(part, table);
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

function makeFilter(part: HTMLElement, table: HTMLTableElement): void {
  const count = part.querySelector('[data-filter-count]');
  const answer = (name: string): string =>
    part.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? '';
  const apply = (): void => {
    const words = plain(answer('q')).split(/\s+/u);
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    for (const row of rows) {
      const text = plain(row.textContent);
      row.hidden = !(
        words.every((word) => text.includes(word)) &&
        CHOICES.every((name) => ['', row.dataset[name]].includes(answer(name)))
      );
    }
    const shown = rows.filter((row) => !row.hidden).length;
    if (count !== null)
      count.textContent = (part.dataset['shown'] ?? '').replace('%', String(shown));
  };
  part.addEventListener('input', apply);
  part.hidden = false;
  apply();
}

/** As a reader types it: any width, any case. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

export {};
