import { readFile } from 'node:fs/promises';
import type { QuotingWords } from '../utils/languages/quoting-words.ts';
import type { LanguageFiles } from '../utils/quotes/extract-quotes.ts';
import { unpackTagger } from '../utils/quotes/tagging/packed-tagger.ts';
import { CliError } from './errors.ts';

/**
 * Returns functions that read words and taggers from a folder of the package: `words/<code>.json` and
 * `taggers/<code>.bin`. If a required file is missing or damaged, a CliError is thrown.
 *
 * @param folder URL of the folder, ending with a slash
 */
export function openLanguageFiles(folder: URL): LanguageFiles {
  return {
    readWords: async (code) =>
      JSON.parse(await readFile(new URL(`words/${code}.json`, folder), 'utf8')) as QuotingWords,
    readTagger: async (code) => {
      const bytes = await readFile(new URL(`taggers/${code}.bin`, folder));
      return unpackTagger(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    // Without this error, fewer and worse quotes would be found without an explanation.
    onLoadError: (description, error) => {
      throw new CliError(`${description}: the program is not installed whole`, { cause: error });
    },
  };
}
