/**
 * Exact decimal numbers. Published figures are compared to the last printed digit, so binary
 * floating point is never used for them. A Decimal keeps its scale: 50.0 and 50 are equal but print
 * differently.
 */
export interface Decimal {
  /** All digits as one integer: 34.5 → 345n. */
  readonly digits: bigint;
  /** Digits after the point: 34.5 → 1. */
  readonly scale: number;
}

const DECIMAL_FORM = /^(-?)(\d+)(?:\.(\d+))?$/u;

/** Returns the Decimal written in plain ASCII digits ("-1.50"), or null for any other text. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL_FORM.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2] ?? ''}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

/** Returns the Decimal of a literal known to be well formed. Throws RangeError otherwise. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`Not a decimal number: ${text}`);
  return value;
}

/** Returns the Decimal of a whole number. */
export function integer(value: number): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

/** Returns plain ASCII text with the value's own scale: "-1.50". */
export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits)
    .toString()
    .padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale > 0 ? `.${digits.slice(-value.scale)}` : '';
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** Returns the nearest JavaScript number: for drawing and for JSON, never for comparing. */
export function toNumber(value: Decimal): number {
  return Number(formatDecimal(value));
}

/** Returns the Decimal nearest to a JavaScript number, to six digits: for axis marks, not for data. */
export function nearestDecimal(value: number): Decimal {
  return trim({ digits: BigInt(Math.round(value * 1e6)), scale: 6 });
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [
    a.digits * 10n ** BigInt(scale - a.scale),
    b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  ];
}

/** Returns a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { digits: x + y, scale };
}

/** Returns a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { digits: x - y, scale };
}

/** Returns a × b, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Returns −1, 0 or 1: the order of the values, whatever their scale. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function isZero(value: Decimal): boolean {
  return value.digits === 0n;
}

export function absolute(value: Decimal): Decimal {
  return value.digits < 0n ? { ...value, digits: -value.digits } : value;
}

/**
 * Returns a ÷ b rounded to `scale` digits, half away from zero (the rounding of Japanese official
 * tables, 四捨五入). Throws RangeError when b is zero.
 */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  if (b.digits === 0n) throw new RangeError('Division by zero');
  const [x, y] = aligned(a, b);
  return { digits: roundedQuotient(x * 10n ** BigInt(scale), y), scale };
}

/** Returns the value rounded to `scale` digits, half away from zero. */
export function round(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) {
    return { digits: value.digits * 10n ** BigInt(scale - value.scale), scale };
  }
  return { digits: roundedQuotient(value.digits, 10n ** BigInt(value.scale - scale)), scale };
}

/** Returns the value with trailing zeros after the point dropped: 50.00 → 50. */
export function trim(value: Decimal): Decimal {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
