import { knownLanguage, type LanguageCode } from '../../languages/language-code.ts';
import type { QuotingWords } from '../../languages/quoting-words.ts';
import { isLanguageRegistered, registerLanguages } from '../model/lexicon.ts';
import { addGrammar } from './with-grammar.ts';

/** Reads the word lists of a language. */
export type WordsReader = (code: LanguageCode) => Promise<QuotingWords>;

/** Handles errors of language files that can't be read. If it throws, no quotes are extracted from the text. */
export type OnLoadError = (message: string, error: unknown) => void;

export const warnOfLoadError: OnLoadError = (message, error) => console.warn(`offprint: ${message}`, error);

/** Paths are relative to the page or worker that loads the extension's files. */
const fetchWords: WordsReader = async (code) => {
  const response = await fetch(new URL(`/words/${code}.json`, location.href));
  return (await response.json()) as QuotingWords;
};

/**
 * Loads and registers the word lists of a language once. If the file can't be read, the error is reported (by default
 * to the console), and texts are read as in an unsupported language.
 *
 * @param language BCP 47
 */
export async function loadWords(
  language: string,
  read = fetchWords,
  onLoadError = warnOfLoadError,
): Promise<void> {
  const code = knownLanguage(language);
  if (code === null || isLanguageRegistered(code)) return;
  try {
    registerLanguages([addGrammar(await read(code))]);
  } catch (error) {
    onLoadError(`no words for ${code}`, error);
  }
}
