/** Stores the user's decisions about people, with undo: merging, renaming, splitting and removing. */
import { cleanLine } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { AliasRow, PersonRow } from '../user-types.ts';

/** All former decisions; there are never many. */
export interface PeopleUndo {
  people: PersonRow[];
  aliases: AliasRow[];
}

function withUndo(db: LibraryDb, work: () => Promise<void>): Promise<PeopleUndo> {
  return db.transaction('rw', db.people, db.aliases, db.speakers, async () => {
    const before = { people: await db.people.toArray(), aliases: await db.aliases.toArray() };
    await work();
    return before;
  });
}

/** Returns the user's row for a person; creates it if it is missing. */
async function ensurePerson(db: LibraryDb, id: string, now: number): Promise<PersonRow> {
  const existing = await db.people.get(id);
  if (existing !== undefined) return existing;
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

/**
 * Merges people into the first one, whose name is kept.
 *
 * @param ids ids as in `Person`
 * @returns the data for `undoPeopleDecision`
 */
export function mergePeople(ids: readonly string[], db: LibraryDb = library): Promise<PeopleUndo> {
  return withUndo(db, async () => {
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

export function renamePerson(id: string, name: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return withUndo(db, async () => {
    const now = Date.now();
    const person = await ensurePerson(db, id, now);
    await db.people.put({ ...person, name: cleanLine(name, LINE_LIMITS.speaker), updatedAt: now });
  });
}

/**
 * Permanently removes a person from People, under all their names, because the user says that it is not a person. Their
 * quotes stay unchanged.
 */
export function markNotPerson(id: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return withUndo(db, async () => {
    const now = Date.now();
    const person = await ensurePerson(db, id, now);
    await db.people.put({ ...person, notPerson: true, updatedAt: now });
  });
}

/** Adds a removed person to People again. */
export function markPerson(id: string, db: LibraryDb = library): Promise<PeopleUndo> {
  return withUndo(db, async () => {
    const person = await db.people.get(id);
    if (person === undefined) return;
    const { notPerson: _, ...rest } = person;
    await db.people.put({ ...rest, updatedAt: Date.now() });
  });
}

/**
 * Separates a name from a person, in all articles or in one.
 *
 * @param speakerKey the normalised name
 * @param articleId the only article to which this applies; null for all
 */
export function splitPerson(
  speakerKey: string,
  articleId: string | null = null,
  db: LibraryDb = library,
): Promise<PeopleUndo> {
  return withUndo(db, async () => {
    if (articleId === null) {
      const alias = await db.aliases.get([speakerKey, '']);
      await db.aliases.delete([speakerKey, '']);
      if (alias === undefined) return;
      const remaining = await db.aliases.where('personId').equals(alias.personId).count();
      if (remaining === 0) await db.people.delete(alias.personId);
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

/** Restores the decisions as they were before a change. */
export async function undoPeopleDecision(undo: PeopleUndo, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.people, db.aliases, async () => {
    await db.people.clear();
    await db.aliases.clear();
    await db.people.bulkPut(undo.people);
    await db.aliases.bulkPut(undo.aliases);
  });
}
