/**
 * Tracks which records each segment of this device contains, so that permanently deleted content can be erased from the
 * right segments without reading all of them.
 */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { isAlive, type SyncRecord, valuesOf } from '../merge/record.ts';
import type { Engine } from './engine.ts';

/** Prefix of the rows in `syncState` with the record keys of a segment. A single row would have to be rewritten each time. */
const CONTENTS_PREFIX = 'segment ';
const contentsKey = (number: number): string => CONTENTS_PREFIX + String(number);

/** Prefix of the rows in `syncState` with pending erasures, one per record. */
const ERASURE_PREFIX = 'leaving ';

type HasDatabase = Pick<Engine, 'db'>;

/**
 * Records which records a segment contains. Must run inside a transaction that includes `syncState`.
 *
 * @param number the segment's number
 * @param keys the records' keys
 */
export async function recordContents(
  { db }: HasDatabase,
  number: number,
  keys: readonly string[],
): Promise<void> {
  await db.syncState.put({ key: contentsKey(number), value: keys });
}

/** Forgets the contents of some segments, or of all. Must run inside a transaction that includes `syncState`. */
export async function clearContents({ db }: HasDatabase, numbers?: readonly number[]): Promise<void> {
  if (numbers !== undefined) await db.syncState.bulkDelete(numbers.map(contentsKey));
  else await db.syncState.where('key').startsWith(CONTENTS_PREFIX).delete();
}

/** Fields with text that the user wrote or selected. */
const USER_TEXT_FIELD = /^(?:mark|note|fix):/;

/** Erasing parts of an article is delayed for this time, so that several erasures share one rewrite of segments. */
const ERASURE_DELAY_MS = 3_600_000;

/**
 * Determines what must be erased from segments: `all` if the item was permanently deleted, `some` if it has lost text by
 * the user, null if nothing.
 *
 * @param known the record before the change
 * @param result the record after the change
 */
export function determineErasure(known: SyncRecord, result: SyncRecord): 'all' | 'some' | null {
  if (result.gone !== null && result.gone !== known.gone && !isAlive(result))
    return Object.keys(known.fields).length > 0 ? 'all' : null;
  const userTexts = [...valuesOf(known).keys()].filter((name) => USER_TEXT_FIELD.test(name));
  if (userTexts.length === 0) return null;
  const remaining = valuesOf(result);
  return userTexts.every((name) => remaining.has(name)) ? null : 'some';
}

/** A record's pending erasure. */
interface PendingErasure {
  /** When the erasure is due, in milliseconds since 1970. */
  from: number;
  /** The highest number of a segment that may contain the content; not set until the first check. */
  upTo?: number;
}

/** Schedules the erasure of content that a record had before. Must run inside a transaction that includes `syncState`. */
export async function recordErasure(
  { db, now }: HasDatabase & Pick<Engine, 'now'>,
  { key }: Pick<SyncRecordRow, 'key'>,
  scope: 'all' | 'some',
): Promise<void> {
  const pendingBefore = (await db.syncState.get(ERASURE_PREFIX + key))?.value as PendingErasure | undefined;
  const from = scope === 'all' ? now() : now() + ERASURE_DELAY_MS;
  const earlier = pendingBefore?.from ?? from;
  await db.syncState.put({
    key: ERASURE_PREFIX + key,
    value: { from: Math.min(from, earlier) } satisfies PendingErasure,
  });
}

export interface DueErasures {
  /** The records' keys. */
  keys: string[];
  /** The numbers of the segments that may contain some of the content. */
  numbers: number[];
}

/**
 * Finds the erasures that are due. Must be called only when there are no unsent changes, so that segments that are written
 * later don't contain the content.
 *
 * @param sent the numbers of this device's segments in the remote store
 */
export async function readDueErasures(
  { db, now }: HasDatabase & Pick<Engine, 'now'>,
  sent: readonly number[],
): Promise<DueErasures> {
  const rows = await db.syncState.where('key').startsWith(ERASURE_PREFIX).toArray();
  const highest = sent.reduce((a, b) => Math.max(a, b), 0);
  const due = new Map<string, number>();
  for (const { key, value } of rows) {
    const pending = value as PendingErasure;
    const upTo = pending.upTo ?? highest;
    if (pending.upTo === undefined)
      await db.syncState.put({ key, value: { ...pending, upTo } satisfies PendingErasure });
    // The second condition prevents an endless delay if the clock was set back.
    if (pending.from <= now() || pending.from > now() + ERASURE_DELAY_MS)
      due.set(key.slice(ERASURE_PREFIX.length), upTo);
  }
  const numbers: number[] = [];
  if (due.size === 0) return { keys: [], numbers };
  for (const number of sent) {
    const contents = (await db.syncState.get(contentsKey(number)))?.value as string[] | undefined;
    // For segments written by an earlier version, the records are unknown, so they may contain any of them.
    const isDue = (key: string): boolean => (due.get(key) ?? 0) >= number;
    if (contents === undefined || contents.some(isDue)) numbers.push(number);
  }
  return { keys: [...due.keys()], numbers };
}

/** Removes completed erasures. @param keys the records' keys */
export async function clearErasures({ db }: HasDatabase, keys: readonly string[]): Promise<void> {
  await db.syncState.bulkDelete(keys.map((key) => ERASURE_PREFIX + key));
}
