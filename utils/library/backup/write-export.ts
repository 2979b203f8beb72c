/** Writes chosen articles in a format, into a sink; the one place that knows which parts each format wants. */
import { articleCsvRow, articlesCsvHead } from '../../transfer/export/export-articles-csv.ts';
import { writeBookmarks } from '../../transfer/export/export-bookmarks.ts';
import { writeEpub } from '../../transfer/export/export-epub.ts';
import { writeHtml } from '../../transfer/export/export-html.ts';
import { writeMarkdown } from '../../transfer/export/export-markdown.ts';
import { quotesCsvHead, quotesCsvRows, quotesMarkdown } from '../../transfer/export/export-quotes.ts';
import { makeCslItem, ReferenceKeys, writeBibtex } from '../../transfer/export/export-references.ts';
import { type ExportArticle, isoDay } from '../../transfer/export/export-types.ts';
import { FileNames, fileNameOf } from '../../transfer/export/file-name.ts';
import { type FileSink, ZipWriter } from '../../transfer/zip/zip-writer.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type ExportScope, exportIds, readForExport } from './export-articles.ts';

/** Each has a name `exportFormat_<format>` and a line `exportFormat_<format>Text` in `locales`. */
export type ExportFormat =
  | 'markdown'
  | 'html'
  | 'epub'
  | 'articlesCsv'
  | 'quotesCsv'
  | 'quotesMarkdown'
  | 'bibtex'
  | 'csl'
  | 'bookmarks';

export interface ExportRequest {
  format: ExportFormat;
  scope: ExportScope;
  /** Of the scope, for the file's name and a book's title. */
  name: string;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Heading of a book's contents. */
  contents?: string;
}

/** Ending and media type of the file, and what its name says besides the scope's. */
const TYPES: Readonly<Record<ExportFormat, readonly [ending: string, type: string, what: string]>> = {
  markdown: ['md', 'text/markdown', 'Markdown'],
  html: ['html', 'text/html', 'web pages'],
  epub: ['epub', 'application/epub+zip', ''],
  articlesCsv: ['csv', 'text/csv', 'articles'],
  quotesCsv: ['csv', 'text/csv', 'quotes'],
  quotesMarkdown: ['md', 'text/markdown', 'quotes'],
  bibtex: ['bib', 'application/x-bibtex', 'references'],
  csl: ['json', 'application/vnd.citationstyles.csl+json', 'references'],
  bookmarks: ['html', 'text/html', 'bookmarks'],
};

/** One file for each article, in an archive where there are several. */
function isFilePerArticle(format: ExportFormat): format is 'markdown' | 'html' {
  return format === 'markdown' || format === 'html';
}

/** Name and media type of the file that an export will be. */
export function exportFile(
  format: ExportFormat,
  name: string,
  articles: number,
  now = Date.now(),
): { name: string; type: string } {
  const [ending, type, what] = TYPES[format];
  const title = [name, what, isoDay(now)].filter((part) => part !== '').join(' ');
  if (isFilePerArticle(format) && articles !== 1) {
    return { name: fileNameOf(title, 'zip'), type: 'application/zip' };
  }
  return { name: fileNameOf(title, ending), type };
}

type Articles = AsyncGenerator<ExportArticle, void, undefined>;

function writerOf(format: ExportFormat): (article: ExportArticle) => string | Promise<string> {
  const keys = new ReferenceKeys();
  let isFirst = true;
  switch (format) {
    case 'markdown':
      return (article) => writeMarkdown(article);
    case 'html':
      return (article) => writeHtml(article);
    case 'articlesCsv':
      return articleCsvRow;
    case 'quotesCsv':
      return quotesCsvRows;
    case 'quotesMarkdown':
      return quotesMarkdown;
    case 'bibtex':
      return (article) => `${writeBibtex(article, keys)}\n`;
    default:
      return (article) => {
        const comma = isFirst ? '' : ',\n';
        isFirst = false;
        return comma + JSON.stringify(makeCslItem(article));
      };
  }
}

const HEADS: Partial<Record<ExportFormat, () => string>> = {
  articlesCsv: articlesCsvHead,
  quotesCsv: quotesCsvHead,
  csl: () => '[\n',
};

async function writeArchive(
  articles: Articles,
  format: 'markdown' | 'html',
  sink: FileSink,
): Promise<number> {
  const zip = new ZipWriter(sink);
  const write = writerOf(format);
  const names = new FileNames();
  let count = 0;
  for await (const article of articles) {
    await zip.add(names.nameOf(article.title || article.host, TYPES[format][0]), await write(article));
    count += 1;
  }
  await zip.finish();
  return count;
}

async function writeText(articles: Articles, format: ExportFormat, sink: FileSink): Promise<number> {
  const encoder = new TextEncoder();
  const put = async (text: string): Promise<void> => {
    if (text !== '') await sink(encoder.encode(text));
  };
  const write = writerOf(format);
  await put(HEADS[format]?.() ?? '');
  let count = 0;
  for await (const article of articles) {
    await put(await write(article));
    count += 1;
  }
  if (format === 'csl') await put('\n]\n');
  return count;
}

/**
 * Writes an export.
 *
 * @returns articles in it
 */
export async function writeExport(
  request: ExportRequest,
  sink: FileSink,
  db: LibraryDb = library,
): Promise<number> {
  const { format, scope, name, onProgress, signal, contents } = request;
  const ids = await exportIds(scope, db);
  const parts = {
    texts: !['articlesCsv', 'bibtex', 'csl', 'bookmarks'].includes(format),
    images: format === 'html' || format === 'epub',
  };
  const articles = readForExport(ids, parts, (done) => onProgress?.(done, ids.length), signal, db);
  if (format === 'epub') {
    return writeEpub(articles, sink, { title: name, ...(contents === undefined ? {} : { contents }) });
  }
  if (format === 'bookmarks') {
    const all: ExportArticle[] = [];
    for await (const article of articles) all.push(article);
    await sink(new TextEncoder().encode(writeBookmarks(all)));
    return all.length;
  }
  if (isFilePerArticle(format) && ids.length !== 1) return writeArchive(articles, format, sink);
  return writeText(articles, format, sink);
}
