/** Making the journal of a library that has none, or had none of some of it. */
import Dexie from 'dexie';
import { highlightsOf, versionsOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../db.ts';
import { JOURNAL_FILL_KEY } from './log-facts.ts';
import { BODY, FILES, journalKey, SHELF_ROW_TABLES } from './record-keys.ts';
import { JOURNAL_SOURCES } from './record-rows.ts';

/** Articles noted at once. */
const FILL_AT_ONCE = 200;

/** Tables of what is no article's. */
const SHELF = [...SHELF_ROW_TABLES, FILES];

/**
 * Where the journal is not complete yet: notes some more of the library as due.
 *
 * @returns whether there was anything to note
 */
export async function fillJournal(db: LibraryDb): Promise<boolean> {
  const tables = JOURNAL_SOURCES.map((name) => db.table(name));
  return db.transaction('rw', [...tables, db.journalDue, db.meta], async () => {
    const cursor = (await db.meta.get(JOURNAL_FILL_KEY))?.value;
    if (typeof cursor !== 'string') return false;
    const keys = cursor === '' ? await shelfKeys(db) : [];
    const ids = await db.articles.where('id').above(cursor).limit(FILL_AT_ONCE).primaryKeys();
    for (const id of ids) keys.push(...(await keysOfArticle(db, id)));
    await db.journalDue.bulkPut(keys.map((key) => ({ key, token: 'fill' })));
    const last = ids.at(-1);
    if (last === undefined) await db.meta.delete(JOURNAL_FILL_KEY);
    else await db.meta.put({ key: JOURNAL_FILL_KEY, value: last });
    return true;
  });
}

async function shelfKeys(db: LibraryDb): Promise<string[]> {
  const keys: string[] = [];
  for (const name of SHELF) {
    const rows = (await db.table(name).toCollection().primaryKeys()) as (string | [string, string])[];
    keys.push(...rows.map((key) => journalKey(name, key)));
  }
  return keys;
}

async function keysOfArticle(db: LibraryDb, id: string): Promise<string[]> {
  const range = [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ] as const;
  const corrections = db.corrections.where('[articleId+quoteHash]').between(...range);
  return [
    journalKey('articles', id),
    journalKey(BODY, id),
    ...(await versionsOf(db, id).primaryKeys()).map((key) => journalKey('versions', key)),
    ...(await highlightsOf(db, id).primaryKeys()).map((key) => journalKey('highlights', key)),
    ...(await corrections.primaryKeys()).map((key) => journalKey('corrections', key)),
  ];
}
