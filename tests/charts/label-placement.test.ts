import { describe, expect, it } from 'vitest';
import {
  crossing,
  near,
  placeLabels,
  type Place,
  type Surroundings,
} from '../../src/charts/label-placement.ts';

const open: Surroundings = {
  bounds: { left: 0, top: 0, right: 100, bottom: 100 },
  solid: [],
  strokes: [],
};

function place(left: number, top: number, cost: number, hair: Place['hair'] = null): Place {
  return {
    box: { left, top, right: left + 20, bottom: top + 10 },
    x: left,
    y: top + 10,
    align: 'left',
    lines: ['a'],
    hair,
    cost,
  };
}

const always = Number.POSITIVE_INFINITY;

describe('placeLabels', () => {
  it('takes the place that costs least within the bounds', () => {
    const best = place(10, 10, 1);
    expect(
      placeLabels([{ places: [place(90, 10, 0), place(10, 40, 2), best], worth: always }], open),
    ).toEqual([best]);
  });

  it('never covers anything solid, however cheap the place', () => {
    const [covering, free] = [place(10, 10, 0), place(10, 40, 50)];
    const solid = [{ left: 25, top: 15, right: 35, bottom: 25 }];
    expect(placeLabels([{ places: [covering, free], worth: always }], { ...open, solid })).toEqual([
      free,
    ]);
  });

  it('weighs how far a stroke runs under the text', () => {
    const [crossed, clear] = [place(10, 10, 0), place(10, 40, 3)];
    const stroke = { from: [0, 15], to: [100, 15], weight: 0.5 } as const;
    expect(
      placeLabels([{ places: [crossed, clear], worth: always }], { ...open, strokes: [stroke] }),
    ).toEqual([clear]);
    expect(
      placeLabels([{ places: [crossed, clear], worth: always }], {
        ...open,
        strokes: [{ ...stroke, weight: 0.01 }],
      }),
    ).toEqual([crossed]);
  });

  it('lets an earlier label step aside for one that has no other place', () => {
    const [shared, aside] = [place(10, 10, 0), place(10, 40, 4)];
    expect(
      placeLabels(
        [
          { places: [shared, aside], worth: always },
          { places: [place(12, 12, 0)], worth: always },
        ],
        open,
      ),
    ).toEqual([aside, place(12, 12, 0)]);
  });

  it('leaves out a label that is not worth its place, and does not move others for it', () => {
    const [shared, aside] = [place(10, 10, 0), place(10, 40, 4)];
    expect(
      placeLabels(
        [
          { places: [shared, aside], worth: always },
          { places: [place(12, 12, 0)], worth: 10 },
        ],
        open,
      ),
    ).toEqual([shared, null]);
    expect(placeLabels([{ places: [place(10, 10, 11)], worth: 10 }], open)).toEqual([null]);
  });

  it('keeps a hair line from running through another label', () => {
    const near1 = place(10, 40, 0);
    const through = place(10, 10, 0, [20, 80]);
    const besides = place(60, 10, 5, [20, 80]);
    expect(
      placeLabels(
        [
          { places: [near1], worth: always },
          { places: [through, besides], worth: always },
        ],
        open,
      ),
    ).toEqual([near1, besides]);
  });
});

describe('geometry', () => {
  it('measures the part of a stroke inside a box', () => {
    const box = { left: 10, top: 10, right: 20, bottom: 20 };
    expect(crossing(box, { from: [0, 15], to: [30, 15], weight: 1 })).toBeCloseTo(10);
    expect(crossing(box, { from: [0, 0], to: [30, 30], weight: 1 })).toBeCloseTo(
      Math.hypot(10, 10),
    );
    expect(crossing(box, { from: [0, 5], to: [30, 5], weight: 1 })).toBe(0);
    expect(crossing(box, { from: [0, 15], to: [8, 15], weight: 1 })).toBe(0);
  });

  it('calls boxes near when less than the distance lies between them', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    const beside = { left: 12, top: 0, right: 20, bottom: 10 };
    expect(near(box, beside)).toBe(false);
    expect(near(box, beside, 2)).toBe(false);
    expect(near(box, beside, 3)).toBe(true);
  });
});
