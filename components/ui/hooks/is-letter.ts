/** Letters with marks, and the two in one that an Arabic keyboard has. */
const LETTERS = /^[\p{L}\p{M}]+$/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * True where a key is this letter: as it is written or, on a keyboard without Latin letters, as it is where the letter
 * stands on others. Of Latin ones, each has it where it is written.
 *
 * @param letter a to z, in lower case
 */
export function isLetter(event: KeyboardEvent, letter: string): boolean {
  if (event.key.toLowerCase() === letter) return true;
  if (!LETTERS.test(event.key) || LATIN.test(event.key)) return false;
  return event.code === `Key${letter.toUpperCase()}`;
}
