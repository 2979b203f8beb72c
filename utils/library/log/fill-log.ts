/** Making the log of a library that has none, or had none of some of it. */
import Dexie from 'dexie';
import { highlightsOf, versionsOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../db.ts';
import { LOG_FILL_KEY } from './log-schema.ts';
import { LOG_SOURCES } from './read-records.ts';
import { BODY, FILES, recordKey, SHELF_ROW_TABLES } from './record-keys.ts';
import { noteKeys } from './segment-index.ts';

/** Articles noted at once. */
const FILL_AT_ONCE = 200;

/** Tables of what is no article's. */
const SHELF = [...SHELF_ROW_TABLES, FILES];

/**
 * Where the log is not complete yet: notes some more of the library.
 *
 * @returns whether there was anything to note
 */
export async function fillLog(db: LibraryDb): Promise<boolean> {
  const tables = LOG_SOURCES.map((name) => db.table(name));
  return db.transaction('rw', [...tables, db.logNotes, db.meta], async () => {
    const cursor = (await db.meta.get(LOG_FILL_KEY))?.value;
    if (typeof cursor !== 'string') return false;
    const keys = cursor === '' ? await shelfKeys(db) : [];
    const ids = await db.articles.where('id').above(cursor).limit(FILL_AT_ONCE).primaryKeys();
    for (const id of ids) keys.push(...(await keysOfArticle(db, id)));
    await noteKeys(db, keys);
    const last = ids.at(-1);
    if (last === undefined) await db.meta.delete(LOG_FILL_KEY);
    else await db.meta.put({ key: LOG_FILL_KEY, value: last });
    return true;
  });
}

async function shelfKeys(db: LibraryDb): Promise<string[]> {
  const keys: string[] = [];
  for (const name of SHELF) {
    const rows = (await db.table(name).toCollection().primaryKeys()) as (string | [string, string])[];
    keys.push(...rows.map((key) => recordKey(name, key)));
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
    recordKey('articles', id),
    recordKey(BODY, id),
    ...(await versionsOf(db, id).primaryKeys()).map((key) => recordKey('versions', key)),
    ...(await highlightsOf(db, id).primaryKeys()).map((key) => recordKey('highlights', key)),
    ...(await corrections.primaryKeys()).map((key) => recordKey('corrections', key)),
  ];
}
