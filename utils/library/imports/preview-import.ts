/** Previews what an import would do. */
import { detectFormat, type ImportFormatName, readRecords } from '../../transfer/import/detect-format.ts';
import { describeFields, type FieldUsage } from '../../transfer/import/formats/any-fields.ts';
import type { ImportRecord } from '../../transfer/import/import-types.ts';
import { parseFileHead } from '../../transfer/import/read-head.ts';
import { statedDetails } from '../articles/article-details.ts';
import { getHost, normaliseAddress } from '../articles/article-identity.ts';
import { MAX_LISTED_FAILURES } from '../backup/backup-read.ts';
import { type BackupSurvey, surveyBackup } from '../backup/survey-backup.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { listKey, unmatchedTitle } from './import-records.ts';
import { type TitledArticle, TitleIndex } from './title-index.ts';

/** A rejected record: its position, and the reason as a `RecordFailure`. */
export type PreviewFailure = Extract<ImportRecord, { why: unknown }>;

export interface ImportSummary extends Omit<BackupSurvey, 'createdAt' | 'failures' | 'images'> {
  format: ImportFormatName;
  /** For a file of unknown origin: which of its columns are read. */
  columns: FieldUsage | null;
  /** Number of records in the file, or of articles in a backup. */
  total: number;
  /** The first rejected records. */
  failures: PreviewFailure[];
  /** Estimated minimum duration of fetching the missing texts, in minutes, with a limited rate per site. */
  fetchMinutes: number;
  /** Current number of articles in the library. */
  libraryCount: number;
  /** For a backup: its creation date (ISO 8601), and the number of pictures. */
  backup: { createdAt: string; images: number } | null;
}

/** Seconds per page of one site, including the delay between requests; see `import-queue.ts` in the background. */
const SECONDS_PER_PAGE = 3.5;
/** Number of pages that the background fetches at the same time. */
const MAX_CONCURRENT_FETCHES = 4;

/** Records between two calls of `onProgress`. */
const RECORDS_PER_MESSAGE = 500;

async function previewBackup(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  db: LibraryDb,
): Promise<ImportSummary> {
  const { createdAt, images, failures, ...counts } = await surveyBackup(file, onProgress, db);
  return {
    ...counts,
    format: 'backup',
    columns: null,
    failures,
    total: counts.fresh + counts.existing + counts.duplicates,
    fetchMinutes: 0,
    libraryCount: await db.articles.count(),
    backup: { createdAt, images },
  };
}

/** Articles per request. */
const SLICE_SIZE = 500;

/**
 * Reads all articles in slices, so that other queries are answered in between. In the order of their ids, in which the
 * database stores them: through an index, the browser would look up each row elsewhere.
 */
async function* readArticles(db: LibraryDb): AsyncGenerator<ArticleRow, void, undefined> {
  let rows: ArticleRow[] = [];
  let lastId = '';
  do {
    rows = await db.articles.where('id').above(lastId).limit(SLICE_SIZE).toArray();
    yield* rows;
    lastId = rows.at(-1)?.id ?? '';
  } while (rows.length === SLICE_SIZE);
}

/**
 * Ids of the articles that records with these addresses would update, by address. Deleted articles count as new; if the
 * first article at an address was deleted, another one at that address takes its place.
 */
async function findExisting(db: LibraryDb, identities: ReadonlySet<string>): Promise<Map<string, string>> {
  const articlesByIdentity = new Map<string, { key: string; id: string }>();
  for await (const { id, identity: key, deletedAt } of readArticles(db)) {
    // All articles at an address but the first have their text’s fingerprint after a space, and so come later.
    const [identity = ''] = key.split(' ', 1);
    const known = articlesByIdentity.get(identity);
    if (deletedAt === null && identities.has(identity) && (known === undefined || key < known.key))
      articlesByIdentity.set(identity, { key, id });
  }
  return new Map([...articlesByIdentity].map(([identity, { id }]) => [identity, id]));
}

/**
 * Reads a file and counts what an import would add. A backup is validated completely. Blocks its thread for seconds, so
 * it should run in a worker, which can be terminated to cancel it.
 *
 * @param onProgress called with the number of processed records, and the total if known
 * @throws TransferError if the file as a whole is invalid
 */
export async function previewImport(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  db: LibraryDb = library,
): Promise<ImportSummary> {
  const format = await detectFormat(file);
  if (format === 'backup') return previewBackup(file, onProgress, db);
  const count = new RecordCounter(db);
  for await (const record of readRecords(file, format)) {
    if (count.total > 0 && count.total % RECORDS_PER_MESSAGE === 0) onProgress(count.total, null);
    await count.add(record);
  }
  // The other formats belong to a known product.
  const isGeneric = format === 'csv' || format === 'json';
  return {
    ...(await count.finish(format)),
    columns: isGeneric ? describeFields(await parseFileHead(file)) : null,
  };
}

/** Counts the records of a file. */
class RecordCounter {
  readonly #db: LibraryDb;
  /** By article identity: whether the file contains a text. */
  readonly #texts = new Map<string, boolean>();
  readonly #hosts = new Map<string, number>();
  readonly #tags = new Set<string>();
  readonly #lists = new Set<string>();
  readonly #failures: PreviewFailure[] = [];
  /** Articles in the library that highlights were matched with, or titles if the article is in the file. */
  readonly #matchedArticles = new Set<string>();
  /** Titles of the library, and of the file's new articles; null until they are needed. */
  #titles: TitleIndex | null = null;
  /** The file's articles that were read before the titles were needed. `id` is the identity. */
  readonly #pendingTitles: TitledArticle[] = [];
  #libraryIdentities: ReadonlySet<string> = new Set();
  #failed = 0;
  #duplicates = 0;
  #highlights = 0;
  total = 0;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  async add(record: ImportRecord): Promise<void> {
    this.total += 1;
    if ('why' in record) this.#addFailure(record);
    else if ('item' in record) this.#addItem(record);
    else await this.#addUnmatched(record);
  }

  #addFailure(failure: PreviewFailure): void {
    this.#failed += 1;
    if (this.#failures.length < MAX_LISTED_FAILURES) this.#failures.push(failure);
  }

  #addItem({ item, isAddition }: Extract<ImportRecord, { item: unknown }>): void {
    const identity = normaliseAddress(item.url);
    const host = getHost(item.url);
    const known = this.#texts.get(identity);
    if (known === undefined) {
      this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
      const { title, byline, siteName } = item;
      this.#addTitle({ id: identity, title, byline, siteName, host });
    } else if (isAddition !== true) this.#duplicates += 1;
    this.#texts.set(identity, known === true || item.html !== null);
    this.#highlights += item.highlights.length;
    for (const tag of item.tags) this.#tags.add(tag);
    // Parent lists are created, too.
    for (const path of item.lists) {
      for (let depth = 1; depth <= path.length; depth += 1) this.#lists.add(listKey(path.slice(0, depth)));
    }
  }

  #addTitle(article: TitledArticle): void {
    if (this.#titles === null) this.#pendingTitles.push(article);
    // Existing articles keep their title.
    else if (!this.#libraryIdentities.has(article.id)) this.#titles.add(article);
  }

  async #readTitles(): Promise<TitleIndex> {
    const [titles, has] = [new TitleIndex(), new Set<string>()];
    for await (const row of readArticles(this.#db)) {
      has.add(row.identity);
      // Deleted articles are restored by the file.
      if (row.deletedAt === null || this.#texts.has(row.identity))
        titles.add({ ...row, ...statedDetails(row) });
    }
    this.#titles = titles;
    this.#libraryIdentities = has;
    for (const article of this.#pendingTitles.splice(0)) this.#addTitle(article);
    return titles;
  }

  async #addUnmatched({ at, unmatched }: Extract<ImportRecord, { unmatched: unknown }>): Promise<void> {
    const titles = this.#titles ?? (await this.#readTitles());
    const articleId = titles.find(unmatched);
    if (articleId === null) {
      this.#addFailure({ at, why: 'noMatch', url: '', title: unmatchedTitle(unmatched) });
      return;
    }
    this.#matchedArticles.add(articleId);
    this.#highlights += unmatched.highlights.length;
    for (const tag of unmatched.tags) this.#tags.add(tag);
  }

  async finish(format: ImportFormatName): Promise<Omit<ImportSummary, 'columns'>> {
    const known = await findExisting(this.#db, new Set(this.#texts.keys()));
    const fresh = [...this.#texts].filter(([identity]) => !known.has(identity));
    const withText = fresh.filter(([, hasText]) => hasText).length;
    const missing = fresh.length - withText;
    const existing = new Set(known.values());
    for (const id of this.#matchedArticles) if (!this.#texts.has(id)) existing.add(id);
    const busiest = Math.max(0, ...this.#hosts.values());
    const seconds = Math.max(Math.min(busiest, missing), missing / MAX_CONCURRENT_FETCHES) * SECONDS_PER_PAGE;
    return {
      format,
      total: this.total,
      fresh: fresh.length,
      existing: existing.size,
      duplicates: this.#duplicates,
      failed: this.#failed,
      failures: this.#failures,
      withText,
      highlights: this.#highlights,
      lists: this.#lists.size,
      tags: this.#tags.size,
      fetchMinutes: missing <= 0 ? 0 : Math.max(1, Math.ceil(seconds / 60)),
      libraryCount: await this.#db.articles.count(),
      backup: null,
    };
  }
}
