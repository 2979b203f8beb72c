import { LOADED_WORDS } from '../../utils/quotes/languages/all-languages.ts';

/** The word lists of each language, which the engine loads for articles in that language: file names and contents. */
export function writeWords(): { relativeDest: string; contents: string }[] {
  return LOADED_WORDS.map((words) => ({
    relativeDest: `words/${words.code}.json`,
    contents: JSON.stringify(words),
  }));
}
