import { warnOfFile } from '../languages/load-words.ts';
import { registerTagger, taggerCode, taggerFor } from './known-taggers.ts';
import { readPackedTagger } from './packed-tagger.ts';
import type { Tagger } from './tagger.ts';

/** Languages that have a tagger, each with a file in `weights`. */
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

/** Paths are relative to the page or worker that loads the extension's files. */
const fetchTagger: TaggerFileReader = async (code) => {
  const response = await fetch(new URL(`/taggers/${code}.bin`, location.href));
  return readPackedTagger(await response.arrayBuffer());
};

/**
 * Loads and registers the tagger of a language once. If the file can't be read, the error is reported (by default to
 * the console), and texts are read with word lists alone.
 *
 * @param language BCP 47
 * @returns whether a tagger was loaded
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
    registerTagger(code, await read(code));
    return true;
  } catch (error) {
    onUnreadable(`no tagger for ${code}`, error);
    return false;
  }
}
