/**
 * Two devices wrote the same note without knowing of each other. The later one holds, as everywhere; but what was
 * written on the other one is put behind it instead of being lost. Both devices do that, and write the same.
 */
import { type Field, isNote, mergeRecords, type SyncRecord } from './record.ts';
import { deviceOf, type Stamp } from './stamp.ts';

interface Meeting {
  /** What is here, and what comes. */
  mine: SyncRecord;
  coming: SyncRecord;
  device: string;
  stamp: (seen: Stamp | null) => Stamp;
}

/** Both, where the later one was written by somebody who did not see the earlier one; null where they did. */
function join(a: Field, b: Field): Field | null {
  const [later, earlier] = a[0] > b[0] ? [a, b] : [b, a];
  const [at, words, was] = later;
  if (at === earlier[0] || typeof words !== 'string' || typeof earlier[1] !== 'string') return null;
  if (was === undefined || was >= earlier[0] || words.includes(earlier[1])) return null;
  return [at, `${words}\n\n${earlier[1]}`];
}

/** @returns `mine`, with both notes where one would be lost */
export function keepBothNotes({ mine, coming, device, stamp }: Meeting): SyncRecord {
  const joined: Record<string, Field> = {};
  for (const [name, theirs] of Object.entries(coming.fields)) {
    const ours = isNote(name) && Object.hasOwn(mine.fields, name) ? mine.fields[name] : undefined;
    // Others leave it to those who wrote the two.
    if (ours === undefined || deviceOf(ours[0]) !== device) continue;
    const both = join(ours, theirs);
    if (both !== null) joined[name] = [stamp(both[0]), both[1], both[0]];
  }
  return Object.keys(joined).length === 0 ? mine : mergeRecords(mine, { fields: joined, gone: null });
}
