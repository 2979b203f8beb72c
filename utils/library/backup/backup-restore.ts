/** Writes the rows of a backup to the library. */
import type { Table } from 'dexie';
import type { StoryRow } from '../../stories/story-types.ts';
import { mergeEdits, shownDetails } from '../articles/article-details.ts';
import { queueImages } from '../articles/article-images.ts';
import { queryImages, queryVersions } from '../articles/article-parts.ts';
import { union } from '../articles/article-rows.ts';
import type { ArticleWrites } from '../articles/article-writes.ts';
import { setDetails } from '../articles/change-details.ts';
import type { LibraryState } from '../imports/concurrent-write-detector.ts';
import { restartReread } from '../jobs/reread-progress.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packContent } from '../schema/stored-texts.ts';
import { buildSegment } from '../search/build-segment.ts';
import { addPrebuiltSegment, assignDocNumbers, PREBUILT_LEVEL } from '../search/import-index.ts';
import { unindexDoc } from '../search/search-index.ts';
import type { NewSegment } from '../search/search-segment.ts';
import { decisionsChanged, renameMembers, storiesChanged } from '../stories/stories-changed.ts';
import type { ArticleDetails, ArticleRow, ContentRow, ImageRow, QuoteSetRow, ViewKey } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';
import type { RowsByTable } from './backup-read.ts';
import { ARTICLE_TABLES } from './backup-tables.ts';

export interface Restored {
  added: number;
  /** Number of articles that were already in the library. */
  merged: number;
  /** Pictures of new articles that the backup lacks. They are not fetched automatically. */
  missing: readonly ImageRow[];
}

/** Adds the rows whose keys are not in the table yet. Must run inside the caller's transaction. */
async function addMissing(table: Table<object, unknown>, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  if ((await table.count()) === 0) {
    await table.bulkPut(rows);
    return;
  }
  const keyPath = table.schema.primKey.keyPath;
  const keys = rows.map((row) => {
    const fields = row as Record<string, unknown>;
    return typeof keyPath === 'string' ? fields[keyPath] : (keyPath ?? []).map((name) => fields[name]);
  });
  const existing = await table.bulkGet(keys);
  await table.bulkPut(rows.filter((_, i) => existing[i] === undefined));
}

/** Restores the tables that belong to no single article, such as lists and tags. Must run inside the caller's transaction. */
export async function restoreSharedTables(db: LibraryDb, rows: RowsByTable): Promise<void> {
  for (const [name, tableRows] of rows) await addMissing(db.table(name), tableRows);
  await decisionsChanged(db, (rows.get('stories') ?? []) as readonly StoryRow[]);
}

/** The rows of the tables other than `articles`, by table and article id. */
type Parts = Map<string, Map<string, object[]>>;

/** Articles that are ready to be written, with a segment of the search index. */
export interface PreparedGroup {
  articles: readonly ArticleRow[];
  parts: Parts;
  /** Contains the articles that are not deleted. */
  segment: NewSegment;
}

/** Prepares a group without using the database, while the previous group is being written. */
export function prepareGroup(rows: RowsByTable): PreparedGroup {
  const articles = rows.get('articles') as readonly ArticleRow[];
  const parts = groupPartsByArticle(rows);
  return { articles, parts, segment: indexGroup(articles, parts) };
}

/** Indexes the articles that are not deleted, in order of their document numbers if these are valid. */
function indexGroup(articles: readonly ArticleRow[], parts: Parts): NewSegment {
  const active = articles.filter(({ deletedAt }) => deletedAt === null);
  const areNumbered = haveDocNumbers(active);
  if (areNumbered) active.sort((a, b) => a.searchDoc - b.searchDoc);
  const indexed = active.map((article, i) => {
    const partsOf = <T>(name: string): T[] => (parts.get(name)?.get(article.id) ?? []) as T[];
    const [content] = partsOf<ContentRow>('contents');
    const text = content?.text ?? '';
    const quotes = partsOf<QuoteSetRow>('quoteSets').flatMap((set) => set.quotes);
    const notes = partsOf<HighlightRow>('highlights').map(({ note }) => note);
    const doc = areNumbered ? article.searchDoc : i + 1;
    return { doc, articleId: article.id, article: { ...article, text, quotes, notes } };
  });
  return buildSegment(indexed, PREBUILT_LEVEL);
}

function groupPartsByArticle(rows: RowsByTable): Parts {
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
  await queryImages(db, id).delete();
  await queryVersions(db, id).delete();
  await db.jobs.where('articleId').equals(id).delete();
  await db.textJobs.where('articleId').equals(id).delete();
}

/**
 * Finds existing articles with the id or identity of incoming ones.
 *
 * @param knownKeys see `LibraryState`
 * @returns them, by id and by identity
 */
async function findExisting(
  db: LibraryDb,
  incoming: readonly ArticleRow[],
  knownKeys: ReadonlySet<string> | null,
): Promise<Map<string, ArticleRow>> {
  if (
    knownKeys !== null &&
    !incoming.some(({ id, identity }) => knownKeys.has(id) || knownKeys.has(identity))
  )
    return new Map();
  // In parallel, because sequential requests would mostly wait.
  const found = await Promise.all([
    ...incoming.map(({ identity }) => db.articles.get({ identity })),
    db.articles.bulkGet(incoming.map(({ id }) => id)),
  ]);
  const rows = found.flat().filter((row) => row !== undefined);
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.identity, row] as const]));
}

/**
 * Restores articles. Must run inside the caller's transaction, which includes the tables of `importStep` or
 * `restoreLoggedArticles`.
 *
 * @param state the state of the library in this transaction
 * @param now milliseconds since 1970
 * @param onQueued called once all requests are queued: from then on, the database is busy, but this thread is idle
 */
export async function restoreGroup(
  db: LibraryDb,
  group: PreparedGroup,
  writes: ArticleWrites,
  { canKeepDocNumbers, knownKeys }: LibraryState,
  now: number,
  onQueued: () => void = () => undefined,
): Promise<Restored> {
  const { articles: incoming, parts } = group;
  const existing = await findExisting(db, incoming, knownKeys);
  /** Articles to write with all their parts, and the views of those that they replace. */
  const fresh = new Map<ArticleRow, readonly ViewKey[]>();
  /** Ids of replaced articles, by the incoming id. */
  const replacedIds = new Map<string, string>();
  /** Merged details, which are set after the parts were written. */
  const details = new Map<ArticleRow, ArticleDetails>();
  /** Further records of articles in this group; merged after the first record was written. */
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
    if (shouldReplace(article, there)) {
      replacedIds.set(article.id, there.id);
      if (there.deletedAt === null) await unindexDoc(db, there.searchDoc);
      await removeParts(db, there.id);
      const mergedRow = mergeUserData({ ...article, id: there.id, identity: there.identity }, there);
      // Local edits are more recent than the backup's. Local notes must be indexed, too.
      const newDetails =
        mergeEdits(mergedRow, there, 'other') ?? (there.noteCount > 0 ? shownDetails(mergedRow) : null);
      if (newDetails !== null) details.set(mergedRow, newDetails);
      fresh.set(mergedRow, there.views);
    } else {
      await mergeHighlights(db, writes, article, there, parts);
      const mergedRow = mergeUserData(there, article);
      const newDetails = mergeEdits(there, article, 'row');
      if (newDetails !== null) await setDetails(writes, mergedRow, newDetails);
      await writes.put(mergedRow, there.views);
    }
  }
  const finalIds = incoming.map(({ id, identity }) => [id, existing.get(identity)?.id ?? id] as const);
  await renameMembers(db, new Map(finalIds.filter(([id, finalId]) => id !== finalId)));
  await restartReread(db, [...fresh.keys()]);
  const missing = await writeWithParts(
    db,
    writes,
    fresh,
    group,
    replacedIds,
    canKeepDocNumbers && areAllNew && repeated.length === 0,
    now,
    onQueued,
  );
  for (const [row, newDetails] of details) {
    await setDetails(writes, row, newDetails);
    await writes.put(row);
  }
  if (repeated.length === 0) return { added, merged, missing };
  const rest = { ...group, articles: repeated };
  const state = { canKeepDocNumbers: false, knownKeys: null };
  const more = await restoreGroup(db, rest, writes, state, now);
  return {
    added: added + more.added,
    merged: merged + more.merged,
    missing: [...missing, ...more.missing],
  };
}

/** Adds the highlights and corrections of an incoming article to the existing one. */
async function mergeHighlights(
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
async function writeWithParts(
  db: LibraryDb,
  writes: ArticleWrites,
  formerViews: ReadonlyMap<ArticleRow, readonly ViewKey[]>,
  { parts, segment }: PreparedGroup,
  replacedIds: ReadonlyMap<string, string>,
  keepDocNumbers: boolean,
  now: number,
  onQueued: () => void,
): Promise<ImageRow[]> {
  const fresh = [...formerViews.keys()];
  const owners = keepDocNumbers ? new Map<string, string>() : await findOwners(db, parts);
  const incomingIds = new Map([...replacedIds].map(([incomingId, id]) => [id, incomingId]));
  const partsOf = <T extends object>(name: string, article: ArticleRow): T[] => {
    const rows = (parts.get(name)?.get(incomingIds.get(article.id) ?? article.id) ?? []) as T[];
    return incomingIds.has(article.id) ? rows.map((row) => ({ ...row, articleId: article.id })) : rows;
  };
  const active = fresh.filter(({ deletedAt }) => deletedAt === null);
  const byIncomingId = new Map(active.map((article) => [incomingIds.get(article.id) ?? article.id, article]));
  // By the document number in the prepared segment.
  const indexed = new Map<number, ArticleRow>();
  for (const [i, id] of segment.articleIds.entries()) {
    const article = byIncomingId.get(id);
    if (article !== undefined) indexed.set(segment.docs[i] ?? 0, article);
  }
  if (indexed.size > 0 && !(keepDocNumbers && haveDocNumbers(active)))
    await assignDocNumbers(db, [...indexed.values()]);
  const missing: ImageRow[] = [];
  const writing: PromiseLike<unknown>[] = [writes.putAll(formerViews)];
  for (const { name } of ARTICLE_TABLES.slice(1)) {
    const all = fresh.flatMap((article) => partsOf(name, article));
    const rows = keepDocNumbers ? all : all.filter((row) => !belongsToOther(row, owners));
    const stored = name === 'contents' ? (rows as ContentRow[]).map(packContent) : rows;
    if (stored.length > 0) writing.push(db.table(name).bulkPut(stored));
    if (name !== 'images') continue;
    missing.push(...(rows as ImageRow[]).filter(({ error }) => error === 'not-in-backup'));
    const waiting = (rows as ImageRow[]).filter(({ state }) => state === 'waiting');
    if (waiting.length > 0) writing.push(queueImages(db, waiting, now));
  }
  writing.push(
    addPrebuiltSegment(db, segment, indexed),
    storiesChanged(
      db,
      fresh.map(({ id }) => id),
    ),
  );
  onQueued();
  await Promise.all(writing);
  return missing;
}

/** Tables of article parts whose rows have their own ids. */
const TABLES_WITH_IDS = ['images', 'highlights'] as const;

/**
 * Finds existing pictures and highlights with the ids of incoming ones, since a file must not replace those of another
 * article.
 *
 * @returns the ids of their articles, by their own id
 */
async function findOwners(db: LibraryDb, parts: Parts): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const name of TABLES_WITH_IDS) {
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

/** Whether a row's id is used by a row of another article. */
function belongsToOther(row: object, owners: ReadonlyMap<string, string>): boolean {
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

/** Merges the user data of both rows; everything else is that of the first. */
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

/**
 * Whether an incoming article that is not deleted replaces the existing one, because that was deleted, or lacks a text
 * that the incoming one has.
 */
export function shouldReplace(incoming: ArticleRow, existing: ArticleRow): boolean {
  if (incoming.deletedAt !== null) return false;
  return existing.deletedAt !== null || (incoming.hasText && !existing.hasText);
}

/** Whether the article is new to the user. Incoming deleted articles don't count, since they go to the trash. */
export function isNew(incoming: ArticleRow, existing: ArticleRow | undefined): boolean {
  return incoming.deletedAt === null && (existing === undefined || existing.deletedAt !== null);
}
