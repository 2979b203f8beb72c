/** Letters with marks, and the two in one that an Arabic keyboard has. */
const LETTERS = /^[\p{L}\p{M}]+$/u;
const LATIN = /\p{Script=Latin}/u;

/** Keys that have a sign on a Latin keyboard and a letter on others, as Cyrillic ones have for these. */
const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * The key that is meant: what it writes or, on a keyboard without Latin letters, what stands at its place on others.
 * Of Latin ones, each has its letters where it writes them; signs and digits are meant as they are written everywhere.
 *
 * @returns as `KeyboardEvent.key`
 */
export function latinKey({ key, code, shiftKey }: Pressed): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && /^\p{Nd}$/u.test(key)) return digit;
  if (!LETTERS.test(key) || LATIN.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined) return SIGNS[code] ?? key;
  return shiftKey ? letter : letter.toLowerCase();
}

/**
 * True where a key is this letter; see `latinKey`.
 *
 * @param letter a to z, in lower case
 */
export function isLetter(event: Pressed, letter: string): boolean {
  return latinKey(event).toLowerCase() === letter;
}
