import { warnOfFile } from '../languages/load-words.ts';
import { knowTagger, taggerCode, taggerFor } from './known-taggers.ts';
import { readPackedTagger } from './packed-tagger.ts';
import type { Tagger } from './tagger.ts';

/** Languages that have a tagger: a file of weights each, in `weights`. */
const TAGGED: readonly string[] = [
  'cs',
  'da',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'nl',
  'no',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
];

/** Reads the tagger of one of `TAGGED`. */
export type TaggerFileReader = (code: string) => Promise<Tagger>;

/** The extension's own files lie beside whoever asks, a page or a worker. */
const fetchTagger: TaggerFileReader = async (code) => {
  const response = await fetch(new URL(`/taggers/${code}.bin`, location.href));
  return readPackedTagger(await response.arrayBuffer());
};

/**
 * Loads the tagger of a language, once, and makes it known. Without it texts are still read, by word lists alone: a
 * file that can't be read is told, on the console where nobody else wants to know.
 *
 * @param language BCP 47
 * @returns whether the language has one that could be read
 */
export async function loadTaggerOf(
  language: string,
  read = fetchTagger,
  onUnreadable = warnOfFile,
): Promise<boolean> {
  const code = taggerCode(language);
  if (!TAGGED.includes(code)) return false;
  if (taggerFor(code)) return true;
  try {
    knowTagger(code, await read(code));
    return true;
  } catch (error) {
    onUnreadable(`no tagger for ${code}`, error);
    return false;
  }
}
