/**
 * Erases the traces of permanently deleted articles from the database: names of people and tags that no article uses
 * any more, and words in the search index, which would otherwise stay until its segments are merged.
 */
import Dexie from 'dexie';
import { queryView } from '../articles/article-parts.ts';
import { deleteUnusedSiteIcons } from '../articles/site-icons.ts';
import { library } from '../db.ts';
import { resolveAlias, tagKey } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseName } from '../search/fold-text.ts';
import { mergeSegments } from '../search/merge-segments.ts';
import { searchTables } from '../search/search-index.ts';
import type { AliasRow } from '../user-types.ts';
import { readPendingPurge } from './pending-purge.ts';

/**
 * Erases traces from the database if a purge is pending. The purge stays recorded, because the change log may still
 * contain the deleted data.
 *
 * @returns the id of the purge; null if none is pending
 */
export async function cleanDatabase(db: LibraryDb = library): Promise<string | null> {
  // Read first, so that deletions during the cleanup are treated as a new purge.
  const purge = await readPendingPurge(db);
  if (purge === null) return null;
  await removeUnusedNames(db);
  await eraseFromSearch(db);
  return purge;
}

/** Returns the names in the keys of all views with a prefix. */
async function readNamesOfViews(db: LibraryDb, prefix: string): Promise<Set<string>> {
  const views = await db.counts.where('view').startsWith(prefix).primaryKeys();
  return new Set(views.map((view) => view.slice(prefix.length)));
}

/** Whether the name is quoted in any article, including those in the trash. */
async function isQuoted(db: LibraryDb, key: string): Promise<boolean> {
  const range = db.quoteSets.where('said').between([key, Dexie.minKey], [key, Dexie.maxKey]);
  return (await range.limit(1).primaryKeys()).length > 0;
}

/**
 * Removes people whom no article quotes, and the user's decisions about their names. Decisions that a name is not a
 * person's are kept. Also removes people who have no name left, because it was theirs only in an article that was
 * deleted.
 */
async function removeUnusedPeople(db: LibraryDb): Promise<void> {
  const { speakers, people, aliases, counts, quoteSets } = db;
  await db.transaction('rw', speakers, people, aliases, counts, quoteSets, async () => {
    const namesInUse = await readNamesOfViews(db, 'voice:');
    const unusedKeys: string[] = [];
    for (const key of await speakers.toCollection().primaryKeys()) {
      if (!namesInUse.has(key) && !(await isQuoted(db, key))) unusedKeys.push(key);
    }
    await speakers.bulkDelete(unusedKeys);
    const isUnused = new Set(unusedKeys);
    // Names that the user has removed from People stay removed, even if their articles are deleted and saved again.
    const allPeople = await people.toArray();
    const excludedIds = new Set(allPeople.flatMap(({ id, notPerson }) => (notPerson ? [id] : [])));
    const isUnusedAlias = ({ articleId, speakerKey, personId }: AliasRow): boolean =>
      articleId === '' && isUnused.has(speakerKey) && !excludedIds.has(personId);
    const allAliases = await aliases.toArray();
    const unusedAliases = allAliases.filter(isUnusedAlias);
    const remainingKeys = new Map(
      allAliases
        .filter((row) => !isUnusedAlias(row))
        .map(({ personId, speakerKey }) => [personId, speakerKey]),
    );
    await aliases.bulkDelete(unusedAliases.map(({ speakerKey, articleId }) => [speakerKey, articleId]));
    await people.bulkDelete(allPeople.map(({ id }) => id).filter((id) => !remainingKeys.has(id)));
    await renameToUsedNames(db, isUnused, remainingKeys);
  });
}

/** Gives people who are shown under an unused name a name that is still in use. */
async function renameToUsedNames(
  db: LibraryDb,
  isUnused: ReadonlySet<string>,
  remainingKeys: ReadonlyMap<string, string>,
): Promise<void> {
  for (const person of await db.people.bulkGet([...remainingKeys.keys()])) {
    if (person === undefined || person.notPerson || !isUnused.has(normaliseName(person.name))) continue;
    const key = remainingKeys.get(person.id) ?? '';
    const name = (await db.speakers.get(key))?.name ?? key;
    await db.people.put({ ...person, name, updatedAt: Date.now() });
  }
}

/**
 * Removes unused tags and the former names that were merged into them. No screen shows them, so the user could not
 * remove them.
 */
async function removeUnusedTags(db: LibraryDb): Promise<void> {
  const { tags, counts, articles } = db;
  await db.transaction('rw', tags, counts, articles, async () => {
    const tagsInUse = await readNamesOfViews(db, 'tag:');
    for (const article of await queryView(db, 'trash').toArray())
      for (const tag of article.tags) tagsInUse.add(tag);
    const keys = new Set([...tagsInUse].map(tagKey));
    const rows = await tags.toArray();
    // Articles in the trash may have former names of tags.
    for (const row of rows)
      if (keys.has(row.key) && row.aliasOf !== null) keys.add((await resolveAlias(db, row)).key);
    const unusedKeys: string[] = [];
    // A tag may have been merged through several others.
    for (const row of rows) {
      const target = await resolveAlias(db, row);
      if (![row.key, target.key, target.aliasOf ?? target.key].some((key) => keys.has(key)))
        unusedKeys.push(row.key);
    }
    await tags.bulkDelete(unusedKeys);
  });
}

/** Removes all unused names that deletions left behind. */
export async function removeUnusedNames(db: LibraryDb = library): Promise<void> {
  await removeUnusedPeople(db);
  await removeUnusedTags(db);
  await deleteUnusedSiteIcons(db);
}

/** Rewrites every segment of the search index that contains a deleted document. Can be interrupted and repeated. */
export async function eraseFromSearch(db: LibraryDb = library): Promise<void> {
  let lastId: number | null = null;
  for (;;) {
    const found = await findSegmentToRewrite(db, lastId);
    if (found === null) return;
    lastId = found.id;
    await rewriteSegment(db, found.id, found.dead);
  }
}

/**
 * Finds the next segment with deleted documents, after the given id. Returns only numbers, so that the segment is not
 * kept in memory.
 */
async function findSegmentToRewrite(
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

async function rewriteSegment(db: LibraryDb, id: number, dead: ReadonlySet<number>): Promise<void> {
  const segment = await db.segments.get(id);
  if (segment === undefined) return;
  // Outside of a transaction, because a large segment takes a while.
  const remaining = mergeSegments([segment], segment.level, (doc) => dead.has(doc));
  await db.transaction('rw', searchTables(db), async () => {
    if ((await db.segments.where('id').equals(id).count()) === 0) return;
    await db.segments.delete(id);
    if (remaining.docs.length > 0) await db.segments.add(remaining);
    await db.deadDocs.bulkDelete([...segment.docs].filter((doc) => dead.has(doc)));
  });
}
