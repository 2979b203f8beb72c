import { knownLanguage } from '../../languages/language-code.ts';
import { warnOfFile } from '../languages/load-words.ts';
import { registerTagger, taggerFor } from './known-taggers.ts';
import { readPackedTagger } from './packed-tagger.ts';
import type { Tagger } from './tagger.ts';

/** Reads the tagger of a language. */
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
 */
export async function loadTaggerOf(
  language: string,
  read = fetchTagger,
  onUnreadable = warnOfFile,
): Promise<void> {
  const code = knownLanguage(language);
  if (code === null || taggerFor(code)) return;
  try {
    registerTagger(code, await read(code));
  } catch (error) {
    onUnreadable(`no tagger for ${code}`, error);
  }
}
