import { encode } from 'uqr';

/** Modules of white ground on each side, without which a camera does not find a code. */
const QUIET_ZONE = 4;

/** A QR code as a drawing in a square of `size` modules, its quiet zone included. */
export interface QrCode {
  readonly size: number;
  /** Path data: the dark modules of each row as lines one module wide, to be stroked. */
  readonly d: string;
}

/** Returns the QR code of an address, of error level M: readable with 15 % of it lost to dirt or folds. */
export function qrCode(address: string): QrCode {
  const { data } = encode(address, { ecc: 'M', boostEcc: false, border: QUIET_ZONE });
  // Each move starts where the line before has ended: short numbers, which pack well.
  let [column, row] = [0, 0];
  const lines = data.flatMap((modules, y) =>
    darkRuns(modules).map(({ start, end }) => {
      const line = `m${String(start - column)} ${String(y - row)}h${String(end - start)}`;
      [column, row] = [end, y];
      return line;
    }),
  );
  return { size: data.length, d: `M0 .5${lines.join('')}` };
}

/** Returns where the dark modules of a row start and end. */
function darkRuns(modules: readonly boolean[]): { readonly start: number; readonly end: number }[] {
  return modules.flatMap((dark, start) => {
    if (!dark || modules[start - 1] === true) return [];
    const after = modules.indexOf(false, start);
    return [{ start, end: after === -1 ? modules.length : after }];
  });
}
