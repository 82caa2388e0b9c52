import { describe, expect, it } from 'vitest';
import { OBJECT, readNarrative } from '../../src/narrative/mdx.ts';
import { brief } from '../core/make.ts';

const FILE = 'content/plans/plan/ja/index.mdx';
const context = {
  facts: new Set(['people', 'wells-2020']),
  undated: new Set(['people']),
  observations: new Set(['old-t1-r1-c1']),
  names: ['計画2030'],
};

function read(text: string) {
  return readNarrative({ file: FILE, plan: 'plan', tag: 'ja', name: 'index', text }, context);
}
const problems = (text: string) => read(text).problems;
const short = (text: string) => problems(text).map((p) => [p.code, p.line, p.column, p.value]);

describe('readNarrative', () => {
  it('lets text, headings, lists, links and bound figures stand', () => {
    const text = [
      '# 見出し',
      '',
      '市民は<Fact id="people" />。**計画2030**の目標は<Value observation="old-t1-r1-c1" />。',
      '',
      '- ひとつ',
      '- [ふたつ](https://example.org/2023/1)',
      '',
      '1. 番号',
      '',
      '<Fact id="wells-2020" />',
      '',
      '> 引用 &lt;',
    ].join('\n');
    expect(problems(text)).toEqual([]);
  });

  it('finds a bare numeral, half and full width, with line and column', () => {
    expect(short('はじめ。\n\n割合は34.5％。')).toEqual([['prose_numeral', 3, 4, '34.5％。']]);
    expect(short('割合は３６％')).toEqual([['prose_numeral', 1, 4, '３６％']]);
    expect(short('一行目\n二行目は50')).toEqual([['prose_numeral', 2, 5, '50']]);
    expect(short('# 2023年')).toEqual([['prose_numeral', 1, 3, '2023年']]);
    expect(short('あ **50** い')).toEqual([['prose_numeral', 1, 5, '50']]);
  });

  it('finds a numeral inside a component', () => {
    expect(short('<Fact id="people">100</Fact>')).toEqual([['prose_numeral', 1, 19, '100']]);
  });

  it.each(['\n', '\r\n'])('keeps line and column after front matter (%j)', (end) => {
    expect(short(['---', 'state: reviewed', '---', '', '割合は50％', ''].join(end))).toEqual([
      ['prose_numeral', 5, 4, '50％'],
    ]);
    expect(
      short(['---', 'state: machine', '---', '', 'あ', '', '水<80%', ''].join(end)).map((p) => [
        p[0],
        p[1],
      ]),
    ).toEqual([['mdx_syntax', 7]]);
  });

  it('tells of front matter that does not say who made the text', () => {
    expect(short('---\nstate: draft\n---\n\n文')).toEqual([['json_invalid', 2, 1, 'state: draft']]);
    expect(short('---\ntitle: x\n---\n\n文').map((p) => p[0])).toEqual(['json_invalid']);
    expect(short('---\nstate: [\n---\n\n文').map((p) => p[0])).toEqual(['json_invalid']);
    expect(short('---\nstate: reviewed\n---\n\n文')).toEqual([]);
  });

  it('tells where MDX cannot be read: a < before a figure', () => {
    const [found] = problems('よい。\n\n水質は<80%です。');
    expect(brief(found === undefined ? [] : [found])).toEqual([
      { code: 'mdx_syntax', file: FILE, line: 3, column: 5, field: null, value: null },
    ]);
    expect(problems('水質は<80%です。')).toHaveLength(1);
  });

  it('tells of an open component and an open brace', () => {
    expect(short('<Fact id="people">').map((p) => [p[0], p[1]])).toEqual([['mdx_syntax', 1]]);
    expect(short('あ { い').map((p) => [p[0], p[1]])).toEqual([['mdx_syntax', 1]]);
  });

  it.each([
    ['an expression', 'あ {x} い', 3, 'x'],
    ['an expression on its own', '{1 + 1}', 1, '1 + 1'],
    ['an import', 'import x from "y"', 1, 'import x from "y"'],
    ['an export', 'export const a = "b"', 1, 'export const a = "b"'],
    ['a script', '<script>alert()</script>', 1, '<script>'],
    ['another component', '<Chart id="people" />', 1, '<Chart>'],
    ['a fragment', '<>あ</>', 1, '<>'],
    ['an image', '![あ](a.png)', 1, 'image'],
    ['code', '`あ`', 1, 'あ'],
  ])('refuses %s', (_, text, column, value) => {
    expect(short(text)).toEqual([['mdx_not_plain', 1, column, value]]);
  });

  it('finds an unknown Fact or Value and suggests the nearest', () => {
    const [fact] = problems('あ<Fact id="peple" />');
    expect([
      fact?.code,
      fact?.line,
      fact?.column,
      fact?.field,
      fact?.value,
      fact?.values['target'],
      fact?.values['nearest'],
    ]).toEqual(['unknown_reference', 1, 2, 'id', 'peple', 'facts', 'people']);
    const [value] = problems('<Value observation="old-t1-r1-c9" />');
    expect([value?.field, value?.values['target'], value?.values['nearest']]).toEqual([
      'observation',
      'observations',
      'old-t1-r1-c1',
    ]);
  });

  it('does not take one kind’s id for the other’s, nor a computed one', () => {
    expect(short('<Fact id="old-t1-r1-c1" />').map((p) => p[0])).toEqual(['unknown_reference']);
    expect(short('<Value observation="people" />').map((p) => p[0])).toEqual(['unknown_reference']);
    expect(short('<Fact />').map((p) => [p[0], p[3]])).toEqual([['unknown_reference', '']]);
    expect(short('<Fact id={"people"} />').map((p) => p[0])).toEqual(['unknown_reference']);
  });

  it('shows the year of a fact only where the fact has one', () => {
    expect(
      problems('<Fact id="wells-2020" show="year" /> <Fact id="people" show="value" />'),
    ).toEqual([]);
    expect(brief(problems('あ<Fact id="people" show="year" />'))).toEqual([
      { code: 'fact_without_year', file: FILE, line: 1, column: 2, field: 'show', value: 'people' },
    ]);
    expect(short('<Fact id="people" show="unit" />')).toEqual([['mdx_not_plain', 1, 1, 'unit']]);
  });

  it('gives the figures it shows, each once, the year of one apart from its value', () => {
    const { figures, state } = read(
      '---\nstate: machine\n---\n\n<Value observation="old-t1-r1-c1" /> <Fact id="wells-2020" /> ' +
        '<Fact id="wells-2020" show="year" /> <Fact id="wells-2020" />',
    );
    expect(figures).toEqual(['old-t1-r1-c1', 'wells-2020', 'wells-2020 (year)']);
    expect(state).toBe('machine');
  });

  it('gives its headings, paragraphs and items as text, with their places', () => {
    const { blocks } = read(
      '# 題\n\n水は **<Fact id="people" />** です。\n\n- [項目](https://example.org)',
    );
    expect(blocks).toEqual([
      { text: '題', line: 1, column: 1 },
      { text: `水は ${OBJECT} です。`, line: 3, column: 1 },
      { text: '項目', line: 5, column: 3 },
    ]);
  });

  it('tells all problems of a file in one run', () => {
    expect(short('50 <Fact id="x" /> `y`').map((p) => p[0])).toEqual([
      'prose_numeral',
      'unknown_reference',
      'mdx_not_plain',
    ]);
  });
});
