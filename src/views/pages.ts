import { DATASETS } from '../core/datasets.ts';
import type { Model } from '../core/model.ts';
import { page, type PagePath } from '../core/paths.ts';
import { hasBudget } from './budget-cuts.ts';

/** Returns every page of a language, below its segment: what a site map lists. */
export function allPages(model: Model): PagePath[] {
  return [
    page.home(),
    page.plans(),
    ...model.plans.map((plan) => page.plan(plan.id)),
    ...model.sections.filter((s) => s.has_page).map((s) => page.section(s.plan_id, s.tail)),
    page.indicators(),
    ...model.indicators.map((indicator) => page.indicator(indicator.id)),
    page.compare(),
    page.measures(),
    ...model.measures.map((measure) => page.measure(measure.measure_id)),
    ...(hasBudget({ model }) ? [page.budget()] : []),
    page.goals(),
    page.goalposts(),
    page.checks(),
    page.data(),
    ...DATASETS.map((dataset) => page.dataset(dataset.name)),
    page.search(),
    page.about(),
    page.glossary(),
    page.accessibility(),
    page.offline(),
  ];
}

/**
 * Returns the languages in which a page is written, in menu order. Names, figures and states are in every
 * language; narrative is where it has been written, and a page that shows another language's leaves its
 * address to that one.
 */
export function languagesOf(model: Model, path: PagePath): string[] {
  const tags = model.site.languages.map((language) => language.tag);
  const narrative = narrativeOf(model).get(path);
  return narrative === undefined ? tags : tags.filter((tag) => narrative.has(tag));
}

const known = new WeakMap<Model, ReadonlyMap<PagePath, ReadonlySet<string>>>();

/** Languages of the narrative of each page that has one. */
function narrativeOf(model: Model): ReadonlyMap<PagePath, ReadonlySet<string>> {
  const made =
    known.get(model) ??
    new Map(
      [...Map.groupBy(model.narrative, (n) => narrativePath(n.plan, n.name))].map(
        ([path, own]) => [path, new Set(own.map((n) => n.tag))] as const,
      ),
    );
  known.set(model, made);
  return made;
}

function narrativePath(plan: string, name: string): PagePath {
  return name === 'index' ? page.plan(plan) : page.section(plan, name);
}
