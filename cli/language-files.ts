import { readFile } from 'node:fs/promises';
import type { QuotingWords } from '../utils/languages/quoting-words.ts';
import type { LanguageFiles } from '../utils/quotes/quote-article.ts';
import { readPackedTagger } from '../utils/quotes/tagging/packed-tagger.ts';
import { CliError } from './errors.ts';

/**
 * Words and taggers from a folder, as the extension has them: `words/<code>.json` and `taggers/<code>.bin`.
 *
 * A file that is missing or damaged rejects with a CliError where a text needs it.
 *
 * @param folder ends with a slash
 */
export function languageFilesIn(folder: URL): LanguageFiles {
  return {
    readWords: async (code) =>
      JSON.parse(await readFile(new URL(`words/${code}.json`, folder), 'utf8')) as QuotingWords,
    readTagger: async (code) => {
      const bytes = await readFile(new URL(`taggers/${code}.bin`, folder));
      return readPackedTagger(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    // Quotes found without them would be fewer and worse, and nobody would know why.
    onUnreadable: (what, error) => {
      throw new CliError(`${what}: the program is not installed whole`, { cause: error });
    },
  };
}
