import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/i18n.ts';
import { GOALPOST_KINDS } from '../../src/core/goalposts.ts';
import { goalpostsView } from '../../src/views/goalposts.ts';
import { edition, fullCity } from './first-city.ts';

const model = fullCity();
const ja = edition('ja', model);
const view = goalpostsView(ja);

describe('goalpostsView', () => {
  it('shows every comparison once, each kind under its own heading', () => {
    const ids = view.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(model.goalposts.map((g) => g.goalpost_id).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    const known: readonly string[] = GOALPOST_KINDS;
    expect(view.groups.every(({ kind }) => known.includes(kind))).toBe(true);
  });

  it('tells what two plans ask for in one year, and whether each was kept', () => {
    const differing = view.groups.find(({ kind }) => kind === 'differs')?.rows ?? [];
    const awareness = differing.find(({ id }) => id.startsWith('sdgs-awareness-'));
    expect([awareness?.from?.value, awareness?.from?.status?.shape]).toEqual(['50％', 'reached']);
    expect([awareness?.to?.value, awareness?.to?.status?.shape]).toEqual(['80.0％', 'not_reached']);
  });

  it('keeps the bound a target was printed with', () => {
    const births = view.groups
      .flatMap(({ rows }) => rows)
      .find(({ id }) => id === 'births-strategy-1-review-strategy-2-plan-2023');
    expect(births?.to?.value).toBe('7,000人以上');
  });

  it('names the documents in which a dropped target lives on, and none where it does not', () => {
    const dropped = view.groups.find(({ kind }) => kind === 'dropped')?.rows ?? [];
    expect(dropped.map(({ id, to }) => [id, to])).toEqual([
      ['tourist-arrivals-strategy-1-review-strategy-2-plan-dropped', null],
      ['work-and-child-care-strategy-1-review-strategy-2-plan-dropped', null],
    ]);
  });

  it('says in one sentence how many moved', () => {
    const same = model.goalposts.filter(({ kind }) => kind === 'unchanged').length;
    expect(plainText(view.answer)).toContain(String(model.goalposts.length - same));
    expect(plainText(view.answer)).toContain(String(same));
  });
});
