/**
 * How large a file at a place may be. What lies there may be anybody's: more than we would ever write is not taken, and
 * no more than so much is held at once.
 */
import { paddedSize } from '../format/padding.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import type { EnginePlace } from './engine-types.ts';

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

/** What servers answer that can't give one file, and may give all others. */
const UNGIVEN: ReadonlySet<unknown> = new Set(['serverFault', 'refused']);

export const isUngiven = (error: unknown): boolean =>
  UNGIVEN.has((error as { code?: unknown } | undefined)?.code);

/** Where so many on end can't be had, it is the server that has a fault, and no file. */
const MOST_ON_END = 3;
const onEnd = new WeakMap<EnginePlace, number>();

/**
 * The same as `getFile`, but for a file that others can be had without.
 *
 * @throws UnreadableFileError also where the server can't give it; its cause is what the place threw
 */
export async function getOneOfMany(
  place: EnginePlace,
  name: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const file = await getFile(place, name, most);
    onEnd.delete(place);
    return file;
  } catch (error) {
    if (!isUngiven(error)) throw error;
    const count = (onEnd.get(place) ?? 0) + 1;
    onEnd.set(place, count);
    if (count >= MOST_ON_END) throw error;
    throw new UnreadableFileError(name, { cause: error });
  }
}
