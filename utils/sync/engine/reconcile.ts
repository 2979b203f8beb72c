/**
 * The three-way merge on which all of sync is based. It merges the local state, the last known record and the incoming
 * record, and writes the result to the library and to the sync records in one transaction. Therefore, concurrent edits of
 * the user are neither lost nor attributed to other devices, and an interrupted run can simply be repeated.
 */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { RecordKind } from '../format/segment-file.ts';
import { groupVersionsByNote, isNote } from '../merge/notes.ts';
import {
  applyLocalChanges,
  EMPTY_RECORD,
  filterUnchangedSubstitutes,
  findFieldsPrunedElsewhere,
  findSubstitutes,
  getPrunedFields,
  isAlive,
  isDeletionUndone,
  isSameValue,
  lastStamp,
  lastUserEdit,
  mergeRecords,
  pruneDeleted,
  restampAll,
  type Substitutes,
  type SyncRecord,
  undoSubstitutes,
  valuesOf,
  withoutFutureStamps,
} from '../merge/record.ts';
import { type Field, type Json, timeOf } from '../merge/stamp.ts';
import { isArticleField, isKeptWithoutContent, makeRemovedPictureTest } from './article-fields.ts';
import { isAutomaticDeletion, isAutomaticRename, isTagInUse } from './automatic-cleanup.ts';
import type { Engine } from './engine.ts';
import {
  type AppliedRecord,
  applyRecord,
  findLocalRef,
  keyOfLocalRef,
  type MergeTask,
  readChangeTimes,
  readLocal,
  resolveLocalRef,
} from './local-rows.ts';
import { isRowField, isRowKind, readRowTime, TagUsage } from './row-kinds.ts';
import { determineErasure, recordErasure } from './segment-contents.ts';
import { resolveMembers } from './story-fields.ts';
import { keepPendingFields, readState, writeState } from './sync-state.ts';

/** Takes an article out of the trash if the user edited it on any device after it was deleted. */
function restoreEditedFromTrash(record: SyncRecord, stamp: (seen: string | null) => string): SyncRecord {
  const deletedAt = record.fields.deletedAt;
  const lastEdit = lastUserEdit(record);
  if (deletedAt === undefined || deletedAt[1] === null || lastEdit === null || lastEdit <= deletedAt[0])
    return record;
  return mergeRecords(record, { fields: { deletedAt: [stamp(lastStamp(record)), null] }, gone: null });
}

/** Fields whose local values may differ from the record. */
const NOT_COMPARED = /^(?:link|identity|missing|picture:.*)$/s;

/** Whether the local values must be updated to the wanted ones. */
function mustUpdate(wanted: ReadonlyMap<string, Json>, localValues: ReadonlyMap<string, Json>): boolean {
  const names = new Set([...wanted.keys(), ...localValues.keys()]);
  return [...names].some((name) => {
    if (NOT_COMPARED.test(name) && !(name === 'link' && !wanted.has('text'))) return false;
    return !isSameValue(wanted.get(name), localValues.get(name));
  });
}

/** A local row with its values. */
interface LocalState {
  rowKey: string;
  values: ReadonlyMap<string, Json>;
}

/**
 * Returns the names of fields that are not in the remote store yet: those that were unsent before and have not changed
 * since, and those that have now been changed locally. `''` stands for the deletion.
 *
 * @param row the stored record
 * @param known the stored record without future stamps
 * @param result the merged record
 */
export function findUnsentFields(
  row: SyncRecordRow | undefined,
  known: SyncRecord,
  incoming: SyncRecord,
  result: SyncRecord,
): string[] {
  const previouslyUnsent = new Set(row?.fresh ?? []);
  const isUnsent = (
    name: string,
    now: string | undefined,
    before: string | undefined,
    incomingStamp: string | undefined,
  ) => now !== incomingStamp && (now !== before || previouslyUnsent.has(name));
  const names = Object.keys(result.fields).filter((name) =>
    isUnsent(name, result.fields[name]?.[0], known.fields[name]?.[0], incoming.fields[name]?.[0]),
  );
  const isDeletionUnsent =
    result.gone !== null && isUnsent('', result.gone, known.gone ?? '', incoming.gone ?? '');
  return isDeletionUnsent ? [...names, ''] : names;
}

/** Returns the names of the content files that a record refers to. */
export function listReferencedFiles({ fields }: Pick<SyncRecord, 'fields'>): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) => {
    if (typeof value !== 'object' || value === null) return [];
    const { body, file } = value as { body?: unknown; file?: unknown };
    const fileName = name === 'text' ? body : name.startsWith('picture:') ? file : null;
    return typeof fileName === 'string' ? [fileName] : [];
  });
}

/** Returns a test for fields that are kept in the record although the local row lacks them. */
function makeKeptFieldTest(
  kind: RecordKind,
  localValues: ReadonlyMap<string, Json>,
  lacksText: boolean,
): (name: string) => boolean {
  if (kind !== 'article')
    return (name) => name === 'identity' || (isRowKind(kind) && !isRowField(kind, name));
  const isRemoved = lacksText ? () => false : makeRemovedPictureTest(localValues);
  return (name) => (isKeptWithoutContent(name) && !isRemoved(name)) || !isArticleField(name);
}

/**
 * Adds the local values of a library for which sync was just set up. No missing value counts as removed, and stamps have
 * the times that are stored in rows.
 */
async function applyFirstState(
  { db, clock }: Engine,
  known: SyncRecord,
  local: LocalState,
  task: MergeTask,
): Promise<SyncRecord> {
  const times = await readChangeTimes(db, task.kind, local.rowKey);
  const versions = groupVersionsByNote(known.fields);
  // Skip the local note if the author of a known version had seen it, or a later one.
  const isSeen = (name: string): boolean =>
    (versions.get(name) ?? []).some(([, , seen = {}]) =>
      Object.values(seen).some((stamp) => timeOf(stamp) >= times(name)),
    );
  const values = new Map([...local.values].filter(([name]) => !isNote(name) || !isSeen(name)));
  return applyLocalChanges(
    known,
    values,
    (_, name) => clock.at(times(name)),
    () => true,
  );
}

/** Adds a tombstone, because the local row no longer exists. */
async function applyLocalDeletion(
  { db, clock }: Engine,
  known: SyncRecord,
  { kind, changedAt }: MergeTask,
  rowKey: string,
): Promise<SyncRecord> {
  const isAutomatic = await isAutomaticDeletion(db, kind, rowKey);
  return applyLocalChanges(known, null, (seen) =>
    isAutomatic && seen !== null ? clock.justAfter(seen) : clock.next(seen, changedAt),
  );
}

/**
 * Merges one record. Must run inside a transaction that includes all tables.
 *
 * @param progress `isNew`: sync was just set up, and the first scan has not been completed. `hasSynced`: the segments of
 *   all other devices have been read at least once; before, a later deletion may still be unread, so no article is taken
 *   out of the trash
 * @param tagUsage the cache of this transaction
 * @returns incoming fields that were pruned because the record is deleted, or null
 */
async function reconcileOne(
  engine: Engine,
  task: MergeTask,
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
  const rowValues = await readLocal(engine, task, local, known);
  const localValues = rowValues && undoSubstitutes(rowValues, known, row?.shown);
  // The text could not be fetched yet. Its absence is not a change by the user.
  if (row?.lacksText) localValues?.delete('link');
  let afterLocal = known;
  const isFirst = isNew && !row?.local;
  const mayBeDeleted = localValues === null ? Boolean(row?.local) : (task.incoming?.gone ?? null) !== null;
  const isUsed =
    task.kind === 'tag' && mayBeDeleted && (await isTagInUse(db, keyOfLocalRef(local), known, tagUsage));
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
      makeKeptFieldTest(task.kind, localValues, row?.lacksText === 1),
    );
  } else if (row?.local && !isUsed)
    afterLocal = await applyLocalDeletion(engine, known, task, keyOfLocalRef(row.local));
  if (task.incoming === null && afterLocal === known && !(isUsed && localValues === null)) return null;
  const incoming = withoutFutureStamps(task.incoming ?? EMPTY_RECORD, engine.now());
  const joined = mergeRecords(afterLocal, incoming);
  const merged = hasSynced ? restoreEditedFromTrash(joined, stamp) : joined;
  const isRestored = isDeletionUndone(merged, known, { isFirst, isUsed });
  const restamped = isRestored && localValues !== null ? restampAll(merged, localValues, stamp) : merged;
  const result = pruneDeleted(restamped);
  const wanted = isAlive(result) ? valuesOf(result) : null;
  let written: AppliedRecord = { local: localValues === null ? '' : local, lacksText: row?.lacksText === 1 };
  const at = lastStamp(result);
  // On all devices, an article that is in two stories belongs to the one that was changed later.
  const hasOtherTime =
    task.kind === 'story' &&
    at !== null &&
    (await readRowTime(db, 'story', keyOfLocalRef(local))) !== timeOf(at);
  const mustWrite =
    wanted === null
      ? localValues !== null
      : localValues === null || mustUpdate(wanted, localValues) || row?.lacksText === 1 || hasOtherTime;
  if (mustWrite)
    written = await applyRecord(
      engine,
      task,
      localValues === null ? '' : local,
      result,
      row?.lacksText ? rowValues : localValues,
      tagUsage,
    );
  const shown = mustWrite
    ? await readSubstitutes(engine, task, written, result)
    : filterUnchangedSubstitutes(row?.shown, known, result);
  const resent = [
    ...(await findRequestedFields(db, known, incoming, result, written)),
    ...(isRestored && localValues !== null ? findFieldsPrunedElsewhere(result) : []),
  ];
  const unsent = [...new Set([...findUnsentFields(row, known, incoming, result), ...resent])];
  const heldNames = (row?.held ?? []).filter(
    (name) => known.fields[name]?.[0] === result.fields[name]?.[0] && !unsent.includes(name),
  );
  const lacksContent =
    task.kind === 'article' &&
    wanted !== null &&
    (written.lacksText || (await lacksPictures(db, written.local, wanted)));
  await db.syncRecords.put({
    key: task.key,
    kind: task.kind,
    local: written.local,
    fields: { ...result.fields },
    gone: result.gone,
    fresh: unsent,
    ...(Object.keys(shown).length > 0 && { shown }),
    ...(unsent.length > 0 && { dirty: 1 as const }),
    ...(heldNames.length > 0 && { held: heldNames }),
    ...(written.lacksText && { lacksText: 1 as const }),
    ...(lacksContent && row?.lackedAt !== undefined && { lackedAt: row.lackedAt }),
    ...(lacksContent && { wants: 1 as const }),
  });
  const erasure = determineErasure(known, result);
  if (erasure !== null) await recordErasure(engine, task, erasure);
  const remainingFiles = new Set(listReferencedFiles(result));
  const unreferenced = listReferencedFiles(known).filter((name) => !remainingFiles.has(name));
  if (unreferenced.length > 0)
    await db.syncGarbage.bulkPut(unreferenced.map((name) => ({ name, number: 0 })));
  return task.incoming === null ? null : getPrunedFields(restamped, result);
}

/**
 * Handles a request by another device for missing files.
 *
 * @returns the names of fields whose files are stored on this device and must be uploaded again
 */
async function findRequestedFields(
  db: LibraryDb,
  known: SyncRecord,
  incoming: SyncRecord,
  result: SyncRecord,
  { local, lacksText }: AppliedRecord,
): Promise<string[]> {
  const [requestedAt, requestedFiles] = incoming.fields.missing ?? [];
  if (
    requestedAt === undefined ||
    requestedAt === known.fields.missing?.[0] ||
    !Array.isArray(requestedFiles)
  )
    return [];
  if (local === '') return [];
  const files = new Set(requestedFiles.slice(0, MAX_FILES_PER_REQUEST));
  const images = await db.images
    .where('[articleId+url]')
    .between(...imageRange(local))
    .toArray();
  const storedPictures = new Set(
    images.filter(({ blob }) => blob !== null).map(({ url }) => `picture:${url}`),
  );
  return Object.keys(result.fields).filter((name) => {
    if (name === 'text' ? lacksText : !storedPictures.has(name)) return false;
    return listReferencedFiles({ fields: { [name]: result.fields[name] as Field } }).some((file) =>
      files.has(file),
    );
  });
}

/** Maximum number of files in a request that are considered. */
const MAX_FILES_PER_REQUEST = 1000;

const imageRange = (local: string): [[string], [string, []]] => [
  [keyOfLocalRef(local)],
  [keyOfLocalRef(local), []],
];

/** Reads the row back, and finds values for which the library stored a substitute. */
async function readSubstitutes(
  engine: Engine,
  task: MergeTask,
  written: AppliedRecord,
  result: SyncRecord,
): Promise<Substitutes> {
  if (written.local === '' || !isAlive(result)) return {};
  const { key, kind, local } = task;
  const storedValues = await readLocal(engine, { key, kind, local, incoming: null }, written.local, result);
  return storedValues === null ? {} : findSubstitutes(valuesOf(result), storedValues);
}

/** Whether an article lacks pictures that are in the remote store. */
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
 * Applies aliases and story members that arrived before their article, if it has arrived since.
 *
 * @throws the database's errors
 */
export async function reconcileUnmatched(engine: Engine): Promise<void> {
  const { db } = engine;
  const unmatched = await db.syncRecords
    .where('local')
    .equals('')
    .filter(({ kind, fields, gone }) => kind === 'alias' && isAlive({ fields, gone }))
    .toArray();
  for (const row of unmatched) {
    const { key } = row;
    if ((await findLocalRef(db, 'alias', row)) !== '')
      await reconcile(engine, [{ key, kind: 'alias', local: null, incoming: EMPTY_RECORD }]);
  }
  await resolveMembers(db);
}

/** Merges several records in one transaction. @throws the database's errors; nothing is changed then */
export async function reconcile(engine: Engine, tasks: readonly MergeTask[]): Promise<void> {
  const { db, clock } = engine;
  if (tasks.length === 0) return;
  for (const { incoming } of tasks)
    for (const [stamp] of Object.values(incoming?.fields ?? {})) clock.observe(stamp);
  await db.write('applySync', async () => {
    const isNew = (await readState(db, 'walk'))?.first !== undefined;
    const hasSynced = ((await readState(db, 'status'))?.syncedAt ?? null) !== null;
    const tagUsage = new TagUsage();
    for (const task of tasks) {
      const pending = await reconcileOne(engine, task, { isNew, hasSynced }, tagUsage);
      if (pending !== null) await keepPendingFields(db, { key: task.key, kind: task.kind, record: pending });
    }
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}
