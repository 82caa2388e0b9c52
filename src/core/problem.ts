import { PROBLEM_TEXTS, type ProblemCode } from './problem-texts.ts';

export type { ProblemCode } from './problem-texts.ts';

/** `error` stops a build; `warning` is told and counted. */
export type Severity = 'error' | 'warning';

/** The languages problems are told in: the staff's and the developers'. */
export type ProblemLanguage = 'ja' | 'en';

/**
 * Something wrong in the content, as data. `line` is 1-based; `column` is the 1-based cell in a CSV
 * and the 1-based character elsewhere. `values` fill the code's sentences.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
  readonly value?: string | undefined;
}

/** Returns a problem at a place; its severity comes from the table of codes. */
export function problem(
  code: ProblemCode,
  place: Place,
  values: Readonly<Record<string, string>> = {},
): Problem {
  return {
    code,
    severity: PROBLEM_TEXTS[code].severity,
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
    field: place.field ?? null,
    value: place.value ?? null,
    values,
  };
}

const LONGEST_SHOWN_VALUE = 80;

/** A value that reads otherwise in one language is given beside the usual one: `reason`, `reason_ja`. */
function fill(template: string, p: Problem, language: ProblemLanguage): string {
  const shown = p.value === null ? '' : shorten(p.value);
  const all: Record<string, string> = { value: shown, field: p.field ?? '', ...p.values };
  return template.replace(
    /\{(\w+)\}/gu,
    (whole, name: string) => all[`${name}_${language}`] ?? all[name] ?? whole,
  );
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/gu, ' ');
  return oneLine.length > LONGEST_SHOWN_VALUE
    ? `${oneLine.slice(0, LONGEST_SHOWN_VALUE)}…`
    : oneLine;
}

/** Returns what is wrong, in one sentence. */
export function problemMessage(p: Problem, language: ProblemLanguage): string {
  return fill(PROBLEM_TEXTS[p.code].message[language], p, language);
}

/** Returns what to do about it, in one sentence. */
export function problemHint(p: Problem, language: ProblemLanguage): string {
  return fill(PROBLEM_TEXTS[p.code].hint[language], p, language);
}

/** Returns problems in reading order: errors first, then by file, line and column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code),
  );
}

/** Orders texts by code unit: the same on every machine, unlike localeCompare. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === 'error');
}
