import type { SharePicture } from '../../src/views/picture.ts';

/** A share picture with a state, a figure and a road, and what a test changes of it. */
export function sharePictureOf(changed: Partial<SharePicture>): SharePicture {
  return {
    language: 'ja',
    tagline: '川口市の計画と数字',
    note: '公開文書からつくった独立版です。',
    brand: null,
    title: '地域活動に参加した市民の割合',
    sentence: [
      [
        { text: '2022年度は', strong: false },
        { text: '34.5％', strong: true },
        { text: '。', strong: false },
      ],
      [{ text: 'あと15.5ポイントです。', strong: false }],
    ],
    status: { shape: 'below', word: '道すじより手前', detail: null, tone: 'short' },
    figure: { label: 'いちばん新しい値（2022年度）', before: '', number: '34.5', after: '％' },
    road: {
      start: 0,
      now: 13,
      target: 95,
      pace: 20,
      behind: false,
      label: '',
      startText: '32.1',
      targetText: '50.0',
      nowText: null,
      paceText: '道すじ 35.7',
      paceAt: { place: 40, anchor: 'start' },
      anchors: { start: 'start', now: 'middle', target: 'end' },
      targetShift: 15,
    },
    chart: null,
    tally: [],
    source: '出典：進捗報告シート',
    ...changed,
  };
}
