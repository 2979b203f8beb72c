/** Restoring a lost library from its log. May be killed at any time: whoever begins again goes on. */
import { speakerRows } from '../articles/article-rows.ts';
import type { RowsByTable } from '../backup/backup-read.ts';
import { prepareGroup, restoreGroup, restoreShelf } from '../backup/backup-restore.ts';
import { SHELF_TABLES } from '../backup/backup-tables.ts';
import type { LibraryDb } from '../db.ts';
import { ViewTally } from '../lists/view-tally.ts';
import type { CorrectionRow, HighlightRow } from '../reader-types.ts';
import { packByArticle } from '../schema/quote-sets.ts';
import { SCHEMA_VERSION } from '../schema/schema-versions.ts';
import type { ArticleRow, ContentRow, ImageRow, VersionRow } from '../types.ts';
import { type LogFiles, segmentName } from './place.ts';
import type { LogBody } from './read-records.ts';
import { BODY, parseRecordKey } from './record-keys.ts';
import { restoreJobs } from './restore-jobs.ts';
import { type LogRecord, type ReadSegment, readSegment } from './segment-format.ts';

/** Articles of one transaction. */
const GROUP = 50;

/** What came of it. */
export interface Restored {
  /** Articles that are in the log, and in the library now. */
  articles: number;
  /** Frames that could not be read. */
  damaged: number;
}

/** The log of a lost database. */
export interface LostLog extends LogFiles {
  segments: readonly number[];
}

/** What is in a log, but for the texts, which stay in their files. */
interface Survey {
  /** The newest record of each small key, as JSON. */
  rows: Map<string, string>;
  /** In which segment the newest record of each large key is. */
  places: Map<string, number>;
  damaged: number;
}

const isLarge = (key: string): boolean => key.startsWith(`${BODY} `) || key.startsWith('versions ');

/** A segment that can't be read at all is as damaged as one that makes no sense. */
async function recordsOf({ place, id }: LostLog, segment: number): Promise<ReadSegment> {
  try {
    const file = await place.get(segmentName(id, segment));
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    return await readSegment(bytes, SCHEMA_VERSION);
  } catch (error) {
    console.warn(`offprint: segment ${segment} of the change log not read`, error);
    return { records: [], damaged: 1 };
  }
}

async function survey(log: LostLog): Promise<Survey> {
  const found: Survey = { rows: new Map(), places: new Map(), damaged: 0 };
  for (const segment of log.segments) {
    const { records, damaged } = await recordsOf(log, segment);
    found.damaged += damaged;
    for (const { key, json } of records) {
      found.rows.delete(key);
      found.places.delete(key);
      if (json === null) continue;
      if (isLarge(key)) found.places.set(key, segment);
      else found.rows.set(key, json);
    }
  }
  return found;
}

/** The newest records of a table's large keys, a segment at a time. */
async function* largeRecords(log: LostLog, { places }: Survey, table: string): AsyncGenerator<LogRecord[]> {
  const isOf = (key: string): boolean => key.startsWith(`${table} `);
  const segments = new Set([...places].filter(([key]) => isOf(key)).map(([, segment]) => segment));
  for (const segment of segments) {
    const { records } = await recordsOf(log, segment);
    yield records.filter(({ key, json }) => json !== null && isOf(key) && places.get(key) === segment);
  }
}

/** Rows of a table among the small ones. */
function rowsOf<T>({ rows }: Survey, table: string): T[] {
  const prefix = `${table} `;
  return [...rows].filter(([key]) => key.startsWith(prefix)).map(([, json]) => JSON.parse(json) as T);
}

function byArticle<T extends { articleId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ articleId }) => articleId);
}

/** An address without a text. */
const noText = (articleId: string): ContentRow => ({ articleId, html: '', text: '' });

/** An article as it was, its pictures waiting to be fetched again. */
function withoutPictures(article: ArticleRow, body: LogBody | null): ArticleRow {
  const over = article.imagesOver ?? 0;
  const row: ArticleRow = {
    ...article,
    imagesTotal: (body?.images.length ?? 0) + over,
    imagesSaved: 0,
    imagesFailed: over + (body?.images.filter(({ unasked }) => unasked).length ?? 0),
    // Its former texts come last.
    versionCount: 0,
  };
  // The text is lost with its frame: the address is still worth having, and can be fetched again.
  return body === null && article.hasText ? { ...row, hasText: false, quoteCount: 0, voices: [] } : row;
}

/**
 * Pictures are fetched again without asking: the log was written by this library alone, of articles whose pictures the
 * user had it fetch. Those that a backup had brought without their bytes were never fetched, and are not now.
 */
function imageRows(articleId: string, images: LogBody['images']): ImageRow[] {
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

/** Puts articles back, a group in a transaction. */
class GroupRestorer {
  readonly #db: LibraryDb;
  readonly #marks: { highlights: Map<string, HighlightRow[]>; corrections: Map<string, CorrectionRow[]> };
  readonly #onDone: (articles: number) => Promise<void>;
  #waiting: { article: ArticleRow; body: LogBody | null }[] = [];

  constructor(db: LibraryDb, found: Survey, onDone: (articles: number) => Promise<void>) {
    this.#db = db;
    this.#onDone = onDone;
    this.#marks = {
      highlights: byArticle(rowsOf<HighlightRow>(found, 'highlights')),
      corrections: byArticle(rowsOf<CorrectionRow>(found, 'corrections')),
    };
  }

  async add(article: ArticleRow, body: LogBody | null): Promise<void> {
    this.#waiting.push({ article: withoutPictures(article, body), body });
    if (this.#waiting.length >= GROUP) await this.flush();
  }

  async flush(): Promise<void> {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    const quotes = packByArticle(group.flatMap(({ body }) => body?.quotes ?? []));
    const rows: RowsByTable = new Map<string, readonly object[]>([
      ['articles', group.map(({ article }) => article)],
      ['contents', group.map(({ article, body }) => body?.content ?? noText(article.id))],
      ['quoteSets', quotes],
      ['images', group.flatMap(({ article, body }) => imageRows(article.id, body?.images ?? []))],
      ['highlights', group.flatMap(({ article }) => this.#marks.highlights.get(article.id) ?? [])],
      ['corrections', group.flatMap(({ article }) => this.#marks.corrections.get(article.id) ?? [])],
    ]);
    const prepared = prepareGroup(rows);
    await this.#db.transaction('rw', this.#db.tables, async () => {
      const tally = new ViewTally();
      // Numbers are drawn anew: others write meanwhile.
      const surroundings = { isAlone: false, all: null };
      await restoreGroup(this.#db, prepared, tally, surroundings, Date.now());
      await tally.write(this.#db);
      await this.#db.speakers.bulkPut(quotes.flatMap(speakerRows));
    });
    await this.#onDone(group.length);
  }
}

/** Former texts, for articles that are there and don't have them. */
async function restoreVersions(db: LibraryDb, records: readonly LogRecord[]): Promise<void> {
  const versions = records.map(({ json }) => JSON.parse(json ?? '') as VersionRow);
  await db.transaction('rw', db.versions, db.articles, async () => {
    const articles = await db.articles.bulkGet(versions.map(({ articleId }) => articleId));
    for (const [i, version] of versions.entries()) {
      const article = articles[i];
      const key: [string, number] = [version.articleId, version.replacedAt];
      if (article === undefined || (await db.versions.get(key)) !== undefined) continue;
      await db.versions.put(version);
      const current = await db.articles.get(article.id);
      if (current !== undefined)
        await db.articles.put({ ...current, versionCount: current.versionCount + 1 });
    }
  });
}

/**
 * Restores what a log holds. What is in the library already stays as it is, or is joined with what comes.
 *
 * @param onProgress articles done, of all
 * @throws the database's errors; nothing is half there then, and it can be begun again
 */
export async function restoreLog(
  db: LibraryDb,
  log: LostLog,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<Restored> {
  const found = await survey(log);
  const articles = new Map(rowsOf<ArticleRow>(found, 'articles').map((row) => [row.id, row]));
  const total = articles.size;
  let done = 0;
  await onProgress(0, total);
  const shelf = new Map<string, readonly object[]>(
    SHELF_TABLES.map(({ name }) => [name, rowsOf<object>(found, name)] as const),
  );
  await db.transaction('rw', db.tables, async () => restoreShelf(db, shelf));
  const groups = new GroupRestorer(db, found, async (more) => {
    done += more;
    await onProgress(done, total);
  });
  for await (const records of largeRecords(log, found, BODY)) {
    for (const { key, json } of records) {
      const article = articles.get(String(parseRecordKey(key)?.key));
      // Its row was in a damaged frame: what the text is of is not known.
      if (article === undefined) continue;
      articles.delete(article.id);
      await groups.add(article, JSON.parse(json ?? '') as LogBody);
    }
  }
  for (const article of articles.values()) await groups.add(article, null);
  await groups.flush();
  for await (const records of largeRecords(log, found, 'versions')) await restoreVersions(db, records);
  await restoreJobs(db, log, {
    imports: rowsOf(found, 'imports'),
    failures: rowsOf(found, 'importFailures'),
    texts: rowsOf(found, 'textJobs'),
  });
  return { articles: total, damaged: found.damaged };
}
