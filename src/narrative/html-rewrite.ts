import { Tokenizer, TokenizerMode, type Token } from 'parse5';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements whose content is not markup: the tokenizer is told so, as a parser would. */
const CONTENT: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** A start tag as a rewriter sees it. */
export interface StartTag {
  readonly name: string;
  /** Returns the value of an attribute; undefined where the tag has none. */
  readonly attribute: (name: string) => string | undefined;
}

/** What is done with the text and the tags of a page; `S` is what an element hands on to what it holds. */
export interface Rewriter<S> {
  readonly start: S;
  /** Returns what holds inside an element. Called for every start tag, void ones too. */
  readonly enter: (tag: StartTag, outside: S) => S;
  readonly text: (source: string, inside: S) => string;
  readonly tag: (source: string) => string;
}

/**
 * Returns HTML with its texts and tags rewritten where they stand. What a rewriter leaves alone stays byte
 * by byte: entities, spaces and quotes are never read and written again.
 */
export function rewriteHtml<S>(html: string, rewriter: Rewriter<S>): string {
  const open: { name: string; inside: S }[] = [];
  let out = '';
  let copied = 0;
  const inside = (): S => open.at(-1)?.inside ?? rewriter.start;
  // Text is what stands between two tags.
  const upTo = (token: Token.Token): void => {
    const { startOffset, endOffset } = token.location ?? { startOffset: copied, endOffset: copied };
    out += rewriter.text(html.slice(copied, startOffset), inside());
    out += rewriter.tag(html.slice(startOffset, endOffset));
    copied = endOffset;
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        upTo(token);
        const name = token.tagName;
        const attribute = (asked: string) => token.attrs.find((a) => a.name === asked)?.value;
        const held = rewriter.enter({ name, attribute }, inside());
        if (VOID.has(name) || token.selfClosing) return;
        const content = open.some((o) => o.name === 'svg') ? undefined : CONTENT[name];
        open.push({ name, inside: held });
        if (content === undefined) return;
        tokenizer.state = content;
        tokenizer.lastStartTagName = name;
      },
      onEndTag: (token) => {
        upTo(token);
        const at = open.findLastIndex((o) => o.name === token.tagName);
        if (at >= 0) open.splice(at);
      },
      onComment: upTo,
      onDoctype: upTo,
      onEof: nothing,
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  return out + rewriter.text(html.slice(copied), inside());
}
