import { MAX_IMAGES } from '../jobs/image-limits.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageRow } from '../types.ts';
import { getHost } from './article-identity.ts';
import { queryImages } from './article-parts.ts';

/** Updates an article's image counts from the image rows. */
export function countImages(article: ArticleRow, images: readonly ImageRow[]): void {
  const overLimit = article.imagesOver ?? 0;
  article.imagesTotal = images.length + overLimit;
  article.imagesSaved = images.filter((image) => image.state === 'saved').length;
  article.imagesFailed = images.filter((image) => image.state === 'failed').length + overLimit;
}

/** Queues images for download. Must run inside the caller's transaction. */
export async function queueImages(db: LibraryDb, images: readonly ImageRow[], now: number): Promise<void> {
  await db.jobs.bulkAdd(
    images.map((image) => ({
      kind: 'image' as const,
      articleId: image.articleId,
      imageId: image.id,
      url: image.url,
      host: getHost(image.url),
      state: 'waiting' as const,
      attempts: 0,
      dueAt: now,
    })),
  );
}

/** Whether an image must be fetched. `data:` images are part of the HTML. */
function isFetchable(url: string): boolean {
  return url.startsWith('https://') || url.startsWith('http://');
}

/**
 * Updates an article's image rows to match its text. Must run inside the caller's transaction.
 * - Saved images are kept.
 * - New and failed images are queued again.
 * - Images that the text no longer contains are deleted.
 * - Images beyond the first `MAX_IMAGES` have no rows; they are only counted.
 *
 * @param urls image URLs in text order
 * @param leadUrl URL of the lead image, which need not be one of `urls`; null if there is none
 * @param now milliseconds since 1970
 * @param isNew whether the article has no image rows yet
 */
export async function updateImages(
  db: LibraryDb,
  article: ArticleRow,
  urls: readonly string[],
  leadUrl: string | null,
  now: number,
  isNew = false,
): Promise<void> {
  const allUrls = new Set((leadUrl === null ? urls : [leadUrl, ...urls]).filter(isFetchable));
  const wantedUrls = new Set([...allUrls].slice(0, MAX_IMAGES));
  if (allUrls.size > wantedUrls.size) article.imagesOver = allUrls.size - wantedUrls.size;
  else delete article.imagesOver;
  const existing = isNew ? [] : await queryImages(db, article.id).toArray();
  if (!isNew) await db.jobs.where('articleId').equals(article.id).delete();
  const removed = existing.filter((image) => !wantedUrls.has(image.url)).map((image) => image.id);
  if (removed.length > 0) await db.images.bulkDelete(removed);
  const savedByUrl = new Map(
    existing
      .filter((image) => wantedUrls.has(image.url) && image.state === 'saved')
      .map((image) => [image.url, image]),
  );
  const idByUrl = new Map(existing.map((image) => [image.url, image.id]));
  const waiting = [...wantedUrls]
    .filter((url) => !savedByUrl.has(url))
    .map(
      (url): ImageRow => ({
        id: idByUrl.get(url) ?? crypto.randomUUID(),
        articleId: article.id,
        url,
        state: 'waiting',
        error: null,
        blob: null,
        type: '',
        bytes: 0,
      }),
    );
  const images = [...savedByUrl.values(), ...waiting];
  countImages(article, images);
  article.leadImageId = images.find((image) => image.url === leadUrl)?.id ?? null;
  if (waiting.length > 0) await Promise.all([db.images.bulkPut(waiting), queueImages(db, waiting, now)]);
}
