import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/charts/draw.ts';
import {
  indicatorChart,
  type ChartWidth,
  type IndicatorChartInput,
} from '../../src/charts/indicator-chart.ts';
import { changedQuestion, nineYears, shapes } from './inputs.ts';
import { faults, overlap, pointBoxes, readSvg, textBoxes, type ReadElement } from './read-svg.ts';

function draw(input: IndicatorChartInput, width: ChartWidth): string {
  const { config, size } = indicatorChart(input, width);
  return drawSvg(config, size, { label: '' });
}

function texts(svg: string, fill?: string): readonly string[] {
  return readSvg(svg)
    .filter(
      ({ tag, attributes }) =>
        tag === 'text' && (fill === undefined || attributes['fill'] === fill),
    )
    .map(({ text }) => text);
}

/** The solid lines of the actual values. */
function lines(svg: string): readonly ReadElement[] {
  return readSvg(svg).filter(
    ({ tag, attributes }) =>
      tag === 'path' && attributes['stroke-width'] === '2.5' && attributes['fill'] === 'none',
  );
}

const drawings = Object.entries(shapes).flatMap(([name, input]) =>
  (['narrow', 'wide'] as const).map((width) => ({ name, width, input })),
);

describe('the test’s own eye for faults', () => {
  it('sees a text over a text, over a point, and outside', () => {
    const text = (x: number, y: number, words: string): string =>
      `<text x="${String(x)}" y="${String(y)}" font-size="10" font-weight="400">${words}</text>`;
    expect(faults(`<svg>${text(10, 20, '一二三')}${text(25, 22, '四')}</svg>`, 100, 100)).toEqual([
      '"一二三" over "四"',
    ]);
    expect(
      faults(`<svg>${text(10, 20, '一')}<circle cx="18" cy="15" r="4"/></svg>`, 100, 100),
    ).toHaveLength(1);
    expect(
      faults(`<svg>${text(10, 20, '一')}<path d="M12 20l8-8 8 8-8 8Z"/></svg>`, 100, 100),
    ).toHaveLength(1);
    expect(faults(`<svg>${text(95, 20, '一')}</svg>`, 100, 100)).toEqual([
      '"一" leaves the picture',
    ]);
    expect(
      faults(
        `<svg>${text(10, 20, '一')}${text(30, 20, '二')}<circle cx="60" cy="15" r="4"/></svg>`,
        100,
        100,
      ),
    ).toEqual([]);
  });
});

describe('indicatorChart', () => {
  it.each(drawings)(
    'lets no text meet another, a point or the edge: $name, $width',
    ({ input, width }) => {
      const { size } = indicatorChart(input, width);
      expect(faults(draw(input, width), size.width, size.height)).toEqual([]);
    },
  );

  it.each(drawings)(
    'shows every point and labels the last actual and every target: $name, $width',
    ({ input, width }) => {
      const svg = draw(input, width);
      const count =
        input.actuals.flatMap(({ points }) => points).length +
        input.others.length +
        input.targets.length;
      expect(pointBoxes(svg)).toHaveLength(count);
      expect(new Set(texts(svg, 'var(--target)'))).toEqual(
        new Set(input.targets.map(({ label }) => label)),
      );
      const last = input.actuals.at(-1)?.points.at(-1);
      const strong = texts(svg, 'var(--ink)');
      if (last === undefined) expect(strong).toEqual([]);
      else
        expect(strong).toEqual([width === 'wide' ? (input.newestLabel ?? last.label) : last.label]);
    },
  );

  it.each(drawings)(
    'writes the first and the last year and names every break: $name, $width',
    ({ input, width }) => {
      const svg = draw(input, width);
      const years = [...input.actuals.flatMap(({ points }) => points), ...input.targets].map(
        ({ year }) => year,
      );
      const written = texts(svg, 'var(--quiet)');
      expect(written).toEqual(
        expect.arrayContaining([
          ...(input.years[String(Math.min(...years))] ?? ['no first year']),
          ...(input.years[String(Math.max(...years))] ?? ['no last year']),
        ]),
      );
      const quiet = written.join('').replaceAll(' ', '');
      for (const { before, after } of input.breaks) {
        expect(quiet).toContain(before.replaceAll(' ', ''));
        expect(quiet).toContain(after.replaceAll(' ', ''));
      }
    },
  );

  it('labels first, highest, lowest and last, and a clear valley where the first is the lowest', () => {
    expect(texts(draw(nineYears, 'narrow'), 'var(--text)')).toEqual(['27.3', '42.3', '29.5']);
    expect(texts(draw(nineYears, 'narrow'), 'var(--ink)')).toEqual(['36.5']);
  });

  it('leaves small ups and downs to the table', () => {
    const { 'fifteen years': rising } = shapes;
    if (rising === undefined) throw new Error('no such shape');
    expect(texts(draw(rising, 'wide'), 'var(--text)')).toEqual(['12']);
  });

  it.each(['narrow', 'wide'] as const)(
    'cuts the line at a break and draws the rule between: %s',
    (width) => {
      const svg = draw(changedQuestion, width);
      const rule = readSvg(svg).find(({ attributes }) => attributes['stroke-dasharray'] === '4 4');
      const at = Number(/^M(\S+) /.exec(rule?.attributes['d'] ?? '')?.[1]);
      const points = pointBoxes(svg)
        .filter(({ what }) => what.startsWith('circle'))
        .map(({ left, right }) => (left + right) / 2);
      expect(points.filter((x) => x < at)).toHaveLength(4);
      expect(points.filter((x) => x > at)).toHaveLength(5);
      const [current, earlier, ...more] = lines(svg);
      expect(more).toEqual([]);
      expect([current, earlier].map((line) => line?.attributes['stroke']).sort()).toEqual([
        'var(--data-1)',
        'var(--data-2)',
      ]);
      for (const line of [current, earlier]) {
        const d = line?.attributes['d'] ?? '';
        expect(d.match(/M/g)).toHaveLength(1);
        const start = Number(/^M(\S+) /.exec(d)?.[1]);
        const steps = line?.attributes['stroke'] === 'var(--data-1)' ? 4 : 3;
        expect(start > at).toBe(steps === 4);
        expect(d.match(/-?[\d.]+/g)).toHaveLength(2 + 2 * steps);
      }
    },
  );

  it('draws one line through years without a value in between', () => {
    const { 'adjacent years': gap } = shapes;
    if (gap === undefined) throw new Error('no such shape');
    expect(lines(draw(gap, 'wide'))).toHaveLength(1);
  });

  it('makes the points of an earlier method hollow and grey, others filled', () => {
    const circles = readSvg(draw(changedQuestion, 'narrow')).filter(({ tag }) => tag === 'circle');
    const kinds = circles.map(
      ({ attributes }) => `${attributes['fill'] ?? ''} ${attributes['stroke'] ?? ''}`,
    );
    expect(kinds.filter((kind) => kind === 'var(--ground) var(--data-2)')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'var(--data-1) var(--ground)')).toHaveLength(5);
  });

  it('fills the newer plan’s diamond and leaves the earlier one’s hollow', () => {
    const diamonds = readSvg(draw(nineYears, 'wide')).filter(({ attributes }) =>
      (attributes['d'] ?? '').endsWith('Z'),
    );
    expect(diamonds.map(({ attributes }) => attributes['fill'])).toEqual([
      'var(--ground)',
      'var(--ground)',
      'var(--target)',
    ]);
  });

  it('draws the straight path from its start to the target in dots, and names it in the wide drawing only', () => {
    const pace = readSvg(draw(nineYears, 'wide')).find(
      ({ attributes }) => attributes['stroke-dasharray'] === '2 6',
    );
    expect(pace?.attributes).toMatchObject({
      stroke: 'var(--target)',
      'stroke-linecap': 'round',
      'stroke-width': '2',
    });
    expect(texts(draw(nineYears, 'wide'))).toContain('まっすぐ進む道すじ');
    expect(texts(draw(nineYears, 'narrow'))).not.toContain('まっすぐ進む道すじ');
  });

  it('starts at zero, or below it when a value is', () => {
    const ticks = (name: string): readonly string[] => {
      const input = shapes[name];
      if (input === undefined) throw new Error('no such shape');
      return textBoxes(draw(input, 'wide'))
        .filter(({ right }) => right < 60)
        .map(({ what }) => what);
    };
    expect(ticks('nine years')).toEqual(['0', '20', '40', '60％']);
    expect(ticks('negative')).toEqual(['-10.0', '-5.0', '0.0', '5％']);
    expect(ticks('all negative')).toEqual(['-3,000', '-2,000', '-1,000', '0％']);
  });

  it('puts a long unit above the plot instead of pushing the plot aside', () => {
    const { 'very large labels': water } = shapes;
    if (water === undefined) throw new Error('no such shape');
    const box = textBoxes(draw(water, 'narrow')).find(({ what }) => what === '30 million m³');
    const grid = readSvg(draw(water, 'narrow'))
      .filter(({ attributes }) => attributes['stroke'] === 'var(--grid)')
      .map(({ attributes }) => /^M(\S+) (\S+)H/.exec(attributes['d'] ?? ''));
    expect(box?.left).toBe(2);
    expect(box?.bottom).toBeLessThan(Math.min(...grid.map((line) => Number(line?.[2]))));
    expect(Number(grid[0]?.[1])).toBeLessThan(40);
  });

  it('places labels the same for a live canvas with its own colours and font', () => {
    const { config, size } = indicatorChart(nineYears, 'wide', {
      colour: (role) => `var(--${role})`,
      fontFamily: '"Noto Sans JP", sans-serif',
    });
    expect(drawSvg(config, size, { label: '' })).toBe(draw(nineYears, 'wide'));
    const live = indicatorChart(nineYears, 'wide', {
      colour: () => '#123456',
      fontFamily: 'serif',
    });
    expect(
      drawSvg(live.config, live.size, { label: '' }).replaceAll(/#123456|var\(--[\w-]+\)/g, ''),
    ).not.toContain('var(');
    expect(JSON.stringify(live.config)).not.toContain('var(');
  });

  it('refuses a chart without any year and values which are not numbers', () => {
    expect(() =>
      indicatorChart({ ...nineYears, actuals: [], others: [], targets: [], pace: null }, 'wide'),
    ).toThrow(RangeError);
    expect(() =>
      indicatorChart(
        { ...nineYears, targets: [{ year: 2030, value: Number.NaN, label: '', filled: true }] },
        'wide',
      ),
    ).toThrow(RangeError);
  });

  it('keeps two boxes that only touch apart', () => {
    const box = { what: '', left: 0, right: 10, top: 0, bottom: 10 };
    expect(overlap(box, { ...box, left: 10, right: 20 })).toBe(false);
    expect(overlap(box, { ...box, left: 9, right: 20 })).toBe(true);
  });
});
