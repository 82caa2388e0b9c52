import { seeded } from './sample.ts';

/** Words of a language that nobody speaks: no figure in them, no word of any city. */
export interface Words {
  readonly word: () => string;
  /** Two or three words with a capital. */
  readonly name: () => string;
  /** A sentence of about twelve words. */
  readonly sentence: () => string;
}

const STARTS = 'b br c ch d dr f fl g gr h k l m n p pl r s st t tr v w'.split(' ');
const MIDDLES = 'a e i o u ai ea ou ee'.split(' ');
const ENDS = 'l m n r s t nd rt ck ng'.split(' ');

/** Returns a maker of words, the same for the same seed. */
export function inventWords(seed: number): Words {
  const draw = seeded(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(draw() * list.length)] ?? '';
  const syllable = () => `${pick(STARTS)}${pick(MIDDLES)}`;
  const word = () => `${syllable()}${draw() < 0.6 ? syllable() : ''}${pick(ENDS)}`;
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  return {
    word,
    name: () => capital(words(2 + Math.floor(draw() * 2))),
    sentence: () => `${capital(words(9 + Math.floor(draw() * 6)))}.`,
  };
}
