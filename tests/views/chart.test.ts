import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/charts/draw.ts';
import { indicatorChart, type ChartData } from '../../src/charts/indicator-chart.ts';
import { inspectCity } from '../../src/inspect.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { leadingPromise } from '../../src/core/promise.ts';
import { courseOf } from '../../src/views/course.ts';
import { makeEditions, type Edition } from '../../src/views/edition.ts';
import { indicatorView } from '../../src/views/indicator.ts';
import { planIndicators, planStates } from '../../src/views/lists.ts';
import { planRows, planView } from '../../src/views/plan.ts';
import { pointBoxes } from '../charts/read-svg.ts';
import { PROJECT, SECOND_CITY } from '../lib/city.ts';

function editionsOf(city: string): readonly Edition[] {
  const dictionaries = readDictionaries();
  const { model } = inspectCity(readContentFiles(city), dictionaries);
  if (model === null) throw new Error(`${city} cannot be read`);
  return makeEditions(model, dictionaries, model.site.url);
}
const editions = [...editionsOf(PROJECT), ...editionsOf(SECOND_CITY)];
const named = editions.map(
  (edition) => [`${edition.model.site.name} ${edition.tag}`, edition] as const,
);

describe.each(named)('the live chart of %s', (_, edition) => {
  const charts = edition.model.indicators.flatMap((indicator) => {
    const { chart } = indicatorView(edition, indicator);
    return chart === null ? [] : [chart];
  });

  it('is made from plain data: written as JSON and read again it is the same picture', () => {
    expect(charts.length).toBeGreaterThan(0);
    for (const { live, input } of charts) {
      const again = JSON.parse(JSON.stringify(live)) as ChartData;
      expect(again).toEqual(live);
      const picture = (of: typeof input) => {
        const { config, size } = indicatorChart(of, 'narrow');
        return drawSvg(config, size, { label: '' });
      };
      expect(picture(again.input)).toBe(picture(input));
    }
  });

  it('reads each point once, where the drawing has it, from the newest result on', () => {
    for (const { live, input } of charts) {
      const count =
        input.actuals.flatMap(({ points }) => points).length +
        input.others.length +
        input.targets.length;
      expect(live.stops).toHaveLength(count);
      expect(live.label).not.toMatch(/[｜《]/u);
      for (const width of ['narrow', 'wide'] as const) {
        const { config, size } = indicatorChart(input, width);
        const drawn = pointBoxes(drawSvg(config, size, { label: '' }));
        for (const stop of live.stops) {
          const [x, y] = stop[width];
          const near = drawn.some(
            (box) =>
              Math.abs((box.left + box.right) / 2 - x) < 0.3 &&
              Math.abs((box.top + box.bottom) / 2 - y) < 0.3,
          );
          expect([stop.head, near]).toEqual([stop.head, true]);
        }
      }
      const newest = input.actuals.flatMap(({ points }) => points).at(-1);
      expect(live.stops[live.start]?.head).toContain(newest?.label);
      const places = live.stops.map(({ wide: [x] }) => x);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});

describe.each(named)('the courses of %s', (_, edition) => {
  it('has one where there are two results or more', () => {
    for (const indicator of edition.model.indicators) {
      const leading = leadingPromise(edition.model.promises.get(indicator.id) ?? []);
      const course = courseOf(edition, indicator, leading);
      const points = (indicatorView(edition, indicator).chart?.input.actuals ?? []).flatMap(
        (segment) => segment.points,
      );
      expect([indicator.id, course !== null]).toEqual([indicator.id, points.length >= 2]);
      expect(course?.input.actuals.flatMap((s) => s.points).length ?? points.length).toBe(
        points.length,
      );
      expect(course?.label ?? '').not.toMatch(/[｜《{]/u);
    }
  });
});

describe.each(named)('the promises of the plans of %s', (_, edition) => {
  it('counts each indicator of a plan once', () => {
    for (const plan of edition.model.plans) {
      const count = planStates(edition, plan).reduce((sum, state) => sum + state.count, 0);
      expect([plan.id, count]).toEqual([plan.id, planIndicators(edition, plan).length]);
      expect(planView(edition, plan).states).toEqual(planStates(edition, plan));
    }
    expect(planRows(edition).map((row) => row.states)).toEqual(
      edition.model.plans.map((plan) => planStates(edition, plan)),
    );
  });
});

it('judges an indicator of two plans by each plan’s own target', () => {
  const second = editionsOf(SECOND_CITY)[0];
  if (second === undefined) throw new Error('no edition');
  const shapes = second.model.plans.map((plan) => [
    plan.id,
    planStates(second, plan).map(({ status, count }) => [status.shape, count]),
  ]);
  // Ferries: the first plan's 2019 has no result, the second plan's 2022 was nearly reached.
  expect(shapes).toEqual([
    [
      'harbour-2015',
      [
        ['passed_met', 1],
        ['none', 1],
      ],
    ],
    [
      'tide-2020',
      [
        ['reached', 3],
        ['nearly', 1],
        ['not_reached', 1],
        ['passed_short', 1],
        ['on_or_above', 1],
        ['behind_start', 1],
        ['in_words', 1],
        ['not_computable', 1],
      ],
    ],
  ]);
});
