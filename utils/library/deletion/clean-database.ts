/** Takes out of the database what is left in it of what was deleted for good. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { readPurgeNote } from './purge-note.ts';
import { shredSearch } from './shred-search.ts';
import { sweepNames } from './sweep-names.ts';

/**
 * Removes names that are met nowhere any more, and words of the search index. Whether that is due says the note of the
 * purge, which stays: the change log may still hold all of it.
 *
 * @returns which purge it was cleaned for; null where there is none
 */
export async function cleanDatabase(db: LibraryDb = library): Promise<string | null> {
  // First: what is deleted while this runs is noted anew, and still to be done.
  const purge = await readPurgeNote(db);
  if (purge === null) return null;
  await sweepNames(db);
  await shredSearch(db);
  return purge;
}
