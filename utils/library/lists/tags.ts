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
  const wanted = new Map(typed.map(cleanTag).map((name) => [tagKey(name), name]));
  wanted.delete('');
  if (wanted.size === 0) return [];
  const keys = [...wanted.keys()];
  const rows = await db.tags.bulkGet(keys);
  const names: string[] = [];
  const fresh: TagRow[] = [];
  for (const [i, key] of keys.entries()) {
    const row = rows[i] ?? { key, name: wanted.get(key) ?? key, createdAt: now, aliasOf: null };
    if (rows[i] === undefined) fresh.push(row);
    names.push((await followAlias(db, row)).name);
  }
  if (fresh.length > 0) await db.tags.bulkPut(fresh);
  return [...new Set(names)];
}

async function followAlias(db: LibraryDb, row: TagRow): Promise<TagRow> {
  let current = row;
  // Merging makes chains flat; more steps than this would be a ring.
  for (let steps = 0; steps < 4 && current.aliasOf !== null; steps += 1) {
    const next = await db.tags.get(current.aliasOf);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

/** All tags in use, in alphabetical order. */
export async function allTags(db: LibraryDb = library): Promise<TagCount[]> {
  const rows = await db.counts.where('view').startsWith('tag:').toArray();
  return rows
    .map(({ view, count }) => ({ tag: view.slice('tag:'.length), count }))
    .sort((a, b) => a.tag.localeCompare(b.tag));
}
