import type { ImportItem, ImportRecord, ListPath } from '../../transfer/import/import-types.ts';
import { identify } from '../articles/article-identity.ts';
import { highlightsOf } from '../articles/article-parts.ts';
import { saveArticles } from '../articles/save-article.ts';
import { cleanListName } from '../lists/lists.ts';
import { ViewTally } from '../lists/view-tally.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ListRow } from '../types.ts';
import type { DigestedText } from './digest-import.ts';
import { importedArticle, importedHighlight } from './import-rows.ts';

export interface Taken {
  added: number;
  folded: number;
  failed: number;
  highlights: number;
  /** Articles that have no text now. */
  withoutText: ArticleRow[];
}

/** Tells lists apart by the way to them. */
export function listKey(path: ListPath): string {
  return JSON.stringify(path);
}

/** Ids of lists by `listKey`; new ones are made, with those they are within. Inside the caller's transaction. */
async function fileLists(
  db: LibraryDb,
  items: readonly ImportItem[],
  now: number,
): Promise<Map<string, string>> {
  const wanted = new Map(items.flatMap(({ lists }) => lists.map((path) => [listKey(path), path] as const)));
  const ids = new Map<string, string>();
  if (wanted.size === 0) return ids;
  const rows = await db.lists.toArray();
  const made: ListRow[] = [];
  const find = (name: string, parentId: string | null): string => {
    const siblings = [...rows, ...made].filter((list) => list.parentId === parentId);
    const known = siblings.find((list) => list.name === name);
    if (known !== undefined) return known.id;
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    const list: ListRow = { id: crypto.randomUUID(), name, parentId, position, createdAt: now };
    made.push(list);
    return list.id;
  };
  for (const [key, path] of wanted) {
    let parentId: string | null = null;
    for (const name of path) parentId = find(cleanListName(name), parentId);
    if (parentId !== null) ids.set(key, parentId);
  }
  await db.lists.bulkAdd(made);
  return ids;
}

/** What is here whole keeps its text. */
async function identitiesWithText(db: LibraryDb, items: readonly ImportItem[]): Promise<Set<string>> {
  const withText = items.filter(({ html }) => html !== null);
  if (withText.length === 0) return new Set();
  const rows = await db.articles
    .where('identity')
    .anyOf(withText.map(({ url }) => identify(url)))
    .toArray();
  return new Set(rows.filter(({ hasText }) => hasText).map(({ identity }) => identity));
}

async function takeHighlights(
  db: LibraryDb,
  articleId: string,
  item: ImportItem,
  now: number,
): Promise<number> {
  const text = (await db.contents.get(articleId))?.text ?? '';
  const rows = item.highlights.map((highlight) => importedHighlight(articleId, highlight, text, now));
  const there = await db.highlights.bulkGet(rows.map(({ id }) => id));
  const fresh = [
    ...new Map(rows.filter((_, i) => there[i] === undefined).map((row) => [row.id, row])).values(),
  ];
  await db.highlights.bulkPut(fresh);
  const article = await db.articles.get(articleId);
  if (article === undefined || fresh.length === 0) return 0;
  const all = await highlightsOf(db, articleId).toArray();
  article.highlightCount = all.filter((row) => row.text !== '').length;
  article.noteCount = all.filter((row) => row.note !== '').length;
  const tally = new ViewTally();
  await db.articles.put(tally.place(article));
  await tally.write(db);
  return fresh.length;
}

/**
 * Takes some records of an import. Inside the caller's transaction, which holds every table.
 *
 * @param texts of the records that have one, digested
 */
export async function takeRecords(
  db: LibraryDb,
  importId: string,
  records: readonly ImportRecord[],
  texts: ReadonlyMap<ImportRecord, DigestedText>,
  now: number,
): Promise<Taken> {
  const good = records.flatMap((record) => ('item' in record ? [{ record, item: record.item }] : []));
  const bad = records.flatMap((record) => ('item' in record ? [] : [record]));
  const items = good.map(({ item }) => item);
  const lists = await fileLists(db, items, now);
  const whole = await identitiesWithText(db, items);
  const inputs = good.map(({ record, item }) => {
    const identity = identify(item.url);
    const text = whole.has(identity) ? null : (texts.get(record) ?? null);
    // Twice in one file: the first text stays.
    if (text !== null) whole.add(identity);
    const listIds = item.lists.flatMap((path) => lists.get(listKey(path)) ?? []);
    return importedArticle(item, text, listIds, now);
  });
  const saved = await saveArticles(inputs, db);
  let highlights = 0;
  for (const [i, { articleId }] of saved.entries()) {
    const item = items[i];
    // Awaiting what asks nothing of the database, a hundred times on end, loses Dexie's transaction.
    if (item === undefined || item.highlights.length === 0) continue;
    highlights += await takeHighlights(db, articleId, item, now);
  }
  if (bad.length > 0) {
    await db.importFailures.bulkAdd(
      bad.map(({ at, url, title, why }) => ({ importId, at, url, title, why })),
    );
  }
  const folded = saved.filter(({ updated }) => updated).length;
  const ids = [...new Set(saved.map(({ articleId }) => articleId))];
  const rows = (await db.articles.bulkGet(ids)).filter((row) => row !== undefined);
  return {
    added: saved.length - folded,
    folded,
    failed: bad.length,
    highlights,
    withoutText: rows.filter(({ hasText }) => !hasText),
  };
}
