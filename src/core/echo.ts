import type { Problem } from './problem.ts';

/** Files that hold what each kind of reference points at; a document's tables fall with its document.json. */
const HOLDERS: Readonly<Record<string, RegExp>> = {
  plans: /\/plan\.json$/u,
  sections: /\/plan\.json$/u,
  indicators: /^content\/indicators\//u,
  documents: /\/document\.json$/u,
  units: /\/units\.json$/u,
  topics: /\/site\.json$/u,
  facts: /\/(?:facts\.csv|document\.json)$/u,
  observations: /\/(?:observations\.csv|document\.json)$/u,
  uses: /\/(?:uses\.csv|document\.json)$/u,
  assessments: /\/(?:assessments\.csv|document\.json)$/u,
  checks: /\/(?:assessments\.csv|document\.json)$/u,
  findings: /\/findings\.csv$/u,
  comments: /\/(?:comments\.csv|document\.json)$/u,
  measures: /\/(?:measures\.csv|document\.json)$/u,
  gaps: /\/(?:gaps\.csv|document\.json)$/u,
  names: /\.json$|\/measures\.csv$|\/translations\//u,
};

/** What a problem takes for complete, or null when it stands on its own. */
function restsOn({ code, field, values }: Problem): string | null {
  switch (code) {
    case 'unknown_reference':
      return values['target'] ?? null;
    case 'id_vanished':
    case 'id_changed':
      return field;
    case 'assessment_differs':
      return 'observations';
    case 'prose_numeral':
      return 'names';
    case 'id_new':
    case 'translation_missing':
      return 'content';
    default:
      return null;
  }
}

/**
 * Returns whether a problem may be a mere echo of a file that could not be read whole (an id "does not
 * exist" because its row was refused). Such problems wait until the file can be read.
 */
export function isEcho(problem: Problem, unread: ReadonlySet<string>): boolean {
  const dataset = restsOn(problem);
  if (dataset === null) return false;
  return [...unread].some((file) => (HOLDERS[dataset] ?? /^/u).test(file));
}
