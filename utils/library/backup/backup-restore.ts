/** Writes the rows of a backup to the library, some hundreds of articles per transaction. */
import type { Table } from 'dexie';
import type { StoryRow } from '../../stories/story-types.ts';
import { mergeEdits, shownDetails } from '../articles/article-details.ts';
import { queueImages } from '../articles/article-images.ts';
import { queryImages, queryVersions } from '../articles/article-parts.ts';
import { union } from '../articles/article-rows.ts';
import type { ArticleWrites } from '../articles/article-writes.ts';
import { setDetails } from '../articles/change-details.ts';
import { deferFingerprints, removeFingerprints } from '../elsewhere/quotes-changed.ts';
import type { LibraryState } from '../imports/concurrent-writes.ts';
import { restartReread } from '../jobs/reread-progress.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packContent } from '../schema/stored-texts.ts';
import { buildSegment } from '../search/build-segment.ts';
import { addPiece, drawNumbers, PIECE_LEVEL } from '../search/import-index.ts';
import { unindexDoc } from '../search/search-index.ts';
import type { NewSegment } from '../search/search-segment.ts';
import { decisionsChanged, renameMembers, storiesChanged } from '../stories/stories-changed.ts';
import type { ArticleDetails, ArticleRow, ContentRow, ImageRow, QuoteSetRow, ViewKey } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';
import type { RowsByTable } from './backup-read.ts';
import { ARTICLE_TABLES } from './backup-tables.ts';

export interface Restored {
  added: number;
  /** Number of articles that existed already. */
  merged: number;
  /** Pictures of new articles that the backup lacks. They are not fetched automatically. */
  missing: readonly ImageRow[];
}

/** Adds rows with new keys; existing rows stay. Must run inside the caller's transaction. */
async function addMissing(table: Table<object, unknown>, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  if ((await table.count()) === 0) {
    await table.bulkPut(rows);
    return;
  }
  const path = table.schema.primKey.keyPath;
  const keys = rows.map((row) => {
    const fields = row as Record<string, unknown>;
    return typeof path === 'string' ? fields[path] : (path ?? []).map((name) => fields[name]);
  });
  const there = await table.bulkGet(keys);
  await table.bulkPut(rows.filter((_, i) => there[i] === undefined));
}

/** Restores lists, tags, people and the like. Must run inside the caller's transaction. */
export async function restoreShelf(db: LibraryDb, rows: RowsByTable): Promise<void> {
  for (const [name, ours] of rows) await addMissing(db.table(name), ours);
  await decisionsChanged(db, (rows.get('stories') ?? []) as readonly StoryRow[]);
}

/** Rows by table and article. */
type Parts = Map<string, Map<string, object[]>>;

/** Articles that are ready to be written, with their part of the search index. */
export interface PreparedGroup {
  articles: readonly ArticleRow[];
  parts: Parts;
  /** The part of the search index for those that are not deleted. */
  piece: NewSegment;
}

/** Prepares a group without using the database, while the previous group is being written. */
export function prepareGroup(rows: RowsByTable): PreparedGroup {
  const articles = rows.get('articles') as readonly ArticleRow[];
  const parts = partsByArticle(rows);
  return { articles, parts, piece: indexGroup(articles, parts) };
}

/** Indexes the articles that are not deleted, in order of their document numbers. */
function indexGroup(articles: readonly ArticleRow[], parts: Parts): NewSegment {
  const living = articles.filter(({ deletedAt }) => deletedAt === null);
  const areNumbered = haveDocNumbers(living);
  if (areNumbered) living.sort((a, b) => a.searchDoc - b.searchDoc);
  const indexed = living.map((article, i) => {
    const of = <T>(name: string): T[] => (parts.get(name)?.get(article.id) ?? []) as T[];
    const [content] = of<ContentRow>('contents');
    const text = content?.text ?? '';
    const quotes = of<QuoteSetRow>('quoteSets').flatMap((set) => set.quotes);
    const notes = of<HighlightRow>('highlights').map(({ note }) => note);
    const doc = areNumbered ? article.searchDoc : i + 1;
    return { doc, articleId: article.id, article: { ...article, text, quotes, notes } };
  });
  return buildSegment(indexed, PIECE_LEVEL);
}

function partsByArticle(rows: RowsByTable): Parts {
  const parts: Parts = new Map();
  for (const { name } of ARTICLE_TABLES.slice(1)) {
    const byArticle = new Map<string, object[]>();
    for (const row of rows.get(name) ?? []) {
      const { articleId } = row as { articleId: string };
      const known = byArticle.get(articleId);
      if (known === undefined) byArticle.set(articleId, [row]);
      else known.push(row);
    }
    parts.set(name, byArticle);
  }
  return parts;
}

async function removeParts(db: LibraryDb, id: string): Promise<void> {
  await db.contents.delete(id);
  await db.quoteSets.delete(id);
  await removeFingerprints(db, [id]);
  await queryImages(db, id).delete();
  await queryVersions(db, id).delete();
  await db.jobs.where('articleId').equals(id).delete();
  await db.textJobs.where('articleId').equals(id).delete();
}

/** Existing articles that equal incoming ones, by id and by identity. */
async function findSame(
  db: LibraryDb,
  incoming: readonly ArticleRow[],
  all: ReadonlySet<string> | null,
): Promise<Map<string, ArticleRow>> {
  if (all !== null && !incoming.some(({ id, identity }) => all.has(id) || all.has(identity)))
    return new Map();
  // In parallel, because sequential requests mostly wait.
  const there = await Promise.all([
    ...incoming.map(({ identity }) => db.articles.get({ identity })),
    db.articles.bulkGet(incoming.map(({ id }) => id)),
  ]);
  const rows = there.flat().filter((row) => row !== undefined);
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.identity, row] as const]));
}

/**
 * Restores articles. Must run inside the caller's transaction, which includes every table.
 *
 * @param onItsWay called once all requests are queued, when the database is busy and this thread is not
 */
export async function restoreGroup(
  db: LibraryDb,
  group: PreparedGroup,
  writes: ArticleWrites,
  { isAlone, all }: LibraryState,
  now: number,
  onItsWay: () => void = () => undefined,
): Promise<Restored> {
  const { articles: incoming, parts } = group;
  const existing = await findSame(db, incoming, all);
  const fresh = new Map<ArticleRow, readonly ViewKey[]>();
  const moved = new Map<string, string>();
  /** Merged details of rows whose parts must be written first. */
  const details = new Map<ArticleRow, ArticleDetails>();
  /** Articles that the group contains more than once; merged once the first of them is written. */
  const repeated: ArticleRow[] = [];
  let added = 0;
  let merged = 0;
  let areAllNew = true;
  for (const article of incoming) {
    const there = existing.get(article.identity) ?? existing.get(article.id);
    existing.set(article.identity, there ?? article);
    if (there !== undefined && fresh.has(there)) {
      repeated.push(article);
      continue;
    }
    if (isNew(article, there)) added += 1;
    if (there === undefined) {
      fresh.set(article, []);
      continue;
    }
    if (!isNew(article, there) && (article.deletedAt === null || there.deletedAt === null)) merged += 1;
    areAllNew = false;
    if (hasBetterText(article, there)) {
      moved.set(article.id, there.id);
      if (there.deletedAt === null) await unindexDoc(db, there.searchDoc);
      await removeParts(db, there.id);
      const joined = mergeUserData({ ...article, id: there.id, identity: there.identity }, there);
      // Local edits are more recent than the backup's. Local notes must be searchable, too.
      const wanted =
        mergeEdits(joined, there, 'other') ?? (there.noteCount > 0 ? shownDetails(joined) : null);
      if (wanted !== null) details.set(joined, wanted);
      fresh.set(joined, there.views);
    } else {
      await joinHighlights(db, writes, article, there, parts);
      const joined = mergeUserData(there, article);
      const wanted = mergeEdits(there, article, 'row');
      if (wanted !== null) await setDetails(writes, joined, wanted);
      await writes.put(joined, there.views);
    }
  }
  const otherIds = incoming.map(({ id, identity }) => [id, existing.get(identity)?.id ?? id] as const);
  await renameMembers(db, new Map(otherIds.filter(([id, other]) => id !== other)));
  await restartReread(db, [...fresh.keys()]);
  const missing = await writeWhole(
    db,
    writes,
    fresh,
    group,
    moved,
    isAlone && areAllNew && repeated.length === 0,
    now,
    onItsWay,
  );
  for (const [row, wanted] of details) {
    await setDetails(writes, row, wanted);
    await writes.put(row);
  }
  if (repeated.length === 0) return { added, merged, missing };
  const rest = { ...group, articles: repeated };
  const more = await restoreGroup(db, rest, writes, { isAlone: false, all: null }, now);
  return {
    added: added + more.added,
    merged: merged + more.merged,
    missing: [...missing, ...more.missing],
  };
}

async function joinHighlights(
  db: LibraryDb,
  writes: ArticleWrites,
  article: ArticleRow,
  there: ArticleRow,
  parts: Parts,
): Promise<void> {
  for (const name of ['highlights', 'corrections']) {
    const rows = parts.get(name)?.get(article.id) ?? [];
    await addMissing(
      db.table(name),
      rows.map((row) => ({ ...row, articleId: there.id })),
    );
  }
  await writes.countHighlights(there);
}

/** Writes articles with all their parts, and indexes them. */
async function writeWhole(
  db: LibraryDb,
  writes: ArticleWrites,
  before: ReadonlyMap<ArticleRow, readonly ViewKey[]>,
  { parts, piece }: PreparedGroup,
  moved: ReadonlyMap<string, string>,
  keepNumbers: boolean,
  now: number,
  onItsWay: () => void,
): Promise<ImageRow[]> {
  const fresh = [...before.keys()];
  const taken = keepNumbers ? new Map<string, string>() : await ownersOf(db, parts);
  const formerId = new Map([...moved].map(([former, id]) => [id, former]));
  const partsOf = <T extends object>(name: string, article: ArticleRow): T[] => {
    const rows = (parts.get(name)?.get(formerId.get(article.id) ?? article.id) ?? []) as T[];
    return formerId.has(article.id) ? rows.map((row) => ({ ...row, articleId: article.id })) : rows;
  };
  const living = fresh.filter(({ deletedAt }) => deletedAt === null);
  // By the number that each has in the prepared part of the index.
  const byId = new Map(living.map((article) => [formerId.get(article.id) ?? article.id, article]));
  const indexed = new Map<number, ArticleRow>();
  for (const [i, id] of piece.articleIds.entries()) {
    const article = byId.get(id);
    if (article !== undefined) indexed.set(piece.docs[i] ?? 0, article);
  }
  if (indexed.size > 0 && !(keepNumbers && haveDocNumbers(living)))
    await drawNumbers(db, [...indexed.values()]);
  const missing: ImageRow[] = [];
  const writing: PromiseLike<unknown>[] = [writes.putAll(before)];
  for (const { name } of ARTICLE_TABLES.slice(1)) {
    const whole = fresh.flatMap((article) => partsOf(name, article));
    const rows = keepNumbers ? whole : whole.filter((row) => !isTaken(row, taken));
    const stored = name === 'contents' ? (rows as ContentRow[]).map(packContent) : rows;
    if (stored.length > 0) writing.push(db.table(name).bulkPut(stored));
    if (name !== 'images') continue;
    missing.push(...(rows as ImageRow[]).filter(({ error }) => error === 'not-in-backup'));
    const waiting = (rows as ImageRow[]).filter(({ state }) => state === 'waiting');
    if (waiting.length > 0) writing.push(queueImages(db, waiting, now));
  }
  writing.push(
    addPiece(db, piece, indexed),
    deferFingerprints(db),
    storiesChanged(
      db,
      fresh.map(({ id }) => id),
    ),
  );
  onItsWay();
  await Promise.all(writing);
  return missing;
}

/** Tables of parts that have their own ids. */
const WITH_IDS = ['images', 'highlights'] as const;

/**
 * The articles that own existing rows with the same ids as incoming ones. A file must not replace pictures or
 * highlights of another article.
 */
async function ownersOf(db: LibraryDb, parts: Parts): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const name of WITH_IDS) {
    const ids = [...(parts.get(name)?.values() ?? [])].flatMap((rows) =>
      (rows as ImageRow[]).map(({ id }) => id),
    );
    // An empty request would lose Dexie's transaction.
    if (ids.length === 0) continue;
    for (const row of await db.table<ImageRow | HighlightRow, string>(name).bulkGet(ids))
      if (row !== undefined) owners.set(row.id, row.articleId);
  }
  return owners;
}

function isTaken(row: object, owners: ReadonlyMap<string, string>): boolean {
  const { id, articleId } = row as { id?: string; articleId?: string };
  const owner = id === undefined ? undefined : owners.get(id);
  return owner !== undefined && owner !== articleId;
}

/** Whether all document numbers in the file are valid and distinct. */
function haveDocNumbers(articles: readonly ArticleRow[]): boolean {
  const numbers = new Set(articles.map(({ searchDoc }) => searchDoc));
  return (
    numbers.size === articles.length &&
    [...numbers].every((number) => Number.isInteger(number) && number > 0 && number < 2 ** 31)
  );
}

/** Merges the user data of both. */
export function mergeUserData(existing: ArticleRow, incoming: ArticleRow): ArticleRow {
  return {
    ...existing,
    addresses: union(existing.addresses, incoming.addresses),
    tags: union(existing.tags, incoming.tags),
    listIds: union(existing.listIds, incoming.listIds),
    favourite: existing.favourite || incoming.favourite,
    progress: Math.max(existing.progress, incoming.progress),
    savedAt: Math.min(existing.savedAt, incoming.savedAt),
  };
}

/** Whether the backup has the text and the library does not, or has deleted the article. */
export function hasBetterText(incoming: ArticleRow, existing: ArticleRow): boolean {
  if (incoming.deletedAt !== null) return false;
  return existing.deletedAt !== null || (incoming.hasText && !existing.hasText);
}

/** Whether the article is new to the user. Deleted articles go to the trash, and don't count. */
export function isNew(incoming: ArticleRow, existing: ArticleRow | undefined): boolean {
  return incoming.deletedAt === null && (existing === undefined || existing.deletedAt !== null);
}
