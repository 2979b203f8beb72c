/**
 * Which records each segment of this device is of: so that what was deleted for good is taken out of the segments that
 * have it, without reading all the others.
 */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { isAlive, type SyncRecord, valuesOf } from '../merge/record.ts';
import type { Engine } from './engine-types.ts';

/** A row of `syncState` for each segment, as one for all would be written anew each time. */
const PREFIX = 'segment ';
const nameOf = (number: number): string => PREFIX + String(number);

/** Records of which something has to leave the segments; a row of `syncState` for each. */
const LEAVING = 'leaving ';

type HasState = Pick<Engine, 'db'>;

/** Inside a transaction that holds `syncState`. */
export async function noteContents({ db }: HasState, number: number, keys: readonly string[]): Promise<void> {
  await db.syncState.put({ key: nameOf(number), value: keys });
}

/** Of some segments, or of all. Inside a transaction that holds `syncState`. */
export async function forgetContents({ db }: HasState, numbers?: readonly number[]): Promise<void> {
  if (numbers !== undefined) await db.syncState.bulkDelete(numbers.map(nameOf));
  else await db.syncState.where('key').startsWith(PREFIX).delete();
}

const SECRET = /^(?:mark|note|fix):/;

/** What was taken out of an article waits for more of its kind so long (ms): each time whole segments are written anew. */
const GATHERS = 3_600_000;

/** Was it deleted for good (`all`), or something in it that the user wrote (`some`)? Null where nothing has to leave. */
export function mustLeave(known: SyncRecord, end: SyncRecord): 'all' | 'some' | null {
  if (end.gone !== null && end.gone !== known.gone && !isAlive(end))
    return Object.keys(known.fields).length > 0 ? 'all' : null;
  const secrets = [...valuesOf(known).keys()].filter((name) => SECRET.test(name));
  if (secrets.length === 0) return null;
  const left = valuesOf(end);
  return secrets.every((name) => left.has(name)) ? null : 'some';
}

/** Of a record; an earlier version kept only `true`. */
interface Noted {
  /** From when on it leaves the segments, ms since 1970. */
  from: number;
  /** No segment with a higher number has it; absent: nobody has looked yet. */
  upTo?: number;
}

/** Notes that a record's former content has to leave the segments. Inside a transaction that holds `syncState`. */
export async function noteLeaving(
  { db, now }: HasState & Pick<Engine, 'now'>,
  { key }: Pick<SyncRecordRow, 'key'>,
  how: 'all' | 'some',
): Promise<void> {
  const before = (await db.syncState.get(LEAVING + key))?.value as Noted | true | undefined;
  const from = how === 'all' ? now() : now() + GATHERS;
  const earlier = typeof before === 'object' ? before.from : from;
  await db.syncState.put({ key: LEAVING + key, value: { from: Math.min(from, earlier) } satisfies Noted });
}

export interface Leaving {
  keys: string[];
  /** Of the segments that may have something of them. */
  numbers: number[];
}

/**
 * What has to leave the segments now. To be asked where nothing waits to be written: no later segment has it then.
 *
 * @param sent the numbers of the segments that are at the place
 */
export async function readLeaving(
  { db, now }: HasState & Pick<Engine, 'now'>,
  sent: readonly number[],
): Promise<Leaving> {
  const rows = await db.syncState.where('key').startsWith(LEAVING).toArray();
  const most = sent.reduce((a, b) => Math.max(a, b), 0);
  const asked = new Map<string, number>();
  for (const { key, value } of rows) {
    const noted: Noted = value === true ? { from: 0 } : (value as Noted);
    const upTo = noted.upTo ?? most;
    if (noted.upTo === undefined) await db.syncState.put({ key, value: { ...noted, upTo } satisfies Noted });
    // A clock that was put back makes nothing wait for ever.
    if (noted.from <= now() || noted.from > now() + GATHERS) asked.set(key.slice(LEAVING.length), upTo);
  }
  const numbers: number[] = [];
  if (asked.size === 0) return { keys: [], numbers };
  for (const number of sent) {
    const contents = (await db.syncState.get(nameOf(number)))?.value as string[] | undefined;
    // What an earlier version wrote may have anything.
    const isAsked = (key: string): boolean => (asked.get(key) ?? 0) >= number;
    if (contents === undefined || contents.some(isAsked)) numbers.push(number);
  }
  return { keys: [...asked.keys()], numbers };
}

export async function forgetLeaving({ db }: HasState, keys: readonly string[]): Promise<void> {
  await db.syncState.bulkDelete(keys.map((key) => LEAVING + key));
}
