/**
 * Limits for the pictures of one article. Long photo essays stay below them, but a page with twenty thousand pictures,
 * or an endless one, can't block the queue or fill the disk. The completeness report names what was omitted: each
 * reason has a sentence `readerImage_<failure>`, which states the limit.
 */
import { queryImages } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageFailure, ImageRow } from '../types.ts';

export const MAX_IMAGES = 200;

export const MAX_IMAGE_BYTES = 150 * 1024 * 1024;

/** Maximum total duration of the requests for an article's pictures. */
export const MAX_IMAGE_TIME_MS = 30 * 60_000;

/** Faster requests, in milliseconds, are not recorded. */
const MIN_RECORDED_MS = 1000;

const KEY_PREFIX = 'imageTime ';

/** Failures for which a retry would have the same result. */
export const FINAL_FAILURES: ReadonlySet<ImageFailure | null> = new Set([
  'not-public',
  'too-many',
  'too-much',
] satisfies ImageFailure[]);

/**
 * Queues pictures of an article, up to the limit, since a file can contain any number of them. The others are marked as
 * too many.
 *
 * @param images all of the article's pictures
 * @param wanted those to fetch; changed in place
 * @returns those that must be queued
 */
export function applyImageLimit(images: readonly ImageRow[], wanted: readonly ImageRow[]): ImageRow[] {
  const wantedSet = new Set(wanted);
  const retained = images.filter((image) => image.state !== 'failed' && !wantedSet.has(image)).length;
  const remaining = Math.max(0, MAX_IMAGES - retained);
  for (const image of wanted.slice(0, remaining)) Object.assign(image, { state: 'waiting', error: null });
  for (const image of wanted.slice(remaining)) Object.assign(image, { state: 'failed', error: 'too-many' });
  return wanted.slice(0, remaining);
}

/** The remaining allowance for an article's pictures. @returns bytes and milliseconds, 0 or less if exhausted */
export async function remainingImageAllowance(
  articleId: string,
  db: LibraryDb = library,
): Promise<{ bytes: number; time: number }> {
  let bytes = MAX_IMAGE_BYTES;
  await queryImages(db, articleId).each((image) => {
    bytes -= image.bytes;
  });
  const spent = (await db.meta.get(KEY_PREFIX + articleId))?.value ?? 0;
  return { bytes, time: MAX_IMAGE_TIME_MS - Number(spent) };
}

/**
 * Records the duration of a request for an article's picture. Stored in the database, because the background may be
 * stopped.
 */
export async function recordImageTime(articleId: string, ms: number, db: LibraryDb = library): Promise<void> {
  if (ms < MIN_RECORDED_MS) return;
  const key = KEY_PREFIX + articleId;
  await db.transaction('rw', db.meta, async () => {
    const before = Number((await db.meta.get(key))?.value ?? 0);
    await db.meta.put({ key, value: before + ms });
  });
}

/**
 * Clears the recorded duration of an article whose pictures the user requests again, or of all articles if none is
 * waiting.
 */
export async function clearImageTime(articleId: string | null, db: LibraryDb = library): Promise<void> {
  if (articleId === null) await db.meta.where('key').startsWith(KEY_PREFIX).delete();
  else await db.meta.delete(KEY_PREFIX + articleId);
}
