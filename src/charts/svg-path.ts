import { rounded, tenths } from './svg-markup.ts';

/** A 2D affine matrix in the order of the canvas: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** A rectangle in pixels. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The matrix which applies `inner` first and `outer` to its result. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** The one factor by which the matrix enlarges, or null when it stretches or mirrors. */
export function uniformScale(matrix: Matrix): number | null {
  const { a, b, c, d } = matrix;
  const close = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;
  return close(a, d) && close(b, -c) ? Math.hypot(a, b) : null;
}

type Command =
  | { readonly letter: 'M'; readonly x: number; readonly y: number }
  | { readonly letter: 'L'; readonly x: number; readonly y: number }
  | {
      readonly letter: 'Q' | 'C';
      readonly controls: readonly number[];
      readonly x: number;
      readonly y: number;
    }
  | { readonly letter: 'A'; readonly radii: string; readonly x: number; readonly y: number }
  | { readonly letter: 'Z' };

const turn = 2 * Math.PI;

/**
 * The current path of a drawing context, already in picture coordinates (tenths of
 * a pixel, whole numbers, so that relative commands add no rounding error).
 */
export class SvgPath {
  #commands: Command[] = [];
  #start: readonly [number, number] | null = null;
  #circle: { readonly x: number; readonly y: number; readonly radius: number } | null = null;

  #extent: Extent | null = null;

  /** The rectangle which holds every point of the path, control points and whole circles included; null when empty. */
  get extent(): Extent | null {
    return this.#extent;
  }

  /** Whether the path is one closed rectangle along the axes. */
  get rectangular(): boolean {
    const [move, second, third, fourth, close] = this.#commands;
    if (
      this.#commands.length !== 5 ||
      move?.letter !== 'M' ||
      second?.letter !== 'L' ||
      third?.letter !== 'L' ||
      fourth?.letter !== 'L' ||
      close?.letter !== 'Z'
    )
      return false;
    return (
      second.y === move.y && third.x === second.x && fourth.y === third.y && fourth.x === move.x
    );
  }

  /** Whether nothing was added yet. */
  get empty(): boolean {
    return this.#commands.length === 0;
  }

  /** Starts a subpath. */
  moveTo(matrix: Matrix, x: number, y: number): void {
    const [px, py] = place(matrix, x, y);
    this.#start = [px, py];
    this.#add({ letter: 'M', x: px, y: py });
  }

  /** A straight line; as on a canvas, the first one of a path only sets the pen. */
  lineTo(matrix: Matrix, x: number, y: number): void {
    if (this.#start === null) {
      this.moveTo(matrix, x, y);
      return;
    }
    const [px, py] = place(matrix, x, y);
    this.#add({ letter: 'L', x: px, y: py });
  }

  /** A quadratic (2 controls numbers) or cubic (4) Bézier curve. */
  curveTo(matrix: Matrix, controls: readonly number[], x: number, y: number): void {
    if (this.#start === null) this.moveTo(matrix, controls[0] ?? x, controls[1] ?? y);
    const placed: number[] = [];
    for (let at = 0; at + 1 < controls.length; at += 2)
      placed.push(...place(matrix, controls[at] ?? 0, controls[at + 1] ?? 0));
    for (let at = 0; at + 1 < placed.length; at += 2)
      this.#reach(placed[at] ?? 0, placed[at + 1] ?? 0, 0);
    const [px, py] = place(matrix, x, y);
    this.#add({ letter: placed.length === 2 ? 'Q' : 'C', controls: placed, x: px, y: py });
  }

  /**
   * An arc of an ellipse, joined to the pen by a straight line as on a canvas.
   *
   * @throws Error when the matrix stretches or mirrors, where the arc would change its form.
   */
  ellipse(
    matrix: Matrix,
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    backwards: boolean,
  ): void {
    const scale = uniformScale(matrix);
    if (scale === null)
      throw new Error(
        'ellipse: an arc under an uneven scale is not supported by the recording context.',
      );
    const full = backwards ? from - to >= turn - 1e-9 : to - from >= turn - 1e-9;
    const sweep = full
      ? backwards
        ? -turn
        : turn
      : backwards
        ? -modulo(from - to)
        : modulo(to - from);
    const on = (angle: number): [number, number] => {
      const [u, v] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return [
        x + u * Math.cos(rotation) - v * Math.sin(rotation),
        y + u * Math.sin(rotation) + v * Math.cos(rotation),
      ];
    };
    const wasEmpty = this.empty;
    const begin = on(from);
    if (this.#start === null) this.moveTo(matrix, ...begin);
    else this.lineTo(matrix, ...begin);
    const tilt = rx === ry ? 0 : ((rotation + Math.atan2(matrix.b, matrix.a)) * 180) / Math.PI;
    // A full turn begins where it ends, which SVG reads as no arc at all: two halves.
    const pieces = full ? 2 : 1;
    for (let piece = 1; piece <= pieces; piece += 1) {
      const [endX, endY] = place(matrix, ...on(from + (sweep * piece) / pieces));
      const large = pieces === 1 && Math.abs(sweep) > Math.PI ? 1 : 0;
      this.#add({
        letter: 'A',
        radii: `${rounded(rx * scale)} ${rounded(ry * scale)} ${rounded(tilt)} ${String(large)} ${sweep > 0 ? '1' : '0'} `,
        x: endX,
        y: endY,
      });
    }
    const [px, py] = place(matrix, x, y);
    this.#reach(px, py, Math.max(rx, ry) * scale * 10);
    if (wasEmpty && full && rx === ry) {
      this.#circle = { x: px, y: py, radius: rx * scale };
    }
  }

  /** Closes the subpath. */
  close(): void {
    const start = this.#start;
    if (start === null || this.#commands.at(-1)?.letter === 'Z') return;
    this.#commands.push({ letter: 'Z' });
  }

  /** Tag and form attributes of the shortest element which draws the path. */
  element(): {
    readonly tag: 'path' | 'circle';
    readonly form: readonly (readonly [string, string])[];
  } {
    const circle = this.#circle;
    if (circle !== null) {
      return {
        tag: 'circle',
        form: [
          ['cx', tenths(circle.x)],
          ['cy', tenths(circle.y)],
          ['r', rounded(circle.radius)],
        ],
      };
    }
    return { tag: 'path', form: [['d', pathData(this.#commands)]] };
  }

  /**
   * Whether a mitred stroke may need the limit of the canvas (10) where SVG's own (4)
   * would cut the corner: when two edges meet at less than 29°. Curves count as sharp.
   */
  get sharp(): boolean {
    if (this.#circle !== null) return false;
    let points: (readonly [number, number])[] = [];
    const corner = (): boolean => points.length > 2 && sharpest(points);
    for (const command of this.#commands) {
      if (command.letter === 'M') {
        if (corner()) return true;
        points = [[command.x, command.y]];
      } else if (command.letter === 'L') points.push([command.x, command.y]);
      else if (command.letter === 'Z') points.push(...points.slice(0, 2));
      else return true;
    }
    return corner();
  }

  /** Widens the extent by a circle, in tenths of a pixel. */
  #reach(x: number, y: number, radius: number): void {
    const old = this.#extent ?? {
      left: Infinity,
      top: Infinity,
      right: -Infinity,
      bottom: -Infinity,
    };
    this.#extent = {
      left: Math.min(old.left, (x - radius) / 10),
      top: Math.min(old.top, (y - radius) / 10),
      right: Math.max(old.right, (x + radius) / 10),
      bottom: Math.max(old.bottom, (y + radius) / 10),
    };
  }

  #add(command: Command): void {
    this.#circle = null;
    if (command.letter !== 'Z') this.#reach(command.x, command.y, 0);
    if (this.#commands.at(-1)?.letter === 'Z' && command.letter !== 'M' && this.#start !== null) {
      this.#commands.push({ letter: 'M', x: this.#start[0], y: this.#start[1] });
    }
    // A pen moved twice draws nothing the first time.
    if (command.letter === 'M' && this.#commands.at(-1)?.letter === 'M') this.#commands.pop();
    this.#commands.push(command);
  }
}

function place({ a, b, c, d, e, f }: Matrix, x: number, y: number): [number, number] {
  return [Math.round((a * x + c * y + e) * 10), Math.round((b * x + d * y + f) * 10)];
}

function modulo(angle: number): number {
  const rest = angle % turn;
  return rest < 0 ? rest + turn : rest;
}

function sharpest(points: readonly (readonly [number, number])[]): boolean {
  const limit = Math.cos((29 * Math.PI) / 180);
  return points.some(([x, y], at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined || after === undefined) return false;
    const [ux, uy, vx, vy] = [before[0] - x, before[1] - y, after[0] - x, after[1] - y];
    const length = Math.hypot(ux, uy) * Math.hypot(vx, vy);
    return length > 0 && (ux * vx + uy * vy) / length > limit;
  });
}

function joined(numbers: readonly number[]): string {
  return numbers
    .map((value, at) => (at > 0 && value >= 0 ? ` ${tenths(value)}` : tenths(value)))
    .join('');
}

function pathData(commands: readonly Command[]): string {
  let out = '';
  let last = '';
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  const write = (letter: string, body: string): void => {
    const repeats = letter === last && letter !== 'M' && letter !== 'm';
    out += repeats ? (body.startsWith('-') ? body : ` ${body}`) : letter + body;
    last = letter;
  };
  const shorter = (letter: string, absolute: string, relative: string): void => {
    if (
      relative.length < absolute.length ||
      (relative.length === absolute.length && last === letter.toLowerCase())
    )
      write(letter.toLowerCase(), relative);
    else write(letter, absolute);
  };
  for (const [at, command] of commands.entries()) {
    if (command.letter === 'Z') {
      write('Z', '');
      [x, y] = [startX, startY];
      continue;
    }
    const [dx, dy] = [command.x - x, command.y - y];
    if (command.letter === 'M') {
      write('M', joined([command.x, command.y]));
      [startX, startY] = [command.x, command.y];
    } else if (command.letter === 'L') {
      // A step on the spot shows only as the round end of a line that is nothing else.
      if (dx === 0 && dy === 0 && commands[at + 1]?.letter === 'L') continue;
      if (dy === 0) shorter('H', joined([command.x]), joined([dx]));
      else if (dx === 0) shorter('V', joined([command.y]), joined([dy]));
      else shorter('L', joined([command.x, command.y]), joined([dx, dy]));
    } else if (command.letter === 'A') {
      shorter(
        'A',
        command.radii + joined([command.x, command.y]),
        command.radii + joined([dx, dy]),
      );
    } else {
      const absolute = [...command.controls, command.x, command.y];
      const relative = absolute.map((value, at) => value - (at % 2 === 0 ? x : y));
      shorter(command.letter, joined(absolute), joined(relative));
    }
    [x, y] = [command.x, command.y];
  }
  return out;
}
