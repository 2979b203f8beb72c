/** Erases the remains of permanently deleted articles from the database. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { readPurgeNote } from './purge-note.ts';
import { shredSearch } from './shred-search.ts';
import { sweepNames } from './sweep-names.ts';

/**
 * Removes unused names, and words from the search index, if a purge is recorded. The record stays, because the change
 * log may still contain the deleted data.
 *
 * @returns the purge for which it has cleaned; null if there is none
 */
export async function cleanDatabase(db: LibraryDb = library): Promise<string | null> {
  // Read first, so that deletions during the cleanup are recorded as a new purge.
  const purge = await readPurgeNote(db);
  if (purge === null) return null;
  await sweepNames(db);
  await shredSearch(db);
  return purge;
}
