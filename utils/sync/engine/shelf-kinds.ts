/** Lists, tags, smart lists, people: rows whose fields travel one by one. */
import type { Table } from 'dexie';
import * as v from 'valibot';
import { editRows } from '../../library/articles/edit-articles.ts';
import { tagKey } from '../../library/lists/tags.ts';
import { ALIAS, LIST, PERSON, SMART_LIST, TAG } from '../../library/restore/shelf-schemas.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { TagRow } from '../../library/user-types.ts';
import type { Json } from '../merge/field.ts';
import { TagHolders } from './tag-holders.ts';

type Values = ReadonlyMap<string, Json>;
type Row = Record<string, unknown>;

/** A kind of row. */
interface ShelfKind {
  table: string;
  /** The row's primary key. */
  key: readonly string[];
  schema: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** What is done beside putting the row. Inside the caller's transaction. */
  onPut?: (db: LibraryDb, row: Row, holders: TagHolders) => Promise<void>;
}

/** Articles hold the tag's name. One that came before its tag has the tag's key, one in the trash an earlier name. */
async function renameInArticles(db: LibraryDb, row: Row, holders: TagHolders): Promise<void> {
  const { key, name: to } = row as unknown as TagRow;
  const ids = await holders.spelledOtherwise(db, key, to);
  if (ids.length === 0) return;
  const isOther = (tag: string): boolean => tag !== to && tagKey(tag) === key;
  await editRows(db, ids, (article) => {
    article.tags = [...new Set(article.tags.map((tag) => (isOther(tag) ? to : tag)))];
  });
  holders.forget();
}

export const SHELF_KINDS = {
  list: { table: 'lists', key: ['id'], schema: LIST },
  tag: { table: 'tags', key: ['key'], schema: TAG, onPut: renameInArticles },
  smartList: { table: 'smartLists', key: ['id'], schema: SMART_LIST },
  person: { table: 'people', key: ['id'], schema: PERSON },
  alias: { table: 'aliases', key: ['speakerKey', 'articleId'], schema: ALIAS },
} as const satisfies Record<string, ShelfKind>;

export type ShelfKindName = keyof typeof SHELF_KINDS;

export const isShelfKind = (kind: string): kind is ShelfKindName => Object.hasOwn(SHELF_KINDS, kind);

/** The kind whose rows are in a table; null where they don't travel like that. */
export function kindOfTable(table: string): ShelfKindName | null {
  const names = Object.keys(SHELF_KINDS) as ShelfKindName[];
  return names.find((name) => SHELF_KINDS[name].table === table) ?? null;
}

const kindOf = (name: ShelfKindName): ShelfKind => SHELF_KINDS[name];
const tableOf = (db: LibraryDb, name: ShelfKindName): Table<Row, unknown> => db.table(kindOf(name).table);

/** False for a field of a later version: it is not gone by not being here. */
export const isShelfField = (kind: ShelfKindName, name: string): boolean =>
  Object.hasOwn(kindOf(kind).schema.entries, name);

/** The key of a row as JSON: a string, or an array of them. */
function readKey(name: ShelfKindName, identity: string): string | string[] | null {
  try {
    const key: unknown = JSON.parse(identity);
    const parts = Array.isArray(key) ? key : [key];
    const isKey = parts.length === kindOf(name).key.length && parts.every((part) => typeof part === 'string');
    return isKey ? (key as string | string[]) : null;
  } catch {
    // Not written by us.
    return null;
  }
}

/**
 * What a row is called on every device: its key, with an article's address in the place of its id. Null where that
 * article is not here. Inside the caller's transaction.
 */
export async function identityOfRow(db: LibraryDb, name: ShelfKindName, own: string): Promise<string | null> {
  const key = readKey(name, own);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : own;
  const article = await db.articles.get(String(key[1]));
  return article === undefined ? null : JSON.stringify([key[0], article.identity]);
}

/** The other way round. */
export async function rowOfIdentity(
  db: LibraryDb,
  name: ShelfKindName,
  identity: string,
): Promise<string | null> {
  const key = readKey(name, identity);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : identity;
  const article = await db.articles.get({ identity: String(key[1]) });
  return article === undefined ? null : JSON.stringify([key[0], article.id]);
}

/**
 * Values by field; null where there is no such row. Inside the caller's transaction.
 *
 * @param own the row's key, as JSON
 * @param identity what it is called on every device
 */
export async function readShelf(
  db: LibraryDb,
  name: ShelfKindName,
  own: string,
  identity: string,
): Promise<Map<string, Json> | null> {
  const key = readKey(name, own);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  if (row === undefined) return null;
  const values = new Map<string, Json>([['identity', identity]]);
  for (const [field, value] of Object.entries(row))
    if (!kindOf(name).key.includes(field) && field !== 'updatedAt' && value !== null && value !== undefined)
      values.set(field, value as Json);
  return values;
}

/** When a row was changed last, milliseconds since 1970; null where it does not tell. Inside the caller's transaction. */
export async function timesOfShelf(db: LibraryDb, name: ShelfKindName, own: string): Promise<number | null> {
  const key = readKey(name, own);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  const at = row?.updatedAt ?? row?.createdAt;
  return typeof at === 'number' ? at : null;
}

/**
 * Inside the caller's transaction, which holds all tables.
 *
 * @param values null where it was deleted
 * @param holders of the transaction
 * @returns whether there is such a row now
 */
export async function writeShelf(
  db: LibraryDb,
  name: ShelfKindName,
  own: string,
  values: Values | null,
  updatedAt: number,
  holders = new TagHolders(),
): Promise<boolean> {
  const { schema, key: path, onPut } = kindOf(name);
  const key = readKey(name, own);
  if (key === null) return false;
  const table = tableOf(db, name);
  if (values === null) {
    // The row alone. What else a removal did, such as to the articles of a list, travels as it was done there: done here
    // once more, it would be a change of this device, later than whatever the user did since.
    await table.delete(key);
    return false;
  }
  const parts = Array.isArray(key) ? key : [key];
  const read = v.safeParse(schema, {
    parentId: null,
    aliasOf: null,
    ...Object.fromEntries(values),
    updatedAt,
    ...Object.fromEntries(path.map((field, i) => [field, parts[i]])),
  });
  if (!read.success) return false;
  await table.put(read.output as Row);
  await onPut?.(db, read.output as Row, holders);
  return true;
}
