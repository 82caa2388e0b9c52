import { describe, expect, it } from 'vitest';
import { budgetView } from '../../src/views/budget-cuts.ts';
import { lastYearOver, compareView } from '../../src/views/compare.ts';
import { makeEditions } from '../../src/views/edition.ts';
import { valuesOf, type RowFacets } from '../../src/views/list-facets.ts';
import {
  budgetFilter,
  indicatorFilter,
  measureFilter,
  type FilterView,
} from '../../src/views/list-filters.ts';
import { topicGroups } from '../../src/views/lists.ts';
import { measureGroups } from '../../src/views/measure.ts';
import { inspectCity } from '../../src/inspect.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { SECOND_CITY } from '../lib/city.ts';
import { edition, fullCity } from './first-city.ts';

const whole = fullCity();
const [ja, easy, en] = [edition('ja', whole), edition('ja-x-easy', whole), edition('en', whole)];
const { model: second } = inspectCity(readContentFiles(SECOND_CITY), readDictionaries());
if (second === null) throw new Error('the second city cannot be read');
const [rivermouth] = makeEditions(second, readDictionaries(), second.site.url);
if (rivermouth === undefined) throw new Error('no language');

const indicators = (of: typeof ja): RowFacets[] =>
  topicGroups(of).flatMap(({ rows }) => rows.map(({ facets }) => facets));
const measures = (of: typeof ja): RowFacets[] =>
  measureGroups(of).flatMap(({ facets, rows }) =>
    rows.map((row) => ({ ...facets, ...row.facets })),
  );
const names = ({ fields }: FilterView) => fields.map(({ name, kind }) => [name, kind]);
const options = ({ fields }: FilterView, name: string) =>
  fields.find((field) => field.name === name)?.groups.flatMap((group) => group.options) ?? [];

describe('the filters of the indicators', () => {
  const rows = indicators(en);
  const filter = indicatorFilter(en, rows);

  it('offer plan, topic, goal and states, and orders with the site’s own first', () => {
    expect(names(filter)).toEqual([
      ['plan', 'one'],
      ['topic', 'one'],
      ['goal', 'one'],
      ['state', 'several'],
    ]);
    expect(filter.orders.map(({ value, by }) => [value, by])).toEqual([
      ['', 'place'],
      ['name', 'text'],
      ['year', 'number'],
      ['state', 'place'],
    ]);
    expect(filter.total).toBe(rows.length);
  });

  it('offer each value that some indicator has, and none that all lack', () => {
    for (const { name } of filter.fields) {
      const offered = options(filter, name).map(({ value }) => value);
      expect(offered.toSorted()).toEqual([...valuesOf(rows, name)].toSorted());
      expect(new Set(offered).size).toBe(offered.length);
    }
  });

  it('have one state a word, not one a drawing', () => {
    const words = options(filter, 'state').map(({ label }) => label.text);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toContain(en.words.t('state.passed_unknown'));
  });

  it('have the same values in every language', () => {
    const values = (of: typeof ja) => {
      const own = indicatorFilter(of, indicators(of));
      return own.fields.map(({ name }) => options(own, name).map(({ value }) => value));
    };
    expect(values(ja)).toEqual(values(en));
    expect(values(easy)).toEqual(values(en));
  });

  it('find an indicator by what people call it, and sort kanji by their sound', () => {
    const row = (of: typeof ja) =>
      topicGroups(of)
        .flatMap((group) => group.rows)
        .find(({ id }) => id === 'groundwater-recharge')?.facets;
    expect(row(ja)?.['data-words']).toContain('湛水');
    expect(row(en)?.['data-words']).toContain('paddy');
    expect(row(ja)?.['data-reading']).toContain('ちかすい');
    expect(row(en)?.['data-reading']).toBeUndefined();
  });
});

describe('the filters of the measures', () => {
  const rows = measures(ja);
  const filter = measureFilter(ja, rows);

  it('offer plan, heading or ward, bureau, and whether an amount is printed', () => {
    expect(names(filter)).toEqual([
      ['plan', 'one'],
      ['section', 'one'],
      ['bureau', 'one'],
      ['amount', 'yes'],
    ]);
    expect(filter.total).toBe(whole.measures.length);
  });

  it('offer headings that have a page, wards among them, under their plan', () => {
    const sections = options(filter, 'section').map(({ value }) =>
      whole.sections.find(({ id }) => id === value),
    );
    expect(sections.filter((section) => section?.has_page !== true)).toEqual([]);
    expect(sections.some((section) => section?.kind === 'ward')).toBe(true);
    const labels = filter.fields[1]?.groups.map(({ label }) => label) ?? [];
    expect(labels.length).toBeGreaterThan(1);
    expect(labels).not.toContain(null);
  });

  it('name a bureau by the documents’ own name, in whatever language it is shown', () => {
    const offered = options(measureFilter(en, measures(en)), 'bureau');
    expect(offered.find(({ value }) => value === '環境局')?.label.text).toMatch(/^[A-Z]/u);
  });
});

describe('the filters of the budget', () => {
  it('offer what the rows of the year have, and leave the order to the heads of the table', () => {
    const view = budgetView(ja);
    expect(names(view.filter)).toEqual([
      ['section', 'one'],
      ['bureau', 'one'],
      ['amount', 'yes'],
    ]);
    expect(view.filter.orders).toEqual([]);
    expect(view.filter.total).toBe(view.rows.length);
  });

  it('offer nothing to choose where all rows are alike', () => {
    const row = { 'data-section': 'a', 'data-bureau': 'x', 'data-amount': '1' } as const;
    expect(budgetFilter(ja, [row, row]).fields).toEqual([]);
  });
});

describe('the choice of two to compare', () => {
  it('has every indicator with figures of its own once, by topic, with its page', () => {
    const { groups } = compareView(en);
    const ids = groups.flatMap((group) => group.options.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(indicators(en).length);
    expect(groups.flatMap((group) => group.options)[0]?.href).toMatch(/^\/en\/indicators\/./u);
  });

  it('speaks to a script without readings', () => {
    expect(JSON.stringify(compareView(easy).words)).not.toMatch(/[｜《》]/u);
  });

  it('knows which year is over: that of the calendar before that of the budget', () => {
    const [indicator] = rivermouth.model.indicators;
    if (indicator === undefined) throw new Error('no indicator');
    expect(rivermouth.model.site.as_of).toBe('2025-06-30');
    expect(lastYearOver(rivermouth, { ...indicator, period_type: 'calendar_year' })).toBe(2024);
    const april = {
      ...rivermouth,
      model: {
        ...rivermouth.model,
        site: {
          ...rivermouth.model.site,
          as_of: '2025-03-30',
          calendar: { ...rivermouth.model.site.calendar, fiscal_year_start_month: 4 },
        },
      },
    };
    expect(lastYearOver(april, { ...indicator, period_type: 'fiscal_year' })).toBe(2023);
    expect(lastYearOver(april, { ...indicator, period_type: 'calendar_year' })).toBe(2024);
  });
});
