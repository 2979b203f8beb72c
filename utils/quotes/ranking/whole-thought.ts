import { countWords } from '../../text/count-words.ts';

/** Up to so many words are a scrap: "deeply worried" says nothing by itself. */
const SCRAP = 3;
/** A piece of a sentence that has so many words says enough. */
const LONG_PIECE = 10;
/** What is looked at, in UTF-16 units. */
const LOOK = 600;

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/**
 * How much of a thought a quote is, by its length and its first letter: a sentence begins with a capital. Scripts without
 * capitals are told by length alone, and those without spaces by characters.
 */
export type Wholeness = 'scrap' | 'piece' | 'long piece' | 'sentence';

export function wholenessOf(text: string): Wholeness {
  const words = countWords(text.slice(0, LOOK));
  if (words <= SCRAP) return 'scrap';
  if (!/\p{Ll}/u.test(FIRST_LETTER.exec(text.slice(0, LOOK))?.[0] ?? '')) return 'sentence';
  return words >= LONG_PIECE ? 'long piece' : 'piece';
}
