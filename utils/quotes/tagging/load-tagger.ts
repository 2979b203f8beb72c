import { knownLanguage } from '../../languages/language-code.ts';
import { warnOfLoadError } from '../languages/load-words.ts';
import { unpackTagger } from './packed-tagger.ts';
import type { Tagger } from './tagger.ts';
import { getTagger, registerTagger } from './tagger-registry.ts';

/** Reads the tagger of a language. */
export type TaggerReader = (code: string) => Promise<Tagger>;

/** Paths are relative to the page or worker that loads the extension's files. */
const fetchTagger: TaggerReader = async (code) => {
  const response = await fetch(new URL(`/taggers/${code}.bin`, location.href));
  return unpackTagger(await response.arrayBuffer());
};

/**
 * Loads and registers the tagger of a language once. If the file can't be read, the error is reported (by default to
 * the console), and texts are read with word lists alone.
 *
 * @param language BCP 47
 */
export async function loadTagger(
  language: string,
  read = fetchTagger,
  onLoadError = warnOfLoadError,
): Promise<void> {
  const code = knownLanguage(language);
  if (code === null || getTagger(code)) return;
  try {
    registerTagger(code, await read(code));
  } catch (error) {
    onLoadError(`no tagger for ${code}`, error);
  }
}
