/** Restores a lost library from its log. Can be interrupted at any time, and repeated. */
import { createSpeakerRows } from '../articles/article-rows.ts';
import { writeArticles } from '../articles/article-writes.ts';
import type { RowsByTable } from '../backup/backup-read.ts';
import { prepareGroup, restoreGroup, restoreSharedTables } from '../backup/backup-restore.ts';
import { SHARED_TABLES } from '../backup/backup-tables.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotesByArticle } from '../schema/quote-sets.ts';
import { countVersions } from '../schema/storage-use.ts';
import type { ArticleRow, ImageRow, VersionRow } from '../types.ts';
import type { CorrectionRow, HighlightRow } from '../user-types.ts';
import { type LogScan, type LostLog, parseRows, readLargeRecords, scanLog } from './read-log.ts';
import type { LogBody } from './read-records.ts';
import { BODY_TABLE, parseRecordKey } from './record-keys.ts';
import { restoreJobs } from './restore-jobs.ts';

/** Articles per transaction. */
const BATCH_SIZE = 50;

/** The result of a restore. */
export interface RestoreResult {
  /** Number of articles that were in the log; all of them are in the library now. */
  articles: number;
  /** Number of damaged frames. */
  damaged: number;
}

/** An article in a log, with its content; null if the content is lost. */
interface LoggedArticle {
  article: ArticleRow;
  body: LogBody | null;
}

/** Returns the row as it was, but with its images still to be fetched. */
function withPendingPictures(article: ArticleRow, body: LogBody | null): ArticleRow {
  const overLimit = article.imagesOver ?? 0;
  const row: ArticleRow = {
    ...article,
    imagesTotal: (body?.images.length ?? 0) + overLimit,
    imagesSaved: 0,
    imagesFailed: overLimit + (body?.images.filter(({ unasked }) => unasked).length ?? 0),
    // Earlier versions are counted when they are restored.
    versionCount: 0,
  };
  // If the text is lost because its frame is damaged, keep the article as an address, so that it can be fetched again.
  return body === null && article.hasText ? { ...row, hasText: false, quoteCount: 0, voices: [] } : row;
}

/**
 * Creates rows for images to be fetched again. The user need not be asked, because these images were fetched before.
 * Only images that a backup lacked were never fetched, and are not fetched now.
 */
function toImageRows(articleId: string, images: LogBody['images']): ImageRow[] {
  return images.map(({ id, url, unasked }) => ({
    id,
    url,
    articleId,
    state: unasked ? 'failed' : 'waiting',
    error: unasked ? 'not-in-backup' : null,
    blob: null,
    type: '',
    bytes: 0,
  }));
}

async function* readArticles(
  log: LostLog,
  scan: LogScan,
  rows: readonly ArticleRow[],
): AsyncGenerator<LoggedArticle> {
  const remaining = new Map(rows.map((row) => [row.id, row]));
  for await (const records of readLargeRecords(log, scan, BODY_TABLE)) {
    for (const { key, json } of records) {
      const article = remaining.get(String(parseRecordKey(key)?.key));
      // The article's row was in a damaged frame, so the text can't be assigned to an article.
      if (article === undefined) continue;
      remaining.delete(article.id);
      yield { article, body: JSON.parse(json) as LogBody };
    }
  }
  for (const article of remaining.values()) yield { article, body: null };
}

/** User data by article. */
interface ArticleUserData {
  highlights: ReadonlyMap<string, HighlightRow[]>;
  corrections: ReadonlyMap<string, CorrectionRow[]>;
}

async function restoreArticles(
  db: LibraryDb,
  batch: readonly LoggedArticle[],
  { highlights, corrections }: ArticleUserData,
): Promise<void> {
  const quotes = packQuotesByArticle(batch.flatMap(({ body }) => body?.quotes ?? []));
  const rows: RowsByTable = new Map<string, readonly object[]>([
    ['articles', batch.map(({ article, body }) => withPendingPictures(article, body))],
    ['contents', batch.flatMap(({ body }) => body?.content ?? [])],
    ['quoteSets', quotes],
    ['images', batch.flatMap(({ article, body }) => toImageRows(article.id, body?.images ?? []))],
    ['highlights', batch.flatMap(({ article }) => highlights.get(article.id) ?? [])],
    ['corrections', batch.flatMap(({ article }) => corrections.get(article.id) ?? [])],
  ]);
  const prepared = prepareGroup(rows);
  await db.write('restoreLoggedArticles', async () => {
    // With new document numbers, because other windows may write at the same time.
    await writeArticles(db, (writes) =>
      restoreGroup(db, prepared, writes, { canKeepDocNumbers: false, knownKeys: null }, Date.now()),
    );
    await db.speakers.bulkPut(quotes.flatMap(createSpeakerRows));
  });
}

/** Restores earlier versions that are missing, if their articles exist. */
async function restoreVersions(db: LibraryDb, versions: readonly VersionRow[]): Promise<void> {
  await db.transaction('rw', db.versions, db.articles, db.counts, async () => {
    const articles = await db.articles.bulkGet(versions.map(({ articleId }) => articleId));
    for (const [i, version] of versions.entries()) {
      const article = articles[i];
      const key: [string, number] = [version.articleId, version.replacedAt];
      if (article === undefined || (await db.versions.get(key)) !== undefined) continue;
      await db.versions.put(version);
    }
    await countVersions(
      db,
      articles.flatMap((article) => article?.id ?? []),
    );
  });
}

/**
 * Restores the content of a log. Existing articles are kept, or merged with those of the log.
 *
 * @param onProgress receives the numbers of processed and of all articles
 * @throws the database's errors. No item is half restored then, and the restore can be repeated
 */
export async function restoreLog(
  db: LibraryDb,
  log: LostLog,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<RestoreResult> {
  const scan = await scanLog(log);
  const articles = parseRows<ArticleRow>(scan, 'articles');
  await onProgress(0, articles.length);
  const shared = new Map(SHARED_TABLES.map(({ name }) => [name, parseRows<object>(scan, name)]));
  await db.write('restoreShared', async () => restoreSharedTables(db, shared));
  const userData: ArticleUserData = {
    highlights: Map.groupBy(parseRows<HighlightRow>(scan, 'highlights'), ({ articleId }) => articleId),
    corrections: Map.groupBy(parseRows<CorrectionRow>(scan, 'corrections'), ({ articleId }) => articleId),
  };
  let done = 0;
  let batch: LoggedArticle[] = [];
  for await (const article of readArticles(log, scan, articles)) {
    batch.push(article);
    done += 1;
    if (batch.length < BATCH_SIZE && done < articles.length) continue;
    await restoreArticles(db, batch, userData);
    await onProgress(done, articles.length);
    batch = [];
  }
  for await (const records of readLargeRecords(log, scan, 'versions')) {
    await restoreVersions(
      db,
      records.map(({ json }) => JSON.parse(json) as VersionRow),
    );
  }
  await restoreJobs(db, log, {
    imports: parseRows(scan, 'imports'),
    failures: parseRows(scan, 'importFailures'),
    texts: parseRows(scan, 'textJobs'),
  });
  return { articles: articles.length, damaged: scan.damaged };
}
