import { QUOTING } from '../../utils/quotes/languages/all-languages.ts';

/** The words of each language that the engine loads when an article in it is read: file names and contents. */
export function writeWords(): { relativeDest: string; contents: string }[] {
  return Object.entries(QUOTING).map(([code, words]) => ({
    relativeDest: `words/${code}.json`,
    contents: JSON.stringify(words),
  }));
}
