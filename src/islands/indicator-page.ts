import type { OfYear } from '../core/comparison.ts';

/** A year of an indicator's table, as its page shows it. */
export interface ShownYear extends OfYear {
  readonly head: Element;
  readonly result: Element;
}

/** An indicator's page, and the parts of it that a comparison shows. */
export interface IndicatorPage {
  readonly id: string;
  readonly address: string;
  /** The last year of its figures that is over. */
  readonly over: number;
  readonly title: Element;
  readonly answer: Element | null;
  readonly status: Element | null;
  readonly figures: Element | null;
  readonly road: Element | null;
  readonly chart: Element | null;
  readonly years: readonly ShownYear[];
  /** The unit as the table has it. */
  readonly unit: string;
  /** What its page says of indicators that are easily taken for it, by their addresses. */
  readonly apart: ReadonlyMap<string, Element>;
}

/** Returns an indicator's page, read from the network or from the device. @throws where neither has it. */
export async function loadIndicator(option: HTMLOptionElement): Promise<IndicatorPage> {
  const address = option.dataset['href'] ?? '';
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const title = page.querySelector('main h1');
  if (title === null) throw new Error(`${address}: no indicator`);
  const chart = page.querySelector('.chart-stage')?.closest('figure') ?? null;
  const table = chart?.parentElement?.querySelector('table') ?? null;
  return {
    id: option.value,
    address,
    over: Number(option.dataset['over']),
    title,
    answer: page.querySelector('.opening .answer'),
    status: page.querySelector('.opening .status'),
    figures: page.querySelector('.opening .figures'),
    road: page.querySelector('.opening > .road'),
    chart,
    years: table === null ? [] : yearsOf(table),
    unit: table?.querySelector('th.n small')?.textContent ?? '',
    apart: new Map(
      [...page.querySelectorAll('[data-told-apart] p')].flatMap((said) => {
        const href = said.querySelector('a')?.getAttribute('href') ?? null;
        return href === null ? [] : [[href, said] as const];
      }),
    ),
  };
}

function yearsOf(table: HTMLTableElement): ShownYear[] {
  return [...(table.tBodies[0]?.rows ?? [])].flatMap((row) => {
    const [cell, result] = row.cells;
    const head = cell?.querySelector('.nb');
    const year = /\d+/u.exec(head?.textContent ?? '')?.[0];
    if (head === null || head === undefined || result === undefined || year === undefined)
      return [];
    return [{ year: Number(year), head, result }];
  });
}
