/** Pictures that a restored backup did not contain. They are fetched only when the user requests it. */
import { queryView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { requeueImages } from './image-jobs.ts';

/** Articles per transaction. */
const BATCH_SIZE = 50;

/**
 * Queues every picture that a backup did not contain, of all articles that are not deleted.
 *
 * @returns the number of pictures
 */
export async function queueMissingImages(db: LibraryDb = library): Promise<number> {
  const ids = await queryView(db, 'incomplete').primaryKeys();
  let queued = 0;
  for (let from = 0; from < ids.length; from += BATCH_SIZE) {
    await db.transaction('rw', db.jobs, db.images, db.articles, db.counts, async () => {
      for (const id of ids.slice(from, from + BATCH_SIZE))
        queued += await requeueImages(db, id, ({ error }) => error === 'not-in-backup');
    });
  }
  await clearQuestions(db);
  return queued;
}

/** Clears the question whether to download missing pictures from all imports. */
async function clearQuestions(db: LibraryDb): Promise<void> {
  await db.imports
    .filter(({ missing }) => missing !== undefined)
    .modify((row) => {
      delete row.missing;
    });
}
