import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { LanguageData } from '../model/types.ts';
import { adjustMention } from './adjust-mention.ts';
import { findOmittedSubject } from './find-omitted-subject.ts';
import { lowercaseInitialNouns } from './lowercase-initial-nouns.ts';

/** A vowel `е`/`о` before the last consonant that some cases lack (`Кравець`, `Кравця`; `Marzec`, `Marca`). */
const FLEETING_VOWEL = /[еоe](?=[лкцрłlkcr]$)/u;
/** Minimum length of a stem, in letters. */
const MIN_STEM_LENGTH = 3;

/**
 * Removes case endings from names, so that all cases share one form: `марченк` for Марченко, Марченка, Марченком;
 * `marczak` for Marczak, Marczaka, Marczakiem.
 *
 * @param endings of names in one language; the longest match is removed
 */
function createNameStemmer(endings: readonly string[]): (word: string) => string {
  const ending = new RegExp(`(?:${endings.join('|')})$`, 'u');
  return (word) => {
    const stem = word.replace(ending, '');
    return (stem.length < MIN_STEM_LENGTH ? word : stem).replace(FLEETING_VOWEL, '');
  };
}

/**
 * Combines the words of a language with its grammar rules: those common to all languages except English, and its own.
 * English is read without them.
 */
export function addGrammar(words: QuotingWords): LanguageData {
  const { nameEndings } = words;
  return {
    ...words,
    adjustTokens: lowercaseInitialNouns,
    adjustMention,
    findOmittedSubject,
    ...(nameEndings !== undefined && { stemName: createNameStemmer(nameEndings) }),
  };
}
