import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  integer,
  isZero,
  multiply,
  nearestDecimal,
  parseDecimal,
  round,
  subtract,
  toNumber,
  trim,
} from '../../src/core/decimal.ts';

const text = formatDecimal;

describe('parseDecimal', () => {
  it.each([
    '',
    ' ',
    '1,000',
    '.5',
    '1.',
    '１２',
    '+1',
    '1e3',
    '-',
    '--1',
    '1.2.3',
    '1 ',
    ' 1',
    '0x1',
    '−1',
    '△1',
    '1\n',
    'NaN',
    'Infinity',
    '1_000',
    '٣',
  ])('refuses %j', (form) => {
    expect(parseDecimal(form)).toBeNull();
  });

  it('keeps the scale that was written', () => {
    expect(parseDecimal('50.0')).toEqual({ digits: 500n, scale: 1 });
    expect(parseDecimal('50')).toEqual({ digits: 50n, scale: 0 });
    expect(parseDecimal('0.050')).toEqual({ digits: 50n, scale: 3 });
  });

  it('reads negative numbers, also between −1 and 0', () => {
    expect(parseDecimal('-0.18')).toEqual({ digits: -18n, scale: 2 });
    expect(parseDecimal('-126')).toEqual({ digits: -126n, scale: 0 });
  });
});

describe('decimal', () => {
  it('throws where parseDecimal gives null', () => {
    expect(decimal('34.5')).toEqual({ digits: 345n, scale: 1 });
    expect(() => decimal('1,000')).toThrow(new RangeError('Not a decimal number: 1,000'));
  });
});

describe('integer', () => {
  it('has no digits after the point and refuses a fraction', () => {
    expect(integer(-7)).toEqual({ digits: -7n, scale: 0 });
    expect(() => integer(1.5)).toThrow(RangeError);
  });
});

describe('formatDecimal', () => {
  it.each([
    '0',
    '0.00',
    '-0.05',
    '0.5',
    '1.50',
    '-1.50',
    '1000',
    '-1000.001',
    '12345678901234567890.123456789',
  ])('writes %s back as it was read', (form) => {
    expect(text(decimal(form))).toBe(form);
  });

  it('knows no negative zero', () => {
    expect(text(decimal('-0.0'))).toBe('0.0');
  });
});

describe('toNumber', () => {
  it('is the nearest number', () => {
    expect(toNumber(decimal('-34.50'))).toBe(-34.5);
  });
});

describe('nearestDecimal', () => {
  it('rounds a number to six digits and drops zeros', () => {
    expect(text(nearestDecimal(0.1 + 0.2))).toBe('0.3');
    expect(text(nearestDecimal(40))).toBe('40');
    expect(text(nearestDecimal(-2.5))).toBe('-2.5');
  });
});

describe('add, subtract, multiply', () => {
  it('are exact where binary fractions are not', () => {
    expect(text(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(text(subtract(decimal('34.5'), decimal('32.1')))).toBe('2.4');
    expect(text(multiply(decimal('1.1'), decimal('1.1')))).toBe('1.21');
  });

  it('bring different scales together', () => {
    expect(text(add(decimal('1'), decimal('-0.25')))).toBe('0.75');
    expect(text(subtract(decimal('1.50'), decimal('2')))).toBe('-0.50');
  });

  it('stay exact far beyond the safe integers', () => {
    expect(text(add(decimal('9007199254740993'), decimal('0.1')))).toBe('9007199254740993.1');
    expect(text(multiply(decimal('99999999999999999999'), decimal('99999999999999999999')))).toBe(
      '9999999999999999999800000000000000000001',
    );
  });
});

describe('compare', () => {
  it('orders values whatever their scale', () => {
    expect(compare(decimal('50.0'), decimal('50'))).toBe(0);
    expect(compare(decimal('-1.5'), decimal('-1.25'))).toBe(-1);
    expect(compare(decimal('0.10'), decimal('0.09'))).toBe(1);
    expect(compare(decimal('9007199254740993'), decimal('9007199254740992'))).toBe(1);
  });
});

describe('isZero, absolute', () => {
  it('look at the value, not the scale', () => {
    expect(isZero(decimal('0.00'))).toBe(true);
    expect(isZero(decimal('0.01'))).toBe(false);
    expect(text(absolute(decimal('-1.50')))).toBe('1.50');
    expect(text(absolute(decimal('1.50')))).toBe('1.50');
  });
});

describe('round', () => {
  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.49', 0, '0'],
    ['-0.49', 0, '0'],
    ['115.55', 1, '115.6'],
    ['-115.55', 1, '-115.6'],
    ['115.549', 1, '115.5'],
    ['1.005', 2, '1.01'],
    ['999.95', 1, '1000.0'],
    ['12345678901234567890.5', 0, '12345678901234567891'],
  ])('rounds %s to %i decimals as %s, half away from zero', (value, scale, expected) => {
    expect(text(round(decimal(value), scale))).toBe(expected);
  });

  it('adds zeros where there are fewer decimals', () => {
    expect(text(round(decimal('5'), 2))).toBe('5.00');
  });
});

describe('divide', () => {
  it.each([
    ['1', '2', 0, '1'],
    ['-1', '2', 0, '-1'],
    ['1', '-2', 0, '-1'],
    ['-1', '-2', 0, '1'],
    ['5', '-2', 0, '-3'],
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['240', '17.9', 0, '13'],
    ['0', '-3', 1, '0.0'],
  ])('gives %s ÷ %s to %i decimals as %s', (a, b, scale, expected) => {
    expect(text(divide(decimal(a), decimal(b), scale))).toBe(expected);
  });

  it('throws when dividing by zero, whatever its scale', () => {
    expect(() => divide(decimal('1'), decimal('0.00'), 1)).toThrow(
      new RangeError('Division by zero'),
    );
  });
});

describe('trim', () => {
  it('drops zeros after the point only', () => {
    expect(text(trim(decimal('50.00')))).toBe('50');
    expect(text(trim(decimal('50.50')))).toBe('50.5');
    expect(text(trim(decimal('500')))).toBe('500');
    expect(text(trim(decimal('0.00')))).toBe('0');
  });
});
