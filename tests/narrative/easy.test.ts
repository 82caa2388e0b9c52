import { describe, expect, it } from 'vitest';
import { easyFindings, type EasyContext } from '../../src/narrative/easy.ts';

const context: EasyContext = {
  approved: new Map([
    ['市', ['し']],
    ['人', ['ひと', 'にん']],
  ]),
  words: new Set(['SDGs', '連携中枢都市圏', 'FTC']),
};
const all = (text: string) => easyFindings(text, context);
/** Codes of what is found; kanji of a test that carry no reading are told by a rule of their own. */
const codes = (text: string) =>
  all(text)
    .map((f) => f.code)
    .filter((code) => code !== 'easy_kanji_unread' && code !== 'easy_reading_unknown');
const values = (text: string, code: string) =>
  all(text)
    .filter((f) => f.code === code)
    .map((f) => f.value);

/** A polite sentence of a number of characters, with spaces that do not count. */
const sentence = (length: number) => `${'あ'.repeat(length - 3).replace(/.{8}/gu, '$& ')}ます。`;

describe('a good text', () => {
  it.each([
    '｜市《し》の ｜人《ひと》が きめます。',
    'きめました。でも、まだ わかりません。',
    '「はい」と いいました。',
    'しらべて ください。',
    '100の うち、だいたい {count}です。',
    'みなさんは どうですか？',
    'もくひょう',
    '',
  ])('has no finding: %s', (text) => {
    expect(all(text)).toEqual([]);
  });
});

describe('kanji without a reading', () => {
  it('are found, a run at a time', () => {
    expect(all('この市と｜人《ひと》の町々')).toEqual([
      { code: 'easy_kanji_unread', value: '市', values: {} },
      { code: 'easy_kanji_unread', value: '町々', values: {} },
    ]);
  });

  it('are found in front of a template’s value and in stress', () => {
    expect(values('{year}年は <b>市</b>', 'easy_kanji_unread')).toEqual(['年', '市']);
  });

  it('are not excused by being a known word', () => {
    expect(values('連携中枢都市圏', 'easy_kanji_unread')).toEqual(['連携中枢都市圏']);
  });
});

describe('a reading that nobody approved', () => {
  it('is found, with the ones that are', () => {
    expect(all('｜人《じん》')).toEqual([
      { code: 'easy_reading_unknown', value: '人《じん》', values: { approved: 'ひと・にん' } },
    ]);
    expect(all('｜川《かわ》')).toEqual([
      { code: 'easy_reading_unknown', value: '川《かわ》', values: { approved: '—' } },
    ]);
  });

  it('is not found where the word has it among several', () => {
    expect(all('｜人《ひと》と ｜人《にん》')).toEqual([]);
  });
});

describe('the length of a sentence', () => {
  it.each([
    [40, []],
    [41, ['easy_sentence_longish']],
    [50, ['easy_sentence_longish']],
    [51, ['easy_sentence_long']],
  ])('of %i characters gives %j', (length, found) => {
    expect(codes(sentence(length))).toEqual(found);
  });

  it('is told with the sentence, cut short', () => {
    const [found] = all(sentence(60));
    expect(found?.values).toEqual({ length: '60' });
    expect(found?.value).toMatch(/^あ.{23}…$/u);
  });

  it('is that of one sentence, not of the text', () => {
    expect(codes(`${sentence(40)}${sentence(40)}`)).toEqual([]);
    expect(codes(`${sentence(38).slice(0, -1)}！${sentence(38)}`)).toEqual([]);
    expect(codes(`${sentence(38).slice(0, -1)}？${sentence(38)}`)).toEqual([]);
    expect(codes(`${sentence(38).slice(0, -1)}\n${sentence(38)}`)).toEqual([]);
  });

  it('counts neither readings nor explanations nor marks of a template', () => {
    const base = sentence(39).slice(0, -1);
    expect(codes(`｜市《しししししし》${base}。`)).toEqual([]);
    expect(codes(`${base}〈とても ながい せつめいです〉。`)).toEqual([]);
    expect(codes(`<b>あ</b>|${base}。`)).toEqual([]);
    expect(codes(`あい${base}。`)).toEqual(['easy_sentence_longish']);
  });

  it('takes a value or a figure for four characters', () => {
    const base = sentence(36).slice(0, -1);
    expect(codes(`{a_long_name} ${base}。`)).toEqual([]);
    expect(codes(`\uFFFC ${base}。`)).toEqual([]);
    expect(codes(`{x} あ${base}。`)).toEqual(['easy_sentence_longish']);
    expect(codes(`\uFFFC あ${base}。`)).toEqual(['easy_sentence_longish']);
  });
});

describe('commas', () => {
  it('are three at most in a sentence', () => {
    expect(codes('あ、い、う、えです。')).toEqual([]);
    expect(codes('あ、い、う、え、おです。')).toEqual(['easy_commas']);
    expect(codes('あ、い、うです。え、お、かです。')).toEqual([]);
  });
});

describe('the end of a sentence', () => {
  it.each([
    'します',
    'しました',
    'しません',
    'しませんでした',
    'しましょう',
    'して ください',
    'です',
    'でした',
    'でしょう',
    'ですか',
    'しますか',
    'しませんか',
    'かもしれません',
    '「します」',
    'あります（ここ）',
    'あります〈ここ〉',
    'あと {value}',
    'あと \uFFFC',
    'あと {value}（ここ）',
  ])('is polite: %s。', (text) => {
    expect(codes(`${text}。`)).toEqual([]);
  });

  it.each(['する', 'した', 'だ', 'である', 'しない', 'こと', 'もくひょう〈です〉', 'ますね'])(
    'is not polite: %s。',
    (text) => {
      expect(codes(`${text}。`)).toEqual(['easy_plain_form']);
    },
  );

  it('is looked at through readings', () => {
    expect(values('｜市《し》が する ｜人《ひと》。', 'easy_plain_form')).toEqual([
      '市が する 人。',
    ]);
  });

  it('is asked of sentences with a full stop only: a heading has none', () => {
    expect(codes('する')).toEqual([]);
    expect(codes('する！')).toEqual([]);
    expect(codes('するです。する。')).toEqual(['easy_plain_form']);
  });
});

describe('a double negative', () => {
  it.each([
    'みない ことは ありません。',
    'みないことは ありません。',
    'みない ことも ありません。',
    'ないわけでは ありません。',
    'なくは ありません。',
    'ないとは いえません。',
    'ないとは 限りません。',
  ])('is found: %s', (text) => {
    expect(codes(text)).toEqual(['easy_double_negative']);
  });

  it.each(['みません。', 'みない ことに します。', 'ありません。ない ものです。'])(
    'is no single one: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );
});

describe('a year of an era', () => {
  it.each(['令和5', '平成', '昭和50', '大正元', '明治元', 'R5', 'H30', 'S元', 'R５'])(
    'is found: %s',
    (text) => {
      expect(codes(`${text} です`)).toEqual(['easy_year']);
    },
  );

  it.each(['2023', 'SDGs', 'Rさん', 'A5'])('is not %s', (text) => {
    expect(codes(`${text} です`)).toEqual([]);
  });
});

describe('a date, a time or a range in a hard form', () => {
  it.each(['4/1', '13時', '24時', '1〜2', '1 ～ 2', '2020～'])('is found: %s', (text) => {
    expect(codes(`${text} です`)).toEqual(['easy_date']);
  });

  it.each(['4月1日', '午後3時', '12時', '24時間', '1から 2', '〜'])('is not %s', (text) => {
    expect(codes(`${text} です`)).toEqual([]);
  });
});

describe('a form that is hard to read', () => {
  it.each([
    'つくられます。',
    'つくられました。',
    'はなされて います。',
    'きめられた ものです。',
    'いらっしゃいます。',
    'ご覧 ください。',
    'お越し ください。',
    'ございます。',
    'おそらく あります。',
    'あると 思われます。',
    'おそれが あります。',
    'あるようです。',
  ])('is found: %s', (text) => {
    expect(codes(text)).toContain('easy_hard_form');
  });

  it.each(['おくれます。', 'いれます。', 'はれました。', 'つくります。'])('is not %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('a hard word', () => {
  it('is 等 for “and so on”, not 等 as a part of a word', () => {
    expect(values('学校等の いえ', 'easy_word')).toEqual(['等']);
    expect(values('学校等', 'easy_word')).toEqual(['等']);
    expect(codes('平等に します')).toEqual([]);
    expect(codes('等級の いえ')).toEqual([]);
  });

  it('is an abbreviation without an explanation', () => {
    expect(values('NPOと GDPが あります。', 'easy_word')).toEqual(['NPO', 'GDP']);
    expect(values('NPO〈あつまり〉が あります。', 'easy_word')).toEqual([]);
  });

  it('are not Latin letters in a name that is known as a whole', () => {
    const named = { ...context, words: new Set(['生成AI', 'AB']) };
    const found = (text: string) => easyFindings(text, named).filter((f) => f.code === 'easy_word');
    expect(found('｜生成《せいせい》AIを つかいます。')).toEqual([]);
    expect(found('AIを つかいます。').map(({ value }) => value)).toEqual(['AI']);
  });

  it('is no word that the city explains, and no name in small letters', () => {
    expect(codes('SDGsと FTCと Webと aBです。')).toEqual([]);
  });
});

describe('the number of kanji', () => {
  const kanji = (count: number) => Array.from({ length: count }, () => '市').join('と ');

  it('is 13 at most in a sentence', () => {
    expect(codes(kanji(13))).toEqual([]);
    expect(codes(kanji(14))).toEqual(['easy_kanji_many']);
    expect(codes(`${kanji(13)}です。${kanji(13)}`)).toEqual([]);
  });

  it('is four at most in a row', () => {
    expect(codes('市市市市と 市市市市')).toEqual([]);
    expect(values('この 市市市市市と', 'easy_kanji_many')).toEqual(['市市市市市']);
  });

  it('counts a row over the seams of readings, and not the readings', () => {
    expect(codes('｜市市《ああ》｜市市《ああ》')).toEqual([]);
    expect(values('｜市市市《ああ》｜市市《ああ》', 'easy_kanji_many')).toEqual(['市市市市市']);
    expect(codes('｜市《市市市市市》')).toEqual([]);
  });

  it('leaves the names of things out', () => {
    expect(codes('連携中枢都市圏の しごと')).toEqual([]);
    expect(codes(`連携中枢都市圏の ${kanji(13)}`)).toEqual([]);
    expect(codes('｜連携《ああ》｜中枢《ああ》｜都市圏《ああ》の しごと')).toEqual([]);
    expect(values('連携中枢都市の しごと', 'easy_kanji_many')).toEqual(['連携中枢都市']);
  });

  it('leaves out what stands in quotation marks, and explanations', () => {
    expect(codes(`「市市市市市 市市市」の ${kanji(13)}`)).toEqual([]);
    expect(codes(`${kanji(13)}〈市の 市〉`)).toEqual([]);
    expect(codes(`「市」の ${kanji(14)}`)).toEqual(['easy_kanji_many']);
  });
});

describe('spaces between words', () => {
  const twelve = 'あいうえおかきくけこさし';

  it('come after 12 characters at the latest', () => {
    expect(codes(twelve)).toEqual([]);
    expect(values(`${twelve}す`, 'easy_no_space')).toEqual([`${twelve}す`]);
  });

  it.each([' ', '　', '、', '「', '・', '：', '／', '…', 'A', '5', '％', '{value}', '\uFFFC', '→'])(
    'may be %j instead',
    (cut) => {
      expect(codes(`${twelve}${cut}${twelve}`)).toEqual([]);
    },
  );

  it('are not the places where a template may break, nor its stress', () => {
    expect(codes(`${twelve}|す`)).toEqual(['easy_no_space']);
    expect(codes(`${twelve}<b>す</b>`)).toEqual(['easy_no_space']);
  });

  it('are looked for in what is shown, not in its readings', () => {
    expect(codes('｜市市市《あいうえおかきくけこさしすせそ》')).toEqual([]);
  });
});
