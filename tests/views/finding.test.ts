import { describe, expect, it } from 'vitest';
import { goalTerm } from '../../src/search/query.ts';
import {
  facetsOf,
  findingWords,
  glossaryFinding,
  goalsFinding,
  indicatorFinding,
  measureFinding,
  pageFinding,
  searchGroups,
  searchHere,
  searchReadings,
  searchTexts,
  sectionFinding,
} from '../../src/views/finding.ts';
import { goalViews } from '../../src/views/lists.ts';
import { searchView } from '../../src/views/search.ts';
import { edition } from './first-city.ts';

const [ja, easy, en] = [edition('ja'), edition('ja-x-easy'), edition('en')];
const { model } = en;
const indicator = (id: string) => {
  const found = model.indicators.find((i) => i.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('by what an indicator is found', () => {
  const { terms, synonyms, facets } = indicatorFinding(en, indicator('groundwater-recharge'));

  it('keeps what people call a part of it apart from its names', () => {
    expect(synonyms).toContain('湛水');
    expect(synonyms).toContain('paddy');
    expect(terms).not.toContain('湛水');
  });

  it('holds its reading and its names in every language', () => {
    expect(terms).toContain('ちかすい');
    expect(terms).toContain('地下水');
    expect(terms.toLowerCase()).toContain('groundwater');
  });

  it('holds the goals and targets documents attach to it, as words that stand nowhere else', () => {
    const targets = model.uses
      .filter((use) => use.indicator_id === 'groundwater-recharge')
      .flatMap((use) => use.sdg_targets);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(terms.split(' ')).toContain(goalTerm(target));
    expect(facets.goal).toContain(targets[0]?.split('.')[0]);
    expect(facets.plan).toEqual(['sdgs-2022']);
  });
});

it('finds a measure by its name in every language, with readings that can still be told apart', () => {
  const measure = ja.model.measures[0];
  if (measure === undefined) throw new Error('no measure');
  const { terms, facets } = measureFinding(ja, measure);
  expect(terms).toContain(measure.name);
  expect(terms).toMatch(/[a-z]{4}/u);
  expect(facets.plan).toEqual([measure.plan_id]);
  expect(findingWords(ja, measure.name, terms)).not.toMatch(/[｜《》]/u);
});

it('gives a page the pieces of its title, and its kana where readings are shown', () => {
  expect(findingWords(ja, '地下水採取量', '').split(' ')).toContain('地下水');
  expect(findingWords(easy, '｜水《みず》の ｜量《りょう》', '')).toContain('みずの');
  expect(findingWords(en, 'Water use', '')).toBe('');
});

it('tells the ward a section stands in: itself, or one above it', () => {
  const section = ja.model.sections.find((s) => s.parent_id !== null);
  if (section === undefined) throw new Error('no section');
  const sections = ja.model.sections.map((s) =>
    s.id === section.parent_id ? { ...s, kind: 'ward' } : s,
  );
  const moved = { ...ja, model: { ...ja.model, sections } };
  expect(sectionFinding(moved, section).facets.ward).toEqual([section.parent_id]);
  expect(sectionFinding(ja, section).facets.ward).toEqual([]);
});

it('finds a section by the names that its narrative quotes', () => {
  const told = ja.model.narrative.find((n) => n.tag === 'ja' && n.name !== 'index');
  const section = ja.model.sections.find(
    ({ id }) => id === `${told?.plan ?? ''}-${told?.name ?? ''}`,
  );
  if (told === undefined || section === undefined) throw new Error('no narrative');
  const narrative = [
    { ...told, text: '川ぞいの「みなとひろば」と、「長い文です。名前ではありません」。' },
  ];
  const { terms } = sectionFinding({ ...ja, model: { ...ja.model, narrative } }, section);
  expect(terms).toContain('みなとひろば');
  expect(terms).not.toContain('長い文');
});

it('knows the place that the whole site is about in every language, and what kind of place it is', () => {
  expect(searchHere(en)).toEqual(
    expect.arrayContaining(['熊本市', '熊本', '市', 'Kumamoto City', 'Kumamoto', 'City']),
  );
});

it('lists what a page can be narrowed down by, one entry an id', () => {
  expect(facetsOf(undefined)).toEqual([]);
  expect(facetsOf({ terms: '', facets: { plan: ['a', 'b'], goal: ['6'] } })).toEqual([
    { facet: 'plan', id: 'a' },
    { facet: 'plan', id: 'b' },
    { facet: 'goal', id: '6' },
  ]);
});

describe('pages of the site itself', () => {
  it.each([ja, easy, en])('have other names in $tag', (one) => {
    const { names = [] } = pageFinding(one, 'checks');
    expect(names.length).toBeGreaterThan(2);
    expect(names.join('')).not.toMatch(/[｜《》]/u);
  });

  it('know their places: a goal by its number and targets, a term by its variants', () => {
    const goals = goalsFinding(en, goalViews(en)).places ?? [];
    expect(goals).toHaveLength(17);
    expect(goals[5]).toMatchObject({ id: 'goal-6' });
    expect(goals[5]?.words).toContain(goalTerm('6'));
    const terms = glossaryFinding(en).places ?? [];
    expect(terms).toHaveLength(model.glossary.length);
    expect(terms.every(({ id, words }) => id.startsWith('term-') && words.length > 0)).toBe(true);
  });
});

it('gives the lexicon texts, readings and groups without notation', () => {
  for (const one of [ja, easy, en]) {
    const words = [...searchTexts(one), ...searchGroups(one).flat(), ...searchReadings(one).keys()];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => /[｜《》]/u.test(word))).toEqual([]);
  }
});

it('offers filters with something to choose between, named in the language', () => {
  const { filters, words } = searchView(en);
  expect(filters.map(({ facet }) => facet)).toEqual(['kind', 'goal']);
  expect(filters[0]?.options).toContainEqual({ value: 'indicator', label: 'Indicator' });
  expect(words.labels['plan']).toHaveProperty('sdgs-2022');
  expect(JSON.stringify(searchView(easy).words)).not.toMatch(/[｜《》]/u);
});
