import { describe, expect, it } from 'vitest';
import { annotateHtml, type Annotation } from '../../src/narrative/annotate.ts';
import { wordReader } from '../../src/narrative/readings.ts';

const read = wordReader(
  new Map([
    ['地下水', ['ちかすい']],
    ['川上', ['かわかみ']],
  ]),
);
/** A page in ordinary Japanese, and one in easy Japanese. */
const ORDINARY: Annotation = { spoken: false, read, language: 'ja', page: 'ja' };
const EASY: Annotation = { spoken: true, read: null, language: 'ja', page: 'ja-x-easy' };

const ruby = (base: string, reading: string) =>
  `<ruby>${base}<rp aria-hidden="true">（</rp><rt aria-hidden="true">${reading}</rt><rp aria-hidden="true">）</rp></ruby>`;
const CITY = ruby('市', 'し');
const WATER = ruby('地下水', 'ちかすい');

describe('readings in text', () => {
  it('become ruby that a screen reader passes over', () => {
    expect(annotateHtml('<p>｜市《し》の 水</p>', EASY)).toBe(`<p>${CITY}の 水</p>`);
  });

  it('become ruby at the start and the end of a piece of a page as well', () => {
    expect(annotateHtml('｜市《し》<br>｜市《し》', EASY)).toBe(`${CITY}<br>${CITY}`);
  });

  it('become ruby inside any depth of elements', () => {
    expect(annotateHtml('<main><ul><li><b>｜市《し》</b></li></ul></main>', EASY)).toBe(
      `<main><ul><li><b>${CITY}</b></li></ul></main>`,
    );
  });

  it('are left as written where a tag stands in the middle of the notation', () => {
    const html = '<p>｜市<b>《し》</b></p>';
    expect(annotateHtml(html, EASY)).toBe(html);
  });
});

describe('where no ruby can stand', () => {
  it.each([
    ['an attribute', '<img alt="｜市《し》">', '<img alt="市">', '<img alt="し">'],
    ['a title', '<title>｜市《し》の</title>', '<title>市の</title>', '<title>しの</title>'],
    ['an option', '<option>｜市《し》</option>', '<option>市</option>', '<option>し</option>'],
    [
      'a text field',
      '<textarea>｜市《し》</textarea>',
      '<textarea>市</textarea>',
      '<textarea>し</textarea>',
    ],
    [
      'a drawing',
      '<svg><g><text>｜市《し》</text></g></svg>',
      '<svg><g><text>市</text></g></svg>',
      '<svg><g><text>し</text></g></svg>',
    ],
    ['code', '<code>｜市《し》</code>', '<code>市</code>', '<code>し</code>'],
    ['a listing', '<pre>｜市《し》</pre>', '<pre>市</pre>', '<pre>し</pre>'],
    ['a comment', '<!-- ｜市《し》 -->', '<!-- 市 -->', '<!-- し -->'],
    [
      'a script',
      '<script>const x = "｜市《し》";</script>',
      '<script>const x = "市";</script>',
      '<script>const x = "し";</script>',
    ],
    [
      'a style sheet',
      '<style>a { content: "｜市《し》" }</style>',
      '<style>a { content: "市" }</style>',
      '<style>a { content: "し" }</style>',
    ],
  ])('%s has the plain word, or the spoken one on an easy page', (_, html, plain, said) => {
    expect(annotateHtml(html, ORDINARY)).toBe(plain);
    expect(annotateHtml(html, EASY)).toBe(said);
    // What follows is text again.
    expect(annotateHtml(`${html}<p>｜市《し》</p>`, EASY)).toBe(`${said}<p>${CITY}</p>`);
  });

  it('gives no word a reading of its own', () => {
    for (const html of [
      '<title>地下水</title>',
      '<svg><text>地下水</text></svg>',
      '<option>地下水</option>',
      '<img alt="地下水">',
      '<!-- 地下水 -->',
    ])
      expect(annotateHtml(html, ORDINARY)).toBe(html);
  });

  it('takes what looks like a tag inside a script or a text field for text', () => {
    const html = '<script>if (a<b) "<p>"</script><textarea><b></textarea>';
    expect(annotateHtml(`${html}<p>｜市《し》</p>`, EASY)).toBe(`${html}<p>${CITY}</p>`);
  });

  it('ends with the drawing, even where its title does not', () => {
    expect(annotateHtml('<svg><title>｜市《し》</svg><p>｜市《し》</p>', EASY)).toBe(
      `<svg><title>し</svg><p>${CITY}</p>`,
    );
  });

  it('knows the title of a drawing from the title of a page: the drawing goes on behind it', () => {
    expect(
      annotateHtml(
        '<svg><title>｜市《し》</title><path/><text>｜市《し》</text></svg>｜市《し》',
        EASY,
      ),
    ).toBe(`<svg><title>し</title><path/><text>し</text></svg>${CITY}`);
  });
});

describe('words of the city’s language', () => {
  it('get their reading on a page of the city’s language', () => {
    expect(annotateHtml('<p>川上の地下水</p>', ORDINARY)).toBe(
      `<p>${ruby('川上', 'かわかみ')}の${WATER}</p>`,
    );
  });

  it('get it on a page of another language only where the text is in the city’s', () => {
    const page = { ...ORDINARY, page: 'en' };
    expect(annotateHtml('<p>地下水 <span lang="ja">地下水</span> 地下水</p>', page)).toBe(
      `<p>地下水 <span lang="ja">${WATER}</span> 地下水</p>`,
    );
  });

  it('get it in every element inside such a text', () => {
    const page = { ...ORDINARY, page: 'en' };
    expect(annotateHtml('<div lang="ja"><p><b>地下水</b></p></div>', page)).toBe(
      `<div lang="ja"><p><b>${WATER}</b></p></div>`,
    );
  });

  it('get none in foreign text, but do in the city’s language inside that', () => {
    expect(
      annotateHtml(
        '<div lang="zh">地下水<p lang="ja"><b>地下水</b></p>地下水</div>地下水',
        ORDINARY,
      ),
    ).toBe(`<div lang="zh">地下水<p lang="ja"><b>${WATER}</b></p>地下水</div>${WATER}`);
  });

  it('get none where readers asked for none, though the notation is still read', () => {
    expect(annotateHtml('<p>地下水の ｜市《し》</p>', { ...ORDINARY, read: null })).toBe(
      `<p>地下水の ${CITY}</p>`,
    );
  });

  it('are not looked for across tags or entities', () => {
    expect(annotateHtml('<p>地下<b>水</b></p>', ORDINARY)).toBe('<p>地下<b>水</b></p>');
    expect(annotateHtml('<p>地下&#27700;</p>', ORDINARY)).toBe('<p>地下&#27700;</p>');
  });

  it('are not lost behind elements that never close', () => {
    for (const start of ['<br lang="en">', '<img src="x" lang="en">', '<path lang="en"/>', '<hr>'])
      expect(annotateHtml(`<p>${start}地下水</p>`, ORDINARY)).toBe(`<p>${start}${WATER}</p>`);
  });

  it('are not lost behind an end tag that nothing opened', () => {
    expect(annotateHtml('<p lang="en">x</b>地下水</p>地下水', ORDINARY)).toBe(
      `<p lang="en">x</b>地下水</p>${WATER}`,
    );
  });
});

describe('everything else of a page', () => {
  it('stays byte by byte', () => {
    const html = [
      '<!DOCTYPE html>\r\n<HTML Lang=en>\n<head><meta charset="utf-8"><title>A &amp; B</title>',
      "<link rel='x' href=y><script>var a = 1 < 2 && '</p>';</script></head>",
      '<body class = "a  b" data-x="&quot;">&nbsp;&copy; &unknown; 5 < 6 &#x5E02;',
      '<!-- a -- b --><p>tail<p>next<br/><input disabled value="1>0"><svg viewBox="0 0 1 1"><path d=""/></svg>',
      '</body></HTML>\n\n',
    ].join('\n');
    expect(annotateHtml(html, ORDINARY)).toBe(html);
    expect(annotateHtml(html, EASY)).toBe(html);
  });

  it('keeps its entities beside ruby', () => {
    expect(annotateHtml('<p>&lt;｜市《し》&gt; &amp;amp;</p>', EASY)).toBe(
      `<p>&lt;${CITY}&gt; &amp;amp;</p>`,
    );
  });

  it('is nothing where nothing is', () => {
    expect(annotateHtml('', ORDINARY)).toBe('');
  });
});
