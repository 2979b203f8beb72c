import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { LanguageData } from '../model/types.ts';
import { adjustMention } from './adjust-mention.ts';
import { findSubject } from './find-subject.ts';
import { lowerFirstNouns } from './lower-first-nouns.ts';

/** A vowel `е`/`о` before the last consonant that some cases lack (`Кравець`, `Кравця`; `Marzec`, `Marca`). */
const FLEETING = /[еоe](?=[лкцрłlkcr]$)/u;
/** Minimum length of a stem, in letters. */
const MIN_STEM_LENGTH = 3;

/**
 * Removes case endings from names, so that all cases share one form: `марченк` for Марченко, Марченка, Марченком;
 * `marczak` for Marczak, Marczaka, Marczakiem.
 *
 * @param endings of names in one language; the longest match is removed
 */
function foldBy(endings: readonly string[]): (word: string) => string {
  const ending = new RegExp(`(?:${endings.join('|')})$`, 'u');
  return (word) => {
    const bare = word.replace(ending, '');
    return (bare.length < MIN_STEM_LENGTH ? word : bare).replace(FLEETING, '');
  };
}

/**
 * Combines the words of a language with its grammar rules: those common to all languages except English, and its own.
 * English is read without them.
 */
export function withGrammar(words: QuotingWords): LanguageData {
  const { nameEndings } = words;
  return {
    ...words,
    adjustTokens: lowerFirstNouns,
    adjustMention,
    findSubject,
    ...(nameEndings !== undefined && { foldName: foldBy(nameEndings) }),
  };
}
