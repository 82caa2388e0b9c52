import type { Words } from './lexicon.ts';
import { scriptOf, type Script } from './normal.ts';

/** A piece of a query without spaces. */
export interface Piece {
  readonly text: string;
  readonly kind: 'word' | 'dropped' | 'unknown';
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly kind: Piece['kind'];
}

const COST = {
  word: 1,
  letter: 1.7,
  particle: 0.5,
  question: 0.7,
  unknown: 1.9,
  unknownMore: 0.35,
};

/**
 * Returns a text without spaces cut into words of the lexicon, particles and words of questions
 * (dropped), and what is none of them: the cut that costs least, fewer and longer words first.
 */
export function segment(text: string, words: Words): Piece[] {
  const best: (Step | undefined)[] = [{ cost: 0, from: 0, kind: 'word' }];
  const offer = (to: number, step: Step): void => {
    const known = best[to];
    if (known === undefined || step.cost < known.cost) best[to] = step;
  };
  for (let at = 0; at < text.length; at += 1) {
    const here = best[at];
    if (here === undefined) continue;
    const most = Math.min(text.length, at + Math.max(words.longest, 8));
    for (let end = at + 1; end <= most; end += 1) {
      const part = text.slice(at, end);
      if (words.isParticle(part))
        offer(end, { cost: here.cost + COST.particle, from: at, kind: 'dropped' });
      else if (words.isQuestion(part))
        offer(end, { cost: here.cost + COST.question, from: at, kind: 'dropped' });
      if (words.has(part) && isWhole(text, at, end)) {
        const cost = part.length === 1 ? COST.letter : COST.word - part.length / 1000;
        offer(end, { cost: here.cost + cost, from: at, kind: 'word' });
      }
    }
    const script = scriptOf(text[at] ?? '');
    for (let end = at + 1; end <= text.length; end += 1) {
      const cost = COST.unknown + (end - at - 1) * COST.unknownMore;
      offer(end, { cost: here.cost + cost, from: at, kind: 'unknown' });
      const next = scriptOf(text[end] ?? '');
      // A kanji and its ending are one word: 生きがい.
      const ending = script === 'kanji' && next === 'hiragana';
      if (next !== script && !ending && !(script === 'kanji' && next === script)) break;
      if (script === 'kanji' && next === 'kanji' && scriptOf(text[end - 1] ?? '') === 'hiragana')
        break;
    }
  }
  return trace(text, best);
}

/** Latin letters and figures are one word as long as they go on: "co2" is not "co". */
function isWhole(text: string, from: number, to: number): boolean {
  const latin = (at: number): boolean =>
    at >= 0 && at < text.length && scriptOf(text[at] ?? '') === 'latin';
  return !(latin(from) && latin(from - 1)) && !(latin(to - 1) && latin(to));
}

function trace(text: string, best: readonly (Step | undefined)[]): Piece[] {
  const pieces: Piece[] = [];
  let at = text.length;
  while (at > 0) {
    const step = best[at];
    if (step === undefined) break;
    pieces.unshift({ text: text.slice(step.from, at), kind: step.kind });
    at = step.from;
  }
  return withoutEndings(pieces);
}

/** Hiragana behind a kanji that no word of the lexicon holds is its ending: 減+らしています. */
function withoutEndings(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index): Piece => {
    const before = pieces[index - 1];
    const script = (text: string, at: number): Script => scriptOf(text.at(at) ?? '');
    const ending =
      piece.kind === 'unknown' &&
      script(piece.text, 0) === 'hiragana' &&
      (piece.text.length === 1 ||
        (before !== undefined &&
          before.kind !== 'dropped' &&
          script(before.text, -1) === 'kanji' &&
          piece.text.length <= 4));
    return ending ? { ...piece, kind: 'dropped' } : piece;
  });
}
