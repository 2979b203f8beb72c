/**
 * Which records each segment of this device is of: so that what was deleted for good is taken out of the segments that
 * have it, without reading all the others.
 */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { type Field, isAlive, type SyncRecord } from '../merge/record.ts';
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

const isTakenAway = (before: Field | undefined, after: Field | undefined): boolean =>
  before !== undefined && before[1] !== null && (after === undefined || after[1] === null);

/** Was it deleted for good, or something in it that the user wrote? */
export function mustLeave(known: SyncRecord, end: SyncRecord): boolean {
  if (end.gone !== null && end.gone !== known.gone && !isAlive(end))
    return Object.keys(known.fields).length > 0;
  return Object.entries(known.fields).some(
    ([name, field]) => SECRET.test(name) && isTakenAway(field, end.fields[name]),
  );
}

/** Notes that a record's former content has to leave the segments. Inside a transaction that holds `syncState`. */
export async function noteLeaving({ db }: HasState, { key }: Pick<SyncRecordRow, 'key'>): Promise<void> {
  await db.syncState.put({ key: LEAVING + key, value: true });
}

export interface Leaving {
  keys: string[];
  /** Of the segments that may have something of them. */
  numbers: number[];
}

/** @param sent the numbers of the segments that are at the place */
export async function readLeaving({ db }: HasState, sent: readonly number[]): Promise<Leaving> {
  const rows = await db.syncState.where('key').startsWith(LEAVING).primaryKeys();
  if (rows.length === 0) return { keys: [], numbers: [] };
  const keys = rows.map((row) => row.slice(LEAVING.length));
  const asked = new Set(keys);
  const numbers: number[] = [];
  for (const number of sent) {
    const contents = (await db.syncState.get(nameOf(number)))?.value as string[] | undefined;
    // What an earlier version wrote may have anything.
    if (contents === undefined || contents.some((key) => asked.has(key))) numbers.push(number);
  }
  return { keys, numbers };
}

export async function forgetLeaving({ db }: HasState, keys: readonly string[]): Promise<void> {
  await db.syncState.bulkDelete(keys.map((key) => LEAVING + key));
}
