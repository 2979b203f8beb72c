/**
 * How large a file at a place may be. What lies there may be anybody's: more than we would ever write is not taken, and
 * no more than so much is held at once. And what is done about a file that can't be had.
 */
import { paddedSize } from '../format/padding.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { Engine, EnginePlace } from './engine-types.ts';
import { readState, type Tried, writeState } from './sync-state.ts';

const MB = 2 ** 20;

/** In bytes, by kind. */
export const MOST_BYTES = { manifest: 64 * 1024, identity: 64 * 1024, segment: 16 * MB, text: 32 * MB };

/** Names in one listing: a device has some hundreds of segments. */
export const MOST_FILES = 200_000;

/** What age adds to a file: a head, and 16 bytes to each 64 kB (https://age-encryption.org/v1). */
const AGE_HEAD = 1024;
const AGE_CHUNK = 64 * 1024;

/** The most bytes of the file that a picture is in. @param bytes of the picture */
export function mostOfPicture(bytes: number): number {
  const padded = paddedSize(bytes);
  return padded + 16 * Math.ceil(padded / AGE_CHUNK) + AGE_HEAD;
}

/**
 * A file of a place.
 *
 * @param most bytes
 * @returns null where there is none
 * @throws UnreadableFileError where it is larger than that, and what the place throws
 */
export async function getFile(
  place: EnginePlace,
  name: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let file: Blob | null;
  try {
    file = await place.get(name, most);
  } catch (error) {
    // Of a single file it says that there is too much of it.
    if ((error as { code?: unknown }).code !== 'badAnswer') throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
  if (file === null) return null;
  if (file.size > most) throw new UnreadableFileError(name);
  return new Uint8Array(await file.arrayBuffer());
}

/** Pictures that are held at once, in bytes together. */
const HELD = 64 * MB;

/** Lets work begin while there is room for what it holds. */
export class ByteBudget {
  readonly #most: number;
  #held = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most = HELD) {
    this.#most = most;
  }

  /** @param bytes that the work holds; one alone may hold more than there is room for */
  async within<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    while (this.#held > 0 && this.#held + bytes > this.#most)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held += bytes;
    try {
      return await work();
    } finally {
      this.#held -= bytes;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}

/**
 * What servers answer that can't give one file, and may give all others. Nextcloud says 403, 423 or 503 of one that it
 * can't open.
 */
const UNGIVEN: ReadonlySet<unknown> = new Set(['serverFault', 'refused', 'locked', 'forbidden']);

export function isUngiven(error: unknown): boolean {
  const { code, wait } = (error ?? {}) as { code?: unknown; wait?: unknown };
  // One that is too busy for all of them says for how long.
  return UNGIVEN.has(code) || (code === 'busy' && wait === null);
}

/** Where so many in a row can't be had, or deleted, it is the server that has a fault, and no file. */
const MOST_ON_END = { segment: 3, again: 3, content: 10, deleted: 3 };
type Many = keyof typeof MOST_ON_END;

/** How many in a row the server could not give, or would not delete, by engine: each run has its own. */
const onEnd = new WeakMap<Engine, Record<Many, number>>();

function countsOf(engine: Engine): Record<Many, number> {
  const counts = onEnd.get(engine) ?? { segment: 0, again: 0, content: 0, deleted: 0 };
  onEnd.set(engine, counts);
  return counts;
}

/**
 * The same as `getFile`, but for a file that others can be had without.
 *
 * @param kind segments that can't be had end a run at last. Texts and pictures (`content`) don't, nor do segments that are
 *   tried only because the user asks (`again`): see `givesNone`
 * @throws UnreadableFileError also where the server can't give it; its cause is what the place threw
 */
export async function getOneOfMany(
  engine: Engine,
  kind: Exclude<Many, 'deleted'>,
  name: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const counts = countsOf(engine);
  try {
    const file = await getFile(engine.place, name, most);
    if (kind === 'content') counts.content = 0;
    else Object.assign(counts, { segment: 0, again: 0 });
    return file;
  } catch (error) {
    if (!isUngiven(error)) throw error;
    counts[kind] += 1;
    if (kind === 'segment' && counts.segment >= MOST_ON_END.segment) throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
}

/** Notes when a file could not be deleted, or (`null`) that it need not be any more. */
export async function noteUndeleted({ db }: Engine, name: string, triedAt: number | null): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const { [name]: before, ...rest } = (await readState(db, 'undeleted')) ?? {};
    if (triedAt === null && before === undefined) return;
    const tried = triedAt === null ? null : { since: before?.since ?? triedAt, triedAt };
    const all = { ...rest, ...(tried && { [name]: { ...tried, isUngiven: true as const } }) };
    if (Object.keys(all).length === 0) await db.syncState.delete('undeleted');
    else await writeState(db, 'undeleted', all);
  });
}

/** Forgets files that the server would not delete and that are gone, or are not to be deleted any more. */
export async function forgetUndeleted(engine: Engine, isOver: (name: string) => boolean): Promise<void> {
  for (const name of Object.keys((await readState(engine.db, 'undeleted')) ?? {}))
    if (isOver(name)) await noteUndeleted(engine, name, null);
}

/** The server has deleted none of the last files that it was asked to: the rest is left to the next run. */
export const deletesNone = (engine: Engine): boolean => countsOf(engine).deleted >= MOST_ON_END.deleted;

/** Which files are not to be deleted by this run: the server would not lately, or has deleted none of the last ones. */
export async function readUndeletable(engine: Engine): Promise<(name: string) => boolean> {
  const undeleted = (await readState(engine.db, 'undeleted')) ?? {};
  return (name) => deletesNone(engine) || mustWait(engine, undeleted[name]);
}

/** Files to be deleted, those last that are tried only because the user asks: they must not use up what a run tries. */
export async function dueFirst<T>(
  engine: Engine,
  files: readonly T[],
  nameOf: (file: T) => string,
): Promise<T[]> {
  const undeleted = (await readState(engine.db, 'undeleted')) ?? {};
  const rests = (file: T): boolean => isResting(engine, undeleted[nameOf(file)]);
  return [...files.filter((file) => !rests(file)), ...files.filter(rests)];
}

/**
 * Deletes a file that does no harm where it stays.
 *
 * @returns false where the server won't, or would not lately: the caller asks again in its next run
 * @throws what the place throws of more than that file
 */
export async function deleteOneOfMany(engine: Engine, name: string): Promise<boolean> {
  if ((await readUndeletable(engine))(name)) return false;
  const counts = countsOf(engine);
  try {
    await engine.place.delete(name);
  } catch (error) {
    if (!isUngiven(error)) throw error;
    counts.deleted += 1;
    await noteUndeleted(engine, name, engine.now());
    console.warn('offprint: a file at the place can’t be deleted', error);
    return false;
  }
  counts.deleted = 0;
  await noteUndeleted(engine, name, null);
  return true;
}

/** Files of that kind are left to the next run: the server has given none of those that were asked for last. */
export const givesNone = (engine: Engine, kind: 'content' | 'again' = 'content'): boolean =>
  countsOf(engine)[kind] >= MOST_ON_END[kind];

/** A file that can't be read may still be on its way: for so long each run tries it, in ms. */
const ON_ITS_WAY = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether it is too early to try a file again: what can't be read is tried after twice the time each time, and once a
 * day; what the server can't give, or won't delete, not before an hour is over.
 */
export function isResting({ now }: Pick<Engine, 'now'>, tried: Tried | undefined): boolean {
  if (tried === undefined) return false;
  const age = tried.triedAt - tried.since;
  const pause = Math.min(tried.isUngiven ? Math.max(age, HOUR) : age, DAY);
  return age >= ON_ITS_WAY && Math.abs(now() - tried.triedAt) < pause;
}

/** Whether a file is left for later. Where the user asks, all of it is tried. */
export const mustWait = (engine: Pick<Engine, 'now' | 'triesAll'>, tried: Tried | undefined): boolean =>
  !engine.triesAll && isResting(engine, tried);
