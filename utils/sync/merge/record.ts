/**
 * A sync record contains the synced state of one item of the library. Merging two records is a pure function, and the
 * result does not depend on the order in which records arrive, or how often (it is the join of a semilattice).
 *
 * Each field has the stamp of its last change, and the last writer wins. A set, such as an article's tags, has a field
 * per element (`tag:harbour`), whose value is null if the element was removed.
 *
 * The record of a deleted item has a tombstone, which is the stamp of the deletion, and only later fields. If the user
 * edits the item on another device after its deletion, the item is restored; see `isAlive`.
 */

import {
  combineVersions,
  createNoteVersion,
  dropSupersededVersions,
  groupVersionsByNote,
  isNote,
  lastNoteStamp,
  parseNoteVersion,
} from './notes.ts';
import {
  EARLIEST_TIME,
  type Field,
  type Json,
  laterStamp,
  replaceTime,
  type Stamp,
  timeOf,
} from './stamp.ts';

export interface SyncRecord {
  readonly fields: Readonly<Record<string, Field>>;
  /** The tombstone: the stamp of the deletion, or null. */
  readonly gone: Stamp | null;
}

export const EMPTY_RECORD: SyncRecord = { fields: {}, gone: null };

export const isNotEmpty = ({ fields, gone }: SyncRecord): boolean =>
  gone !== null || Object.keys(fields).length > 0;

/**
 * Fields that are changed by reading or filing an article, or automatically. Unlike edits such as a note, a tag or a
 * save, changes of these fields don't restore an item that was deleted on another device.
 */
const PASSIVE_FIELDS =
  /^(?:identity|missing|savedAt|openedAt|progress|finishedAt|archivedAt|deletedAt|position|createdAt|at:.*|picture:.*)$/s;

/** Whether the item exists: it was not deleted, or its record contains a user's edit after the deletion. */
export function isAlive({ fields, gone }: SyncRecord): boolean {
  if (gone === null) return Object.keys(fields).length > 0;
  return Object.entries(fields).some(
    ([name, [stamp, value]]) => value !== null && stamp > gone && !PASSIVE_FIELDS.test(name),
  );
}

/**
 * Fields of a deleted item that may be kept because they don't reveal what it was: these with any value, and those in
 * `NEUTRAL_WHEN_REMOVED` only if their value was removed.
 */
const NEUTRAL_FIELDS =
  /^(?:savedAt|openedAt|progress|finishedAt|archivedAt|pinnedAt|deletedAt|position|createdAt|favourite)$/;
const NEUTRAL_WHEN_REMOVED = /^(?:list|mark|note|colour|detail):/;

/**
 * Prunes the record of a deleted item: keeps only the tombstone, and later fields that don't reveal what the item was.
 * They apply if the item is restored.
 */
export function pruneDeleted(record: SyncRecord): SyncRecord {
  if (record.gone === null || isAlive(record)) return record;
  const remaining = Object.entries(record.fields).filter(([name, [, value]]) => isNeutral(name, value));
  return { fields: Object.fromEntries(remaining), gone: record.gone };
}

/**
 * The fields that `pruneDeleted` removed, which also apply if the item is restored; null if there are none.
 *
 * @param record before pruning
 * @param result after pruning
 */
export function getPrunedFields(record: SyncRecord, result: SyncRecord): SyncRecord | null {
  const pruned = Object.entries(record.fields).filter(([name]) => !Object.hasOwn(result.fields, name));
  return pruned.length === 0 ? null : { fields: Object.fromEntries(pruned), gone: null };
}

const isNeutral = (name: string, value: Json): boolean =>
  NEUTRAL_FIELDS.test(name) || (value === null && NEUTRAL_WHEN_REMOVED.test(name));

/** The names of fields that other devices have pruned from the deleted record, although they are later. */
export function findFieldsPrunedElsewhere({ fields }: SyncRecord): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) =>
    (value === null || PASSIVE_FIELDS.test(name)) && !isNeutral(name, value) ? [name] : [],
  );
}

/** The stamp of the user's latest edit, other than a passive change; null if there is none. */
export function lastUserEdit({ fields }: SyncRecord): Stamp | null {
  let at: Stamp | null = null;
  for (const [name, [stamp, value]] of Object.entries(fields))
    if (value !== null && !PASSIVE_FIELDS.test(name)) at = laterStamp(at, stamp);
  return at;
}

/** The latest stamp in the record, including the tombstone; null if it is empty. */
export function lastStamp({ fields, gone }: SyncRecord): Stamp | null {
  return Object.values(fields).reduce<Stamp | null>((at, [stamp]) => laterStamp(at, stamp), gone);
}

/**
 * Breaks the tie between two values with the same stamp, in the same way on all devices. Ties occur when stamps from the
 * far future are replaced.
 */
const winsTie = ([, a]: Field, [, b]: Field): boolean => a !== b && JSON.stringify(a) > JSON.stringify(b);

/** Merges two records: the later value of each field, and the later tombstone. */
export function mergeRecords(a: SyncRecord, b: SyncRecord): SyncRecord {
  const gone = laterStamp(a.gone, b.gone);
  const fields: Record<string, Field> = {};
  for (const [name, field] of [...Object.entries(a.fields), ...Object.entries(b.fields)]) {
    if (gone !== null && field[0] <= gone) continue;
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known === undefined || field[0] > known[0] || (field[0] === known[0] && winsTie(field, known)))
      setField(fields, name, field);
  }
  dropSupersededVersions(fields);
  return { fields, gone };
}

/** Stamps that are further in the future are neutralised. More than a year, because clocks have been wrong by a year. */
const MAX_FUTURE_MS = 2 * 365 * 86_400_000;

/**
 * Neutralises stamps from the far future, which would override all later changes. Fields with such a stamp get the
 * earliest possible time, and such tombstones are ignored.
 *
 * @param now milliseconds since 1970
 * @returns the same object if there are no such stamps
 */
export function withoutFutureStamps(record: SyncRecord, now: number): SyncRecord {
  const isTooFarAhead = (stamp: Stamp | null): boolean =>
    stamp !== null && timeOf(stamp) > now + MAX_FUTURE_MS;
  const entries = Object.entries(record.fields);
  const hasSeenTooFarAhead = ([, , seen = {}]: Field): boolean => Object.values(seen).some(isTooFarAhead);
  if (
    !isTooFarAhead(record.gone) &&
    !entries.some(([, field]) => isTooFarAhead(field[0]) || hasSeenTooFarAhead(field))
  )
    return record;
  const fields: Record<string, Field> = {};
  for (const [name, field] of entries) {
    const [stamp, value, seen] = field;
    const at = isTooFarAhead(stamp) ? replaceTime(stamp, EARLIEST_TIME) : stamp;
    const plausible =
      seen && Object.entries(seen).filter(([, seenStamp]) => !isTooFarAhead(seenStamp) && seenStamp < at);
    setField(
      fields,
      name,
      plausible === undefined ? [at, value] : [at, value, Object.fromEntries(plausible)],
    );
  }
  return { fields, gone: isTooFarAhead(record.gone) ? null : record.gone };
}

/** Sets a field, in place. Names come from other devices, and may be `__proto__`. */
function setField(fields: Record<string, Field>, name: string, field: Field): void {
  Object.defineProperty(fields, name, { value: field, enumerable: true, configurable: true, writable: true });
}

/** Deep equality, regardless of the order of keys in objects. */
export function isSameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entriesOfA = Object.entries(a);
  const valuesOfB = b as Readonly<Record<string, Json>>;
  return (
    entriesOfA.length === Object.keys(valuesOfB).length &&
    entriesOfA.every(([name, value]) => Object.hasOwn(valuesOfB, name) && isSameValue(value, valuesOfB[name]))
  );
}

/** The values by name. Removed values are omitted, and the versions of a note are combined into one value. */
export function valuesOf({ fields }: SyncRecord): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [name, [, value]] of Object.entries(fields))
    if (value !== null && !isNote(name)) values.set(name, value);
  for (const [note, versions] of groupVersionsByNote(fields)) {
    const text = combineVersions(versions);
    if (text !== null) values.set(note, text);
  }
  return values;
}

/** The stamp of a value's last change; null if it has never been set. */
export function lastChangeOf({ fields }: SyncRecord, name: string): Stamp | null {
  const versions = isNote(name) ? groupVersionsByNote(fields).get(name) : undefined;
  if (versions === undefined) return Object.hasOwn(fields, name) ? (fields[name]?.[0] ?? null) : null;
  return versions.reduce<Stamp | null>((at, [stamp]) => laterStamp(at, stamp), null);
}

/**
 * Compares the local values with the last known record, and adds the differences to it as changes by this device.
 *
 * @param now the local values by name; null if the item no longer exists
 * @param stamp creates the stamp of a change, given the stamp of the changed value and its name (`''` for the deletion)
 * @param isKept whether a field is kept although there is no local value
 * @returns the same object if nothing has changed
 */
export function applyLocalChanges(
  known: SyncRecord,
  now: ReadonlyMap<string, Json> | null,
  stamp: (seen: Stamp | null, name: string) => Stamp,
  isKept: (name: string) => boolean = () => false,
): SyncRecord {
  if (now === null) {
    if (!isAlive(known)) return known;
    // The tombstone has the time at which the user deleted the item, not at which its rows were erased, for example ten
    // minutes later when undo is no longer offered. Edits on other devices in between are later than the deletion.
    const deleted = known.fields.deletedAt;
    const gone =
      deleted !== undefined && deleted[1] !== null && (known.gone === null || deleted[0] > known.gone)
        ? deleted[0]
        : stamp(lastStamp(known), '');
    return mergeRecords(known, { fields: {}, gone });
  }
  const changes: Record<string, Field> = {};
  const { gone } = known;
  const notes = groupVersionsByNote(known.fields);
  const changeNote = (note: string, text: Json): void => {
    const versions = notes.get(note) ?? [];
    if ((combineVersions(versions) ?? null) === text) return;
    const at = stamp(laterStamp(lastNoteStamp(versions), gone), note);
    setField(changes, ...createNoteVersion(note, at, text, versions));
  };
  // Process `deletedAt` last, so that it gets the latest stamp: edits with a later stamp than `deletedAt` would take the
  // article out of the trash.
  const sortRank = ([name]: [string, Json]): number => Number(name === 'deletedAt');
  for (const [name, value] of [...now].sort((a, b) => sortRank(a) - sortRank(b))) {
    if (isNote(name)) {
      changeNote(name, value);
      continue;
    }
    const field = Object.hasOwn(known.fields, name) ? known.fields[name] : undefined;
    if (field !== undefined && isSameValue(field[1], value)) continue;
    setField(changes, name, [stamp(laterStamp(field?.[0] ?? null, gone), name), value]);
  }
  for (const [name, [seen, value]] of Object.entries(known.fields)) {
    if (value === null || isNote(name) || now.has(name) || isKept(name)) continue;
    setField(changes, name, [stamp(seen, name), null]);
  }
  for (const note of notes.keys()) if (!now.has(note) && !isKept(note)) changeNote(note, null);
  return Object.keys(changes).length === 0 ? known : mergeRecords(known, { fields: changes, gone: null });
}

/**
 * Whether a deletion on another device is undone, because of later edits or because articles still use the tag.
 *
 * @param result the merged record
 * @param known the record before merging
 * @param isFirst whether the local item is merged for the first time
 * @param isUsed whether the item is a tag that articles use
 */
export function isDeletionUndone(
  result: SyncRecord,
  known: SyncRecord,
  { isFirst, isUsed }: { isFirst: boolean; isUsed: boolean },
): boolean {
  const isNew = result.gone !== null && (result.gone !== known.gone || isFirst);
  return isNew && (isAlive(result) || isUsed);
}

/**
 * Gives all values new stamps, because the other devices have discarded the fields of the deleted item.
 *
 * @param stamp creates a stamp that is later than the given one
 */
export function restampAll(
  result: SyncRecord,
  localValues: ReadonlyMap<string, Json>,
  stamp: (seen: string | null) => string,
): SyncRecord {
  const values = valuesOf(result);
  const all = new Map([...localValues, ...values]);
  for (const [field, [, value]] of Object.entries(result.fields)) {
    const name = parseNoteVersion(field)?.note ?? field;
    if (value === null && !values.has(name)) all.delete(name);
  }
  return applyLocalChanges(result, all, stamp);
}

/**
 * A later version may write values that this one does not support, such as a new colour, for which the library stores
 * another one (a substitute). A substitute is not a change by the user, and must not be sent as one.
 */

type Values = ReadonlyMap<string, Json>;

/** The substitutes by name; null if the library stores no value at all. */
export type Substitutes = Readonly<Record<string, Json>>;

/** Replaces substitutes among the local values with the values of the known record, unless the user has changed them. */
export function undoSubstitutes(
  localValues: Values,
  known: SyncRecord,
  substitutes: Substitutes = {},
): Map<string, Json> {
  const values = new Map(localValues);
  if (Object.keys(substitutes).length === 0) return values;
  const knownValues = valuesOf(known);
  for (const [name, value] of Object.entries(substitutes)) {
    const knownValue = knownValues.get(name);
    if (knownValue !== undefined && isSameValue(localValues.get(name) ?? null, value))
      values.set(name, knownValue);
  }
  return values;
}

/** Fields that are not compared. For example, pictures are fetched later, and a tag may be merged into another one. */
const NOT_READ_BACK = /^(?:link|identity|missing|picture:.*|tag:.*)$/s;

/**
 * Finds the values for which the library stored a substitute.
 *
 * @param wanted the values that were written
 * @param back the values that were read back
 */
export function findSubstitutes(wanted: Values, back: Values): Substitutes {
  const others = [...wanted].filter(
    ([name, value]) => !NOT_READ_BACK.test(name) && !isSameValue(back.get(name), value),
  );
  return Object.fromEntries(others.map(([name]) => [name, back.get(name) ?? null]));
}

/** Keeps the substitutes whose values have not changed since. @param known the earlier record @param result the new one */
export function filterUnchangedSubstitutes(
  substitutes: Substitutes = {},
  known: SyncRecord,
  result: SyncRecord,
): Substitutes {
  if (Object.keys(substitutes).length === 0) return substitutes;
  const [before, after] = [valuesOf(known), valuesOf(result)];
  return Object.fromEntries(
    Object.entries(substitutes).filter(([name]) => isSameValue(before.get(name), after.get(name))),
  );
}
