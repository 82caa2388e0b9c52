/** One element of the picture before it is written: shape first, paint second. */
export interface SvgElement {
  readonly tag: 'path' | 'circle' | 'text';
  /** Attributes of this element alone: place and form. */
  readonly form: readonly (readonly [string, string])[];
  /** Attributes it may share with its neighbours: colours, widths, type. */
  readonly paint: readonly (readonly [string, string])[];
  /** Real text of a <text>; null for shapes. */
  readonly text: string | null;
}

/** Text made safe for an SVG text node or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A length in tenths of a pixel written in pixels: 1234 → "123.4", 120 → "12".
 *
 * @throws RangeError when the number is not finite: a picture with NaN in it is broken without a sign of it.
 */
export function tenths(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`A coordinate of the drawing is ${String(value)}.`);
  return String(value / 10);
}

/** A pixel length rounded to 0.1 and written without a trailing zero. @throws RangeError when not finite. */
export function rounded(value: number): string {
  return tenths(Math.round(value * 10));
}

function attributes(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
}

function markup(element: SvgElement, paint: string): string {
  const open = `<${element.tag}${attributes(element.form)}${paint}`;
  return element.text === null
    ? `${open}/>`
    : `${open}>${escapeXml(element.text)}</${element.tag}>`;
}

/**
 * SVG markup of the elements in their order. Neighbours painted alike stand in one
 * <g> which carries their paint once.
 */
export function svgMarkup(elements: readonly SvgElement[]): string {
  let out = '';
  let at = 0;
  while (at < elements.length) {
    const first = elements[at];
    if (first === undefined) break;
    const paint = attributes(first.paint);
    let end = at + 1;
    for (
      let next = elements[end];
      next !== undefined && attributes(next.paint) === paint;
      next = elements[end]
    )
      end += 1;
    const run = elements.slice(at, end);
    out +=
      run.length === 1 || paint === ''
        ? run.map((element) => markup(element, paint)).join('')
        : `<g${paint}>${run.map((element) => markup(element, '')).join('')}</g>`;
    at = end;
  }
  return out;
}
