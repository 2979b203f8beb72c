/** What was deleted elsewhere, and written into here after that, comes back. */

import type { Json } from './field.ts';
import { noteOf } from './notes.ts';
import { isAlive, type SyncRecord, takeIn, valuesOf } from './record.ts';

/** Does it stay? */
export function isBroughtBack(
  end: SyncRecord,
  known: SyncRecord,
  { isFirst, isUsed }: { isFirst: boolean; isUsed: boolean },
): boolean {
  const isNews = end.gone !== null && (end.gone !== known.gone || isFirst);
  return isNews && (isAlive(end) || isUsed);
}

/** All of it, since the others have nothing left of it. */
export function sayAgain(
  end: SyncRecord,
  here: ReadonlyMap<string, Json>,
  stamp: (seen: string | null) => string,
): SyncRecord {
  const values = valuesOf(end);
  const all = new Map([...here, ...values]);
  for (const [field, [, value]] of Object.entries(end.fields)) {
    const name = noteOf(field)?.note ?? field;
    if (value === null && !values.has(name)) all.delete(name);
  }
  return takeIn(end, all, stamp);
}
