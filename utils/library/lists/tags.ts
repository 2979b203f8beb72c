/** Tags: one row each, found by folded name, so that a tag is one tag however it is typed. */
import { cleanLine } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { foldText } from '../search/fold-text.ts';
import type { TagRow } from '../user-types.ts';
import type { TagCount } from '../view-types.ts';

/** A tag's key; `''` for a name that says nothing. */
export function tagKey(name: string): string {
  return foldText(name.trim()).replace(/\s+/g, ' ');
}

/** A tag's name, fit to be stored and shown; `''` where nothing is left of it. */
export const cleanTag = (name: string): string => cleanLine(name, LINE_LIMITS.tag);

/**
 * The tags behind names as typed: known ones in their own spelling, merged ones as what they were merged into, new
 * ones created. Inside the caller's transaction, which holds `tags`.
 *
 * @returns distinct names, as articles hold them
 */
export async function fileTags(db: LibraryDb, typed: readonly string[], now: number): Promise<string[]> {
  const nameOf = await fileTagNames(db, typed, now);
  return [...new Set(typed.flatMap(nameOf))];
}

/**
 * The same for the tags of many articles at once.
 *
 * @returns gives the tag behind a name as typed; none for a name that says nothing
 */
export async function fileTagNames(
  db: LibraryDb,
  typed: readonly string[],
  now: number,
): Promise<(typed: string) => string[]> {
  const wanted = new Map(typed.map(cleanTag).map((name) => [tagKey(name), name]));
  wanted.delete('');
  const names = new Map<string, string>();
  const keys = [...wanted.keys()];
  const rows = keys.length === 0 ? [] : await db.tags.bulkGet(keys);
  const fresh: TagRow[] = [];
  for (const [i, key] of keys.entries()) {
    const known = rows[i];
    const row = known ?? { key, name: wanted.get(key) ?? key, createdAt: now, aliasOf: null };
    if (known === undefined) fresh.push(row);
    // Awaiting what asks nothing of the database, many times on end, loses Dexie's transaction.
    names.set(key, row.aliasOf === null ? row.name : (await headOf(db, row)).name);
  }
  if (fresh.length > 0) await db.tags.bulkPut(fresh);
  return (name) => {
    const found = names.get(tagKey(cleanTag(name)));
    return found === undefined ? [] : [found];
  };
}

/**
 * The tag that a merged one was merged into, however many steps that takes: tags that were merged on several devices at
 * once may be a chain. Where they make a ring, the first of its keys stands for all, so that it is the same on every
 * device. Inside the caller's transaction, which holds `tags`.
 */
export async function headOf(db: LibraryDb, row: TagRow): Promise<TagRow> {
  const path = [row];
  for (let current = row; current.aliasOf !== null; ) {
    const { aliasOf } = current;
    const met = path.findIndex(({ key }) => key === aliasOf);
    if (met >= 0) return path.slice(met).reduce((a, b) => (a.key < b.key ? a : b));
    const next = await db.tags.get(aliasOf);
    if (next === undefined) return current;
    path.push(next);
    current = next;
  }
  return path.at(-1) ?? row;
}

/** All tags in use, in alphabetical order. */
export async function allTags(db: LibraryDb = library): Promise<TagCount[]> {
  const rows = await db.counts.where('view').startsWith('tag:').toArray();
  return rows
    .map(({ view, count }) => ({ tag: view.slice('tag:'.length), count }))
    .sort((a, b) => a.tag.localeCompare(b.tag));
}
