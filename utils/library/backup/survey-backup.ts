/**
 * Previews a restore. Processes the rows as the restore would and counts them, instead of trusting the numbers in the
 * backup's manifest.
 */
import type { SkippedRow } from '../restore/check-rows.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageRow, ListRow } from '../types.ts';
import type { HighlightRow, TagRow } from '../user-types.ts';
import { Backup, type RowsByTable } from './backup-read.ts';
import { isNew, shouldReplace } from './backup-restore.ts';

export interface BackupSurvey {
  /** ISO 8601. */
  createdAt: string;
  /** Number of articles that are not in the library, or were deleted. */
  fresh: number;
  /** Number of articles that are already in the library. */
  existing: number;
  /** Number of articles that occurred earlier in the file. */
  duplicates: number;
  /** Number of rejected rows. */
  failed: number;
  /** The first `MAX_LISTED_FAILURES` rejected rows. */
  failures: SkippedRow[];
  /** Number of new articles with texts. */
  withText: number;
  /** Numbers of new highlights, lists, tags and pictures. */
  highlights: number;
  lists: number;
  tags: number;
  images: number;
}

/** Counts the keys that the library lacks. @param rows the library's rows of these keys, or undefined */
function countMissing(keys: readonly string[], rows: readonly unknown[]): number {
  return new Set(keys.filter((_, i) => rows[i] === undefined)).size;
}

/** Counts the articles of a backup, one group after the other. */
class BackupCounter {
  readonly #db: LibraryDb;
  /** The articles of the groups so far, as they would be restored, by id and by identity. */
  readonly #restored = new Map<string, ArticleRow>();
  fresh = 0;
  existing = 0;
  duplicates = 0;
  withText = 0;
  highlights = 0;
  images = 0;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  async #findExisting(articles: readonly ArticleRow[]): Promise<Map<string, ArticleRow>> {
    const [byIdentity, byId] = await Promise.all([
      this.#db.articles
        .where('identity')
        .anyOf(articles.map(({ identity }) => identity))
        .toArray(),
      this.#db.articles.bulkGet(articles.map(({ id }) => id)),
    ]);
    const rows = [...byIdentity, ...byId.filter((row) => row !== undefined)];
    return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.identity, row] as const]));
  }

  /** Counts an article. @returns whether its pictures would be restored */
  #count(article: ArticleRow, existing: ReadonlyMap<string, ArticleRow>): boolean {
    const { id, identity, deletedAt, hasText } = article;
    const earlier = this.#restored.get(identity) ?? this.#restored.get(id);
    const current = earlier ?? existing.get(identity) ?? existing.get(id);
    const willBeRestored = current === undefined || shouldReplace(article, current);
    if (isNew(article, current)) {
      this.fresh += 1;
      if (hasText) this.withText += 1;
    } else if (deletedAt === null || current?.deletedAt === null) {
      if (earlier === undefined) this.existing += 1;
      else this.duplicates += 1;
    }
    const result = willBeRestored ? article : current;
    this.#restored.set(id, result).set(identity, result);
    return willBeRestored;
  }

  async add(rows: RowsByTable): Promise<void> {
    const articles = (rows.get('articles') ?? []) as readonly ArticleRow[];
    const highlights = (rows.get('highlights') ?? []) as readonly HighlightRow[];
    const images = (rows.get('images') ?? []) as readonly ImageRow[];
    const existing = await this.#findExisting(articles);
    const restoredIds = new Set(
      articles.filter((article) => this.#count(article, existing)).map(({ id }) => id),
    );
    const ids = highlights.map(({ id }) => id);
    this.highlights += countMissing(ids, await this.#db.highlights.bulkGet(ids));
    for (const { articleId, state } of images)
      if (state === 'saved' && restoredIds.has(articleId)) this.images += 1;
  }
}

/**
 * Validates a whole backup, and counts what restoring it would add.
 *
 * @param onProgress called with the number of processed articles and the total
 * @throws TransferError if the file as a whole is invalid
 */
export async function surveyBackup(
  file: Blob,
  onProgress: (done: number, total: number) => void,
  db: LibraryDb,
): Promise<BackupSurvey> {
  const backup = await Backup.open(file);
  const counter = new BackupCounter(db);
  const { skipped, failed, sharedRows } = await backup.check(async (done, total, rows) => {
    await counter.add(rows);
    onProgress(done, total);
  });
  const lists = ((sharedRows.get('lists') ?? []) as readonly ListRow[]).map(({ id }) => id);
  // Aliases (former names of tags) are not visible to the user.
  const tags = ((sharedRows.get('tags') ?? []) as readonly TagRow[])
    .filter(({ aliasOf }) => aliasOf === null)
    .map(({ key }) => key);
  const { fresh, existing, duplicates, withText, highlights, images } = counter;
  return {
    createdAt: backup.manifest.createdAt,
    fresh,
    existing,
    duplicates,
    failed,
    failures: skipped,
    withText,
    highlights,
    lists: countMissing(lists, await db.lists.bulkGet(lists)),
    tags: countMissing(tags, await db.tags.bulkGet(tags)),
    images,
  };
}
