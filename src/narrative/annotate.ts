import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { partsOf, spoken, withoutReadings, type Part } from './ruby.ts';

/** How readings are shown on a page. */
export interface Annotation {
  /** True where places that hold no ruby (titles, labels, drawings) are written as they are spoken. */
  readonly spoken: boolean;
  /** Finds the words of the city's language that have a reading; null where no text is given any. */
  readonly read: ((text: string) => Part[]) | null;
  /** Language tag of those words. */
  readonly language: string;
  /** Language tag of the page. */
  readonly page: string;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that can hold no ruby. */
const PLAIN = new Set(['title', 'textarea', 'option', 'svg', 'code', 'pre', 'script', 'style']);
/** Elements whose content is not markup: the tokenizer is told so, as a parser would. */
const CONTENT: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

interface Open {
  readonly name: string;
  readonly language: string;
  readonly plain: boolean;
  /** False inside names of languages, which are written as their own readers write them. */
  readonly given: boolean;
}

/**
 * Returns a page with every reading in its place: ruby in text, plain words in attributes, titles and
 * drawings. The one place where the notation becomes HTML; everything else in the page stays byte by byte.
 */
export function annotateHtml(html: string, annotation: Annotation): string {
  const flat = annotation.spoken ? spoken : withoutReadings;
  const open: Open[] = [{ name: '', language: annotation.page, plain: false, given: true }];
  let out = '';
  let copied = 0;
  const inside = (): Open | undefined => open.at(-1);

  const text = (source: string): string => {
    if (inside()?.plain === true) return flat(source);
    const asked = inside()?.given === true && inside()?.language === annotation.language;
    const named = asked ? annotation.read : null;
    return (named ?? partsOf)(source).map(partHtml).join('');
  };
  const upTo = (token: Token.Token): void => {
    const { startOffset, endOffset } = token.location ?? { startOffset: copied, endOffset: copied };
    out += text(html.slice(copied, startOffset)) + flat(html.slice(startOffset, endOffset));
    copied = endOffset;
  };

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        upTo(token);
        const name = token.tagName;
        if (VOID.has(name) || token.selfClosing) return;
        const language = token.attrs.find((a) => a.name === 'lang')?.value ?? inside()?.language;
        const plain = inside()?.plain === true || PLAIN.has(name);
        const content = inside()?.plain === true ? undefined : CONTENT[name];
        const ofLanguage = token.attrs.some((a) => a.name === 'hreflang');
        const given = inside()?.given === true && !ofLanguage;
        open.push({ name, language: language ?? annotation.page, plain, given });
        if (content === undefined) return;
        tokenizer.state = content;
        tokenizer.lastStartTagName = name;
      },
      onEndTag: (token) => {
        upTo(token);
        const at = open.findLastIndex((o) => o.name === token.tagName);
        if (at > 0) open.splice(at);
      },
      onComment: upTo,
      onDoctype: upTo,
      onEof: () => undefined,
      // Text is what stands between two tags.
      onCharacter: () => undefined,
      onWhitespaceCharacter: () => undefined,
      onNullCharacter: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return out + text(html.slice(copied));
}

function partHtml({ text, reading }: Part): string {
  return reading === null
    ? text
    : `<ruby>${text}<rp aria-hidden="true">（</rp><rt aria-hidden="true">${reading}</rt><rp aria-hidden="true">）</rp></ruby>`;
}
