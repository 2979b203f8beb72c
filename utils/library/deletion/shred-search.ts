/**
 * Erases the words of deleted articles from the search index, which otherwise keeps them until its segments are merged.
 */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { mergeSegments } from '../search/merge-segments.ts';
import { searchTables } from '../search/search-index.ts';

/**
 * Rewrites every segment of the index that contains a deleted document. May be interrupted, and repeats if another
 * window merges segments meanwhile.
 */
export async function shredSearch(db: LibraryDb = library): Promise<void> {
  let last: number | null = null;
  for (;;) {
    const found = await findHolder(db, last);
    if (found === null) return;
    last = found.id;
    await rewrite(db, found.id, found.dead);
  }
}

/** The next segment with deleted documents, after the given number. Keeps only numbers in memory, not segments. */
async function findHolder(
  db: LibraryDb,
  after: number | null,
): Promise<{ id: number; dead: Set<number> } | null> {
  const dead = new Set(await db.deadDocs.toCollection().primaryKeys());
  if (dead.size === 0) return null;
  for (const id of await db.segments.toCollection().primaryKeys()) {
    if (after !== null && id <= after) continue;
    const segment = await db.segments.get(id);
    if (segment?.docs.some((doc) => dead.has(doc))) return { id, dead };
  }
  return null;
}

async function rewrite(db: LibraryDb, id: number, dead: ReadonlySet<number>): Promise<void> {
  const segment = await db.segments.get(id);
  if (segment === undefined) return;
  // Outside of a transaction, because a large segment takes a while.
  const left = mergeSegments([segment], segment.level, (doc) => dead.has(doc));
  await db.transaction('rw', searchTables(db), async () => {
    if ((await db.segments.where('id').equals(id).count()) === 0) return;
    await db.segments.delete(id);
    if (left.docs.length > 0) await db.segments.add(left);
    await db.deadDocs.bulkDelete([...segment.docs].filter((doc) => dead.has(doc)));
  });
}
