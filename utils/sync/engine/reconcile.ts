/**
 * A three-way merge, on which all of sync is built: merges the local state, the last known record and the incoming
 * record, and writes the result to the library and to the sync records in one transaction. So concurrent edits of the
 * user are neither lost nor attributed to other devices, and an interrupted run can simply start again.
 */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { Kind } from '../format/segment-file.ts';
import { isNote, versionsByNote } from '../merge/notes.ts';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  findSubstitutes,
  isAlive,
  isResurrected,
  isSameValue,
  keepSubstitutes,
  lastStamp,
  lastUserEdit,
  mergeRecords,
  pruneDeleted,
  prunedElsewhere,
  prunedFields,
  restampAll,
  type Substitutes,
  type SyncRecord,
  undoSubstitutes,
  valuesOf,
  withoutFutureStamps,
} from '../merge/record.ts';
import { type Field, type Json, timeOf } from '../merge/stamp.ts';
import { isArticleField, persistsInArticle, removedPictures } from './article-fields.ts';
import { isAutomaticDeletion, isAutomaticRename, isTagInUse } from './automatic-cleanup.ts';
import type { Engine } from './engine.ts';
import {
  type Applied,
  applyRecord,
  changeTimesOf,
  findLocalRef,
  keyOfLocalRef,
  readLocal,
  resolveLocalRef,
  type Task,
} from './local-rows.ts';
import { isRowField, isRowKind, rowTime, TagUsage } from './row-kinds.ts';
import { recordErasure, requiredErasure } from './segment-contents.ts';
import { resolveMembers } from './story-fields.ts';
import { keepPendingFields, readState, writeState } from './sync-state.ts';

/** Takes an article out of the trash if the user edited it on another device after it was deleted. */
function restoreFromTrash(record: SyncRecord, stamp: (seen: string | null) => string): SyncRecord {
  const deleted = record.fields.deletedAt;
  const written = lastUserEdit(record);
  if (deleted === undefined || deleted[1] === null || written === null || written <= deleted[0])
    return record;
  return mergeRecords(record, { fields: { deletedAt: [stamp(lastStamp(record)), null] }, gone: null });
}

const NOT_COMPARED = /^(?:link|identity|missing|picture:.*)$/s;

/** Whether the local values differ from the wanted ones. */
function differs(wanted: ReadonlyMap<string, Json>, localValues: ReadonlyMap<string, Json>): boolean {
  const names = new Set([...wanted.keys(), ...localValues.keys()]);
  return [...names].some((name) => {
    if (NOT_COMPARED.test(name) && !(name === 'link' && !wanted.has('text'))) return false;
    return !isSameValue(wanted.get(name), localValues.get(name));
  });
}

/** The local values of a record's row. */
interface LocalState {
  rowKey: string;
  values: ReadonlyMap<string, Json>;
}

/**
 * Names of fields that are not in the remote store yet: earlier ones that are still current, and those changed locally
 * now.
 */
export function unsentFields(
  row: SyncRecordRow | undefined,
  known: SyncRecord,
  incoming: SyncRecord,
  result: SyncRecord,
): string[] {
  const old = new Set(row?.fresh ?? []);
  const isFresh = (
    name: string,
    now: string | undefined,
    was: string | undefined,
    theirs: string | undefined,
  ) => now !== theirs && (now !== was || old.has(name));
  const names = Object.keys(result.fields).filter((name) =>
    isFresh(name, result.fields[name]?.[0], known.fields[name]?.[0], incoming.fields[name]?.[0]),
  );
  const isGoneFresh = result.gone !== null && isFresh('', result.gone, known.gone ?? '', incoming.gone ?? '');
  return isGoneFresh ? [...names, ''] : names;
}

/** Names of the content files that a record refers to. */
export function referencedFiles({ fields }: Pick<SyncRecord, 'fields'>): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) => {
    if (typeof value !== 'object' || value === null) return [];
    const { body, file } = value as { body?: unknown; file?: unknown };
    const of = name === 'text' ? body : name.startsWith('picture:') ? file : null;
    return typeof of === 'string' ? [of] : [];
  });
}

/** Returns a test for fields that stay in the record although the local row lacks them. */
function keepsField(
  kind: Kind,
  localValues: ReadonlyMap<string, Json>,
  lacksText: boolean,
): (name: string) => boolean {
  if (kind !== 'article')
    return (name) => name === 'identity' || (isRowKind(kind) && !isRowField(kind, name));
  const isRemoved = lacksText ? () => false : removedPictures(localValues);
  return (name) => (persistsInArticle(name) && !isRemoved(name)) || !isArticleField(name);
}

/** Merges a library that has just been set up for sync. Nothing counts as removed, and its rows keep their age. */
async function applyFirstState(
  { db, clock }: Engine,
  known: SyncRecord,
  localValues: LocalState,
  task: Task,
): Promise<SyncRecord> {
  const times = await changeTimesOf(db, task.kind, localValues.rowKey);
  const versions = versionsByNote(known.fields);
  // A later version of the note whose author had seen a version as recent as the local one includes the local one.
  const isSeen = (name: string): boolean =>
    (versions.get(name) ?? []).some(([, , seen = {}]) =>
      Object.values(seen).some((stamp) => timeOf(stamp) >= times(name)),
    );
  const values = new Map([...localValues.values].filter(([name]) => !isNote(name) || !isSeen(name)));
  return applyLocalChanges(
    known,
    values,
    (_, name) => clock.at(times(name)),
    () => true,
  );
}

/** Marks the record as deleted because its local row no longer exists. */
async function applyLocalDeletion(
  { db, clock }: Engine,
  known: SyncRecord,
  { kind, changedAt }: Task,
  rowKey: string,
): Promise<SyncRecord> {
  const isAutomatic = await isAutomaticDeletion(db, kind, rowKey);
  return applyLocalChanges(known, null, (seen) =>
    isAutomatic && seen !== null ? clock.justAfter(seen) : clock.next(seen, changedAt),
  );
}

/**
 * Must run inside a transaction that includes all tables.
 *
 * @param progress `isNew`: sync was just set up, and the first scan has not finished; `hasSynced`: the segments of all
 *   other devices have been read once. Before, a later deletion may still be unread, so nothing leaves the trash
 * @param tagUsage of this transaction
 * @returns incoming fields that were discarded because the record is deleted
 */
async function reconcileOne(
  engine: Engine,
  task: Task,
  { isNew, hasSynced }: { isNew: boolean; hasSynced: boolean },
  tagUsage: TagUsage,
): Promise<SyncRecord | null> {
  const { db, clock } = engine;
  const row = await db.syncRecords.get(task.key);
  const known = row
    ? withoutFutureStamps({ fields: row.fields, gone: row.gone }, engine.now())
    : EMPTY_RECORD;
  const stamp = (seen: string | null): string => clock.next(seen);
  const local = await resolveLocalRef(engine, task, row, known);
  const found = await readLocal(engine, task, local, known);
  const localValues = found && undoSubstitutes(found, known, row?.shown);
  // The remote text could not be read yet, so that it is missing locally is not a change by the user.
  if (row?.lacksText) localValues?.delete('link');
  let afterLocal = known;
  const isFirst = isNew && !row?.local;
  const mayVanish = localValues === null ? Boolean(row?.local) : (task.incoming?.gone ?? null) !== null;
  const isUsed =
    task.kind === 'tag' && mayVanish && (await isTagInUse(db, keyOfLocalRef(local), known, tagUsage));
  if (localValues !== null && isFirst)
    afterLocal = await applyFirstState(
      engine,
      known,
      { rowKey: keyOfLocalRef(local), values: localValues },
      task,
    );
  else if (localValues !== null) {
    const rowKey = keyOfLocalRef(local);
    const isAutomatic =
      task.kind === 'person' && (await isAutomaticRename(db, rowKey, known, localValues.get('name')));
    const stampOf = (seen: string | null, name: string): string =>
      isAutomatic && name === 'name' && seen !== null
        ? clock.justAfter(seen)
        : clock.next(seen, task.changedAt);
    afterLocal = applyLocalChanges(
      known,
      localValues,
      stampOf,
      keepsField(task.kind, localValues, row?.lacksText === 1),
    );
  } else if (row?.local && !isUsed)
    afterLocal = await applyLocalDeletion(engine, known, task, keyOfLocalRef(row.local));
  if (task.incoming === null && afterLocal === known && !(isUsed && localValues === null)) return null;
  const incoming = withoutFutureStamps(task.incoming ?? EMPTY_RECORD, engine.now());
  const both = mergeRecords(afterLocal, incoming);
  const merged = hasSynced ? restoreFromTrash(both, stamp) : both;
  const isBack = isResurrected(merged, known, { isFirst, isUsed });
  const whole = isBack && localValues !== null ? restampAll(merged, localValues, stamp) : merged;
  const result = pruneDeleted(whole);
  const wanted = isAlive(result) ? valuesOf(result) : null;
  let written: Applied = { local: localValues === null ? '' : local, lacksText: row?.lacksText === 1 };
  const at = lastStamp(result);
  // The later of two stories has an article that is in both, on all devices.
  const isOtherTime =
    task.kind === 'story' && at !== null && (await rowTime(db, 'story', keyOfLocalRef(local))) !== timeOf(at);
  const mustWrite =
    wanted === null
      ? localValues !== null
      : localValues === null || differs(wanted, localValues) || row?.lacksText === 1 || isOtherTime;
  if (mustWrite)
    written = await applyRecord(
      engine,
      task,
      localValues === null ? '' : local,
      result,
      row?.lacksText ? found : localValues,
      tagUsage,
    );
  const shown = mustWrite
    ? await readSubstitutes(engine, task, written, result)
    : keepSubstitutes(row?.shown, known, result);
  const resent = [
    ...(await requestedFields(db, known, incoming, result, written)),
    ...(isBack && localValues !== null ? prunedElsewhere(result) : []),
  ];
  const fresh = [...new Set([...unsentFields(row, known, incoming, result), ...resent])];
  const stillHeld = (row?.held ?? []).filter(
    (name) => known.fields[name]?.[0] === result.fields[name]?.[0] && !fresh.includes(name),
  );
  const isWanting =
    task.kind === 'article' &&
    wanted !== null &&
    (written.lacksText || (await lacksPictures(db, written.local, wanted)));
  await db.syncRecords.put({
    key: task.key,
    kind: task.kind,
    local: written.local,
    fields: { ...result.fields },
    gone: result.gone,
    fresh,
    ...(Object.keys(shown).length > 0 && { shown }),
    ...(fresh.length > 0 && { dirty: 1 as const }),
    ...(stillHeld.length > 0 && { held: stillHeld }),
    ...(written.lacksText && { lacksText: 1 as const }),
    ...(isWanting && row?.lackedAt !== undefined && { lackedAt: row.lackedAt }),
    ...(isWanting && { wants: 1 as const }),
  });
  const erasure = requiredErasure(known, result);
  if (erasure !== null) await recordErasure(engine, task, erasure);
  const left = new Set(referencedFiles(result));
  const dropped = referencedFiles(known).filter((name) => !left.has(name));
  if (dropped.length > 0) await db.syncGarbage.bulkPut(dropped.map((name) => ({ name, number: 0 })));
  return task.incoming === null ? null : prunedFields(whole, result);
}

/**
 * Another device has requested missing files.
 *
 * @returns the names of the fields whose files are stored here, to be uploaded again
 */
async function requestedFields(
  db: LibraryDb,
  known: SyncRecord,
  incoming: SyncRecord,
  result: SyncRecord,
  { local, lacksText }: Applied,
): Promise<string[]> {
  const [askedAt, asked] = incoming.fields.missing ?? [];
  if (askedAt === undefined || askedAt === known.fields.missing?.[0] || !Array.isArray(asked)) return [];
  if (local === '') return [];
  const files = new Set(asked.slice(0, MAX_REQUESTED));
  const images = await db.images
    .where('[articleId+url]')
    .between(...imageRange(local))
    .toArray();
  const localValues = new Set(images.filter(({ blob }) => blob !== null).map(({ url }) => `picture:${url}`));
  return Object.keys(result.fields).filter((name) => {
    if (name === 'text' ? lacksText : !localValues.has(name)) return false;
    return referencedFiles({ fields: { [name]: result.fields[name] as Field } }).some((file) =>
      files.has(file),
    );
  });
}

/** Maximum number of files in a request; more are ignored. */
const MAX_REQUESTED = 1000;

const imageRange = (local: string): [[string], [string, []]] => [
  [keyOfLocalRef(local)],
  [keyOfLocalRef(local), []],
];

/** Reads back what the library stored instead of the wanted values. */
async function readSubstitutes(
  engine: Engine,
  task: Task,
  written: Applied,
  result: SyncRecord,
): Promise<Substitutes> {
  if (written.local === '' || !isAlive(result)) return {};
  const { key, kind, local } = task;
  const back = await readLocal(engine, { key, kind, local, incoming: null }, written.local, result);
  return back === null ? {} : findSubstitutes(valuesOf(result), back);
}

/** Whether the remote store has pictures that are missing locally. */
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
 * Applies records that arrived before the article that they belong to, once that article exists.
 *
 * @throws the database's errors
 */
export async function reconcileUnmatched(engine: Engine): Promise<void> {
  const { db } = engine;
  const waiting = await db.syncRecords
    .where('local')
    .equals('')
    .filter(({ kind, fields, gone }) => kind === 'alias' && isAlive({ fields, gone }))
    .toArray();
  for (const row of waiting) {
    const { key } = row;
    if ((await findLocalRef(db, 'alias', row)) !== '')
      await reconcile(engine, [{ key, kind: 'alias', local: null, incoming: EMPTY_RECORD }]);
  }
  await resolveMembers(db);
}

/** Merges several records in one transaction. @throws the database's errors; nothing has changed then */
export async function reconcile(engine: Engine, tasks: readonly Task[]): Promise<void> {
  const { db, clock } = engine;
  if (tasks.length === 0) return;
  for (const { incoming } of tasks)
    for (const [stamp] of Object.values(incoming?.fields ?? {})) clock.observe(stamp);
  await db.transaction('rw', db.tables, async () => {
    const isNew = (await readState(db, 'walk'))?.first !== undefined;
    const hasSynced = ((await readState(db, 'status'))?.syncedAt ?? null) !== null;
    const tagUsage = new TagUsage();
    for (const task of tasks) {
      const late = await reconcileOne(engine, task, { isNew, hasSynced }, tagUsage);
      if (late !== null) await keepPendingFields(db, { key: task.key, kind: task.kind, record: late });
    }
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}
