/** Tags: one row each, found by normalised name, so that the spelling does not matter. */
import { cleanLine } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseText } from '../search/fold-text.ts';
import type { TagRow } from '../user-types.ts';
import type { TagCount } from '../view-types.ts';

/** A tag's key; `''` for a name without letters or digits. */
export function tagKey(name: string): string {
  return normaliseText(name.trim()).replace(/\s+/g, ' ');
}

/** A tag's name, cleaned for storage and display; `''` if nothing is left. */
export const cleanTag = (name: string): string => cleanLine(name, LINE_LIMITS.tag);

/**
 * The tags for typed names: existing ones in their own spelling, merged ones replaced by their target, new ones
 * created. Must run inside the caller's transaction, which includes `tags`.
 *
 * @returns distinct names, as stored in articles
 */
export async function findOrCreateTags(
  db: LibraryDb,
  typed: readonly string[],
  now: number,
): Promise<string[]> {
  const nameOf = await resolveTagNames(db, typed, now);
  return [...new Set(typed.flatMap(nameOf))];
}

/**
 * The same for the tags of many articles at once.
 *
 * @returns a function that maps a typed name to its tag: an array of one name, or of none for a name without letters or
 *   digits
 */
export async function resolveTagNames(
  db: LibraryDb,
  typed: readonly string[],
  now: number,
): Promise<(typed: string) => string[]> {
  const wanted = new Map(typed.map(cleanTag).map((name) => [tagKey(name), name]));
  wanted.delete('');
  const names = new Map<string, string>();
  const keys = [...wanted.keys()];
  const rows = keys.length === 0 ? [] : await db.tags.bulkGet(keys);
  const created: TagRow[] = [];
  for (const [i, key] of keys.entries()) {
    const known = rows[i];
    const row = known ?? { key, name: wanted.get(key) ?? key, createdAt: now, aliasOf: null };
    if (known === undefined) created.push(row);
    // Awaiting promises that are not the database's, many times in a row, loses Dexie's transaction.
    names.set(key, row.aliasOf === null ? row.name : (await resolveAlias(db, row)).name);
  }
  if (created.length > 0) await db.tags.bulkPut(created);
  return (name) => {
    const found = names.get(tagKey(cleanTag(name)));
    return found === undefined ? [] : [found];
  };
}

/**
 * Resolves a merged tag to its target, through any number of steps: tags that were merged on several devices at once
 * may form a chain. If they form a cycle, the first of its keys is chosen, which is the same on every device. Must run
 * inside the caller's transaction, which includes `tags`.
 */
export async function resolveAlias(db: LibraryDb, row: TagRow): Promise<TagRow> {
  const path = [row];
  for (let current = row; current.aliasOf !== null; ) {
    const { aliasOf } = current;
    const cycleStart = path.findIndex(({ key }) => key === aliasOf);
    if (cycleStart >= 0) return path.slice(cycleStart).reduce((a, b) => (a.key < b.key ? a : b));
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
