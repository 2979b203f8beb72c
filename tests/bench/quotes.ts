import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';

/**
 * Runs the quote engine over `<folder>/texts/<id>.txt`.
 *
 * @param out file for the lines `{id, quotes, ms, error}`; offsets are UTF-16 indices into the text file
 */
export function benchQuotes(folder: string, out: string): void {
  const texts = path.join(folder, 'texts');
  const lines = readdirSync(texts)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(texts, file), 'utf8');
      const id = file.slice(0, -'.txt'.length);
      const start = performance.now();
      try {
        const quotes = findQuotes(text, { lang: 'en' });
        return { id, quotes, ms: performance.now() - start, error: null };
      } catch (error) {
        return { id, quotes: [], ms: performance.now() - start, error: String(error) };
      }
    });
  writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  console.error(`${lines.length} texts, ${lines.filter((line) => line.error).length} with an error → ${out}`);
}
