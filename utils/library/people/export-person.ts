import { quotesCsvHeader, quotesCsvRows, quotesMarkdown } from '../../transfer/export/export-quotes.ts';
import { escapeMarkdown, formatParagraph } from '../../transfer/export/markdown-text.ts';
import { sanitiseLine } from '../../transfer/export/sanitise-text.ts';
import { readForExport } from '../backup/export-articles.ts';
import { FORMATS } from '../backup/export-formats.ts';
import { describeExportFile } from '../backup/write-export.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { listQuotesOfPerson } from './people.ts';

/** Larger than any number of quotes. */
const NO_LIMIT = 1_000_000;

/**
 * Exports all quotes of a person in saved articles.
 *
 * @param id a person's id, or a normalised name
 * @param name the person's name, for the heading and the file name
 * @returns the file and its name
 */
export async function exportPerson(
  id: string,
  name: string,
  format: 'quotesCsv' | 'quotesMarkdown',
  db: LibraryDb = library,
): Promise<{ file: Blob; name: string }> {
  const quotes = await listQuotesOfPerson(id, NO_LIMIT, db);
  const startsByArticle = new Map<string, Set<number>>();
  for (const { quote } of quotes) {
    const articleStarts = startsByArticle.get(quote.articleId) ?? new Set();
    startsByArticle.set(quote.articleId, articleStarts.add(quote.start));
  }
  const parts: string[] =
    format === 'quotesCsv'
      ? [quotesCsvHeader()]
      : [`# ${formatParagraph(escapeMarkdown(sanitiseLine(name)))}\n\n`];
  const write = format === 'quotesCsv' ? quotesCsvRows : quotesMarkdown;
  for await (const article of readForExport(
    [...startsByArticle.keys()],
    FORMATS[format].parts,
    undefined,
    undefined,
    db,
  )) {
    const ownQuotes = article.quotes.filter((quote) => startsByArticle.get(article.id)?.has(quote.start));
    parts.push(write({ ...article, quotes: ownQuotes }));
  }
  const { name: fileName, type } = describeExportFile(format, name);
  return { file: new Blob(parts, { type }), name: fileName };
}
