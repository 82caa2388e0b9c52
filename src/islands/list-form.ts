import {
  readSelection,
  SORT,
  writeSelection,
  type Field,
  type Selection,
} from '../core/selection.ts';

/** The form of a list: its fields, what is chosen in it, and how its order is meant. */
export class ListForm {
  readonly fields: readonly Field[];
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    const names = new Set(this.#controls().map(({ name }) => name));
    // The order stands last in an address: it is the least of a choice.
    this.fields = [...names]
      .toSorted((a, b) => Number(a === SORT) - Number(b === SORT))
      .map((name) => this.#fieldOf(name));
  }

  get chosen(): Selection {
    const entries = [...new FormData(this.#form)].map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    return readSelection(new URLSearchParams(entries).toString(), this.fields);
  }

  /** Chooses what a query string asks for, and nothing else. */
  choose(query: string): void {
    const selection = readSelection(query, this.fields);
    for (const control of this.#controls()) {
      const values = selection.get(control.name) ?? [];
      const usual = this.fields.find(({ name }) => name === control.name)?.usual ?? '';
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = values.includes(control.value);
      else control.value = values[0] ?? usual;
    }
  }

  /** The choice as a query string. */
  get query(): string {
    return writeSelection(this.chosen, this.fields);
  }

  /** The order that is chosen, the usual one among them. */
  get order(): string {
    const usual = this.fields.find(({ name }) => name === SORT)?.usual ?? '';
    return this.chosen.get(SORT)?.[0] ?? usual;
  }

  set order(value: string) {
    const control = this.#controls().find(({ name }) => name === SORT);
    if (control !== undefined) control.value = value;
  }

  /** How an order of the form's own field is meant; null where the heads of a table say it. */
  by(order: string): string | null {
    const options = [...this.#form.querySelectorAll<HTMLOptionElement>('option[data-by]')];
    return options.find(({ value }) => value === order)?.dataset['by'] ?? null;
  }

  #controls(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  }

  #fieldOf(name: string): Field {
    const own = this.#controls().filter((control) => control.name === name);
    const [first] = own;
    if (first instanceof HTMLSelectElement) {
      const values = [...first.options].map(({ value }) => value);
      return { name, values, many: false, usual: values[0] ?? '' };
    }
    if (first?.type === 'checkbox')
      return { name, values: own.map(({ value }) => value), many: true, usual: '' };
    const values = first?.dataset['values']?.split(' ') ?? null;
    return { name, values, many: false, usual: first?.dataset['usual'] ?? '' };
  }
}
