import type { Found } from '../search/find.ts';
import type { LoadedIndex } from './search-index.ts';

/** The filters of a search: what is chosen, which pages fit, how many there are of each kind. */
export class SearchFilters {
  readonly part: HTMLElement;

  constructor(part: HTMLElement) {
    this.part = part;
  }

  /** Chosen values by facet; facets without a choice are left out. */
  chosen(): Map<string, string[]> {
    const chosen = new Map<string, string[]>();
    const choices = [
      ...this.part.querySelectorAll<HTMLInputElement>('input:checked'),
      ...this.part.querySelectorAll('select'),
    ];
    for (const { name, value } of choices)
      if (value !== '') chosen.set(name, [...(chosen.get(name) ?? []), value]);
    return chosen;
  }

  /** Chooses what an address asks for. */
  choose(address: URLSearchParams): void {
    for (const box of this.part.querySelectorAll('input'))
      box.checked = address.getAll(box.name).includes(box.value);
    for (const select of this.part.querySelectorAll('select')) {
      const asked = address.get(select.name) ?? '';
      select.value = [...select.options].some(({ value }) => value === asked) ? asked : '';
    }
  }

  /** Writes what is chosen into an address. */
  write(address: URLSearchParams): void {
    for (const [facet, values] of this.chosen())
      for (const value of values) address.append(facet, value);
  }

  /** Returns the pages that fit every choice; shows how many of each kind fit all the others. */
  async narrow(found: readonly Found[], index: LoadedIndex): Promise<readonly Found[]> {
    const chosen = this.chosen();
    const kinds = [...this.part.querySelectorAll<HTMLElement>('[data-option]')];
    const fits = async (facet: string): Promise<(page: Found) => boolean> => {
      const values = chosen.get(facet) ?? [];
      const sets = await Promise.all(values.map((value) => index.about(facet, value)));
      return ({ id }) => sets.length === 0 || sets.some((set) => set.has(id));
    };
    let rest = found;
    for (const { name } of this.part.querySelectorAll('select'))
      rest = rest.filter(await fits(name));
    for (const label of kinds) {
      const box = label.querySelector('input');
      if (box === null) continue;
      const pages = await index.about(box.name, box.value);
      const count = rest.filter(({ id }) => pages.has(id)).length;
      label.hidden = count === 0 && !box.checked;
      const number = label.querySelector('.num');
      if (number !== null) number.textContent = String(count);
    }
    return rest.filter(await fits('kind'));
  }
}
