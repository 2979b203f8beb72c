/**
 * Notes. What a device writes is a field of its own, `note:<highlight>:<device>`, and says which versions its user had
 * seen, by device: a version vector (Parker and others, “Detection of Mutual Inconsistency in Distributed Systems”,
 * 1983). A version that a later one has seen is dropped. Those that were written without seeing one another all stay,
 * and are shown one below the other until somebody edits the note. So no device has to write what others wrote again.
 */
import type { Field, Json } from './field.ts';
import { type DeviceId, deviceOf, later, type Stamp } from './stamp.ts';

type Fields = Readonly<Record<string, Field>>;

const VERSION = /^(note:.+):([0-9a-f]{16})$/s;

/** True for the name of a note among values; versions of it are fields with the device behind that. */
export const isNote = (name: string): boolean => name.startsWith('note:');

/** The note that a field is a version of, and who wrote it; null for all other fields. */
export function noteOf(field: string): { note: string; device: DeviceId } | null {
  if (!isNote(field)) return null;
  const [, note, device] = VERSION.exec(field) ?? [];
  return note === undefined || device === undefined ? null : { note, device };
}

/** Versions of notes, by note. */
export function noteVersions(fields: Fields): Map<string, Field[]> {
  const notes = new Map<string, Field[]>();
  for (const [name, field] of Object.entries(fields)) {
    const note = noteOf(name)?.note;
    if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), field]);
  }
  return notes;
}

/** The note as it is shown: all versions, the latest first, each once; null where all say that it was deleted. */
export function joinNote(versions: readonly Field[]): string | null {
  const latestFirst = versions.toSorted(([a], [b]) => (a > b ? -1 : 1));
  const texts = new Set(latestFirst.map(([, text]) => text));
  const shown = [...texts].filter((text): text is string => typeof text === 'string' && text !== '');
  const whole = shown.filter((text) => !shown.some((other) => other !== text && other.includes(text)));
  return whole.length === 0 ? null : whole.join('\n\n');
}

/** What versions say that their writers had seen. */
function seenIn(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = new Map<DeviceId, Stamp>();
  for (const [, , before = {}] of versions)
    for (const [device, stamp] of Object.entries(before))
      seen.set(device, later(seen.get(device) ?? null, stamp) ?? stamp);
  return seen;
}

/** The same, and the versions themselves. */
function seenWith(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = seenIn(versions);
  for (const [stamp] of versions) {
    const device = deviceOf(stamp);
    seen.set(device, later(seen.get(device) ?? null, stamp) ?? stamp);
  }
  return seen;
}

/** The latest stamp that a note's versions have or know of; null where there is none. */
export function lastNoteStamp(versions: readonly Field[]): Stamp | null {
  return [...seenWith(versions).values()].reduce<Stamp | null>((at, stamp) => later(at, stamp), null);
}

/**
 * A new version of a note, by its field's name.
 *
 * @param at above all that `versions` know of, if their user has seen them
 * @param versions that the user had seen
 */
export function noteVersion(
  note: string,
  at: Stamp,
  text: Json,
  versions: readonly Field[],
): [name: string, field: Field] {
  return [`${note}:${deviceOf(at)}`, [at, text, Object.fromEntries(seenWith(versions))]];
}

/** Takes versions out, in place, that others have seen. */
export function dropSeen(fields: Record<string, Field>): void {
  for (const [note, versions] of noteVersions(fields)) {
    if (versions.length < 2) continue;
    for (const [device, seen] of seenIn(versions)) {
      const name = `${note}:${device}`;
      const field = fields[name];
      if (field !== undefined && field[0] <= seen) delete fields[name];
    }
  }
}
