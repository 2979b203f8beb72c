/** The user decides who is who: merging, renaming, splitting and removing people. Kept, and each can be taken back. */
import { cleanLine } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { AliasRow, PersonRow } from '../user-types.ts';

/** All decisions as they were: there are never many. */
export interface PeopleUndo {
  people: PersonRow[];
  aliases: AliasRow[];
}

function decide(db: LibraryDb, work: () => Promise<void>): Promise<PeopleUndo> {
  return db.transaction('rw', db.people, db.aliases, db.speakers, async () => {
    const before = { people: await db.people.toArray(), aliases: await db.aliases.toArray() };
    await work();
    return before;
  });
}

/** The user's row for somebody, made where there is none. */
async function ensurePerson(db: LibraryDb, id: string, now: number): Promise<PersonRow> {
  const known = await db.people.get(id);
  if (known !== undefined) return known;
  const speaker = await db.speakers.get(id);
  const person: PersonRow = {
    id: crypto.randomUUID(),
    name: speaker?.name ?? id,
    createdAt: now,
    updatedAt: now,
  };
  await db.people.put(person);
  await db.aliases.put({ speakerKey: id, articleId: '', personId: person.id });
  return person;
}

/** Makes several people one: the first keeps its name. Ids as in `Person`. */
export function mergePeople(ids: readonly string[], db: LibraryDb = library): Promise<PeopleUndo> {
  return decide(db, async () => {
    const [first, ...others] = ids;
    if (first === undefined) return;
    const now = Date.now();
    const target = await ensurePerson(db, first, now);
    for (const id of others) {
      if (id === target.id || id === first) continue;
      if ((await db.people.get(id)) === undefined) {
        await db.aliases.put({ speakerKey: id, articleId: '', personId: target.id });
        continue;
      }
      await db.aliases.where('personId').equals(id).modify({ personId: target.id });
      await db.people.delete(id);
    }
    await db.people.update(target.id, { updatedAt: now });
  });
}

/** Shows somebody under another name. */
export function renamePerson(id: string, name: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return decide(db, async () => {
    const now = Date.now();
    const person = await ensurePerson(db, id, now);
    await db.people.put({ ...person, name: cleanLine(name, LINE_LIMITS.speaker), updatedAt: now });
  });
}

/**
 * Takes somebody out of People for good, under every name of theirs: the user says that this is no person. What is
 * quoted under these names stays as it is.
 */
export function markNotPerson(id: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return decide(db, async () => {
    const now = Date.now();
    const person = await ensurePerson(db, id, now);
    await db.people.put({ ...person, notPerson: true, updatedAt: now });
  });
}

/** Has a name listed among people again. */
export function markPerson(id: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return decide(db, async () => {
    const person = await db.people.get(id);
    if (person === undefined) return;
    const { notPerson: _, ...rest } = person;
    await db.people.put({ ...rest, updatedAt: Date.now() });
  });
}

/**
 * Takes a name away from a person: it is somebody of its own again, everywhere or in one article.
 *
 * @param speakerKey the folded name
 * @param articleId the only article it is meant for; everywhere by default
 */
export function splitPerson(
  speakerKey: string,
  articleId: string | null = null,
  db: LibraryDb = library,
): Promise<PeopleUndo> {
  return decide(db, async () => {
    if (articleId === null) {
      const alias = await db.aliases.get([speakerKey, '']);
      await db.aliases.delete([speakerKey, '']);
      if (alias === undefined) return;
      const left = await db.aliases.where('personId').equals(alias.personId).count();
      if (left === 0) await db.people.delete(alias.personId);
      return;
    }
    const now = Date.now();
    const speaker = await db.speakers.get(speakerKey);
    const person: PersonRow = {
      id: crypto.randomUUID(),
      name: speaker?.name ?? speakerKey,
      createdAt: now,
      updatedAt: now,
    };
    await db.people.put(person);
    await db.aliases.put({ speakerKey, articleId, personId: person.id });
  });
}

/** Takes a decision back. */
export async function undoPeopleDecision(undo: PeopleUndo, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.people, db.aliases, async () => {
    await db.people.clear();
    await db.aliases.clear();
    await db.people.bulkPut(undo.people);
    await db.aliases.bulkPut(undo.aliases);
  });
}
