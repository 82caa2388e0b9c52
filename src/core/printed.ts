import { parseDecimal, type Decimal } from './decimal.ts';

/**
 * Returns the number a printed cell means, or null when it holds none or more than one. Full-width
 * digits, thousands commas, units (also ㎥, m3), years and qualifiers (約 以上 概数 …) are read past;
 * △ and ▲ before a number are minus signs, as in Japanese official tables.
 */
export function printedNumber(printed: string): Decimal | null {
  const plain = halfWidth(printed)
    .replace(/[△▲−‐–-]\s*(?=\d)/gu, '-')
    .replace(/^[^:]*:\s*(?=[-\d])/u, '');
  const numbers = [...plain.matchAll(/-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/gu)];
  const values = numbers.filter(
    (m) => !isPartOfName(plain, m.index) && !isPeriod(plain, m.index + m[0].length),
  );
  const only = values[0];
  if (only === undefined || values.length > 1) return null;
  return parseDecimal(only[0].replaceAll(',', ''));
}

/** Full-width forms become plain ones; ㎥ and ① stay whole, so that their digits are never values. */
function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A number directly after a letter belongs to a name, a unit or an era year: CO2, m3, H26. */
function isPartOfName(text: string, start: number): boolean {
  return /[A-Za-z]$/u.test(text.slice(0, start));
}

/** A number followed by 年, 年度 or 月 names a period, not a value; so does the first year of a range. */
function isPeriod(text: string, after: number): boolean {
  return /^\s*(?:[~〜-]\s*\d+\s*)?[年月]/u.test(text.slice(after));
}
