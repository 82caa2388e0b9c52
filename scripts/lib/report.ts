import {
  problemHint,
  problemMessage,
  type Problem,
  type ProblemLanguage,
} from '../../src/core/problem.ts';

const LANGUAGES: readonly ProblemLanguage[] = ['ja', 'en'];

const HEADINGS = {
  ja: { error: 'エラー', warning: '注意', line: '行', column: '列' },
  en: { error: 'error', warning: 'warning', line: 'line', column: 'column' },
} as const;

/** Returns where a problem is: file, line, column and the column's name, each as far as known. */
function placeText(p: Problem, language: ProblemLanguage): string {
  const words = HEADINGS[language];
  const line =
    p.line === null
      ? ''
      : language === 'ja'
        ? ` ${String(p.line)}${words.line}`
        : `, ${words.line} ${String(p.line)}`;
  const field = p.field === null ? '' : language === 'ja' ? `（${p.field}）` : ` (${p.field})`;
  const column =
    p.column === null
      ? ''
      : language === 'ja'
        ? ` ${String(p.column)}${words.column}目`
        : `, ${words.column} ${String(p.column)}`;
  return `${line}${column}${field}`;
}

/** Returns a problem as text for people, in Japanese and in English. */
export function problemText(p: Problem): string {
  const position = [p.file, p.line, p.column].filter((part) => part !== null).join(':');
  const said = LANGUAGES.map((language) => {
    const kind = HEADINGS[language][p.severity];
    const place = placeText(p, language).replace(/^, /u, '').trim();
    const where = place === '' ? '' : ` [${place}]`;
    return `  ${kind}${where}: ${problemMessage(p, language)}\n    → ${problemHint(p, language)}`;
  });
  return `${position}  ${p.code}\n${said.join('\n')}\n`;
}

/** Returns the closing line: how many errors and warnings. */
export function countText(problems: readonly Problem[]): string {
  const errors = problems.filter((p) => p.severity === 'error').length;
  const warnings = problems.length - errors;
  return `エラー ${String(errors)}件、注意 ${String(warnings)}件 / ${String(errors)} errors, ${String(warnings)} warnings`;
}

/** Returns problems as JSON for programs: one array, messages in both languages. */
export function problemsJson(problems: readonly Problem[]): string {
  const inBoth = (say: (language: ProblemLanguage) => string) => ({ ja: say('ja'), en: say('en') });
  const rows = problems.map((p) => {
    const { values: _, ...data } = p;
    return {
      ...data,
      message: inBoth((language) => problemMessage(p, language)),
      hint: inBoth((language) => problemHint(p, language)),
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** Returns a problem as an annotation that continuous integration shows beside the line. */
export function annotation(p: Problem): string {
  const escape = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = [
    `file=${p.file}`,
    ...(p.line === null ? [] : [`line=${String(p.line)}`]),
    ...(p.column === null ? [] : [`col=${String(p.column)}`]),
  ].join(',');
  return `::${p.severity} ${place}::${escape(`${problemMessage(p, 'en')} ${problemHint(p, 'en')}`)}`;
}
