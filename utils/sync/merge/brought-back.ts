/** What was deleted elsewhere, and written into here after that, comes back. */
import { isAlive, type Json, type SyncRecord, takeIn, valuesOf } from './record.ts';

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
  const all = new Map([...here, ...valuesOf(end)]);
  for (const [name, [, value]] of Object.entries(end.fields)) if (value === null) all.delete(name);
  return takeIn(end, all, stamp);
}
