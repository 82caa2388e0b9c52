import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/core/decimal.ts';
import { isFigure, measured, newestFigure, vintages } from '../../src/core/progress.ts';
import { makeDocument, makeObservation } from './make.ts';

const documents = [makeDocument('old', 0), makeDocument('new', 1)];

describe('isFigure', () => {
  it('wants a number with status ok', () => {
    expect(isFigure(makeObservation('old', 'actual', 2020, '0'))).toBe(true);
    expect(isFigure(makeObservation('old', 'actual', 2020, null, { status: 'not_yet' }))).toBe(
      false,
    );
    expect(isFigure(makeObservation('old', 'actual', 2020, '5', { status: 'unresolved' }))).toBe(
      false,
    );
  });
});

describe('measured', () => {
  it('leaves out targets, repeats and cells without a number, oldest year and document first', () => {
    const first = makeObservation('new', 'actual', 2022, '3');
    const figures = measured(
      [
        first,
        makeObservation('new', 'actual', 2022, '3', { repeat_of: first.observation_id }),
        makeObservation('new', 'target', 2023, '9'),
        makeObservation('new', 'baseline', 2020, '2'),
        makeObservation('old', 'baseline', 2020, '1'),
        makeObservation('old', 'actual', 2021, null, { status: 'not_surveyed' }),
      ],
      documents,
    );
    expect(figures.map((f) => [f.reference_year, f.document_id, formatDecimal(f.value)])).toEqual([
      [2020, 'old', '1'],
      [2020, 'new', '2'],
      [2022, 'new', '3'],
    ]);
  });
});

describe('newestFigure', () => {
  it('takes the newest year over all documents, also an older document’s', () => {
    const newest = newestFigure(
      [makeObservation('new', 'actual', 2021, '1'), makeObservation('old', 'actual', 2022, '2')],
      documents,
    );
    expect([newest?.document_id, newest?.reference_year]).toEqual(['old', 2022]);
  });

  it('takes the newest document within a year, whatever the order of the rows', () => {
    const a = makeObservation('old', 'actual', 2022, '1');
    const b = makeObservation('new', 'actual', 2022, '2');
    expect(newestFigure([a, b], documents)).toBe(b);
    expect(newestFigure([b, a], documents)).toBe(b);
  });

  it('goes by the reference year, not by the column’s', () => {
    const late = makeObservation('new', 'actual', 2020, '1', { fiscal_year: 2022 });
    const real = makeObservation('new', 'actual', 2021, '2', { fiscal_year: 2021 });
    expect(newestFigure([late, real], documents)).toBe(real);
  });

  it('never takes a target or a repeat, and is null without a figure', () => {
    const target = makeObservation('old', 'target', 2030, '9');
    const repeat = makeObservation('new', 'actual', 2022, '3', { repeat_of: 'x' });
    expect(newestFigure([target, repeat], documents)).toBeNull();
  });
});

describe('vintages', () => {
  it('keeps every different figure of a year with its document', () => {
    const found = vintages(
      [
        makeObservation('new', 'baseline', 2018, '2620'),
        makeObservation('old', 'baseline', 2018, '2567'),
        makeObservation('new', 'actual', 2020, '2529'),
      ],
      documents,
    );
    expect(
      found.map((v) => [
        v.year,
        v.figures.map((f) => `${formatDecimal(f.value)} ${f.document_id}`),
      ]),
    ).toEqual([[2018, ['2567 old', '2620 new']]]);
  });

  it('finds none where the same value is printed with other decimals', () => {
    expect(
      vintages(
        [
          makeObservation('old', 'actual', 2018, '50'),
          makeObservation('new', 'actual', 2018, '50.0'),
        ],
        documents,
      ),
    ).toEqual([]);
  });
});
