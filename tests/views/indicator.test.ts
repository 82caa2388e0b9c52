import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/i18n.ts';
import { indicatorView, type IndicatorView } from '../../src/views/indicator.ts';
import { edition } from './first-city.ts';

const ja = edition('ja');
const en = edition('en');

/** The sentences beside the state, as one text. */
function said(of: IndicatorView): string {
  return of.judgement.map(plainText).join('');
}

function view(id: string, of = ja): IndicatorView {
  const indicator = ja.model.indicators.find((i) => i.id === id);
  if (indicator === undefined) throw new Error(id);
  return indicatorView(of, indicator);
}

describe('indicatorView', () => {
  it('answers in one sentence with the newest figure, the target and what is missing to it', () => {
    expect(plainText(view('community-activity').answer)).toBe(
      '2022年度は34.5％。2030年の目標50.0％まで、あと15.5ポイントです。',
    );
    expect(plainText(view('community-activity', en).answer)).toBe(
      'In FY2022 it was 34.5%, still 15.5 percentage points short of the 2030 target of 50.0%.',
    );
  });

  it('says that the year has passed without a printed result, and how the newest figure stood', () => {
    const short = view('disaster-councils');
    expect(plainText(short.answer)).toBe(
      '2022年度は95件で、2023年の目標96件まであと1件でした。2023年の結果は文書にありません。',
    );
    expect(short.status.shape).toBe('passed_short');
    expect(view('greenhouse-gas-region').status.shape).toBe('passed_met');
    expect(view('fair-trade-awareness').status.shape).toBe('passed_unknown');
    expect(plainText(view('greenhouse-gas-region').answer)).toContain(
      'をすでに下回っていましたが、',
    );
  });

  it('says a target in words in the language of the reader', () => {
    expect(plainText(view('nitrate-wells', en).answer)).toContain('“increase”');
    expect(view('nitrate-wells', en).figures[1]?.words?.text).toBe('increase');
  });

  it('names the document of the figure in the same breath', () => {
    expect(view('city-gross-product').answer_source).toContain('進捗報告シート');
    expect(view('fair-trade-awareness').answer_source).toContain('SDGs計画');
  });

  it('compares with the straight path of the same document', () => {
    expect(said(view('community-activity'))).toBe(
      '市が公表した達成度は13％です（2022年度の値）。2020年度から目標へまっすぐ進む道すじでは35.7％。1.2ポイント届いていません。',
    );
  });

  it('says how far the figure moved, where the year has passed', () => {
    expect(said(view('city-gross-product'))).toContain(
      '2018年度から2020年度までに910億円減りました。',
    );
    expect(said(view('nitrate-wells'))).toContain(
      '市は、2022年度の値を見て「達成」と評価しています。',
    );
  });

  it('says of a document without a result whose figure it is judged by', () => {
    const [plan, sheet] = view('community-activity').life;
    expect(plan?.judged_by).toContain('進捗報告シート');
    expect(sheet?.judged_by).toBeNull();
  });

  it('says “not yet” of a year still ahead and “not given” of one that has passed', () => {
    expect(view('community-activity').years.at(-1)).toMatchObject({
      year: '2030',
      actual: 'まだない',
    });
    expect(view('disaster-councils').years.at(-1)).toMatchObject({
      year: '2023',
      actual: '記載なし',
    });
  });

  it('names the place of each figure once a document, with what is printed there', () => {
    const [source] = view('city-gross-product').sources;
    expect(view('city-gross-product').sources).toHaveLength(1);
    expect(source?.places.map((p) => p.printed?.text)).toEqual([
      '2020年度 2,529 十億円',
      '2023年 2,692 十億円',
      '2018年度 2,620 十億円',
    ]);
  });

  it('draws no road where the target lies on the worse side of the start', () => {
    const use = view('groundwater-use');
    expect(use.road).toBeNull();
    expect(use.about.map((text) => text.text)).toContain('減るほどよい指標です。');
    expect(said(use)).toContain('10,600万㎥までなら届く目標です');
    expect(said(use)).toContain('達成度は116％');
  });

  it('places start, figure, path and flag of a road by their share of the way', () => {
    expect(view('storage-batteries').road).toMatchObject({
      start: 0,
      now: 47.5,
      target: 95,
      behind: false,
    });
    expect(view('school-volunteers').road).toMatchObject({ now: 0, behind: true });
    expect(view('school-volunteers').road?.start).toBeGreaterThan(0);
    expect(view('greenhouse-gas-region').road?.now).toBe(95);
    expect(view('greenhouse-gas-region').road?.target).toBeCloseTo(79.3, 1);
  });

  it('keeps both figures of a year that two documents print differently', () => {
    const product = view('city-gross-product');
    expect(product.years[0]).toMatchObject({ year: '2018', actual: '2.567 / 2.620' });
    expect(product.remarks.map((r) => r.text).join('')).toContain('SDGs計画は2.567兆円');
    expect(product.life.map((row) => row.start.text)).toEqual(['2.567', '2.620']);
  });

  it('tells a target that moved between two documents', () => {
    expect(view('sdgs-registered').remarks[0]?.text).toContain('500団体');
    expect(view('sdgs-registered').remarks[0]?.text).toContain('850団体');
    expect(
      view('disaster-councils')
        .remarks.map((r) => r.text)
        .join(''),
    ).toContain('暫定');
    expect(view('community-activity').remarks).toEqual([]);
  });

  it('shows the published rate beside ours, with decimals enough to round to it', () => {
    const rate = view('healthy-habits').life.at(-1)?.rate;
    expect(rate).toEqual({ text: '17％', folded: '計算 17.46％' });
  });

  it('lists each section once with what each document prints there', () => {
    const uses = view('city-gross-product').uses;
    expect(uses.map((u) => u.mentions.map((m) => m.targets.map((t) => t.code)))).toEqual([
      [
        ['9.2', '9.4'],
        ['9.2', '9.4'],
      ],
      [['9.1', '9.4'], []],
    ]);
    expect(view('city-gross-product').targets.map((t) => t.code)).toEqual(['9.1', '9.2', '9.4']);
  });

  it('rescales units to what the language counts in', () => {
    expect(view('groundwater-recharge', en).figures[0]?.parts).toEqual({
      before: '',
      number: '26.16',
      after: ' million m³',
    });
    expect(view('groundwater-recharge').figures[0]?.parts?.number).toBe('2,616');
  });
});
