import type { Edition } from './edition.ts';

/** One language in the table of translations. */
export interface CoverageRow {
  readonly tag: string;
  readonly name: string;
  readonly original: boolean;
  readonly reviewed: string;
  readonly machine: string;
  readonly missing: string;
  readonly narrative: string;
}

/** Returns what each language of the site has of the content. */
export function coverageRows(edition: Edition): CoverageRow[] {
  const { model, format } = edition;
  return model.coverage.map((c, index) => ({
    tag: c.tag,
    name: model.site.languages.find((l) => l.tag === c.tag)?.name ?? c.tag,
    original: index === 0,
    reviewed: format.integer(c.reviewed),
    machine: format.integer(c.machine),
    missing: format.integer(c.missing),
    narrative: format.integer(c.narrative),
  }));
}
