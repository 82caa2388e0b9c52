import { parseDecimal, type Decimal } from './decimal.ts';

/**
 * Returns the number a printed cell means, or null when it holds none or more than one. Full-width
 * digits, thousands commas, units and qualifiers (約 以上 概数 …) are read past; △ and ▲ directly
 * before a digit are minus signs, as in Japanese official tables.
 */
export function printedNumber(printed: string): Decimal | null {
  const plain = printed
    .replace(/[△▲−－‐–](?=\s*[0-9０-９])/gu, '-')
    .normalize('NFKC')
    .replace(/^[^:]*:\s*(?=[-\d])/u, '');
  const numbers = [...plain.matchAll(/-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/gu)];
  const values = numbers.filter((m) => !isPeriod(plain, m.index + m[0].length));
  const only = values[0];
  if (only === undefined || values.length > 1) return null;
  return parseDecimal(only[0].replaceAll(',', ''));
}

/** A number followed by 年, 年度 or 月 names a period, not a value. */
function isPeriod(text: string, after: number): boolean {
  return /^\s*[年月]/u.test(text.slice(after));
}
