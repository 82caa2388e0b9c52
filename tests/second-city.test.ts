import { describe, expect, it } from 'vitest';
import { answer } from '../src/core/answer.ts';
import { formatDecimal, type Decimal } from '../src/core/decimal.ts';
import { makeFormat } from '../src/core/format.ts';
import { layerDictionaries, makeWords, plainText } from '../src/core/i18n.ts';
import type { Model } from '../src/core/model.ts';
import { page, makePaths } from '../src/core/paths.ts';
import { newestFigure, vintages } from '../src/core/progress.ts';
import { leadingPromise } from '../src/core/promise.ts';
import { translator } from '../src/core/translate.ts';
import { english } from '../src/i18n/index.ts';
import { inspectCity } from '../src/inspect.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { PROJECT, SECOND_CITY } from './lib/city.ts';

/** An invented city that differs from the first in all the engine could secretly take for granted. */
const dictionaries = readDictionaries();

function read(city: string): { model: Model; warnings: readonly string[] } {
  const { model, problems } = inspectCity(readContentFiles(city), dictionaries);
  if (model === null)
    throw new Error(problems.map((p) => `${p.file}:${String(p.line)} ${p.code}`).join('\n'));
  return { model, warnings: problems.map((p) => `${p.code} ${p.file}`) };
}
const { model, warnings } = read(SECOND_CITY);

const REPORT = 'harbour-2015-report';
const PLAN = 'tide-2020-plan';
const REVIEW = 'tide-2020-review';
const text = (value: Decimal | null | undefined) =>
  value === null || value === undefined ? null : formatDecimal(value);
const own = (indicator: string) => model.observations.filter((o) => o.indicator_id === indicator);
const promise = (indicator: string, document: string, year: number) => {
  const found = model.promises
    .get(indicator)
    ?.find((p) => p.document.id === document && p.target.reference_year === year);
  if (found === undefined) throw new Error(`No promise ${indicator} ${document} ${String(year)}`);
  return found;
};

/** Worked out by hand: indicator, document, year, state, place on the path, path's value, rate, gap. */
const PROMISES: readonly (readonly [
  string,
  string,
  number,
  string,
  string | null,
  string | null,
  string | null,
  string | null,
])[] = [
  ['cycle-paths', PLAN, 2024, 'passed_unknown', 'below', '45.30', '42.2', '3.90'],
  ['cycle-paths', REVIEW, 2024, 'passed_unknown', 'below', '46.50', '32.6', '5.90'],
  ['cycle-paths-shore', PLAN, 2028, 'ahead', 'on_or_above', '12.33', '71.3', '1.15'],
  ['cycle-paths-shore', REVIEW, 2030, 'ahead', 'on_or_above', '12.09', '71.3', '1.15'],
  ['cycle-paths-town', PLAN, 2022, 'reached', 'on_or_above', '30.25', null, '0.00'],
  ['cycle-paths-town', REVIEW, 2022, 'reached', 'on_or_above', '30.25', null, '0.00'],
  ['ferry-punctuality', REPORT, 2019, 'passed_unknown', null, null, '193.3', '4.2'],
  ['ferry-punctuality', PLAN, 2022, 'not_reached', 'below', '90.0', '89.3', '0.8'],
  ['ferry-punctuality', REVIEW, 2022, 'nearly', 'below', '90.0', '89.3', '0.8'],
  ['harbour-account', PLAN, 2025, 'ahead', 'behind_start', '-21', '-10.7', '2380'],
  ['harbour-account', REVIEW, 2025, 'ahead', 'behind_start', '-193', '-12.4', '2080'],
  ['night-noise', PLAN, 2022, 'reached', null, null, null, null],
  ['night-noise', REVIEW, 2022, 'reached', null, null, null, null],
  // Measured otherwise since the start: no path leads from there.
  ['river-nitrate', PLAN, 2022, 'reached', null, null, '116.7', '0.05'],
  ['river-nitrate', PLAN, 2028, 'ahead', null, null, '35.0', '0.65'],
  ['river-nitrate', REVIEW, 2022, 'reached', null, null, '116.7', '0.05'],
  ['river-nitrate', REVIEW, 2027, 'ahead', null, null, '35.0', '0.65'],
  ['river-temperature', PLAN, 2022, 'not_reached', null, null, '178.6', '0.55'],
  ['river-temperature', REVIEW, 2022, 'not_reached', null, null, '178.6', '0.55'],
  ['sea-wall', PLAN, 2028, 'not_computable', null, null, null, null],
  ['telephone-hours', PLAN, 2022, 'in_words', null, null, null, null],
  ['telephone-hours', REVIEW, 2026, 'in_words', null, null, null, null],
];

describe('the second city', () => {
  it('has no error, and the warnings that its unfinished languages deserve', () => {
    expect(warnings).toEqual([
      'dictionary_incomplete content/i18n/de.json',
      'translation_missing content/translations/de.csv',
      'translation_missing content/translations/ja.csv',
    ]);
  });

  it('takes nothing from the first city: no name, id or word of it is in the model', () => {
    const { model: first } = read(PROJECT);
    const said = JSON.stringify(model, (_, value: unknown) =>
      value instanceof Map
        ? [...(value as Map<string, unknown>)]
        : typeof value === 'bigint'
          ? String(value)
          : value,
    );
    const foreign = [
      first.site.name,
      first.site.publisher,
      first.site.url,
      first.site.area_code ?? '',
      '熊本',
      'Kumamoto',
      'くまもと',
      ...[first.plans, first.documents, first.indicators, first.sections].flatMap((list) =>
        list.map((thing) => thing.id),
      ),
      ...[first.plans, first.documents, first.indicators, first.sections].flatMap((list) =>
        list.map((thing) => thing.name),
      ),
      ...first.measures.map((m) => m.measure_id),
      ...first.facts.map((f) => f.fact_id),
    ].filter((word) => word !== '');
    expect(foreign.length).toBeGreaterThan(80);
    expect(foreign.filter((word) => said.includes(JSON.stringify(word).slice(1, -1)))).toEqual([]);
  });

  it('stands below a base path, with addresses of its own for its languages', () => {
    const paths = makePaths(model.site.url, model.site.languages);
    expect(paths.base).toBe('/rivermouth/');
    expect(paths.page('de', page.indicator('sea-wall'))).toBe(
      '/rivermouth/deutsch/indicators/sea-wall/',
    );
    expect(paths.absolute(paths.page('ja', page.home()))).toBe(
      'https://data.example.org/rivermouth/ja/',
    );
  });
});

describe('promises of the second city', () => {
  it.each(PROMISES)(
    'judges %s of %s for %i as %s',
    (indicator, document, year, state, place, path, rate, gap) => {
      const p = promise(indicator, document, year);
      expect([
        p.state,
        p.path?.place ?? null,
        text(p.path?.value),
        text(p.rate),
        text(p.gap),
      ]).toEqual([state, place, path, rate, gap]);
    },
  );

  it('has these promises and no other: a repeated target is one promise', () => {
    const all = [...model.promises].flatMap(([id, list]) =>
      list.map((p) => `${id} ${p.document.id} ${String(p.target.reference_year)}`),
    );
    expect(all.toSorted()).toEqual(
      PROMISES.map(([id, document, year]) => `${id} ${document} ${String(year)}`).toSorted(),
    );
  });

  it('says “nearly” only by the city’s own mark, in the document that prints it', () => {
    const nearly = [...model.promises.values()].flat().filter((p) => p.state === 'nearly');
    expect(nearly.map((p) => [p.indicator.id, p.document.id])).toEqual([
      ['ferry-punctuality', REVIEW],
    ]);
  });

  it('ends a calendar year on its last day: a target of this year is ahead, one of last year has passed', () => {
    expect(model.site.as_of).toBe('2025-06-30');
    expect(promise('harbour-account', REVIEW, 2025).state).toBe('ahead');
    expect(promise('cycle-paths', REVIEW, 2024).state).toBe('passed_unknown');
  });

  it('knows the limit of the river’s temperature for looser than its start, and draws no path', () => {
    const looser = [...model.promises.values()].flat().filter((p) => p.looser_than_start);
    expect(looser.map((p) => [p.indicator.id, p.document.id, p.path])).toEqual([
      ['river-temperature', REVIEW, null],
      ['river-temperature', PLAN, null],
    ]);
  });

  it('cannot judge a target that has neither start nor result, and says why', () => {
    const p = promise('sea-wall', PLAN, 2028);
    expect([p.reason, p.newest, p.baseline]).toEqual(['no_figure', null, null]);
  });

  it('has no promise for visitors, who have figures but no target', () => {
    expect(model.promises.get('lighthouse-visitors')).toEqual([]);
    const newest = newestFigure(own('lighthouse-visitors'), model.documents);
    expect([newest?.reference_year, text(newest?.value)]).toEqual([2022, '9870']);
  });

  it('leads with the promise whose year has a result, else with the next one due', () => {
    const leading = (id: string) => leadingPromise(model.promises.get(id) ?? []);
    expect([
      leading('river-nitrate')?.document.id,
      leading('river-nitrate')?.target.reference_year,
    ]).toEqual([REVIEW, 2022]);
    expect([
      leading('harbour-account')?.document.id,
      leading('harbour-account')?.target.reference_year,
    ]).toEqual([REVIEW, 2025]);
    expect(leading('lighthouse-visitors')).toBeNull();
  });

  it('judges a group and its parts each by its own figures', () => {
    const parts = model.indicators.filter((i) => i.parent === 'cycle-paths').map((i) => i.id);
    expect(parts).toEqual(['cycle-paths-shore', 'cycle-paths-town']);
    expect(parts.map((id) => leadingPromise(model.promises.get(id) ?? [])?.state)).toEqual([
      'ahead',
      'reached',
    ]);
    expect(leadingPromise(model.promises.get('cycle-paths') ?? [])?.state).toBe('passed_unknown');
  });

  it('keeps zero and negative figures as they are', () => {
    const figures = own('harbour-account')
      .filter((o) => o.role !== 'target')
      .map((o) => [o.reference_year, text(o.value)]);
    expect(figures).toEqual([
      [2018, '-1250'],
      [2018, '-1250'],
      [2022, '-1480'],
      [2020, '0'],
    ]);
  });

  it('never makes a number of a cell that was not surveyed', () => {
    const missing = own('lighthouse-visitors').find((o) => o.status === 'not_surveyed');
    expect([missing?.value, missing?.printed_value]).toEqual([null, 'not counted']);
  });
});

describe('checks of the second city', () => {
  it('recomputes every published rate and mark', () => {
    expect(
      model.checks
        .filter((c) => c.document_id === REVIEW)
        .map((c) => [c.check_id.slice(REVIEW.length + 1), c.published, c.computed, c.verdict]),
    ).toEqual([
      ['t1-r1-rate', '117', '116.7', 'reproduced'],
      ['t1-r1-mark', 'met', 'reached', 'reproduced'],
      ['t1-r2-mark', 'met', 'not_reached', 'differs'],
      ['t1-r3-rate', '12.4', '-12.43', 'differs'],
      ['t1-r4-rate', '89.3', '89.33', 'reproduced'],
      ['t1-r4-mark', 'nearly met', 'not_reached', 'not_computable'],
      ['t1-r7-rate', '100', null, 'not_computable'],
      ['t1-r7-mark', 'met', 'reached', 'reproduced'],
      ['t1-r8-mark', 'met', 'reached', 'reproduced'],
    ]);
  });

  it('recomputes a sum and a number of measures, in its own money', () => {
    const totals = model.checks.filter((c) => c.total !== null);
    expect(totals.map((c) => [c.kind, c.published, c.computed, c.unit, c.verdict])).toEqual([
      ['sum', '1,980', '1980', 'thousand-euros', 'reproduced'],
      ['count', '3 measures', '3', 'measure', 'reproduced'],
    ]);
  });

  it('explains each difference and nothing else', () => {
    expect(model.checks.filter((c) => c.explanation !== null).map((c) => c.verdict)).toEqual([
      'differs',
      'differs',
    ]);
  });

  it('judges the mark of a target that only names a trend, whatever the language of its words', () => {
    const check = model.checks.find((c) => c.assessment?.indicator_id === 'night-noise');
    expect([check?.assessment?.target_text, check?.computed]).toEqual(['falling', 'reached']);
  });
});

describe('goalposts of the second city', () => {
  it('tells how each target moved from one document to the next', () => {
    const moved = model.goalposts.filter((g) => g.kind !== 'unchanged' && g.kind !== 'new');
    expect(
      moved.map((g) => [
        g.indicator_id,
        g.kind,
        g.from_target,
        g.to_target,
        g.from_year,
        g.to_year,
      ]),
    ).toEqual([
      ['cycle-paths', 'raised', '48.00', '50.00', 2024, 2024],
      ['cycle-paths-shore', 'postponed', '15.00', '15.00', 2028, 2030],
      ['ferry-punctuality', 'raised', '85.0', '90.0', 2019, 2022],
      ['harbour-account', 'lowered', '900', '600', 2025, 2025],
      ['river-nitrate', 'brought_forward', '3.20', '3.20', 2028, 2027],
      ['telephone-hours', 'reworded', 'every weekday', 'every day, day and night', 2022, 2026],
    ]);
    // The plan before is printed with one target alone.
    expect(model.goalposts.filter((g) => g.kind === 'new')).toHaveLength(9);
    expect(model.goalposts).toHaveLength(20);
  });
});

describe('vintages of the second city', () => {
  it('keeps both figures of a year that two documents print differently, and of no other year', () => {
    const all = model.indicators.flatMap((i) =>
      vintages(own(i.id), model.documents).map((v) => [
        i.id,
        v.year,
        v.figures.map((f) => `${f.document_id} ${formatDecimal(f.value)}`),
      ]),
    );
    expect(all).toEqual([['lighthouse-visitors', 2018, [`${REPORT} 12400`, `${PLAN} 12650`]]]);
  });
});

describe('the second city’s plans and texts', () => {
  it('has two plans, the later one with its predecessor, and two levels of sections in one', () => {
    expect(
      model.plans.map((p) => [p.id, p.predecessor, Math.max(...p.sections.map((s) => s.depth))]),
    ).toEqual([
      ['harbour-2015', null, 0],
      ['tide-2020', 'harbour-2015', 1],
    ]);
    expect(model.sections.filter((s) => !s.has_page).map((s) => s.id)).toEqual(['tide-2020-town']);
  });

  it('keeps names with markup, quotes and braces letter by letter', () => {
    const name = (id: string) => model.indicators.find((i) => i.id === id)?.name;
    expect(name('river-nitrate')).toBe('Nitrate at the <b>&"Old Weir"</b>');
    expect(name('ferry-punctuality')).toBe('Ferries on time {harbour line}');
    expect(
      own('river-nitrate').some(
        (o) => o.printed_label === 'Mean nitrate at the <b>&"Old Weir"</b>',
      ),
    ).toBe(true);
  });

  it('falls back to the city’s own language where a translation is missing, and says so', () => {
    const german = translator(model, 'de');
    expect(german('indicators', 'river-nitrate', 'name', 'x')).toEqual({
      text: 'Nitrat am <b>&"Alten Wehr"</b>',
      lang: 'de',
      state: 'reviewed',
    });
    expect(german('indicators', 'ferry-punctuality', 'name', 'x').state).toBe('machine');
    expect(german('indicators', 'sea-wall', 'name', 'Raised sea wall')).toEqual({
      text: 'Raised sea wall',
      lang: 'en',
      state: 'original',
    });
  });

  it('has narrative in two languages: one file is missing in German', () => {
    expect(model.narrative.map((n) => `${n.plan}/${n.tag}/${n.name}`)).toEqual([
      'harbour-2015/en/index',
      'tide-2020/de/index',
      'tide-2020/en/index',
      'tide-2020/en/river',
    ]);
  });
});

describe('figures of the second city in words', () => {
  const speak = (tag: string) => {
    const layers = [model.words.get(tag), dictionaries.get(tag)].filter(
      (layer) => layer !== undefined,
    );
    const words = makeWords(tag, layerDictionaries(tag, layers, english).dictionary);
    return {
      words,
      format: makeFormat(words, translator(model, tag), model.units, {
        calendar: model.site.calendar,
        readings: false,
      }),
    };
  };
  const said = (tag: string, id: string) => {
    const { words, format } = speak(tag);
    const indicator = model.indicators.find((i) => i.id === id);
    const lead = leadingPromise(model.promises.get(id) ?? []);
    return plainText(
      answer(lead, newestFigure(own(id), model.documents), indicator?.unit ?? '', words, format),
    );
  };

  it('answers in the city’s language with calendar years, its units and its decimals', () => {
    expect(said('en', 'river-nitrate')).toMatch(/\b2022\b.*3\.85 mg\/l.*3\.90 mg\/l/u);
    expect(said('en', 'river-nitrate')).not.toMatch(/FY|R4/u);
    expect(said('en', 'ferry-punctuality')).toContain('89.2%');
    expect(said('en', 'harbour-account')).toContain('EUR −1,480 thousand');
  });

  it('answers in a language without a built-in dictionary, in the city’s words and that language’s numbers', () => {
    expect(said('de', 'river-nitrate')).toBe(
      '2022 waren es 3,85 mg/l: Das Ziel von 3,90 mg/l oder weniger wurde erreicht.',
    );
    // No German words for this answer: English stands in, with the city's unit in millions.
    expect(said('de', 'harbour-account')).toContain('−1,480 Mio. EUR');
  });

  it('calls a fiscal year that starts in January by its year alone, also in the span of a plan', () => {
    const { format } = speak('en');
    expect(format.year(2021, 'fiscal_year')).toBe('2021');
    expect(format.yearSpan(2020, 2029)).toMatch(/^2020\s*–\s*2029$/u);
    expect(speak('ja').format.yearSpan(2020, 2029)).toMatch(/^2020年?\D+2029年$/u);
  });

  it('puts the singular of a language into its own form', () => {
    const { format } = speak('de');
    expect(format.value({ digits: 1n, scale: 0 }, 'visitor')).toBe('1 Gast');
    expect(format.value({ digits: 9870n, scale: 0 }, 'visitor')).toBe('9.870 Gäste');
  });

  it('shows no Japanese era year in Japanese, because the city does not count in eras', () => {
    const { format } = speak('ja');
    expect(format.longYear(2022, 'calendar_year')).toBe('2022年');
    expect(format.shortEra(2022)).toBeNull();
  });
});
