import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/core/model.ts';
import {
  measureGroups,
  measuresAbout,
  measuresOfIndicator,
  measuresOfSection,
  measureView,
} from '../../src/views/measure.ts';
import { makeEditions, type Edition } from '../../src/views/edition.ts';
import { inspectCity } from '../../src/inspect.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { SECOND_CITY } from '../lib/city.ts';
import { edition } from './first-city.ts';

const ja = edition('ja');
const en = edition('en');
const easy = edition('ja-x-easy');

/** The second city prints years, offices and amounts of money, and has an address for reports. */
function secondCity(tag: string): Edition {
  const { model } = inspectCity(readContentFiles(SECOND_CITY), readDictionaries());
  const found =
    model === null
      ? undefined
      : makeEditions(model, readDictionaries(), model.site.url).find((e) => e.tag === tag);
  if (found === undefined) throw new Error(`no edition ${tag}`);
  return found;
}
const rivermouth = secondCity('en');
const german = secondCity('de');

function measure(of: Edition, id: string): Measure {
  const found = of.model.measures.find((m) => m.measure_id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}
const view = (of: Edition, id: string) => measureView(of, measure(of, id));
const HEALTH = 'sdgs-2022-plan-pillar-1-001';

function section(of: Edition, id: string) {
  const found = of.model.sections.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

describe('measureView', () => {
  it('names the measure, says what the city does and which plan it is of', () => {
    const { title, summary, of } = view(en, HEALTH);
    expect(title).toMatchObject({ text: 'Community health work in school districts', lang: 'en' });
    expect(summary?.text).toContain('residents and the city');
    expect(of).toContain('Second SDGs Future City Plan');
  });

  it('stands below the list of measures and its heading', () => {
    expect(view(ja, HEALTH).crumbs.map((c) => c.href)).toEqual([
      '/ja/measures/',
      '/ja/plans/sdgs-2022/pillar-1/',
    ]);
    expect(view(en, HEALTH).plan.href).toBe('/en/plans/sdgs-2022/');
  });

  it('shows its indicators with the reason, what the document prints first, our own reading last', () => {
    const { indicators } = view(ja, HEALTH);
    expect(indicators.map((i) => [i.row.id, i.basis.word])).toEqual([
      ['health-districts', '同じ見出し'],
      ['healthy-habits', '同じ見出し'],
      ['community-activity', 'このサイトの読みとり'],
    ]);
    expect(indicators[2]?.basis.reason.text).toContain('地域の活動');
    expect(indicators.every((i) => i.basis.href === '/ja/about/#links')).toBe(true);
  });

  it('says the reason of a link in the language of the reader', () => {
    for (const of of [en, easy])
      for (const { basis } of view(of, HEALTH).indicators) expect(basis.reason.lang).toBe(of.tag);
  });

  it('leads to other headings the measure belongs to', () => {
    expect(view(ja, HEALTH).related.map((r) => [r.link.href, r.basis.word])).toEqual([
      ['/ja/plans/sdgs-2022/5/', '文書に書かれている'],
    ]);
  });

  it('leads to the others of its heading, not to itself', () => {
    const hrefs = view(ja, HEALTH).siblings.map((s) => s.href);
    expect(hrefs).toHaveLength(5);
    expect(hrefs).not.toContain(`/ja/measures/${HEALTH}/`);
  });

  it('gives the document’s own name where the title is another', () => {
    const printed = measure(ja, HEALTH).name;
    expect(view(ja, HEALTH).official).toBeNull();
    expect(view(en, HEALTH).official).toMatchObject({ text: printed, lang: 'ja' });
    expect(view(easy, HEALTH).official?.text).toBe(printed);
  });

  it('says nothing of what the document does not print', () => {
    const { year, department, amount, report } = view(ja, HEALTH);
    expect([year, department, amount, report]).toEqual([null, null, null, null]);
    expect(view(rivermouth, 'tide-2020-plan-m-001').summary).toBeNull();
  });

  it('says year, office and amount as printed where it does; no money is an amount too', () => {
    const widen = view(rivermouth, 'tide-2020-plan-m-001');
    expect([widen.year, widen.department?.text]).toEqual(['2020', 'Works, Paths']);
    expect(widen.amount_printed).toBe('EUR 1,250 thousand');
    expect(widen.amount).toBe('€1.25 million');
    const willows = view(rivermouth, 'tide-2020-plan-m-002');
    expect(willows.department?.text).toBe('River Office');
    expect(willows.amount).toMatch(/\b0\b/u);
  });

  it('keeps a name letter by letter, in the original where it has no translation', () => {
    expect(view(rivermouth, 'tide-2020-plan-m-001').title.text).toBe(
      'Widen the shore path {phase 2}',
    );
    expect(view(german, 'tide-2020-plan-m-001').title).toMatchObject({
      lang: 'de',
      state: 'machine',
    });
    expect(view(german, 'tide-2020-plan-m-002').title).toEqual({
      text: 'Plant willows & "alders"',
      lang: 'en',
      state: 'original',
    });
    expect(view(german, 'tide-2020-plan-m-002').official).toBeNull();
  });

  it('offers an address for reports where the city has one', () => {
    const address = view(rivermouth, 'tide-2020-plan-m-002').report ?? '';
    expect(address).toMatch(/^mailto:data@rivermouth\.example\?subject=/u);
    expect(decodeURIComponent(address)).toContain('Plant willows & "alders"');
  });

  it('is made for every measure in every language', () => {
    for (const of of [ja, en, easy, rivermouth, german])
      for (const m of of.model.measures) expect(measureView(of, m).title.text).not.toBe('');
  });

  it('is refused for a measure under no heading', () => {
    expect(() => measureView(ja, { ...measure(ja, HEALTH), section_id: 'nowhere' })).toThrow(
      HEALTH,
    );
  });
});

describe('lists of measures', () => {
  it('show every measure once, under the heading that lists it, in the order of the plan', () => {
    const groups = measureGroups(ja);
    expect(groups.flatMap((g) => g.rows.map((r) => r.id)).toSorted()).toEqual(
      ja.model.measures.map((m) => m.measure_id).toSorted(),
    );
    expect(groups.slice(0, 2).map((g) => [g.id, g.section.href])).toEqual([
      ['section-sdgs-2022-pillar-1', '/ja/plans/sdgs-2022/pillar-1/'],
      ['section-sdgs-2022-pillar-2', '/ja/plans/sdgs-2022/pillar-2/'],
    ]);
    expect(groups.every((g) => g.rows.length > 0)).toBe(true);
  });

  it('note the year and the office where they are printed', () => {
    const rows = measureGroups(rivermouth).flatMap((g) => g.rows);
    expect(rows.map((r) => [r.id, r.note])).toEqual([
      ['tide-2020-plan-m-002', '2020, River Office'],
      ['tide-2020-plan-m-001', '2020, Works'],
      ['tide-2020-plan-m-003', '2021, Port Authority'],
    ]);
    expect(measureGroups(ja).flatMap((g) => g.rows.filter((r) => r.note !== ''))).toEqual([]);
  });

  it('of an indicator are those linked to it, and say why', () => {
    const own = measuresOfIndicator(ja, 'community-activity');
    const linked = ja.model.links.filter((l) => l.target_id === 'community-activity');
    expect(own.map((m) => m.id)).toEqual(linked.map((l) => l.measure_id));
    expect(own.map((m) => m.basis.reason.text)).toEqual(linked.map((l) => l.reason));
    expect(measuresOfIndicator(rivermouth, 'sea-wall')).toEqual([]);
  });

  it('of an indicator are not those of a section that has its name', () => {
    const links = ja.model.links.map((l) => ({ ...l, target_kind: 'section' as const }));
    const of = { ...ja, model: { ...ja.model, links } };
    expect(measuresOfIndicator(of, 'community-activity')).toEqual([]);
  });

  it('of a section are those its document lists there', () => {
    expect(measuresOfSection(rivermouth, section(rivermouth, 'tide-2020-shore'))).toHaveLength(1);
    expect(measuresOfSection(rivermouth, section(rivermouth, 'tide-2020-coast'))).toEqual([]);
  });

  it('about a section are those of other headings that are linked to it', () => {
    const about = measuresAbout(ja, section(ja, 'sdgs-2022-5'));
    expect(about).toHaveLength(8);
    expect(about[0]?.link.href).toBe(`/ja/measures/${HEALTH}/`);
    expect(about.every((m) => m.basis.word === '文書に書かれている')).toBe(true);
    expect(measuresAbout(ja, section(ja, 'sdgs-2022-1'))).toEqual([]);
  });
});
