/** Putting the rows of a backup into the library, some hundreds of articles in one transaction. */
import type { Table } from 'dexie';
import { shownDetails, withEditsOf } from '../articles/article-details.ts';
import { queueImages } from '../articles/article-images.ts';
import { highlightsOf, imagesOf, versionsOf } from '../articles/article-parts.ts';
import { putDetails } from '../articles/change-details.ts';
import { forgetFingerprints, leaveFingerprints } from '../elsewhere/quotes-changed.ts';
import { rereadAnew } from '../jobs/reread-progress.ts';
import type { ViewTally } from '../lists/view-tally.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packContent } from '../schema/stored-texts.ts';
import { addPiece, drawNumbers, PIECE_LEVEL } from '../search/import-index.ts';
import { unindexDoc } from '../search/search-index.ts';
import type { NewSegment } from '../search/search-segment.ts';
import { SegmentBook } from '../search/segment-book.ts';
import type { ArticleDetails, ArticleRow, ContentRow, ImageRow, QuoteSetRow } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';
import type { RowsByTable } from './backup-read.ts';
import { ARTICLE_TABLES } from './backup-tables.ts';
import { isNew, isWorthMore, joinMarks } from './same-article.ts';

export interface Restored {
  added: number;
  /** Articles that were there already. */
  folded: number;
  /** Pictures of the new ones that are not here; nobody fetches them unasked. */
  missing: readonly ImageRow[];
}

/** Puts rows whose key is not taken; what is there stays. Inside the caller's transaction. */
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

/** Lists, tags, people and the like. Inside the caller's transaction. */
export async function restoreShelf(db: LibraryDb, rows: RowsByTable): Promise<void> {
  for (const [name, ours] of rows) await addMissing(db.table(name), ours);
}

/** Rows of each table by the article they belong to. */
type Parts = Map<string, Map<string, object[]>>;

/** Articles, sorted and weighed, that only have to be written. */
export interface PreparedGroup {
  articles: readonly ArticleRow[];
  parts: Parts;
  /** Those that are not deleted, for the search index. */
  piece: NewSegment;
}

/**
 * Does what needs no database, while what came before is written.
 *
 * @param book the same one for all groups: what it has learnt of words holds for all
 */
export function prepareGroup(rows: RowsByTable, book = new SegmentBook()): PreparedGroup {
  const articles = rows.get('articles') as readonly ArticleRow[];
  const parts = partsByArticle(rows);
  indexGroup(book, articles, parts);
  return { articles, parts, piece: book.finish(PIECE_LEVEL) };
}

/** The articles that are not deleted, in order of the numbers they bring. */
function indexGroup(book: SegmentBook, articles: readonly ArticleRow[], parts: Parts): void {
  const living = articles.filter(({ deletedAt }) => deletedAt === null);
  const areNumbered = haveNumbers(living);
  if (areNumbered) living.sort((a, b) => a.searchDoc - b.searchDoc);
  for (const [i, article] of living.entries()) {
    const of = <T>(name: string): T[] => (parts.get(name)?.get(article.id) ?? []) as T[];
    const [content] = of<ContentRow>('contents');
    book.add(areNumbered ? article.searchDoc : i + 1, article.id, {
      ...article,
      text: content?.text ?? '',
      quotes: of<QuoteSetRow>('quoteSets').flatMap(({ quotes }) => quotes),
      notes: of<HighlightRow>('highlights').map(({ note }) => note),
    });
  }
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
  await db.quoteSets.delete(id);
  await forgetFingerprints(db, [id]);
  await imagesOf(db, id).delete();
  await versionsOf(db, id).delete();
  await db.jobs.where('articleId').equals(id).delete();
  await db.textJobs.where('articleId').equals(id).delete();
}

/** What the restorer knows of the library it writes into. */
export interface Surroundings {
  /** Nobody else has put anything into it: document numbers can be kept. */
  isAlone: boolean;
  /** Ids and identities of all its articles, or null where they have to be asked for. */
  all: ReadonlySet<string> | null;
}

/** Articles of the library that are the same as some that come, by id and by identity. */
async function findSame(
  db: LibraryDb,
  comes: readonly ArticleRow[],
  all: ReadonlySet<string> | null,
): Promise<Map<string, ArticleRow>> {
  if (all !== null && !comes.some(({ id, identity }) => all.has(id) || all.has(identity))) return new Map();
  // Asked for all at once: one after the other, the answers would be waited for most of the time.
  const there = await Promise.all([
    ...comes.map(({ identity }) => db.articles.get({ identity })),
    db.articles.bulkGet(comes.map(({ id }) => id)),
  ]);
  const rows = there.flat().filter((row) => row !== undefined);
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.identity, row] as const]));
}

/**
 * Restores articles. Inside the caller's transaction, which holds every table.
 *
 * @param tally counts what it changes; the caller writes it
 * @param onItsWay told once the database has been given everything: it has to do for a while then, and we have not
 */
export async function restoreGroup(
  db: LibraryDb,
  group: PreparedGroup,
  tally: ViewTally,
  { isAlone, all }: Surroundings,
  now: number,
  onItsWay: () => void = () => undefined,
): Promise<Restored> {
  const { articles: comes, parts } = group;
  const here = await findSame(db, comes, all);
  const fresh: ArticleRow[] = [];
  const moved = new Map<string, string>();
  /** Details that are not those that come, for rows whose parts are still to be written. */
  const details = new Map<ArticleRow, ArticleDetails>();
  let added = 0;
  let folded = 0;
  let areAllNew = true;
  for (const article of comes) {
    const there = here.get(article.identity) ?? here.get(article.id);
    here.set(article.identity, there ?? article);
    if (isNew(article, there)) added += 1;
    if (there === undefined) {
      fresh.push(tally.place(article, []));
      continue;
    }
    if (!isNew(article, there) && (article.deletedAt === null || there.deletedAt === null)) folded += 1;
    areAllNew = false;
    if (isWorthMore(article, there)) {
      moved.set(article.id, there.id);
      if (there.deletedAt === null) await unindexDoc(db, there.searchDoc);
      await removeParts(db, there.id);
      const joined = joinMarks({ ...article, id: there.id, identity: there.identity }, there);
      // What was edited here is the later word; notes that were made here are to be found, too.
      const wanted =
        withEditsOf(joined, there, 'other') ?? (there.noteCount > 0 ? shownDetails(joined) : null);
      if (wanted !== null) details.set(joined, wanted);
      fresh.push(tally.place(joined, there.views));
    } else {
      await joinHighlights(db, article, there, parts);
      const joined = joinMarks(there, article);
      const wanted = withEditsOf(there, article, 'row');
      if (wanted !== null) await putDetails(db, joined, wanted);
      await db.articles.put(tally.place(joined, there.views));
    }
  }
  await rereadAnew(db, fresh);
  const missing = await writeWhole(db, fresh, group, moved, isAlone && areAllNew, now, onItsWay);
  for (const [row, wanted] of details) {
    await putDetails(db, row, wanted);
    await db.articles.put(tally.place(row));
  }
  return { added, folded, missing };
}

async function joinHighlights(
  db: LibraryDb,
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
  const all = await highlightsOf(db, there.id).toArray();
  there.highlightCount = all.filter(({ text }) => text !== '').length;
  there.noteCount = all.filter(({ note }) => note !== '').length;
}

/** Writes articles with everything of theirs, and puts them into the search. */
async function writeWhole(
  db: LibraryDb,
  fresh: readonly ArticleRow[],
  { parts, piece }: PreparedGroup,
  moved: ReadonlyMap<string, string>,
  keepNumbers: boolean,
  now: number,
  onItsWay: () => void,
): Promise<ImageRow[]> {
  const taken = keepNumbers ? new Map<string, string>() : await ownersOf(db, parts);
  const formerId = new Map([...moved].map(([former, id]) => [id, former]));
  const partsOf = <T extends object>(name: string, article: ArticleRow): T[] => {
    const rows = (parts.get(name)?.get(formerId.get(article.id) ?? article.id) ?? []) as T[];
    return formerId.has(article.id) ? rows.map((row) => ({ ...row, articleId: article.id })) : rows;
  };
  const living = fresh.filter(({ deletedAt }) => deletedAt === null);
  // By the number each has in the piece that was made of all.
  const byId = new Map(living.map((article) => [formerId.get(article.id) ?? article.id, article]));
  const indexed = new Map<number, ArticleRow>();
  for (const [i, id] of piece.articleIds.entries()) {
    const article = byId.get(id);
    if (article !== undefined) indexed.set(piece.docs[i] ?? 0, article);
  }
  if (indexed.size > 0 && !(keepNumbers && haveNumbers(living))) await drawNumbers(db, [...indexed.values()]);
  const missing: ImageRow[] = [];
  const writing: PromiseLike<unknown>[] = [db.articles.bulkPut(fresh)];
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
  writing.push(addPiece(db, piece, indexed), leaveFingerprints(db));
  onItsWay();
  await Promise.all(writing);
  return missing;
}

/** Tables of parts whose key is an id of their own. */
const WITH_IDS = ['images', 'highlights'] as const;

/**
 * The articles of rows that are here under the ids of rows that come: a file must not put its own pictures or marks in
 * place of another article's.
 */
async function ownersOf(db: LibraryDb, parts: Parts): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const name of WITH_IDS) {
    const ids = [...(parts.get(name)?.values() ?? [])].flatMap((rows) =>
      (rows as ImageRow[]).map(({ id }) => id),
    );
    // Asking for nothing would lose Dexie's transaction.
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

/** Numbers out of a file are believed where they are numbers at all, and each its own. */
function haveNumbers(articles: readonly ArticleRow[]): boolean {
  const numbers = new Set(articles.map(({ searchDoc }) => searchDoc));
  return (
    numbers.size === articles.length &&
    [...numbers].every((number) => Number.isInteger(number) && number > 0 && number < 2 ** 31)
  );
}
