import { inOrder, type Listed, type SortKey } from '../core/narrowing.ts';
import { hiragana, normalised } from '../search/normal.ts';
import { textsOf } from './ruby-text.ts';

/** Returns words as they are compared: any width, any case, any kana. */
export function spelt(words: string): string {
  return hiragana(normalised(words));
}

/** A row of a list, with the group it stands in. */
export interface Row extends Listed {
  readonly element: HTMLElement;
  readonly home: Element;
  readonly group: HTMLElement | null;
}

const SEPARATOR = '|';

/** The rows of a list or a table: read once, shown and hidden, put in order and back again. */
export class ListRows {
  readonly rows: readonly Row[];
  readonly #list: HTMLElement;
  readonly #flat: HTMLElement | null;
  readonly #groups: readonly HTMLElement[];
  /** What explains one row, by that row's id. */
  readonly #notes: readonly HTMLElement[];
  /** Easy Japanese is sorted as it sounds, whatever kanji it has. */
  readonly #bySound = document.body.classList.contains('easy');
  readonly #collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  #isSorted = false;

  constructor(list: HTMLElement) {
    this.#list = list;
    this.#flat = list.querySelector<HTMLElement>('[data-flat]');
    this.#groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
    this.#notes = [...list.querySelectorAll<HTMLElement>('[data-of]')];
    this.rows = [...list.querySelectorAll<HTMLElement>('[data-rows] > *')].map(rowOf);
  }

  /** Shows the rows that fit, in the site's own order (`keyOf` null) or in another; returns how many. */
  show(
    isFitting: (row: Row) => boolean,
    keyOf: ((row: Row) => SortKey) | null,
    reversed: boolean,
  ): number {
    this.#arrange(keyOf, reversed);
    let shown = 0;
    const alive = new Set<HTMLElement>();
    for (const row of this.rows) {
      const isShown = isFitting(row);
      row.element.hidden = !isShown;
      if (!isShown) continue;
      shown += 1;
      for (const group of groupsAround(row)) alive.add(group);
    }
    const isFlat = this.#flat !== null && keyOf !== null;
    if (this.#flat !== null) this.#flat.hidden = !isFlat || shown === 0;
    for (const group of this.#groups) group.hidden = isFlat || !alive.has(group);
    for (const note of this.#notes)
      note.hidden = document.getElementById(note.dataset['of'] ?? '')?.hidden ?? false;
    return shown;
  }

  /** Returns the text by which a row is sorted: a column of a table, or its name. */
  textKey(row: Row, column: number | null): string | null {
    const { element } = row;
    const cell = element instanceof HTMLTableRowElement ? element.cells[column ?? 0] : element;
    const part = column === null || cell?.tagName === 'TH' ? cell?.querySelector('a') : cell;
    if (part === undefined || part === null) return null;
    const { written, spoken } = textsOf(part);
    const key = element.dataset['reading'] ?? (this.#bySound ? spoken : written);
    return key === '' ? null : key;
  }

  #arrange(keyOf: ((row: Row) => SortKey) | null, reversed: boolean): void {
    if (keyOf === null) {
      if (this.#isSorted) for (const { home, element } of this.rows) home.append(element);
      this.#isSorted = false;
      return;
    }
    const sorted = inOrder(this.rows, keyOf, reversed, (a, b) => this.#collator.compare(a, b));
    const target =
      this.#flat?.querySelector('[data-flat-rows]') ?? this.#list.querySelector('[data-rows]');
    target?.append(...sorted.map(({ element }) => element));
    this.#isSorted = true;
  }
}

/** The group of a row, and those around it. */
function groupsAround({ group }: Row): HTMLElement[] {
  const groups: HTMLElement[] = [];
  for (
    let at = group;
    at !== null;
    at = at.parentElement?.closest<HTMLElement>('[data-group]') ?? null
  )
    groups.push(at);
  return groups;
}

function rowOf(element: HTMLElement): Row {
  const group = element.closest<HTMLElement>('[data-group]');
  let text: string | null = null;
  return {
    element,
    home: element.parentElement ?? element,
    group,
    get text() {
      if (text === null) {
        const { written, spoken } = textsOf(element);
        const more = [element.dataset['reading'] ?? '', element.dataset['words'] ?? ''];
        text = [written, ...(spoken === written ? [] : [spoken]), ...more].map(spelt).join(' ');
      }
      return text;
    },
    facet: (name) => {
      const value = element.dataset[name] ?? group?.dataset[name];
      return value === undefined ? [] : value.split(SEPARATOR);
    },
  };
}
