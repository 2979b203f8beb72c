/**
 * Previews what restoring a backup would do. Counts the rows as the restore would process them, instead of trusting the
 * backup's own numbers.
 */
import type { SkippedRow } from '../restore/check-rows.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageRow, ListRow } from '../types.ts';
import type { HighlightRow, TagRow } from '../user-types.ts';
import { Backup, type RowsByTable } from './backup-read.ts';
import { hasBetterText, isNew } from './backup-restore.ts';

export interface BackupSurvey {
  /** ISO 8601. */
  createdAt: string;
  /** Numbers of articles that are not in the library (or were deleted), that are, and that occurred earlier in the file. */
  fresh: number;
  here: number;
  duplicates: number;
  /** Number of rejected rows. */
  failed: number;
  /** The first rejected rows. */
  failures: SkippedRow[];
  /** Number of new articles with texts. */
  withText: number;
  /** Numbers of new highlights, lists, tags and pictures. */
  highlights: number;
  lists: number;
  tags: number;
  images: number;
}

/** Number of keys that the library lacks. */
function countMissing(keys: readonly string[], there: readonly unknown[]): number {
  return new Set(keys.filter((_, i) => there[i] === undefined)).size;
}

/** Counts the groups of a backup one by one. */
class Tally {
  readonly #db: LibraryDb;
  /** The file's articles so far, as they would be restored, by id and by identity. */
  readonly #seen = new Map<string, ArticleRow>();
  fresh = 0;
  here = 0;
  duplicates = 0;
  withText = 0;
  highlights = 0;
  images = 0;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  async #findSame(articles: readonly ArticleRow[]): Promise<Map<string, ArticleRow>> {
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
  #count(article: ArticleRow, same: ReadonlyMap<string, ArticleRow>): boolean {
    const { id, identity, deletedAt, hasText } = article;
    const before = this.#seen.get(identity) ?? this.#seen.get(id);
    const there = before ?? same.get(identity) ?? same.get(id);
    const willBeRestored = there === undefined || hasBetterText(article, there);
    if (isNew(article, there)) {
      this.fresh += 1;
      if (hasText) this.withText += 1;
    } else if (deletedAt === null || there?.deletedAt === null) {
      if (before === undefined) this.here += 1;
      else this.duplicates += 1;
    }
    const now = willBeRestored ? article : there;
    this.#seen.set(id, now).set(identity, now);
    return willBeRestored;
  }

  async add(rows: RowsByTable): Promise<void> {
    const articles = (rows.get('articles') ?? []) as readonly ArticleRow[];
    const highlights = (rows.get('highlights') ?? []) as readonly HighlightRow[];
    const images = (rows.get('images') ?? []) as readonly ImageRow[];
    const same = await this.#findSame(articles);
    const whole = new Set(articles.filter((article) => this.#count(article, same)).map(({ id }) => id));
    const ids = highlights.map(({ id }) => id);
    this.highlights += countMissing(ids, await this.#db.highlights.bulkGet(ids));
    for (const { articleId, state } of images)
      if (state === 'saved' && whole.has(articleId)) this.images += 1;
  }
}

/**
 * Validates the whole backup and counts.
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
  const tally = new Tally(db);
  const { skipped, failed, shelf } = await backup.check(async (done, total, rows) => {
    await tally.add(rows);
    onProgress(done, total);
  });
  const lists = ((shelf.get('lists') ?? []) as readonly ListRow[]).map(({ id }) => id);
  // Former names of tags are not visible to the user.
  const tags = ((shelf.get('tags') ?? []) as readonly TagRow[])
    .filter(({ aliasOf }) => aliasOf === null)
    .map(({ key }) => key);
  const { fresh, here, duplicates, withText, highlights, images } = tally;
  return {
    createdAt: backup.manifest.createdAt,
    fresh,
    here,
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
