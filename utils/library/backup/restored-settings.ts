/** Settings out of a backup, on their way to where settings are kept: only the background gets there. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';

const KEY = 'restoredSettings';

/** Puts down what a backup says of settings, for the background to take. */
export async function keepRestoredSettings(settings: unknown, db: LibraryDb = library): Promise<void> {
  await db.meta.put({ key: KEY, value: JSON.stringify(settings ?? null) });
}

/** What a backup said of settings and nobody has taken yet; undefined where there is nothing. */
export async function findRestoredSettings(db: LibraryDb = library): Promise<unknown> {
  const row = await db.meta.get(KEY);
  return typeof row?.value === 'string' ? JSON.parse(row.value) : undefined;
}

/** They have been taken. */
export async function dropRestoredSettings(db: LibraryDb = library): Promise<void> {
  await db.meta.delete(KEY);
}
