import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/i18n.ts';
import { firstHaving } from '../../src/core/lookup.ts';
import { indicatorView } from '../../src/views/indicator.ts';
import { edition, fullCity } from './first-city.ts';

const model = fullCity();

function view(tag: string, id: string) {
  const indicator = firstHaving(model.indicators, 'id', id);
  if (indicator === undefined) throw new Error(`No such indicator: ${id}`);
  return indicatorView(edition(tag, model), indicator);
}

describe('figures of an opening', () => {
  it('says in words that a start is not printed', () => {
    const start = view('ja', 'renewed-wells').figures.at(-1);
    expect(start?.parts).toBeNull();
    expect(start?.words?.text).toBe('値を得られない');
  });

  it('says of a start from before a change that it was measured otherwise', () => {
    expect(view('ja', 'lifelong-learning').figures.at(-1)?.label).toContain('調べかたが変わる前');
    expect(view('ja', 'births').figures.at(-1)?.label).not.toContain('変わる前');
  });

  it('of a group are its parts’ newest figures with their targets, signed where they are differences', () => {
    const figures = view('ja', 'test-scores').figures;
    expect(figures.map((f) => [f.parts?.number, f.note])).toEqual([
      ['−0.9', '目標（2023年度）+1ポイント：届かなかった'],
      ['−1.4', '目標（2023年度）+2ポイント：届かなかった'],
    ]);
    expect(view('en', 'infectious-disease-cases').figures.map((f) => f.parts?.number)).toEqual([
      '44',
      '20',
    ]);
  });
});

describe('the answer of a group', () => {
  const said = (tag: string, id: string) => view(tag, id).judgement.map(plainText);

  it('is a line for each part in the order of the document, which begins with the part’s name', () => {
    expect(view('en', 'test-scores').answers.map(plainText)).toEqual([
      expect.stringMatching(/^Sixth grade: In FY2023/u),
      expect.stringMatching(/^Third year of junior high: In FY2023/u),
    ]);
    expect(view('ja', 'infectious-disease-cases').answers.map(plainText)).toEqual([
      expect.stringMatching(/^結核の患者数：/u),
      expect.stringMatching(/^3類感染症の患者数：/u),
    ]);
  });

  it('tells first how each part moved, a difference by both of its ends', () => {
    expect(said('ja', 'test-scores')[0]).toBe(
      '小学六年生：2015年度の−0.6から、2023年度は−0.9ポイントに下がりました。',
    );
    expect(said('ja', 'infectious-disease-cases')).toEqual([
      '結核の患者数：2015年から2023年までに80人減りました。',
      '3類感染症の患者数：2015年から2023年までに6人増えました。',
      expect.stringContaining('市はまとめて一つの印'),
    ]);
  });
});

describe('the labels of a road', () => {
  it('leave the start’s out where it has no room beside the path’s on the narrowest phone', () => {
    expect(view('ja-x-easy', 'greenhouse-gas-city').road).toMatchObject({
      startText: null,
      paceText: '｜道《みち》 4,439,000',
      targetText: '3,745,000',
      // It would stand on the flag.
      nowText: null,
    });
    expect(view('ja', 'city-gross-product').road).toMatchObject({
      startText: '2.325',
      paceText: '道すじ 2.592',
      targetText: '2.692',
      nowText: '2.533',
    });
  });
});

describe('the state of a promise', () => {
  it('says so where the way of measuring changed before its result', () => {
    expect(view('en', 'lifelong-learning').status.detail).toBe('but the way of measuring changed');
    expect(view('en', 'births').status.detail).toBeNull();
  });

  it('says of which year the figure is where the target’s year has none', () => {
    expect(view('en', 'greenhouse-gas-city').status.detail).toBe(
      'the FY2019 figure met the target',
    );
    expect(view('ja', 'city-gross-product').status.detail).toBe('2020年度の値は目標に届いていない');
  });
});

describe('the table of years', () => {
  it('names the documents of a year by their numbers in the key too', () => {
    const { years, document_key: key } = view('ja', 'city-gross-product');
    expect(key.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(years.map((row) => row.document_numbers)).size).toBeGreaterThan(2);
    for (const row of years) {
      const named = row.document_numbers
        .split('、')
        .map((number) => key.find((entry) => entry.number === number)?.short.text);
      expect(new Set(named)).toEqual(new Set(row.documents.split('、')));
    }
  });
});
