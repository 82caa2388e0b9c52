import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/charts/text-width.ts';
import { shareLayout, type PlacedText } from '../../src/pictures/share-layout.ts';
import { clipped, pieces, wrapLines } from '../../src/pictures/text-lines.ts';
import { SHARE_SIZE, type SharePicture } from '../../src/views/picture.ts';
import { sharePictureOf } from './share-inputs.ts';
import { shapes } from '../charts/inputs.ts';

const measure = textWidth;
const textOf = (line: readonly { readonly text: string }[]) => line.map((run) => run.text).join('');
const widthOf = ({ runs, size, bold }: PlacedText) =>
  runs.reduce((sum, run) => sum + measure(run.text, size, bold || run.strong), 0);

const long = '市民が地域の自治会等の活動、ボランティア活動、特定非営利活動に参加した割合'.repeat(6);
const chart = Object.values(shapes)[0] ?? null;
const cases: readonly (readonly [string, SharePicture])[] = [
  ['a short title', sharePictureOf({})],
  ['a very long title', sharePictureOf({ title: long })],
  ['a long title in English', sharePictureOf({ title: 'School districts '.repeat(40) })],
  ['one endless word', sharePictureOf({ title: 'x'.repeat(400) })],
  ['a very long answer', sharePictureOf({ sentence: [[{ text: long, strong: true }]] })],
  ['a very long source and note', sharePictureOf({ source: long, note: long, tagline: long })],
  ['no figure', sharePictureOf({ figure: null, road: null })],
  ['no figure and a very long title', sharePictureOf({ figure: null, road: null, title: long })],
  ['a chart in place of the road', sharePictureOf({ road: null, chart })],
  ['a chart and everything long', sharePictureOf({ road: null, chart, title: long, source: long })],
  [
    'a figure of many digits',
    sharePictureOf({
      figure: {
        label: long,
        before: 'のべ',
        number: '1,234,567,890,123',
        after: '立方メートル毎年',
      },
    }),
  ],
  [
    'a long state',
    sharePictureOf({ status: { shape: 'below', word: long, detail: long, tone: 'short' } }),
  ],
  ['no state', sharePictureOf({ status: null })],
  [
    'twelve states',
    sharePictureOf({
      status: null,
      figure: null,
      road: null,
      tally: Array.from({ length: 12 }, () => ({
        shape: 'reached' as const,
        word: long,
        detail: null,
        tone: 'good' as const,
        count: '1,234',
      })),
    }),
  ],
];

describe('shareLayout', () => {
  it.each(cases)('keeps everything in the frame and apart: %s', (_, picture) => {
    const { texts, road, chart: drawing, state, tally } = shareLayout(picture, measure);
    for (const text of texts) {
      expect(text.x).toBeGreaterThanOrEqual(60);
      expect([textOf(text.runs), text.x + widthOf(text) <= SHARE_SIZE.width - 40]).toEqual([
        textOf(text.runs),
        true,
      ]);
      expect(text.y).toBeLessThanOrEqual(SHARE_SIZE.height - 20);
      expect(text.y - text.size).toBeGreaterThan(10);
    }
    for (const box of [road, drawing, state, ...tally].filter((b) => b !== null)) {
      expect(box.x + box.width).toBeLessThanOrEqual(SHARE_SIZE.width - 40);
      expect(box.y + box.height).toBeLessThanOrEqual(SHARE_SIZE.height - 40);
    }
    // Texts of the flow stand under each other: a line's top is below the baseline before it.
    const flow = texts.filter(({ kind }) => ['title', 'sentence', 'state', 'label'].includes(kind));
    for (const [at, text] of flow.entries()) {
      const before = flow[at - 1];
      if (before !== undefined) expect(text.y - text.size * 0.9).toBeGreaterThan(before.y - 2);
    }
    if (drawing !== null)
      for (const text of texts.filter(({ kind }) => kind !== 'small' && kind !== 'tagline'))
        expect(text.x + widthOf(text)).toBeLessThanOrEqual(drawing.x);
  });

  it('says title and answer whole where they have room, the title largest', () => {
    const picture = sharePictureOf({});
    const { texts } = shareLayout(picture, measure);
    const said = (kind: PlacedText['kind']) =>
      texts.filter((text) => text.kind === kind).map((text) => textOf(text.runs));
    expect(said('title').join('')).toBe(picture.title);
    expect(said('sentence').join('')).toBe(
      picture.sentence.map((phrase) => textOf(phrase)).join(''),
    );
    expect(said('figure')).toEqual(['34.5', '％']);
    const size = (kind: PlacedText['kind']) => texts.find((text) => text.kind === kind)?.size ?? 0;
    expect(size('title')).toBeGreaterThan(size('sentence'));
    expect(size('figure')).toBeGreaterThan(size('title'));
  });

  it('ends what it has to cut with an ellipsis', () => {
    const { texts } = shareLayout(sharePictureOf({ title: long }), measure);
    const title = texts.filter(({ kind }) => kind === 'title');
    expect(textOf(title.at(-1)?.runs ?? [])).toMatch(/…$/u);
  });
});

describe('wrapLines', () => {
  const lines = (text: string, width: number, language = 'ja') =>
    wrapLines([[{ text, strong: false }]], width, 20, language, measure).map(textOf);

  it('keeps kana with the word before them and no punctuation at the start of a line', () => {
    expect(lines('地域活動に参加した市民の割合', 160)).toEqual([
      '地域活動に',
      '参加した',
      '市民の割合',
    ]);
    for (const line of lines('目標は「増やす」です。結果は、まだ出ていません。', 180))
      expect(line).not.toMatch(/^[、。」]/u);
  });

  it('breaks spaced Japanese at its spaces only', () => {
    expect(pieces('ふえて いない いどの かず', 'ja')).toEqual([
      'ふえて ',
      'いない ',
      'いどの ',
      'かず',
    ]);
  });

  it('keeps a number with its signs and its unit', () => {
    const text = 'It was 2,567.8 km/h, up from 2,000.';
    for (const piece of pieces(text, 'en')) expect(piece.trim()).not.toMatch(/^[,./]/u);
    expect(pieces(text, 'en')).toContain('2,567.8 ');
  });

  it('cuts a word that is longer than a line and loses no letter', () => {
    const parts = lines('y'.repeat(100), 200, 'en');
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe('y'.repeat(100));
    for (const part of parts) expect(measure(part, 20, false)).toBeLessThanOrEqual(200);
  });

  it('makes lines of like length instead of one word under a full line', () => {
    const [first = '', second = ''] = lines('How far have the plans of the city come?', 330, 'en');
    expect(second.length).toBeGreaterThan(first.length / 2);
  });

  it('leaves lines alone that are few enough', () => {
    const two = [[{ text: 'a', strong: false }], [{ text: 'b', strong: false }]];
    expect(clipped(two, 2, 100, 20, measure)).toBe(two);
  });
});
