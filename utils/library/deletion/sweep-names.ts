/** Removes names of people and tags that no article uses any more. */
import Dexie from 'dexie';
import { inView } from '../articles/article-parts.ts';
import { dropSiteIcons } from '../articles/site-icons.ts';
import { library } from '../db.ts';
import { headOf, tagKey } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { foldName } from '../search/fold-text.ts';
import type { AliasRow } from '../user-types.ts';

/** The names in the keys of all views with a prefix. */
async function namesOfViews(db: LibraryDb, prefix: string): Promise<Set<string>> {
  const views = await db.counts.where('view').startsWith(prefix).primaryKeys();
  return new Set(views.map((view) => view.slice(prefix.length)));
}

/** Whether the name is quoted in any article, including those in the trash. */
async function isQuoted(db: LibraryDb, key: string): Promise<boolean> {
  const range = db.quoteSets.where('said').between([key, Dexie.minKey], [key, Dexie.maxKey]);
  return (await range.limit(1).primaryKeys()).length > 0;
}

/**
 * Removes people whom no article quotes, with the user's decisions about their names, except for decisions that a name
 * is no person's. Also removes people without any name, which happens when a name belonged to somebody only in an
 * article that is gone.
 */
async function sweepPeople(db: LibraryDb): Promise<void> {
  const { speakers, people, aliases, counts, quoteSets } = db;
  await db.transaction('rw', speakers, people, aliases, counts, quoteSets, async () => {
    const voices = await namesOfViews(db, 'voice:');
    const gone: string[] = [];
    for (const key of await speakers.toCollection().primaryKeys()) {
      if (!voices.has(key) && !(await isQuoted(db, key))) gone.push(key);
    }
    await speakers.bulkDelete(gone);
    const isGone = new Set(gone);
    // Names that the user has removed from People stay removed, even if articles are deleted and saved again.
    const everybody = await people.toArray();
    const nobodies = new Set(everybody.flatMap(({ id, notPerson }) => (notPerson ? [id] : [])));
    const isGoing = ({ articleId, speakerKey, personId }: AliasRow): boolean =>
      articleId === '' && isGone.has(speakerKey) && !nobodies.has(personId);
    const all = await aliases.toArray();
    const going = all.filter(isGoing);
    const staying = new Map(
      all.filter((row) => !isGoing(row)).map(({ personId, speakerKey }) => [personId, speakerKey]),
    );
    await aliases.bulkDelete(going.map(({ speakerKey, articleId }) => [speakerKey, articleId]));
    await people.bulkDelete(everybody.map(({ id }) => id).filter((id) => !staying.has(id)));
    await renamePeople(db, isGone, staying);
  });
}

/** People who are shown under an unused name get one that is still in use. */
async function renamePeople(
  db: LibraryDb,
  isGone: ReadonlySet<string>,
  staying: ReadonlyMap<string, string>,
): Promise<void> {
  for (const person of await db.people.bulkGet([...staying.keys()])) {
    if (person === undefined || person.notPerson || !isGone.has(foldName(person.name))) continue;
    const key = staying.get(person.id) ?? '';
    const name = (await db.speakers.get(key))?.name ?? key;
    await db.people.put({ ...person, name, updatedAt: Date.now() });
  }
}

/** Removes unused tags, with the names merged into them. No screen shows them, so the user could not remove them. */
async function sweepTags(db: LibraryDb): Promise<void> {
  const { tags, counts, articles } = db;
  await db.transaction('rw', tags, counts, articles, async () => {
    const used = await namesOfViews(db, 'tag:');
    for (const article of await inView(db, 'trash').toArray()) for (const tag of article.tags) used.add(tag);
    const keys = new Set([...used].map(tagKey));
    const rows = await tags.toArray();
    // Articles in the trash have their tags' former names.
    for (const row of rows)
      if (keys.has(row.key) && row.aliasOf !== null) keys.add((await headOf(db, row)).key);
    const gone: string[] = [];
    // A name may be merged through several steps.
    for (const row of rows) {
      const head = await headOf(db, row);
      if (![row.key, head.key, head.aliasOf ?? head.key].some((key) => keys.has(key))) gone.push(row.key);
    }
    await tags.bulkDelete(gone);
  });
}

/** Removes all unused names that deletions left behind. */
export async function sweepNames(db: LibraryDb = library): Promise<void> {
  await sweepPeople(db);
  await sweepTags(db);
  await dropSiteIcons(db);
}
