/** The last known size of the library, stored outside of the database so that a loss of the database is noticed. */
import { browser } from './browser.ts';

/** The number of articles, and when they were counted, in milliseconds since 1970. */
export interface LibraryCount {
  articles: number;
  at: number;
}

export interface LastSeenLibrary extends LibraryCount {
  /** The size of a lost library, until the user dismisses the notice. */
  lost: LibraryCount | null;
}

const KEY = 'libraryMark';

function readCount(value: unknown): LibraryCount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { articles, at } = value as Record<string, unknown>;
  return typeof articles === 'number' && typeof at === 'number' ? { articles, at } : null;
}

/** Reads the last known size; null if there has never been a library. */
export async function readLastSeen(): Promise<LastSeenLibrary | null> {
  const value = (await browser.storage.local.get(KEY))[KEY];
  const count = readCount(value);
  return count === null ? null : { ...count, lost: readCount((value as { lost?: unknown }).lost) };
}

export async function writeLastSeen(seen: LastSeenLibrary): Promise<void> {
  await browser.storage.local.set({ [KEY]: seen });
}
