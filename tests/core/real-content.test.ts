import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/core/decimal.ts';
import type { Model } from '../../src/core/model.ts';
import { newestFigure, vintages } from '../../src/core/progress.ts';
import { periodEnd } from '../../src/core/statistics.ts';
import { inspectCity } from '../../src/inspect.ts';
import { PROJECT_FOLDER } from '../../src/io/city.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';

/** The project's own city, whatever CITY says. Figures below were read from the documents by hand. */
const { model: read, problems } = inspectCity(readContentFiles(PROJECT_FOLDER), readDictionaries());
if (read === null)
  throw new Error(
    `The content has errors: ${problems.map((p) => `${p.file}:${String(p.line)} ${p.code}`).join(', ')}`,
  );
const model: Model = read;

const PLAN = 'sdgs-2022-plan';
const PROGRESS = 'sdgs-2022-progress';
const own = (indicator: string) => model.observations.filter((o) => o.indicator_id === indicator);

/** The plan (000) and its progress sheet (001), newest printed figure: year, value as printed, document. */
const NEWEST: readonly (readonly [string, number, string, string])[] = [
  ['city-gross-product', 2020, '2529', PROGRESS],
  ['community-activity', 2022, '34.5', PROGRESS],
  ['disaster-councils', 2022, '95', PROGRESS],
  ['fair-trade-awareness', 2020, '52.1', PLAN],
  ['farm-shipments', 2022, '1145', PROGRESS],
  ['greenhouse-gas-region', 2022, '6352', PROGRESS],
  ['groundwater-recharge', 2021, '2616', PROGRESS],
  ['groundwater-use', 2021, '10268', PROGRESS],
  ['health-districts', 2022, '68', PROGRESS],
  ['healthy-habits', 2022, '66.4', PROGRESS],
  ['nitrate-wells', 2022, '9', PROGRESS],
  ['school-volunteers', 2022, '20108', PROGRESS],
  ['sdgs-awareness', 2020, '30.5', PLAN],
  ['sdgs-registered', 2022, '988', PROGRESS],
  ['storage-batteries', 2022, '4', PROGRESS],
];

/** The progress sheet's own last column, table by table. */
const PUBLISHED = [
  ['13', '-126', '655', '13', '86', '0', '-1', '13', '34', '120'],
  ['17', '0', '-1', '86', '50', '-126', '655', '116', '34', '116', '達成', '120'],
];

describe('the real content', () => {
  it('has no error', () => {
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  });

  it('has the fifteen indicators', () => {
    expect(model.indicators.map((i) => i.id)).toEqual(
      expect.arrayContaining(NEWEST.map(([id]) => id)),
    );
  });

  it('has all that the documents print: measures, sections, facts, and the gaps between them', () => {
    expect({
      measures: model.measures.length,
      sections: model.sections.filter((s) => s.has_page).length,
      facts: model.facts.length,
      gaps: model.gaps.length,
    }).toEqual({ measures: 367, sections: 155, facts: 158, gaps: 159 });
  });

  it('tells of its plan and of each section of it, in each of its languages', () => {
    expect(model.site.languages.map((l) => l.tag)).toEqual(['ja', 'ja-x-easy', 'en']);
    const pages = [
      ...model.plans.map((plan) => `${plan.id}/index`),
      ...model.sections.filter((s) => s.has_page).map((s) => `${s.plan_id}/${s.tail}`),
    ].toSorted();
    for (const { tag } of model.site.languages) {
      const written = model.narrative.filter((n) => n.tag === tag);
      expect(written.map((n) => `${n.plan}/${n.name}`).toSorted(), tag).toEqual(pages);
    }
  });

  it.each(NEWEST)(
    'has as newest figure of %s that of %i: %s (%s)',
    (indicator, year, value, document) => {
      const figure = newestFigure(
        own(indicator).filter((o) => [PLAN, PROGRESS].includes(o.document_id)),
        model.documents,
      );
      expect([
        figure?.reference_year,
        figure === null ? null : formatDecimal(figure.value),
        figure?.document_id,
      ]).toEqual([year, value, document]);
    },
  );

  describe('the progress sheet', () => {
    const assessments = model.assessments.filter((a) => a.document_id === PROGRESS);
    const checks = model.checks.filter((c) => c.document_id === PROGRESS);

    it('has 22 assessments, printed as the sheet prints them', () => {
      const printed = assessments.map((a) => [
        a.table_id,
        a.row_no,
        a.published_rate_percent === null
          ? a.published_mark
          : formatDecimal(a.published_rate_percent),
      ]);
      expect(printed).toEqual(
        PUBLISHED.flatMap((rates, t) =>
          rates.map((rate, r) => [`${PROGRESS}-t${String(t + 1)}`, r + 1, rate]),
        ),
      );
      expect(assessments).toHaveLength(22);
    });

    it('prints 21 percentages, of which 20 reproduce', () => {
      const rates = checks.filter((c) => c.kind === 'achievement_rate');
      expect(rates).toHaveLength(21);
      expect(rates.filter((c) => c.verdict === 'reproduced')).toHaveLength(20);
    });

    it('differs for groundwater use alone, which computes to −115.6 against 116, explained', () => {
      const differing = checks.filter((c) => c.verdict !== 'reproduced');
      expect(differing.map((c) => [c.subject_id, c.verdict, c.published, c.computed])).toEqual([
        ['groundwater-use', 'differs', '116', '-115.6'],
      ]);
      expect(differing[0]?.explanation ?? '').not.toBe('');
    });

    it('says 達成 of the nitrate wells, which reproduces as met', () => {
      const [mark] = checks.filter((c) => c.kind === 'mark');
      expect([mark?.subject_id, mark?.published, mark?.computed, mark?.verdict]).toEqual([
        'nitrate-wells',
        '達成',
        'reached',
        'reproduced',
      ]);
    });
  });

  it('never calls a promise kept or broken whose result is not printed', () => {
    const all = [...model.promises.values()].flat();
    const passed = all.filter((p) => {
      const fiscal =
        p.indicator.period_type === 'fiscal_year' || p.target.period_type === 'fiscal_year';
      return periodEnd(p.target.reference_year, fiscal, 4) < model.site.as_of;
    });
    const unknown = passed.filter(
      (p) =>
        !own(p.indicator.id).some(
          (o) =>
            o.role !== 'target' && o.value !== null && o.reference_year === p.target.reference_year,
        ),
    );
    expect(unknown.length).toBeGreaterThanOrEqual(25);
    expect(
      unknown
        .filter((p) => p.state !== 'passed_unknown' && p.state !== 'in_words')
        .map((p) => [p.indicator.id, p.document.id, p.state]),
    ).toEqual([]);
    const here = all.filter((p) => [PLAN, PROGRESS].includes(p.document.id));
    expect(
      here
        .filter((p) => p.state === 'ahead')
        .map((p) => [p.indicator.id, p.document.id, p.target.reference_year]),
    ).toEqual([
      ['community-activity', PROGRESS, 2030],
      ['community-activity', PLAN, 2030],
      ['sdgs-awareness', PLAN, 2030],
    ]);
  });

  it('knows one goalpost that moved between the plan and its sheet: registered organisations, 500 → 850', () => {
    const between = model.goalposts.filter(
      (g) => g.from_document_id === PLAN && g.to_document_id === PROGRESS,
    );
    expect(between).toHaveLength(13);
    expect(
      between
        .filter((g) => g.kind !== 'unchanged')
        .map((g) => [g.indicator_id, g.kind, g.from_target, g.to_target, g.to_year]),
    ).toEqual([['sdgs-registered', 'raised', '500', '850', 2023]]);
  });

  it('keeps two figures for one year of the city’s gross product, and of nothing else', () => {
    const all = model.indicators.flatMap((i) =>
      vintages(
        own(i.id).filter((o) => [PLAN, PROGRESS].includes(o.document_id)),
        model.documents,
      ).map((v) => [
        i.id,
        v.year,
        v.figures.map((f) => `${formatDecimal(f.value)} ${f.document_id}`),
      ]),
    );
    expect(all).toEqual([['city-gross-product', 2018, [`2567 ${PLAN}`, `2620 ${PROGRESS}`]]]);
  });

  it('draws no path to the groundwater target, which is looser than its start', () => {
    const looser = [...model.promises.values()]
      .flat()
      .filter((p) => p.looser_than_start && [PLAN, PROGRESS].includes(p.document.id));
    expect(looser.map((p) => [p.indicator.id, p.path])).toEqual([
      ['groundwater-use', null],
      ['groundwater-use', null],
    ]);
  });
});
