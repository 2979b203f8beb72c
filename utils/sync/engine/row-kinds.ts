/** Lists, tags, smart lists, people, aliases and stories: each is one database row, whose fields are synced individually. */

import type { Table } from 'dexie';
import * as v from 'valibot';
import { queryView } from '../../library/articles/article-parts.ts';
import { editRows } from '../../library/articles/edit-articles.ts';
import { tagKey } from '../../library/lists/tags.ts';
import {
  ALIAS_SCHEMA,
  LIST_SCHEMA,
  PERSON_SCHEMA,
  SMART_LIST_SCHEMA,
  STORY_SCHEMA,
  TAG_SCHEMA,
} from '../../library/restore/shared-schemas.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { decisionsChanged } from '../../library/stories/stories-changed.ts';
import type { TagRow } from '../../library/user-types.ts';
import type { StoryRow } from '../../stories/story-types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import type { Json } from '../merge/stamp.ts';
import { isMemberField, memberFields, membersOf } from './story-fields.ts';

type Values = ReadonlyMap<string, Json>;
type Row = Record<string, unknown>;

/** How a kind of row is stored. */
interface RowKindDefinition {
  table: string;
  /** The names of the fields that form the primary key. */
  key: readonly string[];
  schema: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Extra work when a row is written. Runs inside the caller's transaction. */
  onPut?: (db: LibraryDb, row: Row, tagUsage: TagUsage) => Promise<void>;
}

/**
 * Articles store the names of their tags. An article that arrived before its tag has the tag's key instead, and one in
 * the trash may have an earlier name.
 */
async function renameInArticles(db: LibraryDb, row: Row, tagUsage: TagUsage): Promise<void> {
  const { key, name: to } = row as unknown as TagRow;
  const ids = await tagUsage.articlesWithOtherSpelling(db, key, to);
  if (ids.length === 0) return;
  const isOther = (tag: string): boolean => tag !== to && tagKey(tag) === key;
  await editRows(db, ids, (article) => {
    article.tags = [...new Set(article.tags.map((tag) => (isOther(tag) ? to : tag)))];
  });
  tagUsage.forget();
}

export const ROW_KINDS = {
  list: { table: 'lists', key: ['id'], schema: LIST_SCHEMA },
  tag: { table: 'tags', key: ['key'], schema: TAG_SCHEMA, onPut: renameInArticles },
  smartList: { table: 'smartLists', key: ['id'], schema: SMART_LIST_SCHEMA },
  person: { table: 'people', key: ['id'], schema: PERSON_SCHEMA },
  alias: { table: 'aliases', key: ['speakerKey', 'articleId'], schema: ALIAS_SCHEMA },
  story: { table: 'stories', key: ['id'], schema: STORY_SCHEMA },
} as const satisfies Record<string, RowKindDefinition>;

export type RowKindName = keyof typeof ROW_KINDS;

export const isRowKind = (kind: string): kind is RowKindName => Object.hasOwn(ROW_KINDS, kind);

/** The kind whose rows a table contains; null if its rows are not synced this way. */
export function kindOfTable(table: string): RowKindName | null {
  const names = Object.keys(ROW_KINDS) as RowKindName[];
  return names.find((name) => ROW_KINDS[name].table === table) ?? null;
}

const definitionOf = (name: RowKindName): RowKindDefinition => ROW_KINDS[name];
const tableOf = (db: LibraryDb, name: RowKindName): Table<Row, unknown> => db.table(definitionOf(name).table);

/** False for a field of a later version: its absence on this device does not mean that it was removed. */
export const isRowField = (kind: RowKindName, name: string): boolean =>
  Object.hasOwn(definitionOf(kind).schema.entries, name) || (kind === 'story' && isMemberField(name));

/** Parses a primary key from JSON: a string or an array of strings. */
function readKey(name: RowKindName, identity: string): string | string[] | null {
  try {
    const key: unknown = JSON.parse(identity);
    const parts = Array.isArray(key) ? key : [key];
    const isKey =
      parts.length === definitionOf(name).key.length && parts.every((part) => typeof part === 'string');
    return isKey ? (key as string | string[]) : null;
  } catch {
    // Not written by this extension.
    return null;
  }
}

/**
 * The identity of a row on all devices: its primary key, with the article's address instead of its local id. Null if
 * the article does not exist locally. Must run inside the caller's transaction.
 */
export async function identityOfRow(
  db: LibraryDb,
  name: RowKindName,
  rowKey: string,
): Promise<string | null> {
  const key = readKey(name, rowKey);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : rowKey;
  const article = await db.articles.get(String(key[1]));
  return article === undefined ? null : JSON.stringify([key[0], article.identity]);
}

/** The inverse of `identityOfRow`. */
export async function rowOfIdentity(
  db: LibraryDb,
  name: RowKindName,
  identity: string,
): Promise<string | null> {
  const key = readKey(name, identity);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : identity;
  const article = await db.articles.get({ identity: String(key[1]) });
  return article === undefined ? null : JSON.stringify([key[0], article.id]);
}

/**
 * Reads a row as values by field; null if it does not exist. Must run inside the caller's transaction.
 *
 * @param rowKey the row's primary key as JSON
 * @param identity the row's identity on all devices
 */
export async function readRow(
  db: LibraryDb,
  libraryKey: LibraryKey,
  name: RowKindName,
  rowKey: string,
  identity: string,
): Promise<Map<string, Json> | null> {
  const key = readKey(name, rowKey);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  if (row === undefined) return null;
  const values = new Map<string, Json>([['identity', identity]]);
  if (name === 'story')
    for (const [field, value] of await memberFields(db, libraryKey, row.members as StoryRow['members']))
      values.set(field, value);
  for (const [field, value] of Object.entries(row))
    if (
      !definitionOf(name).key.includes(field) &&
      field !== 'updatedAt' &&
      field !== 'members' &&
      value !== null &&
      value !== undefined
    )
      values.set(field, value as Json);
  return values;
}

/**
 * When a row was changed last, in milliseconds since 1970; null if it has no timestamp. Must run inside the caller's
 * transaction.
 */
export async function rowTime(db: LibraryDb, name: RowKindName, rowKey: string): Promise<number | null> {
  const key = readKey(name, rowKey);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  const at = row?.updatedAt ?? row?.createdAt;
  return typeof at === 'number' ? at : null;
}

/**
 * Writes or deletes a row. Must run inside the caller's transaction, which includes all tables.
 *
 * @param values null deletes the row
 * @param tagUsage of this transaction
 * @returns whether the row exists afterwards
 */
export async function writeRow(
  db: LibraryDb,
  name: RowKindName,
  rowKey: string,
  values: Values | null,
  updatedAt: number,
  tagUsage = new TagUsage(),
): Promise<boolean> {
  const { schema, key: path, onPut } = definitionOf(name);
  const key = readKey(name, rowKey);
  if (key === null) return false;
  const table = tableOf(db, name);
  const before = name === 'story' ? await db.stories.get(String(key)) : undefined;
  if (before !== undefined) await decisionsChanged(db, [before]);
  if (values === null) {
    // Delete only the row. The side effects of the removal, such as changes of the list's articles, are synced as the
    // other device made them. Repeated here, they would be new changes, later than anything the user did since.
    await table.delete(key);
    return false;
  }
  const parts = Array.isArray(key) ? key : [key];
  const read = v.safeParse(schema, {
    parentId: null,
    aliasOf: null,
    ...Object.fromEntries(values),
    ...(name === 'story' && { members: await membersOf(db, values) }),
    updatedAt,
    ...Object.fromEntries(path.map((field, i) => [field, parts[i]])),
  });
  if (!read.success) return false;
  await table.put(read.output as Row);
  await onPut?.(db, read.output as Row, tagUsage);
  if (name === 'story') await decisionsChanged(db, [read.output as unknown as StoryRow]);
  return true;
}

/**
 * Finds the articles that use a tag in any spelling. Loaded once for many tags, because a lookup has to normalise every
 * tag's name.
 */

interface TagUse {
  /** The spellings in use, each of which has a view. */
  names: string[];
  /** Articles in the trash, which are in no tag view, with their spellings. */
  inTrash: { id: string; name: string }[];
}

/** Valid for one transaction, until an article is written in it. */
export class TagUsage {
  #found: Map<string, TagUse> | null = null;

  /** Call after an article was written, since its tags may have changed. */
  forget(): void {
    this.#found = null;
  }

  async #read(db: LibraryDb): Promise<Map<string, TagUse>> {
    const found = new Map<string, TagUse>();
    const of = (name: string): TagUse => {
      const key = tagKey(name);
      const tagUsage = found.get(key) ?? { names: [], inTrash: [] };
      found.set(key, tagUsage);
      return tagUsage;
    };
    for (const view of await db.counts.where('view').startsWith('tag:').primaryKeys()) {
      const name = view.slice('tag:'.length);
      of(name).names.push(name);
    }
    for (const { id, tags } of await queryView(db, 'trash').toArray())
      for (const name of tags) of(name).inTrash.push({ id, name });
    return found;
  }

  async #of(db: LibraryDb, key: string): Promise<TagUse> {
    this.#found ??= await this.#read(db);
    return this.#found.get(key) ?? { names: [], inTrash: [] };
  }

  /**
   * Whether any article has the tag, in any spelling. Must run inside a transaction that includes `articles` and
   * `counts`.
   */
  async isUsed(db: LibraryDb, key: string): Promise<boolean> {
    const { names, inTrash } = await this.#of(db, key);
    if (inTrash.length > 0) return true;
    for (const name of names)
      if ((await queryView(db, `tag:${name}`).limit(1).primaryKeys()).length > 0) return true;
    return false;
  }

  /**
   * Must run inside a transaction that includes `articles` and `counts`.
   *
   * @returns ids of the articles that have the tag in another spelling
   */
  async articlesWithOtherSpelling(db: LibraryDb, key: string, name: string): Promise<string[]> {
    const { names, inTrash } = await this.#of(db, key);
    const ids = new Set(inTrash.filter((one) => one.name !== name).map(({ id }) => id));
    for (const other of names)
      if (other !== name) for (const id of await queryView(db, `tag:${other}`).primaryKeys()) ids.add(id);
    return [...ids];
  }
}
