/** Names that only articles had which are gone: of people, and of tags. */
import Dexie from 'dexie';
import { inView } from '../articles/article-parts.ts';
import { dropSiteIcons } from '../articles/site-icons.ts';
import { library } from '../db.ts';
import { headOf, tagKey } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { foldName } from '../search/fold-text.ts';
import type { AliasRow } from '../user-types.ts';

/** What a view's key says after its first part. */
async function namesOfViews(db: LibraryDb, prefix: string): Promise<Set<string>> {
  const views = await db.counts.where('view').startsWith(prefix).primaryKeys();
  return new Set(views.map((view) => view.slice(prefix.length)));
}

/** Is anybody of this name quoted, also in what was deleted and can be brought back? */
async function isQuoted(db: LibraryDb, key: string): Promise<boolean> {
  const range = db.quoteSets.where('said').between([key, Dexie.minKey], [key, Dexie.maxKey]);
  return (await range.limit(1).primaryKeys()).length > 0;
}

/**
 * People nobody quotes any more, with what the user had decided about their names; but for names of no person. With them
 * whoever no name leads to, as where a name was somebody else's in one article, which is gone: their row has the name.
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
    // What the user took out of People stays out for good, whatever is deleted and saved again.
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

/** Whoever was shown under a name that is gone is shown under one that is still met. */
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

/** Tags on nothing: no screen shows them, so that nobody could remove them. With the names merged into them. */
async function sweepTags(db: LibraryDb): Promise<void> {
  const { tags, counts, articles } = db;
  await db.transaction('rw', tags, counts, articles, async () => {
    const used = await namesOfViews(db, 'tag:');
    for (const article of await inView(db, 'trash').toArray()) for (const tag of article.tags) used.add(tag);
    const keys = new Set([...used].map(tagKey));
    const rows = await tags.toArray();
    // What is in the trash has a tag as it was called then.
    for (const row of rows)
      if (keys.has(row.key) && row.aliasOf !== null) keys.add((await headOf(db, row)).key);
    const gone: string[] = [];
    // A name may stand for another one by several steps.
    for (const row of rows) {
      const head = await headOf(db, row);
      if (![row.key, head.key, head.aliasOf ?? head.key].some((key) => keys.has(key))) gone.push(row.key);
    }
    await tags.bulkDelete(gone);
  });
}

/** Removes every name that is left of what was deleted for good. */
export async function sweepNames(db: LibraryDb = library): Promise<void> {
  await sweepPeople(db);
  await sweepTags(db);
  await dropSiteIcons(db);
}
