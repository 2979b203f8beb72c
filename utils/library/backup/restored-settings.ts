/** Stores a backup's settings until the background applies them, since no other context can write settings. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';

const KEY = 'restoredSettings';

/** Stores a backup's settings for the background. */
export async function storeRestoredSettings(settings: unknown, db: LibraryDb = library): Promise<void> {
  await db.meta.put({ key: KEY, value: JSON.stringify(settings ?? null) });
}

/** The stored settings that have not been applied yet; undefined if there are none. */
export async function findRestoredSettings(db: LibraryDb = library): Promise<unknown> {
  const row = await db.meta.get(KEY);
  return typeof row?.value === 'string' ? JSON.parse(row.value) : undefined;
}

/** Must be called after the settings were applied. */
export async function clearRestoredSettings(db: LibraryDb = library): Promise<void> {
  await db.meta.delete(KEY);
}
