/**
 * Notes of highlights. Each device writes to a field of its own, `note:<highlight>:<device>`, together with a version
 * vector: which versions its user had seen, by device (Parker and others, “Detection of Mutual Inconsistency in
 * Distributed Systems”, 1983). A version that a later one has seen is superseded and dropped. Concurrent versions all
 * stay, and are shown one below the other until the note is edited. So no device has to rewrite what others wrote.
 */
import { type DeviceId, deviceOf, type Field, type Json, later, type Stamp } from './stamp.ts';

type Fields = Readonly<Record<string, Field>>;

const VERSION = /^(note:.+):([0-9a-f]{16})$/s;

/** True for the name of a note among values. The versions of a note are fields whose names have the device appended. */
export const isNote = (name: string): boolean => name.startsWith('note:');

/** The note and the author of a note version; null for all other fields. */
export function parseNoteVersion(field: string): { note: string; device: DeviceId } | null {
  if (!isNote(field)) return null;
  const [, note, device] = VERSION.exec(field) ?? [];
  return note === undefined || device === undefined ? null : { note, device };
}

/** Groups the versions of notes by note. */
export function versionsByNote(fields: Fields): Map<string, Field[]> {
  const notes = new Map<string, Field[]>();
  for (const [name, field] of Object.entries(fields)) {
    const note = parseNoteVersion(name)?.note;
    if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), field]);
  }
  return notes;
}

/** The note as it is shown: all distinct versions, the latest first; null if it was deleted in all of them. */
export function combineVersions(versions: readonly Field[]): string | null {
  const latestFirst = versions.toSorted(([a], [b]) => (a > b ? -1 : 1));
  const texts = new Set(latestFirst.map(([, text]) => text));
  const shown = [...texts].filter((text): text is string => typeof text === 'string' && text !== '');
  const whole = shown.filter((text) => !shown.some((other) => other !== text && other.includes(text)));
  return whole.length === 0 ? null : whole.join('\n\n');
}

/** The latest seen stamps in the version vectors, by device. */
function seenStamps(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = new Map<DeviceId, Stamp>();
  for (const [, , before = {}] of versions)
    for (const [device, stamp] of Object.entries(before))
      seen.set(device, later(seen.get(device) ?? null, stamp) ?? stamp);
  return seen;
}

/** The same, including the versions' own stamps. */
function seenAndOwnStamps(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = seenStamps(versions);
  for (const [stamp] of versions) {
    const device = deviceOf(stamp);
    seen.set(device, later(seen.get(device) ?? null, stamp) ?? stamp);
  }
  return seen;
}

/** The latest stamp of a note's versions or in their version vectors; null if there is none. */
export function lastNoteStamp(versions: readonly Field[]): Stamp | null {
  return [...seenAndOwnStamps(versions).values()].reduce<Stamp | null>((at, stamp) => later(at, stamp), null);
}

/**
 * Creates a new version of a note, with its field name.
 *
 * @param at must be later than all stamps that `versions` contain
 * @param versions that the user had seen
 */
export function newNoteVersion(
  note: string,
  at: Stamp,
  text: Json,
  versions: readonly Field[],
): [name: string, field: Field] {
  return [`${note}:${deviceOf(at)}`, [at, text, Object.fromEntries(seenAndOwnStamps(versions))]];
}

/** Removes versions that later ones have seen, in place. */
export function dropSupersededVersions(fields: Record<string, Field>): void {
  for (const [note, versions] of versionsByNote(fields)) {
    if (versions.length < 2) continue;
    for (const [device, seen] of seenStamps(versions)) {
      const name = `${note}:${device}`;
      const field = fields[name];
      if (field !== undefined && field[0] <= seen) delete fields[name];
    }
  }
}
