/**
 * Notes of highlights. Each device writes its versions to its own field, `note:<highlight>:<device>`, together with a
 * version vector: the latest version by each device that the author had seen (Parker and others, “Detection of Mutual
 * Inconsistency in Distributed Systems”, 1983). A version is superseded and dropped once another version's vector
 * includes it. Concurrent versions are all kept, and shown one below the other until the note is edited. Therefore, no
 * device has to rewrite the fields of others.
 */
import { type DeviceId, deviceOf, type Field, type Json, laterStamp, type Stamp } from './stamp.ts';

type Fields = Readonly<Record<string, Field>>;

const VERSION = /^(note:.+):([0-9a-f]{16})$/s;

/** True for the name of a note (`note:<highlight>`) or of one of its versions, which has the device appended. */
export const isNote = (name: string): boolean => name.startsWith('note:');

/** Parses the field name of a note version; null for all other fields. */
export function parseNoteVersion(field: string): { note: string; device: DeviceId } | null {
  if (!isNote(field)) return null;
  const [, note, device] = VERSION.exec(field) ?? [];
  return note === undefined || device === undefined ? null : { note, device };
}

/** Groups the versions of notes by note. */
export function groupVersionsByNote(fields: Fields): Map<string, Field[]> {
  const notes = new Map<string, Field[]>();
  for (const [name, field] of Object.entries(fields)) {
    const note = parseNoteVersion(name)?.note;
    if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), field]);
  }
  return notes;
}

/** The text of a note: all distinct versions, latest first, without those contained in others; null if all are empty. */
export function combineVersions(versions: readonly Field[]): string | null {
  const latestFirst = versions.toSorted(([a], [b]) => (a > b ? -1 : 1));
  const texts = new Set(latestFirst.map(([, text]) => text));
  const shown = [...texts].filter((text): text is string => typeof text === 'string' && text !== '');
  const maximal = shown.filter((text) => !shown.some((other) => other !== text && other.includes(text)));
  return maximal.length === 0 ? null : maximal.join('\n\n');
}

/** Merges the version vectors: the latest seen stamp by device. */
function mergeVersionVectors(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = new Map<DeviceId, Stamp>();
  for (const [, , vector = {}] of versions)
    for (const [device, stamp] of Object.entries(vector))
      seen.set(device, laterStamp(seen.get(device) ?? null, stamp) ?? stamp);
  return seen;
}

/** Merges the version vectors, including the versions' own stamps. */
function mergeVectorsAndStamps(versions: readonly Field[]): Map<DeviceId, Stamp> {
  const seen = mergeVersionVectors(versions);
  for (const [stamp] of versions) {
    const device = deviceOf(stamp);
    seen.set(device, laterStamp(seen.get(device) ?? null, stamp) ?? stamp);
  }
  return seen;
}

/** The latest stamp in a note's versions and their version vectors; null if there is none. */
export function lastNoteStamp(versions: readonly Field[]): Stamp | null {
  return [...mergeVectorsAndStamps(versions).values()].reduce<Stamp | null>(
    (at, stamp) => laterStamp(at, stamp),
    null,
  );
}

/**
 * Creates a new version of a note, with its field name.
 *
 * @param at the new version's stamp; must be later than all stamps in `versions`
 * @param versions the versions that the user has seen
 */
export function createNoteVersion(
  note: string,
  at: Stamp,
  text: Json,
  versions: readonly Field[],
): [name: string, field: Field] {
  return [`${note}:${deviceOf(at)}`, [at, text, Object.fromEntries(mergeVectorsAndStamps(versions))]];
}

/** Removes superseded versions of notes, in place. */
export function dropSupersededVersions(fields: Record<string, Field>): void {
  for (const [note, versions] of groupVersionsByNote(fields)) {
    if (versions.length < 2) continue;
    for (const [device, seen] of mergeVersionVectors(versions)) {
      const name = `${note}:${device}`;
      const field = fields[name];
      if (field !== undefined && field[0] <= seen) delete fields[name];
    }
  }
}
