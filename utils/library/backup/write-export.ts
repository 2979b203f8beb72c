/** Writes articles to a sink, in any export format. */
import { encodeForExcel } from '../../transfer/export/csv-write.ts';
import { writeBookmarks } from '../../transfer/export/export-bookmarks.ts';
import { type EpubOptions, writeEpub } from '../../transfer/export/export-epub.ts';
import { writeHtml } from '../../transfer/export/export-html.ts';
import { writeMarkdown } from '../../transfer/export/export-markdown.ts';
import { type ExportArticle, toIsoDay } from '../../transfer/export/export-types.ts';
import { FileNames, makeFileName } from '../../transfer/export/file-name.ts';
import { ImageNames } from '../../transfer/export/markdown-pictures.ts';
import { convertToJpeg } from '../../transfer/export/pictures/redraw-picture.ts';
import { type FileSink, ZipWriter } from '../../transfer/zip/zip-writer.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type ExportScope, listExportIds, readForExport } from './export-articles.ts';
import {
  createTextWriter,
  type ExportFormat,
  type FileFormat,
  FORMATS,
  type TextFormat,
} from './export-formats.ts';

export interface ExportRequest {
  format: ExportFormat;
  scope: ExportScope;
  /** Name of the scope, used for the file name and a book's title. */
  name: string;
  /** Called with the number of processed articles and the total. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Heading of a book's table of contents. */
  contentsHeading?: string;
  /** Heading of the highlights and notes in a book or web page; null to leave them out. */
  highlightsHeading?: string | null;
  /** Encodes the list of articles so that Excel opens it in every region; see `encodeForExcel`. */
  forExcel?: boolean;
}

/** A completed export. */
export interface WrittenExport {
  /** Number of exported articles. Bookmarks omit articles without an address, lists of quotes those without quotes. */
  articles: number;
  /** Name of the file. */
  name: string;
  /** Media type of the file. */
  type: string;
}

/** Makes the name and media type of an export's file. @param now milliseconds since 1970, for the date in the name */
export function describeExportFile(
  format: ExportFormat,
  name: string,
  isArchive = false,
  now = Date.now(),
): { name: string; type: string } {
  const { extension, mediaType, label } = FORMATS[format];
  const title = [name, label, toIsoDay(now)].filter((part) => part !== '').join(' ');
  return isArchive
    ? { name: makeFileName(title, 'zip'), type: 'application/zip' }
    : { name: makeFileName(title, extension), type: mediaType };
}

type Articles = AsyncGenerator<ExportArticle, void, undefined>;

const encoder = new TextEncoder();

/** An article's file and the picture files to which it refers. */
interface ArticleFile {
  article: ExportArticle;
  text: string;
  pictureFiles: readonly { path: string; blob: Blob }[];
}

async function* makeArticleFiles(
  articles: Articles,
  format: FileFormat,
  heading: string | undefined,
): AsyncGenerator<ArticleFile, void> {
  const pictures = new ImageNames();
  for await (const article of articles) {
    const pictureFiles = format === 'markdown' ? await pictures.nameImages(article) : [];
    const paths = new Map(pictureFiles.map(({ source, path }) => [source, path]));
    const text = format === 'markdown' ? writeMarkdown(article, paths) : await writeHtml(article, heading);
    yield { article, text, pictureFiles };
  }
}

/** Writes a single file for one article without picture files, otherwise an archive. */
async function writeFiles(
  articles: Articles,
  format: FileFormat,
  isSingle: boolean,
  heading: string | undefined,
  sink: FileSink,
): Promise<{ count: number; isArchive: boolean }> {
  let zip: ZipWriter | null = null;
  const names = new FileNames();
  let count = 0;
  for await (const { article, text, pictureFiles } of makeArticleFiles(articles, format, heading)) {
    count += 1;
    if (isSingle && pictureFiles.length === 0) {
      await sink(encoder.encode(text));
      continue;
    }
    zip ??= new ZipWriter(sink);
    await zip.add(names.makeUnique(article.title || article.host, FORMATS[format].extension), text);
    for (const { path, blob } of pictureFiles)
      await zip.add(path, new Uint8Array(await blob.arrayBuffer()), false);
  }
  if (count === 0) zip ??= new ZipWriter(sink);
  await zip?.finish();
  return { count, isArchive: zip !== null };
}

async function writeText(
  articles: Articles,
  format: TextFormat,
  forExcel: boolean,
  sink: FileSink,
): Promise<number> {
  const put = async (text = ''): Promise<void> => {
    if (text !== '') await sink(forExcel ? encodeForExcel(text) : encoder.encode(text));
  };
  const writer = createTextWriter(format, forExcel);
  await put(writer.head);
  let count = 0;
  for await (const article of articles) {
    const text = writer.write(article);
    if (text !== '') count += 1;
    await put(text);
  }
  await put(writer.end?.());
  return count;
}

/** Writes an export to a sink. @throws the sink's errors, and the signal's reason */
export async function writeExport(
  request: ExportRequest,
  sink: FileSink,
  db: LibraryDb = library,
): Promise<WrittenExport> {
  const { format, scope, name, onProgress, signal, contentsHeading, highlightsHeading } = request;
  const { forExcel = false } = request;
  const ids = await listExportIds(scope, db);
  const parts = { ...FORMATS[format].parts };
  if (highlightsHeading === null) parts.highlights = false;
  const articles = readForExport(ids, parts, (done) => onProgress?.(done, ids.length), signal, db);
  if (format === 'epub') {
    const options: EpubOptions = {
      title: name,
      convertImage: convertToJpeg,
      ...(contentsHeading === undefined ? {} : { contentsHeading }),
      ...(highlightsHeading ? { highlightsHeading } : {}),
    };
    return { articles: await writeEpub(articles, sink, options), ...describeExportFile(format, name) };
  }
  if (format === 'bookmarks') {
    const all: ExportArticle[] = [];
    for await (const article of articles) if (article.url !== null) all.push(article);
    await sink(encoder.encode(writeBookmarks(all)));
    return { articles: all.length, ...describeExportFile(format, name) };
  }
  if (format === 'markdown' || format === 'html') {
    const { count, isArchive } = await writeFiles(
      articles,
      format,
      ids.length === 1,
      highlightsHeading ?? undefined,
      sink,
    );
    return { articles: count, ...describeExportFile(format, name, isArchive) };
  }
  const count = await writeText(articles, format, forExcel && format === 'articlesCsv', sink);
  return { articles: count, ...describeExportFile(format, name) };
}
