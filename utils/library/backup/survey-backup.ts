/** What restoring a backup would do: counted over its rows as the restorer takes them, and not by what it says itself. */
import type { SkippedRow } from '../restore/check-rows.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageRow, ListRow } from '../types.ts';
import type { HighlightRow, TagRow } from '../user-types.ts';
import { Backup, type RowsByTable } from './backup-read.ts';
import { isNew, isWorthMore } from './same-article.ts';

export interface BackupSurvey {
  /** ISO 8601. */
  createdAt: string;
  /** Articles that are not in the library; those that were deleted are not counted. */
  fresh: number;
  /** Articles that are in the library, and those that the file has had already. */
  here: number;
  twice: number;
  /** Rows that can't be taken. */
  failed: number;
  /** The first of them. */
  failures: SkippedRow[];
  /** New articles with their texts. */
  withText: number;
  /** Highlights, lists, tags and pictures that are not in the library yet. */
  highlights: number;
  lists: number;
  tags: number;
  images: number;
}

/** The rows of a table whose keys the library has not. */
function countMissing(keys: readonly string[], there: readonly unknown[]): number {
  return new Set(keys.filter((_, i) => there[i] === undefined)).size;
}

/** Counts the groups of a backup one after the other. */
class Tally {
  readonly #db: LibraryDb;
  /** The file's articles so far, as they would be, by id and by identity. */
  readonly #seen = new Map<string, ArticleRow>();
  fresh = 0;
  here = 0;
  twice = 0;
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

  /** Counts an article, and tells whether its pictures would come. */
  #count(article: ArticleRow, same: ReadonlyMap<string, ArticleRow>): boolean {
    const { id, identity, deletedAt, hasText } = article;
    const before = this.#seen.get(identity) ?? this.#seen.get(id);
    const there = before ?? same.get(identity) ?? same.get(id);
    const comes = there === undefined || isWorthMore(article, there);
    if (isNew(article, there)) {
      this.fresh += 1;
      if (hasText) this.withText += 1;
    } else if (deletedAt === null || there?.deletedAt === null) {
      if (before === undefined) this.here += 1;
      else this.twice += 1;
    }
    const now = comes ? article : there;
    this.#seen.set(id, now).set(identity, now);
    return comes;
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
 * Checks a backup whole and counts.
 *
 * @param onProgress articles looked at, and all
 * @throws TransferError where anything of the file as a whole does not hold
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
  // A former name of a tag is none that a user sees.
  const tags = ((shelf.get('tags') ?? []) as readonly TagRow[])
    .filter(({ aliasOf }) => aliasOf === null)
    .map(({ key }) => key);
  const { fresh, here, twice, withText, highlights, images } = tally;
  return {
    createdAt: backup.manifest.createdAt,
    fresh,
    here,
    twice,
    failed,
    failures: skipped,
    withText,
    highlights,
    lists: countMissing(lists, await db.lists.bulkGet(lists)),
    tags: countMissing(tags, await db.tags.bulkGet(tags)),
    images,
  };
}
