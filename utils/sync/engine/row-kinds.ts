/** Lists, tags, smart lists, people, aliases and stories. Each is a database row whose fields are synced individually. */

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
import { isMemberField, readMembers, toMemberFields } from './story-fields.ts';

type Values = ReadonlyMap<string, Json>;
type Row = Record<string, unknown>;

/** How rows of a kind are stored. */
interface RowKindDefinition {
  table: string;
  /** The names of the fields of the primary key. */
  key: readonly string[];
  schema: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Called after a row was written. Runs inside the caller's transaction. */
  onPut?: (db: LibraryDb, row: Row, tagUsage: TagUsage) => Promise<void>;
}

/**
 * Updates a tag's name in articles, which store the names of their tags. An article that arrived before its tag has the
 * tag's key instead, and one in the trash may have an earlier name.
 */
async function updateSpellingInArticles(db: LibraryDb, row: Row, tagUsage: TagUsage): Promise<void> {
  const { key, name: newName } = row as unknown as TagRow;
  const ids = await tagUsage.findArticlesWithOtherSpelling(db, key, newName);
  if (ids.length === 0) return;
  const hasOtherSpelling = (tag: string): boolean => tag !== newName && tagKey(tag) === key;
  await editRows(db, ids, (article) => {
    article.tags = [...new Set(article.tags.map((tag) => (hasOtherSpelling(tag) ? newName : tag)))];
  });
  tagUsage.invalidate();
}

export const ROW_KINDS = {
  list: { table: 'lists', key: ['id'], schema: LIST_SCHEMA },
  tag: { table: 'tags', key: ['key'], schema: TAG_SCHEMA, onPut: updateSpellingInArticles },
  smartList: { table: 'smartLists', key: ['id'], schema: SMART_LIST_SCHEMA },
  person: { table: 'people', key: ['id'], schema: PERSON_SCHEMA },
  alias: { table: 'aliases', key: ['speakerKey', 'articleId'], schema: ALIAS_SCHEMA },
  story: { table: 'stories', key: ['id'], schema: STORY_SCHEMA },
} as const satisfies Record<string, RowKindDefinition>;

export type RowKindName = keyof typeof ROW_KINDS;

export const isRowKind = (kind: string): kind is RowKindName => Object.hasOwn(ROW_KINDS, kind);

/** Returns the kind whose rows a table contains; null if they are not synced in this way. */
export function kindOfTable(table: string): RowKindName | null {
  const names = Object.keys(ROW_KINDS) as RowKindName[];
  return names.find((name) => ROW_KINDS[name].table === table) ?? null;
}

const definitionOf = (name: RowKindName): RowKindDefinition => ROW_KINDS[name];
const tableOf = (db: LibraryDb, name: RowKindName): Table<Row, unknown> => db.table(definitionOf(name).table);

/** False for a field of a later version, whose absence on this device does not mean that it was removed. */
export const isRowField = (kind: RowKindName, name: string): boolean =>
  Object.hasOwn(definitionOf(kind).schema.entries, name) || (kind === 'story' && isMemberField(name));

/** Parses a primary key from JSON: a string or an array of strings. Null if it is invalid. */
function parseKey(name: RowKindName, identity: string): string | string[] | null {
  try {
    const key: unknown = JSON.parse(identity);
    const parts = Array.isArray(key) ? key : [key];
    const isKey =
      parts.length === definitionOf(name).key.length && parts.every((part) => typeof part === 'string');
    return isKey ? (key as string | string[]) : null;
  } catch {
    // Not JSON, so not written by this extension.
    return null;
  }
}

/**
 * Returns the identity of a row, which is the same on all devices: its primary key, with an article's identity instead of
 * its local id. Null if that article does not exist locally. Must run inside the caller's transaction.
 *
 * @param rowKey the row's primary key as JSON
 */
export async function identityOfRow(
  db: LibraryDb,
  name: RowKindName,
  rowKey: string,
): Promise<string | null> {
  const key = parseKey(name, rowKey);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : rowKey;
  const article = await db.articles.get(String(key[1]));
  return article === undefined ? null : JSON.stringify([key[0], article.identity]);
}

/** The inverse of `identityOfRow`: returns a row's primary key as JSON. */
export async function rowOfIdentity(
  db: LibraryDb,
  name: RowKindName,
  identity: string,
): Promise<string | null> {
  const key = parseKey(name, identity);
  if (key === null || name !== 'alias' || key[1] === '') return key === null ? null : identity;
  const article = await db.articles.get({ identity: String(key[1]) });
  return article === undefined ? null : JSON.stringify([key[0], article.id]);
}

/**
 * Reads the values of a row by field; null if it does not exist. Must run inside the caller's transaction.
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
  const key = parseKey(name, rowKey);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  if (row === undefined) return null;
  const values = new Map<string, Json>([['identity', identity]]);
  if (name === 'story')
    for (const [field, value] of await toMemberFields(db, libraryKey, row.members as StoryRow['members']))
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
 * Returns when a row was last changed, in milliseconds since 1970; null if that is not stored. Must run inside the
 * caller's transaction.
 */
export async function readRowTime(db: LibraryDb, name: RowKindName, rowKey: string): Promise<number | null> {
  const key = parseKey(name, rowKey);
  const row = key === null ? undefined : await tableOf(db, name).get(key);
  const at = row?.updatedAt ?? row?.createdAt;
  return typeof at === 'number' ? at : null;
}

/**
 * Writes or deletes a row. Must run inside the caller's transaction, which includes all tables.
 *
 * @param values null deletes the row
 * @param updatedAt when the row was last changed, in milliseconds since 1970
 * @param tagUsage the cache of this transaction
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
  const { schema, key: keyFields, onPut } = definitionOf(name);
  const key = parseKey(name, rowKey);
  if (key === null) return false;
  const table = tableOf(db, name);
  const oldStory = name === 'story' ? await db.stories.get(String(key)) : undefined;
  if (oldStory !== undefined) await decisionsChanged(db, [oldStory]);
  if (values === null) {
    // Delete only the row. Side effects of the deletion, such as changes of the list's articles, are synced separately.
    // Repeated here, they would be new changes, and override later changes by the user.
    await table.delete(key);
    return false;
  }
  const parts = Array.isArray(key) ? key : [key];
  const parsed = v.safeParse(schema, {
    parentId: null,
    aliasOf: null,
    ...Object.fromEntries(values),
    ...(name === 'story' && { members: await readMembers(db, values) }),
    updatedAt,
    ...Object.fromEntries(keyFields.map((field, i) => [field, parts[i]])),
  });
  if (!parsed.success) return false;
  await table.put(parsed.output as Row);
  await onPut?.(db, parsed.output as Row, tagUsage);
  if (name === 'story') await decisionsChanged(db, [parsed.output as unknown as StoryRow]);
  return true;
}

/** How a tag is used. */
interface TagUse {
  /** The spellings of the tag in articles. Each has a view. */
  names: string[];
  /** Articles in the trash, which are not in tag views, with their spellings of the tag. */
  inTrash: { id: string; name: string }[];
}

/**
 * A cache of how tags are used in articles, in any spelling. It loads all tags at once, because each lookup requires the
 * normalised names of all of them. Valid for one transaction, until an article is written.
 */
export class TagUsage {
  #usages: Map<string, TagUse> | null = null;

  /** Clears the cache. Must be called after an article was written, because its tags may have changed. */
  invalidate(): void {
    this.#usages = null;
  }

  async #load(db: LibraryDb): Promise<Map<string, TagUse>> {
    const usages = new Map<string, TagUse>();
    const usageOf = (name: string): TagUse => {
      const key = tagKey(name);
      const usage = usages.get(key) ?? { names: [], inTrash: [] };
      usages.set(key, usage);
      return usage;
    };
    for (const view of await db.counts.where('view').startsWith('tag:').primaryKeys()) {
      const name = view.slice('tag:'.length);
      usageOf(name).names.push(name);
    }
    for (const { id, tags } of await queryView(db, 'trash').toArray())
      for (const name of tags) usageOf(name).inTrash.push({ id, name });
    return usages;
  }

  async #usageOf(db: LibraryDb, key: string): Promise<TagUse> {
    this.#usages ??= await this.#load(db);
    return this.#usages.get(key) ?? { names: [], inTrash: [] };
  }

  /**
   * Whether any article has the tag, in any spelling. Must run inside a transaction that includes `articles` and
   * `counts`.
   */
  async isUsed(db: LibraryDb, key: string): Promise<boolean> {
    const { names, inTrash } = await this.#usageOf(db, key);
    if (inTrash.length > 0) return true;
    for (const name of names)
      if ((await queryView(db, `tag:${name}`).limit(1).primaryKeys()).length > 0) return true;
    return false;
  }

  /**
   * Finds the articles that have a tag in another spelling. Must run inside a transaction that includes `articles` and
   * `counts`.
   *
   * @returns the articles' ids
   */
  async findArticlesWithOtherSpelling(db: LibraryDb, key: string, name: string): Promise<string[]> {
    const { names, inTrash } = await this.#usageOf(db, key);
    const ids = new Set(inTrash.filter((article) => article.name !== name).map(({ id }) => id));
    for (const other of names)
      if (other !== name) for (const id of await queryView(db, `tag:${other}`).primaryKeys()) ids.add(id);
    return [...ids];
  }
}
