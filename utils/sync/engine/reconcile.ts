/**
 * The one step that everything else is made of: what is here, what was known, and what comes are made one, in the
 * library and in what is known, in one transaction. So nothing that the user does meanwhile is lost or taken for
 * somebody else's, and whoever is killed begins again.
 */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { Kind } from '../format/segment-file.ts';
import { isBroughtBack, sayAgain } from '../merge/brought-back.ts';
import type { Field, Json } from '../merge/field.ts';
import { isNote, noteVersions } from '../merge/notes.ts';
import {
  isAlive,
  isSameValue,
  lastStamp,
  mergeRecords,
  NOTHING,
  type SyncRecord,
  strip,
  strippedElsewhere,
  strippedFrom,
  takeIn,
  valuesOf,
  withoutFarFuture,
  writtenAt,
} from '../merge/record.ts';
import { type Shown, shownAs, stillShown, unmask } from '../merge/shown-values.ts';
import { timeOf } from '../merge/stamp.ts';
import { isArticleField, leftPictures, staysInArticle } from './article-fields.ts';
import type { Engine } from './engine-types.ts';
import { findLocal, keyOfLocal, localFor, readHere, type Task } from './local-rows.ts';
import { timesOf } from './old-times.ts';
import { mustLeave, noteLeaving } from './segment-contents.ts';
import { isShelfField, isShelfKind } from './shelf-kinds.ts';
import { isRenamedBySweep, isSwept, isTagInUse } from './swept-rows.ts';
import { keepLate, readState, writeState } from './sync-state.ts';
import { TagHolders } from './tag-holders.ts';
import { type Written, writeHere } from './write-here.ts';

/** What is in the trash and was written into after that, on another device, comes out of it. */
function liftDeletion(record: SyncRecord, stamp: (seen: string | null) => string): SyncRecord {
  const deleted = record.fields.deletedAt;
  const written = writtenAt(record);
  if (deleted === undefined || deleted[1] === null || written === null || written <= deleted[0])
    return record;
  return mergeRecords(record, { fields: { deletedAt: [stamp(lastStamp(record)), null] }, gone: null });
}

const NOT_COMPARED = /^(?:link|identity|missing|picture:.*)$/s;

/** Is what there should be another than what is here? */
function differs(wanted: ReadonlyMap<string, Json>, here: ReadonlyMap<string, Json>): boolean {
  const names = new Set([...wanted.keys(), ...here.keys()]);
  return [...names].some((name) => {
    if (NOT_COMPARED.test(name) && !(name === 'link' && !wanted.has('text'))) return false;
    return !isSameValue(wanted.get(name), here.get(name));
  });
}

/** What is here of something, under its row's key. */
interface Here {
  own: string;
  values: ReadonlyMap<string, Json>;
}

/** Names of fields that the place does not have yet: those from before that still hold, and what was made here now. */
export function freshOf(
  row: SyncRecordRow | undefined,
  known: SyncRecord,
  coming: SyncRecord,
  end: SyncRecord,
): string[] {
  const old = new Set(row?.fresh ?? []);
  const isFresh = (
    name: string,
    now: string | undefined,
    was: string | undefined,
    theirs: string | undefined,
  ) => now !== theirs && (now !== was || old.has(name));
  const names = Object.keys(end.fields).filter((name) =>
    isFresh(name, end.fields[name]?.[0], known.fields[name]?.[0], coming.fields[name]?.[0]),
  );
  const isGoneFresh = end.gone !== null && isFresh('', end.gone, known.gone ?? '', coming.gone ?? '');
  return isGoneFresh ? [...names, ''] : names;
}

/** Files that a record refers to. */
export function filesOf({ fields }: Pick<SyncRecord, 'fields'>): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) => {
    if (typeof value !== 'object' || value === null) return [];
    const { body, file } = value as { body?: unknown; file?: unknown };
    const of = name === 'text' ? body : name.startsWith('picture:') ? file : null;
    return typeof of === 'string' ? [of] : [];
  });
}

/** Whether a field stays although it is not here. */
function staysIn(kind: Kind, here: ReadonlyMap<string, Json>, lacksText: boolean): (name: string) => boolean {
  if (kind !== 'article')
    return (name) => name === 'identity' || (isShelfKind(kind) && !isShelfField(kind, name));
  const isLeft = lacksText ? () => false : leftPictures(here);
  return (name) => (staysInArticle(name) && !isLeft(name)) || !isArticleField(name);
}

/**
 * What is here of a library that has just begun or joined: nobody took anything out of it that others know of, and it
 * is as old as its rows say.
 */
async function takeInOld(
  { db, clock }: Engine,
  known: SyncRecord,
  here: Here,
  task: Task,
): Promise<SyncRecord> {
  const times = await timesOf(db, task.kind, here.own);
  const versions = noteVersions(known.fields);
  // Whoever wrote a note later, and knew one as late as the one here, has seen that.
  const isSeen = (name: string): boolean =>
    (versions.get(name) ?? []).some(([, , seen = {}]) =>
      Object.values(seen).some((stamp) => timeOf(stamp) >= times(name)),
    );
  const values = new Map([...here.values].filter(([name]) => !isNote(name) || !isSeen(name)));
  return takeIn(
    known,
    values,
    (_, name) => clock.at(times(name)),
    () => true,
  );
}

/** What was here is here no more. */
async function takeInGone(
  { db, clock }: Engine,
  known: SyncRecord,
  kind: Kind,
  own: string,
): Promise<SyncRecord> {
  const isBySweep = await isSwept(db, kind, own);
  return takeIn(known, null, (seen) =>
    isBySweep && seen !== null ? clock.justAfter(seen) : clock.next(seen),
  );
}

/**
 * Inside a transaction that holds all tables.
 *
 * @param isNew the library has just begun or joined, and not all of it was looked at yet
 * @param holders of the transaction
 * @returns what came and is not kept, as the thing is deleted
 */
async function reconcileOne(
  engine: Engine,
  task: Task,
  isNew: boolean,
  holders: TagHolders,
): Promise<SyncRecord | null> {
  const { db, clock } = engine;
  const row = await db.syncRecords.get(task.key);
  const known = row ? withoutFarFuture({ fields: row.fields, gone: row.gone }, engine.now()) : NOTHING;
  const stamp = (seen: string | null): string => clock.next(seen);
  const local = await localFor(engine, task, row, known);
  const found = await readHere(engine, task, local, known);
  const here = found && unmask(found, known, row?.shown);
  // Its text at the place could not be read yet: that there is none here is no change of it.
  if (row?.lacksText) here?.delete('link');
  let mine = known;
  const isFirst = isNew && !row?.local;
  const mayVanish = here === null ? Boolean(row?.local) : (task.coming?.gone ?? null) !== null;
  const isUsed =
    task.kind === 'tag' && mayVanish && (await isTagInUse(db, keyOfLocal(local), known, holders));
  if (here !== null && isFirst)
    mine = await takeInOld(engine, known, { own: keyOfLocal(local), values: here }, task);
  else if (here !== null) {
    const own = keyOfLocal(local);
    const isBySweep = task.kind === 'person' && (await isRenamedBySweep(db, own, known, here.get('name')));
    const stampOf = (seen: string | null, name: string): string =>
      isBySweep && name === 'name' && seen !== null ? clock.justAfter(seen) : clock.next(seen);
    mine = takeIn(known, here, stampOf, staysIn(task.kind, here, row?.lacksText === 1));
  } else if (row?.local && !isUsed) mine = await takeInGone(engine, known, task.kind, keyOfLocal(row.local));
  if (task.coming === null && mine === known && !(isUsed && here === null)) return null;
  const coming = withoutFarFuture(task.coming ?? NOTHING, engine.now());
  const merged = liftDeletion(mergeRecords(mine, coming), stamp);
  const isBack = isBroughtBack(merged, known, { isFirst, isUsed });
  const whole = isBack && here !== null ? sayAgain(merged, here, stamp) : merged;
  const end = strip(whole);
  const wanted = isAlive(end) ? valuesOf(end) : null;
  let written: Written = { local: here === null ? '' : local, lacksText: row?.lacksText === 1 };
  const mustWrite =
    wanted === null ? here !== null : here === null || differs(wanted, here) || row?.lacksText === 1;
  if (mustWrite)
    written = await writeHere(
      engine,
      task,
      here === null ? '' : local,
      end,
      row?.lacksText ? found : here,
      holders,
    );
  const shown = mustWrite ? await readShown(engine, task, written, end) : stillShown(row?.shown, known, end);
  const again = [
    ...(await fieldsAskedFor(db, known, coming, end, written)),
    ...(isBack && here !== null ? strippedElsewhere(end) : []),
  ];
  const fresh = [...new Set([...freshOf(row, known, coming, end), ...again])];
  const stillHeld = (row?.held ?? []).filter(
    (name) => known.fields[name]?.[0] === end.fields[name]?.[0] && !fresh.includes(name),
  );
  const isWanting =
    task.kind === 'article' &&
    wanted !== null &&
    (written.lacksText || (await lacksPictures(db, written.local, wanted)));
  await db.syncRecords.put({
    key: task.key,
    kind: task.kind,
    local: written.local,
    fields: { ...end.fields },
    gone: end.gone,
    fresh,
    ...(Object.keys(shown).length > 0 && { shown }),
    ...(fresh.length > 0 && { dirty: 1 as const }),
    ...(stillHeld.length > 0 && { held: stillHeld }),
    ...(written.lacksText && { lacksText: 1 as const }),
    ...(isWanting && row?.lackedAt !== undefined && { lackedAt: row.lackedAt }),
    ...(isWanting && { wants: 1 as const }),
  });
  const leaving = mustLeave(known, end);
  if (leaving !== null) await noteLeaving(engine, task, leaving);
  const left = new Set(filesOf(end));
  const dropped = filesOf(known).filter((name) => !left.has(name));
  if (dropped.length > 0) await db.syncGarbage.bulkPut(dropped.map((name) => ({ name, number: 0 })));
  return task.coming === null ? null : strippedFrom(whole, end);
}

/** Somebody does not find files at the place: the names of fields whose files are here, and are put there again. */
async function fieldsAskedFor(
  db: LibraryDb,
  known: SyncRecord,
  coming: SyncRecord,
  end: SyncRecord,
  { local, lacksText }: Written,
): Promise<string[]> {
  const [askedAt, asked] = coming.fields.missing ?? [];
  if (askedAt === undefined || askedAt === known.fields.missing?.[0] || !Array.isArray(asked)) return [];
  if (local === '') return [];
  const files = new Set(asked.slice(0, MAX_ASKED));
  const images = await db.images
    .where('[articleId+url]')
    .between(...imageRange(local))
    .toArray();
  const here = new Set(images.filter(({ blob }) => blob !== null).map(({ url }) => `picture:${url}`));
  return Object.keys(end.fields).filter((name) => {
    if (name === 'text' ? lacksText : !here.has(name)) return false;
    return filesOf({ fields: { [name]: end.fields[name] as Field } }).some((file) => files.has(file));
  });
}

/** Files that one device asks another for; more are no question of ours. */
const MAX_ASKED = 1000;

const imageRange = (local: string): [[string], [string, []]] => [
  [keyOfLocal(local)],
  [keyOfLocal(local), []],
];

/** What is here now in the place of what was to be written. */
async function readShown(engine: Engine, task: Task, written: Written, end: SyncRecord): Promise<Shown> {
  if (written.local === '' || !isAlive(end)) return {};
  const { key, kind, local } = task;
  const back = await readHere(engine, { key, kind, local, coming: null }, written.local, end);
  return back === null ? {} : shownAs(valuesOf(end), back);
}

/** Are there pictures at the place that are not here? */
async function lacksPictures(
  db: LibraryDb,
  local: string,
  wanted: ReadonlyMap<string, Json>,
): Promise<boolean> {
  if (local === '' || ![...wanted.keys()].some((name) => name.startsWith('picture:'))) return false;
  const images = await db.images
    .where('[articleId+url]')
    .between(...imageRange(local))
    .toArray();
  return images.some(({ url, state }) => state !== 'saved' && wanted.has(`picture:${url}`));
}

/**
 * What came before the article that it is of is written now that that is here.
 *
 * @throws the database's errors
 */
export async function reconcileWaiting(engine: Engine): Promise<void> {
  const { db } = engine;
  const waiting = await db.syncRecords
    .where('local')
    .equals('')
    .filter(({ kind, fields, gone }) => kind === 'alias' && isAlive({ fields, gone }))
    .toArray();
  for (const row of waiting) {
    const { key } = row;
    if ((await findLocal(db, 'alias', row)) !== '')
      await reconcile(engine, [{ key, kind: 'alias', local: null, coming: NOTHING }]);
  }
}

/**
 * Makes some things one, in one transaction.
 *
 * @throws the database's errors; nothing has changed then
 */
export async function reconcile(engine: Engine, tasks: readonly Task[]): Promise<void> {
  const { db, clock } = engine;
  if (tasks.length === 0) return;
  for (const { coming } of tasks) for (const [stamp] of Object.values(coming?.fields ?? {})) clock.see(stamp);
  await db.transaction('rw', db.tables, async () => {
    const isNew = (await readState(db, 'walk'))?.first !== undefined;
    const holders = new TagHolders();
    for (const task of tasks) {
      const late = await reconcileOne(engine, task, isNew, holders);
      if (late !== null) await keepLate(db, { key: task.key, kind: task.kind, record: late });
    }
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}
