/** A rectangle in pixels; bottom > top, right > left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One place a label could stand. */
export interface Place {
  /** What the text would cover. */
  readonly box: Box;
  /** Where its baseline starts, is centred or ends, by `align`. */
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  /** The text as it stands here, a line each. */
  readonly lines: readonly string[];
  /** From where a hair line leads to a label that stands off, else null. */
  readonly hair: readonly [number, number] | null;
  /** How little we like the place for itself; 0 is best. */
  readonly cost: number;
}

/** A label to be placed; earlier ones in the list choose first. */
export interface Placeable {
  readonly places: readonly Place[];
  /** A label that costs more than this is better left out; infinite: others step aside for it. */
  readonly worth: number;
}

/** A stroke which labels may cross when they must, at `weight` for each pixel. */
export interface Stroke {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
}

/** Everything a label meets. */
export interface Surroundings {
  readonly bounds: Box;
  /** Never covered: points, axis texts. */
  readonly solid: readonly Box[];
  readonly strokes: readonly Stroke[];
}

/** Whether two boxes come closer than `distance` pixels. */
export function near(one: Box, other: Box, distance = 0): boolean {
  return (
    one.left < other.right + distance &&
    other.left < one.right + distance &&
    one.top < other.bottom + distance &&
    other.top < one.bottom + distance
  );
}

/** How many pixels of the stroke run inside the box. */
export function crossing(box: Box, { from, to }: Stroke): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [enter, leave] = [0, 1];
  for (const [delta, low, high] of [
    [dx, box.left - from[0], box.right - from[0]],
    [dy, box.top - from[1], box.bottom - from[1]],
  ] as const) {
    if (delta === 0) {
      if (low > 0 || high < 0) return 0;
      continue;
    }
    enter = Math.max(enter, Math.min(low / delta, high / delta));
    leave = Math.min(leave, Math.max(low / delta, high / delta));
  }
  return leave > enter ? Math.hypot(dx, dy) * (leave - enter) : 0;
}

const breath = 3;

/** Whether two labels, or the hair line of one and the other, meet. */
function clash(one: Place, other: Place): boolean {
  return near(one.box, other.box, breath) || cuts(one, other.box) || cuts(other, one.box);
}

function cuts({ hair, box }: Pick<Place, 'hair' | 'box'>, other: Box): boolean {
  if (hair === null) return false;
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  return crossing(other, { from: hair, to: middle, weight: 1 }) > 0;
}

/**
 * A place for each label, in the order given, or null where none was good enough.
 *
 * No chosen place covers another one, anything solid or leaves the bounds. Labels
 * choose in turn, then reconsider while the others stand, until nobody moves.
 */
export function placeLabels(
  labels: readonly Placeable[],
  around: Surroundings,
): readonly (Place | null)[] {
  const { bounds } = around;
  const open = labels.map(({ places, worth }) =>
    places
      .filter(
        ({ box }) =>
          box.left >= bounds.left &&
          box.right <= bounds.right &&
          box.top >= bounds.top &&
          box.bottom <= bounds.bottom,
      )
      .filter(({ box }) => !around.solid.some((solid) => near(box, solid, 1)))
      .map((place) => ({ place, cost: place.cost + discomfort(place, around) }))
      .filter(({ cost }) => cost <= worth)
      .sort((a, b) => a.cost - b.cost),
  );
  const chosen: (Place | null)[] = labels.map(() => null);
  const free = (at: number, place: Place): boolean =>
    chosen.every((other, index) => index === at || other === null || !clash(place, other));
  for (let round = 0; round < 4; round += 1) {
    const before = [...chosen];
    open.forEach((places, at) => {
      chosen[at] = places.find(({ place }) => free(at, place))?.place ?? null;
    });
    if (chosen.some((place, at) => place !== before[at])) continue;
    // Nobody steps aside for a label that may as well be left out.
    const stuck = open.findIndex(
      (places, at) =>
        chosen[at] === null && places.length > 0 && labels[at]?.worth === Number.POSITIVE_INFINITY,
    );
    if (stuck < 0 || !makeRoom(stuck, open, chosen)) break;
  }
  return chosen;
}

/** Lets one neighbour step aside for a label without a place; whether one did. */
function makeRoom(
  stuck: number,
  open: readonly (readonly { readonly place: Place }[])[],
  chosen: (Place | null)[],
): boolean {
  for (const { place } of open[stuck] ?? []) {
    const inTheWay = chosen.flatMap((other, at) =>
      other !== null && clash(place, other) ? [at] : [],
    );
    const [blocker] = inTheWay;
    if (blocker === undefined || inTheWay.length > 1) continue;
    const aside = open[blocker]?.find(
      (other) =>
        !clash(other.place, place) &&
        chosen.every((third, at) => at === blocker || third === null || !clash(other.place, third)),
    );
    if (aside === undefined) continue;
    chosen[blocker] = aside.place;
    chosen[stuck] = place;
    return true;
  }
  return false;
}

function discomfort({ box, hair }: Place, { solid, strokes }: Surroundings): number {
  const roomy = {
    left: box.left - 1,
    top: box.top - 1,
    right: box.right + 1,
    bottom: box.bottom + 1,
  };
  const crossed = strokes.reduce((sum, stroke) => sum + crossing(roomy, stroke) * stroke.weight, 0);
  const crowded = solid.filter((other) => near(box, other, 3)).length;
  const own =
    hair === null
      ? null
      : { left: hair[0] - 1, right: hair[0] + 1, top: hair[1] - 1, bottom: hair[1] + 1 };
  const pierced =
    own === null
      ? 0
      : solid.filter((other) => !near(own, other) && cuts({ hair, box }, other)).length;
  return crossed + crowded * 1.5 + pierced * 6;
}
