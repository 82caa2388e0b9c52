import { describe, expect, it } from 'vitest';
import { assessedValue } from '../../src/core/assessed.ts';
import { decimal } from '../../src/core/decimal.ts';
import { makeAssessment, makeObservation as seen } from './make.ts';

describe('assessedValue', () => {
  const row = { table_id: 'doc-t1', row_no: 1 };
  const target = (year: number, value: string, over = {}) =>
    seen('doc', 'target', year, value, { ...row, ...over });
  const verdict = makeAssessment('doc', { ...row, target_year: 2023, target: decimal('9') });

  it('is the value of the verdict’s own year where the row prints several', () => {
    const printed = [target(2019, '5'), target(2023, '9'), target(2030, '20')];
    expect(assessedValue(printed, verdict, 'target')?.reference_year).toBe(2023);
  });

  it('else is the last of the row', () => {
    const printed = [target(2019, '5'), target(2022, '9')];
    expect(assessedValue(printed, verdict, 'target')?.reference_year).toBe(2022);
  });

  it('is none of another row, role or indicator: a mark over a group has no value of its own', () => {
    expect(assessedValue([target(2023, '9', { row_no: 2 })], verdict, 'target')).toBeNull();
    expect(assessedValue([target(2023, '9')], verdict, 'actual')).toBeNull();
    expect(
      assessedValue([target(2023, '9', { indicator_id: 'part' })], verdict, 'target'),
    ).toBeNull();
  });
});
