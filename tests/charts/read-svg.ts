import { textWidth } from '../../src/charts/text-width.ts';

/** An element of a drawing with the attributes its groups hand down. */
export interface ReadElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A rectangle in the picture, with what it is for the message of a failed test. */
export interface ReadBox {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The shapes and texts of a drawing, in order; throws when its tags do not match. */
export function readSvg(svg: string): readonly ReadElement[] {
  const elements: ReadElement[] = [];
  const groups: { tag: string; attributes: Record<string, string> }[] = [];
  const pattern =
    /<(?<close>\/?)(?<tag>[a-z]+)(?<attributes>(?: [\w:-]+="[^"<>]*")*)(?<empty>\/?)>(?<text>[^<]*)/gy;
  let end = 0;
  for (const match of svg.matchAll(pattern)) {
    end = match.index + match[0].length;
    const { close = '', tag = '', attributes = '', empty = '', text = '' } = match.groups ?? {};
    if (close !== '') {
      if (groups.pop()?.tag !== tag) throw new Error(`</${tag}> closes nothing`);
      continue;
    }
    const own = Object.fromEntries(
      [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescape(value),
      ]),
    );
    const handed = tag === 'svg' ? own : { ...groups.at(-1)?.attributes, ...own };
    if (empty === '') groups.push({ tag, attributes: tag === 'svg' ? {} : handed });
    if (tag !== 'g' && tag !== 'svg')
      elements.push({ tag, attributes: handed, text: unescape(text) });
  }
  if (end !== svg.length || groups.length > 0)
    throw new Error(`not well-formed at ${String(end)}: ${svg.slice(end, end + 40)}`);
  return elements;
}

/** What each text covers: 0.8 em above its baseline, 0.2 em below. */
export function textBoxes(svg: string): readonly ReadBox[] {
  return readSvg(svg)
    .filter(({ tag }) => tag === 'text')
    .map(({ attributes, text }) => {
      const size = Number(attributes['font-size']);
      const width = textWidth(text, size, attributes['font-weight'] === '700');
      const x = Number(attributes['x']);
      const y = Number(attributes['y']);
      const anchor = attributes['text-anchor'] ?? 'start';
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { what: text, left, right: left + width, top: y - 0.8 * size, bottom: y + 0.2 * size };
    });
}

/** What each point and diamond covers. */
export function pointBoxes(svg: string): readonly ReadBox[] {
  return readSvg(svg).flatMap(({ tag, attributes }): ReadBox[] => {
    if (tag === 'circle') {
      const [x, y, r] = [
        Number(attributes['cx']),
        Number(attributes['cy']),
        Number(attributes['r']),
      ];
      return [
        {
          what: `circle at ${String(x)} ${String(y)}`,
          left: x - r,
          right: x + r,
          top: y - r,
          bottom: y + r,
        },
      ];
    }
    const diamond = /^M(\S+) (\S+)l(\S+)-\S+ \S+ \S+-\S+ \S+Z$/.exec(attributes['d'] ?? '');
    if (diamond === null) return [];
    const [left, middle, half] = [Number(diamond[1]), Number(diamond[2]), Number(diamond[3])];
    return [
      {
        what: `diamond at ${String(left + half)} ${String(middle)}`,
        left,
        right: left + 2 * half,
        top: middle - half,
        bottom: middle + half,
      },
    ];
  });
}

/** Whether two boxes share an area. */
export function overlap(one: ReadBox, other: ReadBox): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** All that is wrong with the texts of a drawing: over one another, over a point, outside the picture. */
export function faults(svg: string, width: number, height: number): readonly string[] {
  const texts = textBoxes(svg);
  const points = pointBoxes(svg);
  return texts.flatMap((text, at) => [
    ...texts
      .slice(at + 1)
      .filter((other) => overlap(text, other))
      .map((other) => `"${text.what}" over "${other.what}"`),
    ...points
      .filter((point) => overlap(text, point))
      .map((point) => `"${text.what}" over a ${point.what}`),
    ...(text.left < 0 || text.top < 0 || text.right > width || text.bottom > height
      ? [`"${text.what}" leaves the picture`]
      : []),
  ]);
}
