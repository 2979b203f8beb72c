import type { Token } from './token.ts';

/** Is a token, where there is one, of any of these classes (bits of `lexicon.ts`)? */
export function hasClass(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}
