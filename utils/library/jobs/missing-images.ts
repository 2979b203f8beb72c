/** Pictures that a restored backup did not contain. They are fetched only when the user requests it. */
import Dexie from 'dexie';
import { countImages, queueImages } from '../articles/article-images.ts';
import { imagesOf } from '../articles/article-parts.ts';
import { ArticleWrites } from '../articles/article-writes.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { queueAllowedImages } from './image-caps.ts';

/** Articles per transaction. */
const BATCH_SIZE = 50;

async function queueOf(db: LibraryDb, articleIds: readonly string[], now: number): Promise<number> {
  return db.transaction('rw', db.jobs, db.images, db.articles, db.counts, async () => {
    const writes = new ArticleWrites(db);
    let queued = 0;
    for (const id of articleIds) {
      const article = await db.articles.get(id);
      const images = await imagesOf(db, id).toArray();
      const missing = images.filter(({ error }) => error === 'not-in-backup');
      if (article === undefined || missing.length === 0) continue;
      const asked = queueAllowedImages(images, missing);
      await db.images.bulkPut(missing);
      await queueImages(db, asked, now);
      countImages(article, images);
      await writes.put(article);
      queued += asked.length;
    }
    await writes.finish();
    return queued;
  });
}

/**
 * Queues every picture that a backup did not contain, of all articles that are not deleted.
 *
 * @returns the number of pictures
 */
export async function fetchMissingImages(now = Date.now(), db: LibraryDb = library): Promise<number> {
  const ids = (await db.articles
    .where('views')
    .between(['incomplete', Dexie.minKey], ['incomplete', Dexie.maxKey])
    .primaryKeys()) as string[];
  let queued = 0;
  for (let from = 0; from < ids.length; from += BATCH_SIZE)
    queued += await queueOf(db, ids.slice(from, from + BATCH_SIZE), now);
  await settleQuestions(db);
  return queued;
}

/** Removes the question about them from all imports. */
async function settleQuestions(db: LibraryDb): Promise<void> {
  await db.imports
    .filter(({ missing }) => missing !== undefined)
    .modify((row) => {
      delete row.missing;
    });
}
