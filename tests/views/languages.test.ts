import { describe, expect, it } from 'vitest';
import type { Narrative } from '../../src/core/content.ts';
import type { Model } from '../../src/core/model.ts';
import { page } from '../../src/core/paths.ts';
import { allPages, languagesOf } from '../../src/views/pages.ts';
import { firstCity } from './first-city.ts';

const model = firstCity();
const ALL = model.site.languages.map((l) => l.tag);
const [plan] = model.plans;
if (plan === undefined) throw new Error('no plan');

/** The first city with only some of its narrative. */
const having = (keep: (n: Narrative) => boolean): Model => ({
  ...model,
  narrative: model.narrative.filter(keep),
});

describe('languagesOf', () => {
  it('is every language, in menu order, for pages without narrative', () => {
    expect(ALL).toEqual(['ja', 'ja-x-easy', 'en']);
    const sections = new Set(model.sections.map((s) => page.section(s.plan_id, s.tail)));
    const others = allPages(model).filter((p) => p !== page.plan(plan.id) && !sections.has(p));
    expect(others.length).toBeGreaterThan(80);
    for (const path of others) {
      expect(languagesOf(model, path)).toEqual(ALL);
      // Nor do they wait for any narrative at all.
      expect(languagesOf({ ...model, narrative: [] }, path)).toEqual(ALL);
    }
  });

  it('is every language for narrative that is written in every one', () => {
    expect(model.narrative.length).toBeGreaterThan(0);
    for (const n of model.narrative) {
      const path = n.name === 'index' ? page.plan(n.plan) : page.section(n.plan, n.name);
      expect(languagesOf(model, path)).toEqual(ALL);
    }
  });

  it('leaves out a language whose text of the page is missing, on that page alone', () => {
    const less = having((n) => !(n.tag === 'en' && n.name === 'pillar-1'));
    expect(languagesOf(less, page.section(plan.id, 'pillar-1'))).toEqual(['ja', 'ja-x-easy']);
    expect(languagesOf(less, page.section(plan.id, 'pillar-2'))).toEqual(ALL);
    expect(languagesOf(less, page.plan(plan.id))).toEqual(ALL);
  });

  it('goes by the plan’s own text for the page of a plan', () => {
    const less = having((n) => !(n.tag === 'ja-x-easy' && n.name === 'index'));
    expect(languagesOf(less, page.plan(plan.id))).toEqual(['ja', 'en']);
    expect(languagesOf(less, page.plans())).toEqual(ALL);
  });

  it('is every language again where no language has a text', () => {
    const less = having((n) => n.name !== 'pillar-1');
    expect(languagesOf(less, page.section(plan.id, 'pillar-1'))).toEqual(ALL);
  });

  it('leaves out the original language too, if only a translation is written', () => {
    const less = having((n) => n.name !== 'pillar-1' || n.tag === 'en');
    expect(languagesOf(less, page.section(plan.id, 'pillar-1'))).toEqual(['en']);
  });
});
