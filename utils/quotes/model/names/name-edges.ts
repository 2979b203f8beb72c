import { hasClass } from '../has-class.ts';
import { GIVEN, GROUP } from '../lexicon.ts';
import type { Token } from '../token.ts';

/** How somebody is addressed in English: begins a phrase. */
export const ADDRESS = /^(?:mr|mrs|ms|miss|dr)$/;

/** "Angelina April said": a month right behind a given name alone, with no day behind it. */
export function isMonthSurname(tokens: readonly Token[], at: number): boolean {
  const [given, month, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!month?.capital || !/^(?:april|august|june|may)$/.test(month.lower) || after?.kind === 'number')
    return false;
  return hasClass(given, GIVEN) && !tokens[at - 2]?.capital && given?.possessive === false;
}

/** "the Museum of Harbor", "Police Federation": a noun for a body begins its name and is no title in front of it. */
export const isBodyName = (token: Token): boolean => token.capital && (token.classes & GROUP) !== 0;
