import type { Plan } from '../core/model.ts';
import { page } from '../core/paths.ts';
import type { Edition, Link } from './edition.ts';

/** One plan on the line of years; places are percent of the drawing's width. */
export interface TimelineRow {
  readonly link: Link;
  readonly span: string;
  readonly from: number;
  readonly to: number;
  /** No document prints the last year. */
  readonly open: boolean;
}

export interface Timeline {
  readonly years: readonly { readonly at: number; readonly text: string }[];
  /** Where the year that the site judges from stands; null outside the drawing. */
  readonly today: number | null;
  readonly rows: readonly TimelineRow[];
}

/** A plan without a printed end is drawn as long as this beyond the day of the site. */
const BEYOND = 2;
/** Years between two ticks. */
const STEP = 5;

/** Returns the plans on one line of fiscal years, the earliest first; null for a single plan. */
export function timelineOf(edition: Edition): Timeline | null {
  const { model, format, paths, tag } = edition;
  if (model.plans.length < 2) return null;
  const now = Number(model.site.as_of.slice(0, 4));
  const first = Math.min(...model.plans.map((plan) => plan.start_fiscal_year));
  const last = Math.max(...model.plans.map((plan) => (endOf(plan) ?? now + BEYOND) + 1));
  const at = (year: number) => Math.round((1000 * (year - first)) / (last - first)) / 10;
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    years: ticks
      .filter((year) => year % STEP === 0)
      .map((year) => ({ at: at(year), text: String(year) })),
    today: now >= first && now < last ? at(now) : null,
    rows: model.plans
      .toSorted((a, b) => a.start_fiscal_year - b.start_fiscal_year)
      .map((plan) => ({
        link: {
          text: edition.translate('plans', plan.id, 'short_name', plan.short_name),
          href: paths.page(tag, page.plan(plan.id)),
        },
        span: format.yearSpan(plan.start_fiscal_year, plan.end_fiscal_year),
        from: at(plan.start_fiscal_year),
        to: at((endOf(plan) ?? now + BEYOND) + 1),
        open: endOf(plan) === null,
      })),
  };
}

function endOf(plan: Plan): number | null {
  return plan.end_fiscal_year;
}
