import { knownLanguage, type LanguageCode } from '../../languages/language-code.ts';
import type { QuotingWords } from '../../languages/quoting-words.ts';
import { knowsLanguage, learnLanguages } from '../model/lexicon.ts';
import { withGrammar } from './with-grammar.ts';

/** Reads the words of a language. */
export type WordsReader = (code: LanguageCode) => Promise<QuotingWords>;

/** Told of a file of a language that can't be read; what it throws ends the reading of the text. */
export type OnUnreadable = (what: string, error: unknown) => void;

export const warnOfFile: OnUnreadable = (what, error) => console.warn(`offprint: ${what}`, error);

/** The extension's own files lie beside whoever asks, a page or a worker. */
const fetchWords: WordsReader = async (code) => {
  const response = await fetch(new URL(`/words/${code}.json`, location.href));
  return (await response.json()) as QuotingWords;
};

/**
 * Loads the words of a language, once, and learns them. Without them texts are still read, as those in a language that
 * nobody here knows: a file that can't be read is told, on the console where nobody else wants to know.
 *
 * @param language BCP 47
 */
export async function loadWordsOf(
  language: string,
  read = fetchWords,
  onUnreadable = warnOfFile,
): Promise<void> {
  const code = knownLanguage(language);
  if (code === null || knowsLanguage(code)) return;
  try {
    learnLanguages([withGrammar(await read(code))]);
  } catch (error) {
    onUnreadable(`no words for ${code}`, error);
  }
}
