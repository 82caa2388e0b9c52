import { describe, expect, it } from 'vitest';
import { checksOf, meetsOwnTarget, rateOf, shownRate, trendOf } from '../../src/core/checks.ts';
import { decimal, formatDecimal } from '../../src/core/decimal.ts';
import type { Assessment, Indicator } from '../../src/core/model.ts';
import { makeAssessment, makeDocument, makeIndicator } from './make.ts';

const document = makeDocument('doc', 0, {
  marks: { 達成: 'reached', '○': 'reached', '△': 'nearly', '×': 'not_reached' },
});

function row(
  baseline: string | null,
  actual: string | null,
  target: string | null,
  over: Partial<Assessment> = {},
) {
  const number = (text: string | null) => (text === null ? null : decimal(text));
  return makeAssessment('doc', {
    baseline: number(baseline),
    actual: number(actual),
    target: number(target),
    ...over,
  });
}

function check(
  assessment: Assessment,
  indicator: Partial<Indicator> = {},
  texts: Readonly<Record<string, string>> = {},
) {
  return checksOf({
    assessments: [assessment],
    indicators: [makeIndicator(indicator)],
    documents: [document],
    observations: [],
    totals: [],
    sections: [],
    measures: [],
    facts: [],
    links: [],
    units: new Map(),
    amount_unit: 'thousand-yen',
    explanations: new Map(Object.entries(texts)),
  });
}

const rate = (
  baseline: string | null,
  actual: string | null,
  target: string | null,
  published: string,
) => {
  const [found] = check(
    row(baseline, actual, target, { published_rate_percent: decimal(published) }),
  );
  return [found?.verdict, found?.computed];
};

describe('checksOf: rates', () => {
  it('reproduces where ours, rounded to the printed decimals, is the printed one', () => {
    expect(rate('32.1', '34.5', '50.0', '13')).toEqual(['reproduced', '13.4']);
    expect(rate('2620', '2529', '2692', '-126')).toEqual(['reproduced', '-126.4']);
    expect(rate('1073', '1145', '1084', '655')).toEqual(['reproduced', '654.5']);
  });

  it('rounds to as many decimals as are printed, no fewer', () => {
    expect(rate('32.1', '34.5', '50.0', '13.4')).toEqual(['reproduced', '13.41']);
    expect(rate('32.1', '34.5', '50.0', '13.0')).toEqual(['differs', '13.41']);
    expect(rate('0', '1', '8', '12.5')).toEqual(['reproduced', '12.50']);
    expect(rate('0', '1', '8', '13')).toEqual(['reproduced', '12.5']);
    expect(rate('0', '1', '8', '12')).toEqual(['differs', '12.5']);
  });

  it('differs where only the sign differs', () => {
    expect(rate('10446', '10268', '10600', '116')).toEqual(['differs', '-115.6']);
  });

  it('is not computable where a number is missing or there is no way to go', () => {
    expect(rate(null, '34.5', '50.0', '13')).toEqual(['not_computable', null]);
    expect(rate('32.1', null, '50.0', '13')).toEqual(['not_computable', null]);
    expect(rate('32.1', '34.5', null, '13')).toEqual(['not_computable', null]);
    expect(rate('50', '34.5', '50.0', '0')).toEqual(['not_computable', null]);
  });

  it('keeps what was published and says what it is about', () => {
    const [found] = check(row('0', '1', '4', { published_rate_percent: decimal('25.0') }));
    expect(found).toMatchObject({
      check_id: 'doc-t1-r1-rate',
      document_id: 'doc',
      subject_type: 'indicator',
      subject_id: 'thing',
      kind: 'achievement_rate',
      published: '25.0',
      computed: '25.00',
      unit: 'percent',
      explanation: null,
    });
  });

  it('carries its explanation', () => {
    const assessment = row('0', '1', '4', { published_rate_percent: decimal('30') });
    expect(check(assessment, {}, { 'doc-t1-r1-rate': 'Why.' })[0]?.explanation).toBe('Why.');
    expect(check(assessment, {}, { 'doc-t1-r1-mark': 'Why.' })[0]?.explanation).toBeNull();
  });

  it('makes no check where nothing is published', () => {
    expect(check(row('0', '1', '4'))).toEqual([]);
  });
});

describe('checksOf: marks', () => {
  const mark = (published: string, assessment: Assessment, indicator: Partial<Indicator> = {}) => {
    const [found] = check({ ...assessment, published_mark: published }, indicator);
    return [found?.check_id, found?.kind, found?.verdict, found?.computed];
  };
  const verdict = (published: string, assessment: Assessment, indicator: Partial<Indicator> = {}) =>
    mark(published, assessment, indicator)[2];

  it('checks a mark in words against the printed figures', () => {
    const rise = row('8', '9', null, { target_text: '上昇' });
    expect(mark('達成', rise)).toEqual(['doc-t1-r1-mark', 'mark', 'reproduced', 'reached']);
    expect(verdict('達成', row('8', '8', null, { target_text: '上昇' }))).toBe('differs');
    expect(verdict('×', row('8', '8', null, { target_text: '上昇' }))).toBe('reproduced');
    expect(verdict('達成', row('8', '8', null, { target_text: '維持' }))).toBe('reproduced');
    expect(
      verdict('達成', row('8', '7', null, { target_text: '減少' }), { direction: 'increase' }),
    ).toBe('reproduced');
  });

  it('checks a mark against a target in numbers by the indicator’s direction', () => {
    expect(verdict('○', row(null, '50', '50'))).toBe('reproduced');
    expect(verdict('○', row(null, '49', '50'))).toBe('differs');
    expect(verdict('○', row(null, '49', '50'), { direction: 'decrease' })).toBe('reproduced');
    expect(verdict('×', row(null, '50', '50'))).toBe('differs');
  });

  it('cannot check “nearly” below a target, for which no rule is printed; at the target it differs', () => {
    expect(verdict('△', row(null, '49', '50'))).toBe('not_computable');
    expect(verdict('△', row(null, '50', '50'))).toBe('differs');
  });

  it('is not computable where the document does not say what its mark means, or figures are missing', () => {
    expect(verdict('◎', row(null, '50', '50'))).toBe('not_computable');
    expect(verdict('達成', row(null, null, '50'))).toBe('not_computable');
    expect(verdict('達成', row(null, '9', null, { target_text: '上昇' }))).toBe('not_computable');
    expect(verdict('達成', row('8', '9', null, { target_text: '365日24時間' }))).toBe(
      'not_computable',
    );
  });

  it('makes two checks where a row prints both', () => {
    const both = row('0', '4', '4', {
      published_rate_percent: decimal('100'),
      published_mark: '○',
    });
    expect(check(both).map((c) => [c.kind, c.published])).toEqual([
      ['achievement_rate', '100'],
      ['mark', '○'],
    ]);
  });
});

describe('rateOf', () => {
  it('has the decimals asked for', () => {
    const value = rateOf(row('32.1', '34.5', '50.0'), 3);
    expect(value === null ? null : formatDecimal(value)).toBe('13.408');
  });
});

describe('shownRate', () => {
  const shown = (baseline: string, actual: string, target: string, published: string) => {
    const value = shownRate(
      row(baseline, actual, target, { published_rate_percent: decimal(published) }),
    );
    return value === null ? null : formatDecimal(value);
  };

  it('has one decimal more than is printed', () => {
    expect(shown('32.1', '34.5', '50.0', '13')).toBe('13.4');
    expect(shown('0', '1', '8', '12.5')).toBe('12.50');
  });

  it('has more where the reader’s own rounding would else give another figure', () => {
    expect(shown('63.1', '66.4', '82.0', '17')).toBe('17.46');
    expect(shown('0', '12496', '100000', '12')).toBe('12.496');
  });

  it('is null without a number', () => {
    expect(shown('50', '50', '50', '0')).toBeNull();
  });
});

describe('meetsOwnTarget', () => {
  it('prefers the number to the words', () => {
    expect(meetsOwnTarget(row('8', '9', '10', { target_text: '上昇' }), makeIndicator())).toBe(
      false,
    );
  });
});

describe('trendOf', () => {
  it.each([
    ['上昇', 'increase'],
    ['増加', 'increase'],
    [' 減少 ', 'decrease'],
    ['低減', 'decrease'],
    ['維持', 'keep'],
    ['現状維持', 'keep'],
  ])('reads %s as %s', (words, trend) => {
    expect(trendOf(words)).toBe(trend);
  });

  it.each(['', '365日24時間', '上昇または維持', '上', '達成'])('names no trend for %j', (words) => {
    expect(trendOf(words)).toBeNull();
  });
});
