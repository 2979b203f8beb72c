import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { LanguageData } from '../model/types.ts';
import { adjustMention } from './adjust-mention.ts';
import { adjustTokens } from './adjust-tokens.ts';
import { findSubject, roleBefore } from './find-subject.ts';

/** `е`/`о` before a last consonant comes and goes (`Кравець`, `Кравця`; `Marzec`, `Marca`). */
const FLEETING = /[еоe](?=[лкцрłlkcr]$)/u;
/** Letters that stay whatever the ending. */
const STEM = 3;

/**
 * Takes the endings of cases off names, so that all cases of a name share one form: `марченк` for Марченко, Марченка,
 * Марченком; `marczak` for Marczak, Marczaka, Marczakiem.
 *
 * @param endings of names in one language; the longest that fits goes
 */
function foldBy(endings: readonly string[]): (word: string) => string {
  const ending = new RegExp(`(?:${endings.join('|')})$`, 'u');
  return (word) => {
    const bare = word.replace(ending, '');
    return (bare.length < STEM ? word : bare).replace(FLEETING, '');
  };
}

/**
 * The words of a language with the rules that go with them: those that all languages besides English share, and those
 * for what the language says of itself. English is read without them.
 */
export function withGrammar(words: QuotingWords): LanguageData {
  const { nameEndings } = words;
  return {
    ...words,
    adjustTokens,
    adjustMention,
    findSubject,
    roleBefore,
    ...(nameEndings !== undefined && { foldName: foldBy(nameEndings) }),
  };
}
