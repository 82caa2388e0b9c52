import { DATASETS } from '../core/datasets.ts';
import type { Model } from '../core/model.ts';
import { page, type PagePath } from '../core/paths.ts';

/** Returns every page of a language, below its segment: what a site map lists. */
export function allPages(model: Model): PagePath[] {
  return [
    page.home(),
    page.plans(),
    ...model.plans.map((plan) => page.plan(plan.id)),
    ...model.sections.filter((s) => s.has_page).map((s) => page.section(s.plan_id, s.tail)),
    page.indicators(),
    ...model.indicators.map((indicator) => page.indicator(indicator.id)),
    page.goals(),
    page.checks(),
    page.data(),
    ...DATASETS.map((dataset) => page.dataset(dataset.name)),
    page.search(),
    page.about(),
  ];
}
