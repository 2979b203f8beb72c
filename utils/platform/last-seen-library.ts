/** What was known of the library last, kept apart from it: so that its loss can be noticed and said. */
import { browser } from './browser.ts';

/** How many articles there were, and when, in milliseconds since 1970. */
export interface LibraryCount {
  articles: number;
  at: number;
}

export interface LastSeenLibrary extends LibraryCount {
  /** A library that is gone, until the user has seen the notice. */
  lost: LibraryCount | null;
}

const KEY = 'libraryMark';

function readCount(value: unknown): LibraryCount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { articles, at } = value as Record<string, unknown>;
  return typeof articles === 'number' && typeof at === 'number' ? { articles, at } : null;
}

/** Null where none was ever made. */
export async function readLastSeen(): Promise<LastSeenLibrary | null> {
  const value = (await browser.storage.local.get(KEY))[KEY];
  const count = readCount(value);
  return count === null ? null : { ...count, lost: readCount((value as { lost?: unknown }).lost) };
}

export async function writeLastSeen(seen: LastSeenLibrary): Promise<void> {
  await browser.storage.local.set({ [KEY]: seen });
}
