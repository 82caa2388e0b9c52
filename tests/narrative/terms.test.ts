import { describe, expect, it } from 'vitest';
import { EXPLAIN, explainTerms, type Term } from '../../src/narrative/terms.ts';

const term = (id: string, text: string, gloss: string | null = null): Term => ({ id, text, gloss });
const TERMS = [
  term('ward', '校区'),
  term('water', '地下水', '地面の下の水'),
  term('recharge', '地下水かん養'),
  term('well', 'well'),
  term('kpi', 'KPI', 'figure of a goal'),
];
const link = (id: string, word: string) => `<a class="term" href="#term-${id}">${word}</a>`;
const gloss = (text: string) => `<span class="gloss">〈${text}〉</span>`;
const WATER = `${link('water', '地下水')}${gloss('地面の下の水')}`;

/** A paragraph of running text, and what becomes of its inside. */
function explained(inside: string, terms: readonly Term[] = TERMS) {
  const [start, end] = [`<p ${EXPLAIN}>`, '</p>'];
  const { html, used } = explainTerms(`${start}${inside}${end}`, terms);
  expect(html.startsWith(start) && html.endsWith(end)).toBe(true);
  return { html: html.slice(start.length, -end.length), used };
}
const html = (inside: string, terms: readonly Term[] = TERMS) => explained(inside, terms).html;

describe('explainTerms', () => {
  it('leads from the first use of a term to its explanation, and from no other', () => {
    expect(html('校区と校区と校区')).toBe(`${link('ward', '校区')}と校区と校区`);
  });

  it('explains a term once a page, not once a paragraph', () => {
    const page = `<p ${EXPLAIN}>校区</p><p ${EXPLAIN}>校区</p>`;
    expect(explainTerms(page, TERMS).html).toBe(
      `<p ${EXPLAIN}>${link('ward', '校区')}</p><p ${EXPLAIN}>校区</p>`,
    );
  });

  it('puts the gloss behind the term', () => {
    expect(html('この地下水は')).toBe(`この${WATER}は`);
  });

  it.each([
    ['a quoted name', '「地下水」と地下水は', `「地下水」と${WATER}は`],
    ['a title', '『地下水』と地下水は', `『地下水』と${WATER}は`],
    ['another gloss', '水〈地下水〉と地下水は', `水〈地下水〉と${WATER}は`],
    ['a longer word in kanji', '地下水位と地下水は', `地下水位と${WATER}は`],
    ['a longer word in katakana', '地下水サミットと地下水は', `地下水サミットと${WATER}は`],
  ])('puts no gloss into %s: the next use has it', (_, before, after) => {
    expect(html(before)).toBe(after);
  });

  it('takes the longest term', () => {
    expect(html('地下水かん養の')).toBe(`${link('recharge', '地下水かん養')}の`);
    expect(explained('地下水かん養の').used).toEqual(['recharge']);
  });

  it('waits for the shorter term’s own first use', () => {
    expect(html('地下水かん養と地下水')).toBe(`${link('recharge', '地下水かん養')}と${WATER}`);
    expect(html('地下水と地下水かん養')).toBe(`${WATER}と${link('recharge', '地下水かん養')}`);
  });

  it('does not take the shorter term out of a longer one that was explained before', () => {
    expect(explained('地下水かん養、地下水かん養').used).toEqual(['recharge']);
  });

  it('tells the terms in the order of their first use', () => {
    expect(explained('KPI、地下水、校区、KPI').used).toEqual(['kpi', 'water', 'ward']);
    expect(explained('校区<b>KPI</b>地下水').used).toEqual(['ward', 'kpi', 'water']);
  });

  it('tells no term of a page that uses none', () => {
    const page = `<p ${EXPLAIN}>なにも ない</p>`;
    expect(explainTerms(page, TERMS)).toEqual({ html: page, used: [] });
    expect(explainTerms(page, [])).toEqual({ html: page, used: [] });
    expect(explainTerms(page, [term('empty', '')])).toEqual({ html: page, used: [] });
  });
});

describe('places where terms are left alone', () => {
  it('are all but running text', () => {
    const page = `<p>校区</p><p ${EXPLAIN}>-</p><p>校区</p>`;
    expect(explainTerms(page, TERMS)).toEqual({ html: page, used: [] });
  });

  it.each(['a', 'h1', 'h2', 'h3', 'h4', 'button', 'summary', 'code'])(
    '<%s> is one, and so is all inside it',
    (name) => {
      const left = `<${name}>校区<b>校区</b></${name}>`;
      expect(html(left)).toBe(left);
      expect(html(`${left}校区`)).toBe(`${left}${link('ward', '校区')}`);
    },
  );

  it('are parts in another language', () => {
    expect(html('<span lang="en">a well</span>, a well')).toBe(
      `<span lang="en">a well</span>, a ${link('well', 'well')}`,
    );
  });

  it('are not texts that are in another language and say they are to be explained', () => {
    const page = `<div lang="en"><p lang="de" ${EXPLAIN}>well</p></div>`;
    expect(explainTerms(page, TERMS).used).toEqual(['well']);
  });

  it('are attributes, comments and tags', () => {
    const left = '<img alt="校区"><!-- 校区 --><br><hr class="well">';
    expect(html(left)).toBe(left);
    expect(html(`${left}校区`)).toBe(`${left}${link('ward', '校区')}`);
  });

  it('are not what follows an element that never closes', () => {
    const start = '<img lang="en" alt=""><br lang="en">';
    expect(html(`${start}校区`)).toBe(`${start}${link('ward', '校区')}`);
  });

  it('end with their element, even where an end tag too many stands', () => {
    expect(html('<a href="x">校区</a></i>校区')).toBe(
      `<a href="x">校区</a></i>${link('ward', '校区')}`,
    );
  });
});

describe('words of Japanese', () => {
  it('are no tail of a longer word in kanji', () => {
    expect(html('小学校区')).toBe('小学校区');
    expect(html('小学校区と校区')).toBe(`小学校区と${link('ward', '校区')}`);
  });

  it('may have a suffix', () => {
    expect(html('校区内の')).toBe(`${link('ward', '校区')}内の`);
  });

  it('keep their readings, and are no tail of a word that has one', () => {
    const easy = [term('rate', '｜達成度《たっせいど》', 'どのくらい')];
    expect(html('｜達成度《たっせいど》は', easy)).toBe(
      `${link('rate', '｜達成度《たっせいど》')}${gloss('どのくらい')}は`,
    );
    expect(html('｜未《み》｜達成度《たっせいど》', easy)).toBe('｜未《み》｜達成度《たっせいど》');
  });

  it('never tear a word from its reading', () => {
    expect(html('｜校区《こうく》')).toBe('｜校区《こうく》');
    expect(html('｜芥《ごみ》', [term('rubbish', 'ごみ')])).toBe('｜芥《ごみ》');
  });

  it('are taken letter by letter, whatever their signs mean in a pattern', () => {
    expect(html('（a.c）と(a.c)', [term('dots', '(a.c)')])).toBe(
      `（a.c）と${link('dots', '(a.c)')}`,
    );
    expect(html('abc)', [term('dots', 'a.c')])).toBe('abc)');
  });
});

describe('words of Latin letters', () => {
  it.each([
    ['well', 'well'],
    ['Well', 'Well'],
    ['wells', 'wells'],
    ['WELL', 'WELL'],
    ['KPIs', 'KPIs'],
  ])('are found as %s', (text, word) => {
    expect(html(`a ${text}.`)).toContain(`">${word}</a>`);
  });

  it('may have the plural in -es', () => {
    expect(html('two boxes', [term('box', 'box')])).toBe(`two ${link('box', 'boxes')}`);
  });

  it.each(['swell', 'welling', 'well2', '2well', 'wellsé', 'éwell'])(
    'are not found in %s',
    (text) => {
      expect(html(text)).toBe(text);
    },
  );

  it('stand between Japanese letters as well', () => {
    expect(html('このKPIは')).toBe(`この${link('kpi', 'KPI')}${gloss('figure of a goal')}は`);
  });

  it('have no plural where the term ends in a digit', () => {
    const terms = [term('gas', 'CO2')];
    expect(html('CO2 is', terms)).toBe(`${link('gas', 'CO2')} is`);
    expect(html('CO2s', terms)).toBe(`${link('gas', 'CO2')}s`);
  });
});
