/**
 * What the pictures of one article may come to. A long photo essay stays below; a page that names twenty thousand
 * pictures, or one that never ends, doesn't keep the queue busy or fill the disk. The completeness report names what was
 * left out: each has a sentence `readerImage_<failure>`, with the figure in it.
 */
import { imagesOf } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageFailure, ImageRow } from '../types.ts';

/** Pictures. */
export const MOST_IMAGES = 200;

/** Bytes. */
export const MOST_IMAGE_BYTES = 150 * 1024 * 1024;

/** Milliseconds that requests of the article's pictures have run, summed up. */
export const MOST_IMAGE_TIME = 30 * 60_000;

/** A picture that comes as quickly as this, in milliseconds, is not worth a note. */
const QUICK = 1000;

const KEY = 'imageTime ';

/** What may not be tried again: the answer would be the same. */
export const FINAL_FAILURES: ReadonlySet<ImageFailure | null> = new Set([
  'not-public',
  'too-many',
  'too-much',
] satisfies ImageFailure[]);

/**
 * Marks pictures of an article to be fetched, as many as it may hold: a file can bring any number of them. The others
 * are too many.
 *
 * @param images all of the article's
 * @param wanted those of them to fetch; changed in place
 * @returns those that are to be queued
 */
export function askForImages(images: readonly ImageRow[], wanted: readonly ImageRow[]): ImageRow[] {
  const others = new Set(wanted);
  const here = images.filter((image) => image.state !== 'failed' && !others.has(image)).length;
  const room = Math.max(0, MOST_IMAGES - here);
  for (const image of wanted.slice(0, room)) Object.assign(image, { state: 'waiting', error: null });
  for (const image of wanted.slice(room)) Object.assign(image, { state: 'failed', error: 'too-many' });
  return wanted.slice(0, room);
}

/**
 * What an article's pictures may still take.
 *
 * @returns bytes and milliseconds, 0 or less where there is nothing left
 */
export async function imagesLeft(
  articleId: string,
  db: LibraryDb = library,
): Promise<{ bytes: number; time: number }> {
  let bytes = MOST_IMAGE_BYTES;
  await imagesOf(db, articleId).each((image) => {
    bytes -= image.bytes;
  });
  const spent = (await db.meta.get(KEY + articleId))?.value ?? 0;
  return { bytes, time: MOST_IMAGE_TIME - Number(spent) };
}

/** Notes how long a request for one of an article's pictures ran. Kept in the database: the background may be stopped. */
export async function noteImageTime(articleId: string, ms: number, db: LibraryDb = library): Promise<void> {
  if (ms < QUICK) return;
  const key = KEY + articleId;
  await db.transaction('rw', db.meta, async () => {
    const before = Number((await db.meta.get(key))?.value ?? 0);
    await db.meta.put({ key, value: before + ms });
  });
}

/** Forgets the time of one article, whose pictures the user asks for again, or of all, where none is waited for. */
export async function forgetImageTime(articleId: string | null, db: LibraryDb = library): Promise<void> {
  if (articleId === null) await db.meta.where('key').startsWith(KEY).delete();
  else await db.meta.delete(KEY + articleId);
}
