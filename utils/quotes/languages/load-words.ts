import { knownLanguage, type LanguageCode } from '../../languages/language-code.ts';
import type { QuotingWords } from '../../languages/quoting-words.ts';
import { knowsLanguage, learnLanguages } from '../model/lexicon.ts';
import { withGrammar } from './with-grammar.ts';

/** Reads the words of a language. */
export type WordsReader = (code: LanguageCode) => Promise<QuotingWords>;

/** The extension's own files lie beside whoever asks, a page or a worker. */
const fetchWords: WordsReader = async (code) => {
  const response = await fetch(new URL(`/words/${code}.json`, location.href));
  return (await response.json()) as QuotingWords;
};

/**
 * Loads the words of a language, once, and learns them. Without them texts are still read, as those in a language that
 * nobody here knows: a file that can't be read is told on the console.
 *
 * @param language BCP 47
 */
export async function loadWordsOf(language: string, read = fetchWords): Promise<void> {
  const code = knownLanguage(language);
  if (code === null || knowsLanguage(code)) return;
  try {
    learnLanguages([withGrammar(await read(code))]);
  } catch (error) {
    console.warn(`offprint: no words for ${code}`, error);
  }
}
