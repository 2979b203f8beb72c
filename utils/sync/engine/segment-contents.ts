/**
 * Tracks which records each segment of this device contains, so that permanently deleted content can be erased from
 * those segments without reading all the others.
 */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { isAlive, type SyncRecord, valuesOf } from '../merge/record.ts';
import type { Engine } from './engine.ts';

/** Each segment has its own row in `syncState`, since a single row would have to be rewritten every time. */
const PREFIX = 'segment ';
const nameOf = (number: number): string => PREFIX + String(number);

/** Prefix of the rows in `syncState` for records whose content must be erased, one row per record. */
const ERASURE_PREFIX = 'leaving ';

type HasState = Pick<Engine, 'db'>;

/** Must run inside a transaction that includes `syncState`. */
export async function recordContents(
  { db }: HasState,
  number: number,
  keys: readonly string[],
): Promise<void> {
  await db.syncState.put({ key: nameOf(number), value: keys });
}

/** Clears some segments, or all. Must run inside a transaction that includes `syncState`. */
export async function clearContents({ db }: HasState, numbers?: readonly number[]): Promise<void> {
  if (numbers !== undefined) await db.syncState.bulkDelete(numbers.map(nameOf));
  else await db.syncState.where('key').startsWith(PREFIX).delete();
}

const USER_TEXT = /^(?:mark|note|fix):/;

/**
 * Erasing parts of an article is delayed for this long, so that several erasures share one rewrite of whole segments.
 */
const ERASURE_DELAY_MS = 3_600_000;

/**
 * What must be erased from the segments: `all` if the record was permanently deleted, `some` if it lost text that the
 * user wrote, null if nothing.
 */
export function requiredErasure(known: SyncRecord, end: SyncRecord): 'all' | 'some' | null {
  if (end.gone !== null && end.gone !== known.gone && !isAlive(end))
    return Object.keys(known.fields).length > 0 ? 'all' : null;
  const secrets = [...valuesOf(known).keys()].filter((name) => USER_TEXT.test(name));
  if (secrets.length === 0) return null;
  const left = valuesOf(end);
  return secrets.every((name) => left.has(name)) ? null : 'some';
}

/** A record's pending erasure. */
interface PendingErasure {
  /** When the erasure is due, in milliseconds since 1970. */
  from: number;
  /** The highest number of a segment that may contain the content; not set until the first check. */
  upTo?: number;
}

/** Schedules the erasure of a record's former content. Must run inside a transaction that includes `syncState`. */
export async function recordErasure(
  { db, now }: HasState & Pick<Engine, 'now'>,
  { key }: Pick<SyncRecordRow, 'key'>,
  how: 'all' | 'some',
): Promise<void> {
  const before = (await db.syncState.get(ERASURE_PREFIX + key))?.value as PendingErasure | undefined;
  const from = how === 'all' ? now() : now() + ERASURE_DELAY_MS;
  const earlier = before?.from ?? from;
  await db.syncState.put({
    key: ERASURE_PREFIX + key,
    value: { from: Math.min(from, earlier) } satisfies PendingErasure,
  });
}

export interface DueErasures {
  keys: string[];
  /** Numbers of the segments that may contain some of the content. */
  numbers: number[];
}

/**
 * Finds the erasures that are due. Call only when nothing is unsent, because then later segments don't contain the
 * content.
 *
 * @param sent numbers of the segments in the remote store
 */
export async function readDueErasures(
  { db, now }: HasState & Pick<Engine, 'now'>,
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
    // The second condition prevents endless waiting after the clock was set back.
    if (pending.from <= now() || pending.from > now() + ERASURE_DELAY_MS)
      due.set(key.slice(ERASURE_PREFIX.length), upTo);
  }
  const numbers: number[] = [];
  if (due.size === 0) return { keys: [], numbers };
  for (const number of sent) {
    const contents = (await db.syncState.get(nameOf(number)))?.value as string[] | undefined;
    // Segments of an earlier version have no list of records, and may contain any of them.
    const isDue = (key: string): boolean => (due.get(key) ?? 0) >= number;
    if (contents === undefined || contents.some(isDue)) numbers.push(number);
  }
  return { keys: [...due.keys()], numbers };
}

export async function clearErasures({ db }: HasState, keys: readonly string[]): Promise<void> {
  await db.syncState.bulkDelete(keys.map((key) => ERASURE_PREFIX + key));
}
