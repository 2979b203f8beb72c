/** Rows out of a backup's lines: each by its table's schema, those of one group so that they fit together. */
import * as v from 'valibot';
import type { RecordFailure } from '../../transfer/import/import-types.ts';
import { hostOf } from '../articles/article-identity.ts';
import { countImages } from '../articles/article-images.ts';
import { MOST_IMAGES } from '../jobs/image-caps.ts';
import type { ArticleRow, ContentRow, ImageRow, ListRow, SavedQuote, VersionRow } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';

/** A line that could not be taken, as the list of failures shows it. */
export interface SkippedRow {
  /** The file in the archive, and the line. */
  at: string;
  url: string;
  title: string;
  why: RecordFailure;
}

/** Rows of one file; which articles they were of that were skipped. */
export interface CheckedRows {
  rows: object[];
  skipped: SkippedRow[];
}

/** Longest piece of a skipped row that is shown. */
const SHOWN = 300;

function shownOf(line: unknown, field: string): string {
  const value = typeof line === 'object' && line !== null ? (line as Record<string, unknown>)[field] : '';
  return typeof value === 'string' ? value.slice(0, SHOWN) : '';
}

function skip(line: unknown, at: string, why: RecordFailure): SkippedRow {
  return { at, url: shownOf(line, 'url'), title: shownOf(line, 'title') || shownOf(line, 'name'), why };
}

/**
 * Reads lines as rows of a table. One that is not as it should be is skipped, and costs no other.
 *
 * @param lines what JSON made of them; undefined where it made nothing
 * @param file name of the file in the archive
 */
export function checkLines(lines: readonly unknown[], schema: v.GenericSchema, file: string): CheckedRows {
  const checked: CheckedRows = { rows: [], skipped: [] };
  for (const [i, line] of lines.entries()) {
    const read = v.safeParse(schema, line, { abortEarly: true });
    if (read.success) checked.rows.push(read.output as object);
    else {
      const why = read.issues.some(({ message }) => message === 'notWeb') ? 'notWeb' : 'unreadable';
      checked.skipped.push(skip(line, `${file}: ${i + 1}`, why));
    }
  }
  return checked;
}

function firstOfEach<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Part = { articleId: string };

function isVerbatim(
  text: string,
  { start, end, text: words }: { start: number; end: number; text: string },
): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

/** Characters around a quote's offsets in which its words are looked for. */
const NEAR = 500;

/** The quote where its words stand; null where they don't. */
function verbatimQuote<Q extends { start: number; end: number; text: string }>(
  quote: Q,
  text: string,
): Q | null {
  if (isVerbatim(text, quote)) return quote;
  const from = Math.max(0, quote.start - NEAR);
  const at = text.slice(from, quote.start + NEAR + quote.text.length).indexOf(quote.text);
  if (at === -1 || quote.text === '') return null;
  return { ...quote, start: from + at, end: from + at + quote.text.length };
}

/** Offsets that don't lead to the words lead nowhere: they are looked for again when the article is opened. */
function placed(row: HighlightRow, text: string): HighlightRow {
  const { start, end } = row;
  const isPlaced = start !== null && end !== null && isVerbatim(text, { start, end, text: row.text });
  return isPlaced ? row : { ...row, start: null, end: null };
}

/** What an article's row says of its parts, as they are. */
function settleArticle(
  article: ArticleRow,
  content: ContentRow | undefined,
  parts: ReadonlyMap<string, readonly object[]>,
  isWhole: boolean,
): void {
  const highlights = (parts.get('highlights') ?? []) as HighlightRow[];
  const images = (parts.get('images') ?? []) as ImageRow[];
  countImages(article, images);
  if (!images.some(({ id }) => id === article.leadImageId)) article.leadImageId = null;
  article.host = hostOf(article.canonicalUrl);
  if (!article.addresses.includes(article.identity)) article.addresses.push(article.identity);
  article.hasText &&= content !== undefined && content.text !== '';
  if (isWhole) return;
  // Some of its quotes may be among the lines that were skipped: they are found again.
  delete article.quotesVersion;
  article.quoteCount = parts.get('quoteSets')?.length ?? 0;
  article.versionCount = parts.get('versions')?.length ?? 0;
  article.highlightCount = highlights.filter(({ text }) => text !== '').length;
  article.noteCount = highlights.filter(({ note }) => note !== '').length;
}

/**
 * Makes the rows of a group fit together: parts belong to an article of it, quotes stand in its text word for word,
 * pictures that are there are there.
 *
 * @param rows lines by table, each of its schema; quotes one a line
 * @param lacksLines whether lines of theirs were skipped: what is left is counted again
 * @param hasPicture whether the archive has the bytes of a picture
 */
export function settleGroup(
  rows: ReadonlyMap<string, readonly object[]>,
  lacksLines: boolean,
  hasPicture: (imageId: string) => boolean,
): { rows: Map<string, object[]>; skipped: SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  const settled = new Map<string, object[]>();
  const articles = firstOfEach((rows.get('articles') ?? []) as ArticleRow[], ({ id }) => id);
  const byId = new Map(articles.map((article) => [article.id, article]));
  settled.set('articles', articles);
  const texts = new Map<string, ContentRow>();
  const partsOf = new Map<string, Map<string, object[]>>();
  for (const article of articles) partsOf.set(article.id, new Map());

  const keep = (table: string, row: Part): void => {
    settled.get(table)?.push(row);
    const parts = partsOf.get(row.articleId);
    const known = parts?.get(table);
    if (known === undefined) parts?.set(table, [row]);
    else known.push(row);
  };
  const refuse = (table: string, row: Part): void => {
    const article = byId.get(row.articleId);
    skipped.push({ at: table, url: article?.url ?? '', title: article?.title ?? '', why: 'unreadable' });
  };

  for (const row of (rows.get('contents') ?? []) as ContentRow[]) {
    if (byId.has(row.articleId) && !texts.has(row.articleId)) texts.set(row.articleId, row);
  }
  settled.set('contents', [...texts.values()]);
  for (const [table, lines] of rows) {
    if (table === 'articles' || table === 'contents') continue;
    settled.set(table, []);
    const ids = new Set<string>();
    for (const row of lines as (Part & { id?: string })[]) {
      // Of an article that was skipped itself: that was said.
      if (!byId.has(row.articleId)) continue;
      if (row.id !== undefined && ids.has(row.id)) continue;
      if (row.id !== undefined) ids.add(row.id);
      const text = texts.get(row.articleId)?.text ?? '';
      if (table === 'quoteSets') {
        const quote = verbatimQuote(row as Part & SavedQuote, text);
        if (quote === null) refuse('quotes', row);
        else keep(table, quote);
      } else if (table === 'highlights') keep(table, placed(row as Part & HighlightRow, text));
      else if (table === 'versions') keep(table, withVerbatimQuotes(row as Part & VersionRow));
      else if (table === 'images') {
        const number = (partsOf.get(row.articleId)?.get(table)?.length ?? 0) + 1;
        keep(table, settleImage(row as Part & ImageRow, number, hasPicture));
      } else keep(table, row);
    }
  }
  for (const article of articles) {
    const isWhole = !lacksLines && skipped.length === 0;
    settleArticle(article, texts.get(article.id), partsOf.get(article.id) ?? new Map(), isWhole);
  }
  return { rows: settled, skipped };
}

function withVerbatimQuotes(version: VersionRow): VersionRow {
  return { ...version, quotes: version.quotes.flatMap((quote) => verbatimQuote(quote, version.text) ?? []) };
}

/**
 * What a backup does not hold is not fetched on its say-so: somebody else may have written it.
 *
 * @param number of the picture among those of its article, from 1
 */
function settleImage(image: ImageRow, number: number, hasPicture: (imageId: string) => boolean): ImageRow {
  if (image.state === 'saved' && hasPicture(image.id)) return { ...image, error: null };
  if (image.state === 'failed' && image.error !== null) return { ...image, type: '', bytes: 0 };
  const error = number > MOST_IMAGES ? 'too-many' : 'not-in-backup';
  return { ...image, state: 'failed', error, type: '', bytes: 0 };
}

/** Lists that are within each other are within none. */
export function untangleLists(rows: readonly ListRow[]): ListRow[] {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  return rows.map((row) => {
    const seen = new Set([row.id]);
    for (let at = row.parentId; at !== null && seen.size <= DEEPEST; at = parents.get(at) ?? null) {
      if (seen.has(at)) return { ...row, parentId: null };
      seen.add(at);
    }
    return seen.size > DEEPEST ? { ...row, parentId: null } : row;
  });
}

/** Lists within one another that are believed. */
const DEEPEST = 64;
