/** Validates the rows of a backup: each row by its table's schema, and the rows of a group against each other. */
import * as v from 'valibot';
import type { RecordFailure } from '../../transfer/import/import-types.ts';
import { getHost } from '../articles/article-identity.ts';
import { countImages } from '../articles/article-images.ts';
import { countHighlights } from '../articles/article-writes.ts';
import { MAX_IMAGES } from '../jobs/image-limits.ts';
import type { ArticleRow, ContentRow, ImageRow, ListRow, SavedQuote, VersionRow } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';

/** A rejected row, as shown in the list of failures. */
export interface SkippedRow {
  /** The file in the archive and the line number, or the table. */
  at: string;
  url: string;
  title: string;
  why: RecordFailure;
}

/** The valid rows of a file, and the rejected ones. */
export interface CheckedRows {
  rows: object[];
  skipped: SkippedRow[];
}

/** Maximum length of the shown part of a field, in characters. */
const MAX_EXCERPT_LENGTH = 300;

function excerptField(line: unknown, field: string): string {
  const value = typeof line === 'object' && line !== null ? (line as Record<string, unknown>)[field] : '';
  return typeof value === 'string' ? value.slice(0, MAX_EXCERPT_LENGTH) : '';
}

function toSkippedRow(line: unknown, at: string, why: RecordFailure): SkippedRow {
  return {
    at,
    url: excerptField(line, 'url'),
    title: excerptField(line, 'title') || excerptField(line, 'name'),
    why,
  };
}

/**
 * Validates lines as rows of a table. Invalid lines are skipped.
 *
 * @param lines the parsed JSON; undefined for invalid JSON
 * @param file name of the file in the archive, for reports
 */
export function checkLines(lines: readonly unknown[], schema: v.GenericSchema, file: string): CheckedRows {
  const result: CheckedRows = { rows: [], skipped: [] };
  for (const [i, line] of lines.entries()) {
    const parsed = v.safeParse(schema, line, { abortEarly: true });
    if (parsed.success) result.rows.push(parsed.output as object);
    else {
      const why = parsed.issues.some(({ message }) => message === 'notWeb') ? 'notWeb' : 'unreadable';
      result.skipped.push(toSkippedRow(line, `${file}: ${i + 1}`, why));
    }
  }
  return result;
}

function firstByKey<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type ArticlePart = { articleId: string };

function isVerbatim(
  text: string,
  { start, end, text: words }: { start: number; end: number; text: string },
): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

/** Maximum distance, in characters, between a quote's stored offset and the place where its text is found. */
const MAX_OFFSET_SHIFT = 500;

/** Returns the quote with corrected offsets; null if the text does not contain its words there. */
function withVerifiedOffsets<Q extends { start: number; end: number; text: string }>(
  quote: Q,
  text: string,
): Q | null {
  if (isVerbatim(text, quote)) return quote;
  const from = Math.max(0, quote.start - MAX_OFFSET_SHIFT);
  const index = text.slice(from, quote.start + MAX_OFFSET_SHIFT + quote.text.length).indexOf(quote.text);
  if (index === -1 || quote.text === '') return null;
  return { ...quote, start: from + index, end: from + index + quote.text.length };
}

/** Removes offsets that don't match the highlighted text. They are computed again when the article is opened. */
function withVerifiedRange(row: HighlightRow, text: string): HighlightRow {
  const { start, end } = row;
  const isVerified = start !== null && end !== null && isVerbatim(text, { start, end, text: row.text });
  return isVerified ? row : { ...row, start: null, end: null };
}

/** Updates the derived fields of an article's row to match its parts. */
function reconcileArticle(
  article: ArticleRow,
  content: ContentRow | undefined,
  parts: ReadonlyMap<string, readonly object[]>,
  hasAllLines: boolean,
): void {
  const highlights = (parts.get('highlights') ?? []) as HighlightRow[];
  const images = (parts.get('images') ?? []) as ImageRow[];
  countImages(article, images);
  if (!images.some(({ id }) => id === article.leadImageId)) article.leadImageId = null;
  article.host = getHost(article.canonicalUrl);
  if (!article.addresses.includes(article.identity)) article.addresses.push(article.identity);
  article.hasText &&= content !== undefined && content.text !== '';
  if (hasAllLines) return;
  // Some quotes may have been rejected, so they must be extracted again.
  delete article.quotesVersion;
  article.quoteCount = parts.get('quoteSets')?.length ?? 0;
  article.versionCount = parts.get('versions')?.length ?? 0;
  countHighlights(article, highlights);
}

/**
 * Makes the rows of a group consistent:
 * - every part belongs to an article of the group,
 * - quotes occur verbatim in the article's text,
 * - saved images have data.
 *
 * @param rows rows by table, validated by its schema; `quoteSets` has one row per quote
 * @param hasRejectedLines whether lines were rejected, so that counts must be computed again
 * @param hasImageData whether the archive contains the data of an image
 * @returns the consistent rows by table, and the rejected ones
 */
export function reconcileGroup(
  rows: ReadonlyMap<string, readonly object[]>,
  hasRejectedLines: boolean,
  hasImageData: (imageId: string) => boolean,
): { rows: Map<string, object[]>; skipped: SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  const reconciled = new Map<string, object[]>();
  const articles = firstByKey((rows.get('articles') ?? []) as ArticleRow[], ({ id }) => id);
  const byId = new Map(articles.map((article) => [article.id, article]));
  reconciled.set('articles', articles);
  const texts = new Map<string, ContentRow>();
  const partsOf = new Map<string, Map<string, object[]>>();
  for (const article of articles) partsOf.set(article.id, new Map());

  const accept = (table: string, row: ArticlePart): void => {
    reconciled.get(table)?.push(row);
    const parts = partsOf.get(row.articleId);
    const existing = parts?.get(table);
    if (existing === undefined) parts?.set(table, [row]);
    else existing.push(row);
  };
  const reject = (table: string, row: ArticlePart): void => {
    const article = byId.get(row.articleId);
    skipped.push({ at: table, url: article?.url ?? '', title: article?.title ?? '', why: 'unreadable' });
  };

  for (const row of (rows.get('contents') ?? []) as ContentRow[]) {
    if (byId.has(row.articleId) && !texts.has(row.articleId)) texts.set(row.articleId, row);
  }
  reconciled.set('contents', [...texts.values()]);
  for (const [table, lines] of rows) {
    if (table === 'articles' || table === 'contents') continue;
    reconciled.set(table, []);
    const ids = new Set<string>();
    for (const row of lines as (ArticlePart & { id?: string })[]) {
      // The rejection of its article is already reported.
      if (!byId.has(row.articleId)) continue;
      if (row.id !== undefined && ids.has(row.id)) continue;
      if (row.id !== undefined) ids.add(row.id);
      const text = texts.get(row.articleId)?.text ?? '';
      if (table === 'quoteSets') {
        const quote = withVerifiedOffsets(row as ArticlePart & SavedQuote, text);
        if (quote === null) reject('quotes', row);
        else accept(table, quote);
      } else if (table === 'highlights')
        accept(table, withVerifiedRange(row as ArticlePart & HighlightRow, text));
      else if (table === 'versions') accept(table, withVerifiedQuotes(row as ArticlePart & VersionRow));
      else if (table === 'images') {
        const number = (partsOf.get(row.articleId)?.get(table)?.length ?? 0) + 1;
        accept(table, reconcileImage(row as ArticlePart & ImageRow, number, hasImageData));
      } else accept(table, row);
    }
  }
  for (const article of articles) {
    const hasAllLines = !hasRejectedLines && skipped.length === 0;
    reconcileArticle(article, texts.get(article.id), partsOf.get(article.id) ?? new Map(), hasAllLines);
  }
  return { rows: reconciled, skipped };
}

function withVerifiedQuotes(version: VersionRow): VersionRow {
  return {
    ...version,
    quotes: version.quotes.flatMap((quote) => withVerifiedOffsets(quote, version.text) ?? []),
  };
}

/**
 * Images that a backup lacks are not fetched automatically, since the backup may come from another person.
 *
 * @param number position among the images of the article, from 1
 */
function reconcileImage(
  image: ImageRow,
  number: number,
  hasImageData: (imageId: string) => boolean,
): ImageRow {
  if (image.state === 'saved' && hasImageData(image.id)) return { ...image, error: null };
  if (image.state === 'failed' && image.error !== null) return { ...image, type: '', bytes: 0 };
  const error = number > MAX_IMAGES ? 'too-many' : 'not-in-backup';
  return { ...image, state: 'failed', error, type: '', bytes: 0 };
}

/** Turns lists that contain each other, or are nested too deeply, into top-level lists. */
export function breakListCycles(rows: readonly ListRow[]): ListRow[] {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  return rows.map((row) => {
    const seen = new Set([row.id]);
    for (
      let parent = row.parentId;
      parent !== null && seen.size <= MAX_LIST_DEPTH;
      parent = parents.get(parent) ?? null
    ) {
      if (seen.has(parent)) return { ...row, parentId: null };
      seen.add(parent);
    }
    return seen.size > MAX_LIST_DEPTH ? { ...row, parentId: null } : row;
  });
}

/** Maximum nesting depth of lists in a backup. */
const MAX_LIST_DEPTH = 64;
