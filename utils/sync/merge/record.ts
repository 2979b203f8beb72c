/**
 * What sync knows of one thing in the library, and how two accounts of it become one. Pure: the same accounts give the
 * same end, in whatever order and however often they come (a join of a semilattice).
 *
 * Everything is a field with the stamp of its last change, and the last writer has it. What is a set in the library,
 * such as an article's tags, is a field for each element (`tag:harbour`), whose value is null once it was taken out.
 *
 * A thing that was deleted has the stamp of that, and no field that is not newer. What the user writes into it on
 * another device after that brings it back: see `isAlive`.
 */
import type { Field, Json } from './field.ts';
import { dropSeen, isNote, joinNote, lastNoteStamp, noteVersion, noteVersions } from './notes.ts';
import { LONG_AGO, later, replaceTime, type Stamp, timeOf } from './stamp.ts';

export interface SyncRecord {
  readonly fields: Readonly<Record<string, Field>>;
  /** When it was deleted, or null. */
  readonly gone: Stamp | null;
}

export const NOTHING: SyncRecord = { fields: {}, gone: null };

/**
 * Fields that are changed by merely reading, or by the device itself. They don't bring back what was deleted elsewhere;
 * what a user writes does: a note, a tag, a save.
 */
const QUIET =
  /^(?:identity|missing|savedAt|openedAt|progress|finishedAt|archivedAt|deletedAt|position|createdAt|at:.*|picture:.*)$/s;

/** Is there anything newer than the deletion in it that a user wrote? */
export function isAlive({ fields, gone }: SyncRecord): boolean {
  if (gone === null) return Object.keys(fields).length > 0;
  return Object.entries(fields).some(
    ([name, [stamp, value]]) => value !== null && stamp > gone && !QUIET.test(name),
  );
}

/** Fields that say nothing of what they are of, whatever their value; of others, that they were taken away. */
const TELLS_NOTHING =
  /^(?:savedAt|openedAt|progress|finishedAt|archivedAt|pinnedAt|deletedAt|position|createdAt|favourite)$/;
const TELLS_NOTHING_TAKEN_AWAY = /^(?:list|mark|note|colour|detail):/;

/**
 * What is kept of it: of a thing that is deleted, when that was. What is newer than that holds where somebody brings it
 * back, so that it is kept as well, but for what says what the thing was.
 */
export function strip(record: SyncRecord): SyncRecord {
  if (record.gone === null || isAlive(record)) return record;
  const kept = Object.entries(record.fields).filter(([name, [, value]]) => tellsNothing(name, value));
  return { fields: Object.fromEntries(kept), gone: record.gone };
}

/** What `strip` took from it: fields that hold where somebody brings it back; null where it took nothing. */
export function strippedFrom(record: SyncRecord, end: SyncRecord): SyncRecord | null {
  const taken = Object.entries(record.fields).filter(([name]) => !Object.hasOwn(end.fields, name));
  return taken.length === 0 ? null : { fields: Object.fromEntries(taken), gone: null };
}

const tellsNothing = (name: string, value: Json): boolean =>
  TELLS_NOTHING.test(name) || (value === null && TELLS_NOTHING_TAKEN_AWAY.test(name));

/** Names of fields that who has it as deleted has not kept, though they are newer than that. */
export function strippedElsewhere({ fields }: SyncRecord): string[] {
  return Object.entries(fields).flatMap(([name, [, value]]) =>
    (value === null || QUIET.test(name)) && !tellsNothing(name, value) ? [name] : [],
  );
}

/** The latest stamp in it of what a user wrote; null where there is none. */
export function writtenAt({ fields }: SyncRecord): Stamp | null {
  let at: Stamp | null = null;
  for (const [name, [stamp, value]] of Object.entries(fields))
    if (value !== null && !QUIET.test(name)) at = later(at, stamp);
  return at;
}

/** The latest stamp in it; null where there is none. */
export function lastStamp({ fields, gone }: SyncRecord): Stamp | null {
  return Object.values(fields).reduce<Stamp | null>((at, [stamp]) => later(at, stamp), gone);
}

/** Of two values with one stamp, as where those of the far future were read, the same one holds on every device. */
const isAbove = ([, a]: Field, [, b]: Field): boolean => a !== b && JSON.stringify(a) > JSON.stringify(b);

export function mergeRecords(a: SyncRecord, b: SyncRecord): SyncRecord {
  const gone = later(a.gone, b.gone);
  const fields: Record<string, Field> = {};
  for (const [name, field] of [...Object.entries(a.fields), ...Object.entries(b.fields)]) {
    if (gone !== null && field[0] <= gone) continue;
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (known === undefined || field[0] > known[0] || (field[0] === known[0] && isAbove(field, known)))
      define(fields, name, field);
  }
  dropSeen(fields);
  return { fields, gone };
}

/** A stamp may be ahead by so much, in ms: clocks have been wrong by a year. */
const MAX_AHEAD = 2 * 365 * 86_400_000;

/**
 * What was never done: a stamp of the far future would win over all that anybody does from now on. Such a field counts as
 * the oldest that there is, and such a deletion as none.
 *
 * @param now milliseconds since 1970
 * @returns the same record where there is nothing of the kind
 */
export function withoutFarFuture(record: SyncRecord, now: number): SyncRecord {
  const isFar = (stamp: Stamp | null): boolean => stamp !== null && timeOf(stamp) > now + MAX_AHEAD;
  const entries = Object.entries(record.fields);
  const seenFar = ([, , seen = {}]: Field): boolean => Object.values(seen).some(isFar);
  if (!isFar(record.gone) && !entries.some(([, field]) => isFar(field[0]) || seenFar(field))) return record;
  const fields: Record<string, Field> = {};
  for (const [name, field] of entries) {
    const [stamp, value, seen] = field;
    const at = isFar(stamp) ? replaceTime(stamp, LONG_AGO) : stamp;
    const known = seen && Object.entries(seen).filter(([, one]) => !isFar(one) && one < at);
    define(fields, name, known === undefined ? [at, value] : [at, value, Object.fromEntries(known)]);
  }
  return { fields, gone: isFar(record.gone) ? null : record.gone };
}

/** A name comes from another device and may be `__proto__`. */
function define(fields: Record<string, Field>, name: string, field: Field): void {
  Object.defineProperty(fields, name, { value: field, enumerable: true, configurable: true, writable: true });
}

/** True where both say the same, whatever the order of their keys. */
export function isSameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const ours = Object.entries(a);
  const theirs = b as Readonly<Record<string, Json>>;
  return (
    ours.length === Object.keys(theirs).length &&
    ours.every(([name, value]) => Object.hasOwn(theirs, name) && isSameValue(value, theirs[name]))
  );
}

/** Values by name of what is in it now: what was taken away is not there, and of a note all versions are one value. */
export function valuesOf({ fields }: SyncRecord): Map<string, Json> {
  const values = new Map<string, Json>();
  for (const [name, [, value]] of Object.entries(fields))
    if (value !== null && !isNote(name)) values.set(name, value);
  for (const [note, versions] of noteVersions(fields)) {
    const text = joinNote(versions);
    if (text !== null) values.set(note, text);
  }
  return values;
}

/** When a value was changed last; null where it never was. */
export function changeOf({ fields }: SyncRecord, name: string): Stamp | null {
  const versions = isNote(name) ? noteVersions(fields).get(name) : undefined;
  if (versions === undefined) return Object.hasOwn(fields, name) ? (fields[name]?.[0] ?? null) : null;
  return versions.reduce<Stamp | null>((at, [stamp]) => later(at, stamp), null);
}

/**
 * Takes in what the user did on this device since: what it has now, against what was known.
 *
 * @param now values by field; null where the thing is not there any more
 * @param stamp gives the stamp of a change of what had the given one, by the field's name (`''`: that it was deleted)
 * @param stays a field that is not taken away by not being there
 * @returns the same record where nothing has changed
 */
export function takeIn(
  known: SyncRecord,
  now: ReadonlyMap<string, Json> | null,
  stamp: (seen: Stamp | null, name: string) => Stamp,
  stays: (name: string) => boolean = () => false,
): SyncRecord {
  if (now === null) {
    if (!isAlive(known)) return known;
    // Deleting takes ten minutes to be final; what was written elsewhere meanwhile is newer than the user's word.
    const deleted = known.fields.deletedAt;
    const gone =
      deleted !== undefined && deleted[1] !== null && (known.gone === null || deleted[0] > known.gone)
        ? deleted[0]
        : stamp(lastStamp(known), '');
    return mergeRecords(known, { fields: {}, gone });
  }
  const changes: Record<string, Field> = {};
  const { gone } = known;
  const notes = noteVersions(known.fields);
  const changeNote = (note: string, text: Json): void => {
    const versions = notes.get(note) ?? [];
    if ((joinNote(versions) ?? null) === text) return;
    const at = stamp(later(lastNoteStamp(versions), gone), note);
    define(changes, ...noteVersion(note, at, text, versions));
  };
  // What is in the trash now was written into before that: stamped later, that would bring it back.
  const isLast = ([name]: [string, Json]): number => Number(name === 'deletedAt');
  for (const [name, value] of [...now].sort((a, b) => isLast(a) - isLast(b))) {
    if (isNote(name)) {
      changeNote(name, value);
      continue;
    }
    const field = Object.hasOwn(known.fields, name) ? known.fields[name] : undefined;
    if (field !== undefined && isSameValue(field[1], value)) continue;
    define(changes, name, [stamp(later(field?.[0] ?? null, gone), name), value]);
  }
  for (const [name, [seen, value]] of Object.entries(known.fields)) {
    if (value === null || isNote(name) || now.has(name) || stays(name)) continue;
    define(changes, name, [stamp(seen, name), null]);
  }
  for (const note of notes.keys()) if (!now.has(note) && !stays(note)) changeNote(note, null);
  return Object.keys(changes).length === 0 ? known : mergeRecords(known, { fields: changes, gone: null });
}
