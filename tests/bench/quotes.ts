import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTaggersFromDisk } from '../../tools/fit/know-taggers.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { chooseLanguage } from '../../utils/quotes/languages/choose-language.ts';
import { registerLanguages } from '../../utils/quotes/model/lexicon.ts';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';

/**
 * Runs the quote engine over `<folder>/texts/<id>.txt`, each in the language that the product itself chooses for it.
 *
 * @param out file for the lines `{id, lang, quotes, ms, error}`; offsets are UTF-16 indices into the text file
 */
export function benchQuotes(folder: string, out: string): void {
  registerLanguages(ALL_LANGUAGES);
  readTaggersFromDisk();
  const texts = path.join(folder, 'texts');
  const lines = readdirSync(texts)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(texts, file), 'utf8');
      const id = file.slice(0, -'.txt'.length);
      const start = performance.now();
      const lang = chooseLanguage(null, text);
      try {
        const found = findQuotes(text, { lang });
        const keys = new Set(chooseKeyQuotes(found));
        const quotes = found.map((quote, index) => ({ ...quote, isKey: keys.has(index) }));
        return { id, lang, quotes, ms: performance.now() - start, error: null };
      } catch (error) {
        return { id, lang, quotes: [], ms: performance.now() - start, error: String(error) };
      }
    });
  writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  console.error(`${lines.length} texts, ${lines.filter((line) => line.error).length} with an error → ${out}`);
}
