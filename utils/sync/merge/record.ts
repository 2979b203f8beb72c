/**
 * A sync record holds what sync knows of one item of the library. Merging two records is pure, and gives the same
 * result in whatever order and however often records arrive (a join of a semilattice).
 *
 * Every field has the timestamp of its last change, and the last writer wins. A set, such as an article's tags, has a
 * field per element (`tag:harbour`), whose value is null after the element was removed.
 *
 * A deleted item has a tombstone: the timestamp of its deletion, and only fields that are newer. If the user edits the
 * item on another device after that, it is restored: see `isAlive`.
 */

import {
  combineVersions,
  dropSupersededVersions,
  isNote,
  lastNoteStamp,
  newNoteVersion,
  parseNoteVersion,
  versionsByNote,
} from './notes.ts';
import { EARLIEST_TIME, type Field, type Json, later, replaceTime, type Stamp, timeOf } from './stamp.ts';

export interface SyncRecord {
  readonly fields: Readonly<Record<string, Field>>;
  /** The tombstone: the timestamp of the deletion, or null. */
  readonly gone: Stamp | null;
}

export const EMPTY_RECORD: SyncRecord = { fields: {}, gone: null };

export const isNotEmpty = ({ fields, gone }: SyncRecord): boolean =>
  gone !== null || Object.keys(fields).length > 0;

/**
 * Fields that change by merely reading, or without the user. They don't restore an item that was deleted on another
 * device; edits such as a note, a tag or a save do.
 */
const PASSIVE_FIELDS =
  /^(?:identity|missing|savedAt|openedAt|progress|finishedAt|archivedAt|deletedAt|position|createdAt|at:.*|picture:.*)$/s;

/** Whether the record exists: it was not deleted, or it contains a user's edit after the deletion. */
export function isAlive({ fields, gone }: SyncRecord): boolean {
  if (gone === null) return Object.keys(fields).length > 0;
  return Object.entries(fields).some(
    ([name, [stamp, value]]) => value !== null && stamp > gone && !PASSIVE_FIELDS.test(name),
  );
}

/**
 * Fields of a deleted item that may be kept because they reveal nothing about it: these with any value, and those of
 * `NEUTRAL_WHEN_REMOVED` if the value was removed.
 */
const NEUTRAL_FIELDS =
  /^(?:savedAt|openedAt|progress|finishedAt|archivedAt|pinnedAt|deletedAt|position|createdAt|favourite)$/;
const NEUTRAL_WHEN_REMOVED = /^(?:list|mark|note|colour|detail):/;

/**
 * For a deleted item, keeps the tombstone and the later fields needed to restore it, except for those that reveal what
 * it was.
 */
export function pruneDeleted(record: SyncRecord): SyncRecord {
  if (record.gone === null || isAlive(record)) return record;
  const kept = Object.entries(record.fields).filter(([name, [, value]]) => isNeutral(name, value));
  return { fields: Object.fromEntries(kept), gone: record.gone };
}

/** The fields that `pruneDeleted` removed, which apply if the item is restored; null if there are none. */
export function prunedFields(record: SyncRecord, end: SyncRecord): SyncRecord | null {
  const taken = Object.entries(record.fields).filter(([name]) => !Object.hasOwn(end.fields, name));
  return taken.length === 0 ? null : { fields: Object.fromEntries(taken), gone: null };
}

const isNeutral = (name: string, value: Json): boolean =>
  NEUTRAL_FIELDS.test(name) || (value === null && NEUTRAL_WHEN_REMOVED.test(name));

/** Names of fields that devices with the tombstone have pruned although they are newer. */
export function prunedElsewhere({ fields }: SyncRecord): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) =>
    (value === null || PASSIVE_FIELDS.test(name)) && !isNeutral(name, value) ? [name] : [],
  );
}

/** The latest stamp of a user's edit; null if there is none. */
export function lastUserEdit({ fields }: SyncRecord): Stamp | null {
  let at: Stamp | null = null;
  for (const [name, [stamp, value]] of Object.entries(fields))
    if (value !== null && !PASSIVE_FIELDS.test(name)) at = later(at, stamp);
  return at;
}

/** The latest stamp of the record; null if there is none. */
export function lastStamp({ fields, gone }: SyncRecord): Stamp | null {
  return Object.values(fields).reduce<Stamp | null>((at, [stamp]) => later(at, stamp), gone);
}

/**
 * Breaks ties between two values with the same stamp, which occur when stamps from the far future are replaced. All
 * devices choose the same value.
 */
const winsTie = ([, a]: Field, [, b]: Field): boolean => a !== b && JSON.stringify(a) > JSON.stringify(b);

export function mergeRecords(a: SyncRecord, b: SyncRecord): SyncRecord {
  const gone = later(a.gone, b.gone);
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

/** Maximum distance of a stamp from the current time, in milliseconds. Clocks have been wrong by a year. */
const MAX_AHEAD = 2 * 365 * 86_400_000;

/**
 * Neutralises stamps from the far future, which would override all later changes: such fields get the earliest possible
 * time, and such tombstones are ignored.
 *
 * @param now milliseconds since 1970
 * @returns the same record if it contains none
 */
export function withoutFutureStamps(record: SyncRecord, now: number): SyncRecord {
  const isFar = (stamp: Stamp | null): boolean => stamp !== null && timeOf(stamp) > now + MAX_AHEAD;
  const entries = Object.entries(record.fields);
  const seenFar = ([, , seen = {}]: Field): boolean => Object.values(seen).some(isFar);
  if (!isFar(record.gone) && !entries.some(([, field]) => isFar(field[0]) || seenFar(field))) return record;
  const fields: Record<string, Field> = {};
  for (const [name, field] of entries) {
    const [stamp, value, seen] = field;
    const at = isFar(stamp) ? replaceTime(stamp, EARLIEST_TIME) : stamp;
    const known = seen && Object.entries(seen).filter(([, one]) => !isFar(one) && one < at);
    setField(fields, name, known === undefined ? [at, value] : [at, value, Object.fromEntries(known)]);
  }
  return { fields, gone: isFar(record.gone) ? null : record.gone };
}

/** Field names come from other devices and may be `__proto__`. */
function setField(fields: Record<string, Field>, name: string, field: Field): void {
  Object.defineProperty(fields, name, { value: field, enumerable: true, configurable: true, writable: true });
}

/** Deep equality, regardless of the order of keys. */
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

/** The current values by name. Removed ones are omitted, and the versions of a note are combined into one value. */
export function valuesOf({ fields }: SyncRecord): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [name, [, value]] of Object.entries(fields))
    if (value !== null && !isNote(name)) values.set(name, value);
  for (const [note, versions] of versionsByNote(fields)) {
    const text = combineVersions(versions);
    if (text !== null) values.set(note, text);
  }
  return values;
}

/** When a value was changed last; null if never. */
export function changeOf({ fields }: SyncRecord, name: string): Stamp | null {
  const versions = isNote(name) ? versionsByNote(fields).get(name) : undefined;
  if (versions === undefined) return Object.hasOwn(fields, name) ? (fields[name]?.[0] ?? null) : null;
  return versions.reduce<Stamp | null>((at, [stamp]) => later(at, stamp), null);
}

/**
 * Compares the local values with the known record, and adds the differences to it as changes of this device.
 *
 * @param now local values by field; null if the item no longer exists
 * @param stamp creates the stamp of a change, given the stamp of the changed value and the field's name (`''`: the
 *   deletion)
 * @param stays whether a field stays although the local values lack it
 * @returns the same record if nothing has changed
 */
export function applyLocalChanges(
  known: SyncRecord,
  now: ReadonlyMap<string, Json> | null,
  stamp: (seen: Stamp | null, name: string) => Stamp,
  stays: (name: string) => boolean = () => false,
): SyncRecord {
  if (now === null) {
    if (!isAlive(known)) return known;
    // A deletion becomes final only after ten minutes. Edits on other devices in the meantime are later than the user's
    // decision.
    const deleted = known.fields.deletedAt;
    const gone =
      deleted !== undefined && deleted[1] !== null && (known.gone === null || deleted[0] > known.gone)
        ? deleted[0]
        : stamp(lastStamp(known), '');
    return mergeRecords(known, { fields: {}, gone });
  }
  const changes: Record<string, Field> = {};
  const { gone } = known;
  const notes = versionsByNote(known.fields);
  const changeNote = (note: string, text: Json): void => {
    const versions = notes.get(note) ?? [];
    if ((combineVersions(versions) ?? null) === text) return;
    const at = stamp(later(lastNoteStamp(versions), gone), note);
    setField(changes, ...newNoteVersion(note, at, text, versions));
  };
  // Process `deletedAt` last: an article in the trash was edited before it was deleted, and edits with a later stamp
  // would restore it.
  const isLast = ([name]: [string, Json]): number => Number(name === 'deletedAt');
  for (const [name, value] of [...now].sort((a, b) => isLast(a) - isLast(b))) {
    if (isNote(name)) {
      changeNote(name, value);
      continue;
    }
    const field = Object.hasOwn(known.fields, name) ? known.fields[name] : undefined;
    if (field !== undefined && isSameValue(field[1], value)) continue;
    setField(changes, name, [stamp(later(field?.[0] ?? null, gone), name), value]);
  }
  for (const [name, [seen, value]] of Object.entries(known.fields)) {
    if (value === null || isNote(name) || now.has(name) || stays(name)) continue;
    setField(changes, name, [stamp(seen, name), null]);
  }
  for (const note of notes.keys()) if (!now.has(note) && !stays(note)) changeNote(note, null);
  return Object.keys(changes).length === 0 ? known : mergeRecords(known, { fields: changes, gone: null });
}

/**
 * Whether an item that was deleted on another device is restored by later local edits.
 *
 * @param isFirst the local item is merged for the first time
 * @param isUsed the item is a tag that articles use
 */
export function isResurrected(
  end: SyncRecord,
  known: SyncRecord,
  { isFirst, isUsed }: { isFirst: boolean; isUsed: boolean },
): boolean {
  const isNew = end.gone !== null && (end.gone !== known.gone || isFirst);
  return isNew && (isAlive(end) || isUsed);
}

/** Gives all fields new stamps, because the other devices have discarded them. */
export function restampAll(
  end: SyncRecord,
  localValues: ReadonlyMap<string, Json>,
  stamp: (seen: string | null) => string,
): SyncRecord {
  const values = valuesOf(end);
  const all = new Map([...localValues, ...values]);
  for (const [field, [, value]] of Object.entries(end.fields)) {
    const name = parseNoteVersion(field)?.note ?? field;
    if (value === null && !values.has(name)) all.delete(name);
  }
  return applyLocalChanges(end, all, stamp);
}

/**
 * Values that a later version writes but this one does not support: unknown fields, or a colour that is shown as
 * another one. What the library stores instead (a substitute) is not a change by the user, and must not be sent as one.
 */

type Values = ReadonlyMap<string, Json>;

/** By field, what the library stores instead of the known value; null if nothing. */
export type Substitutes = Readonly<Record<string, Json>>;

/** Replaces substitutes by the known values, unless the user has changed them. */
export function undoSubstitutes(
  localValues: Values,
  known: SyncRecord,
  substitutes: Substitutes = {},
): Map<string, Json> {
  const values = new Map(localValues);
  if (Object.keys(substitutes).length === 0) return values;
  const held = valuesOf(known);
  for (const [name, value] of Object.entries(substitutes)) {
    const meant = held.get(name);
    if (meant !== undefined && isSameValue(localValues.get(name) ?? null, value)) values.set(name, meant);
  }
  return values;
}

/** Fields that are not compared: pictures are fetched later, and a tag may be merged into another one locally. */
const NOT_READ_BACK = /^(?:link|identity|missing|picture:.*|tag:.*)$/s;

/** @param wanted the values that were written @param back the values that were read back */
export function findSubstitutes(wanted: Values, back: Values): Substitutes {
  const others = [...wanted].filter(
    ([name, value]) => !NOT_READ_BACK.test(name) && !isSameValue(back.get(name), value),
  );
  return Object.fromEntries(others.map(([name]) => [name, back.get(name) ?? null]));
}

/** The substitutes whose values have not changed since. */
export function keepSubstitutes(
  substitutes: Substitutes = {},
  known: SyncRecord,
  end: SyncRecord,
): Substitutes {
  if (Object.keys(substitutes).length === 0) return substitutes;
  const [before, after] = [valuesOf(known), valuesOf(end)];
  return Object.fromEntries(
    Object.entries(substitutes).filter(([name]) => isSameValue(before.get(name), after.get(name))),
  );
}
