/** Reports which parts of an article are saved, and why others are not. */

import { library } from '../db.ts';
import { FINAL_FAILURES, MAX_IMAGES } from '../jobs/image-limits.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageRow } from '../types.ts';
import type { CompletenessReport } from '../view-types.ts';
import { queryVersions } from './article-parts.ts';
import { getFullArticle } from './articles.ts';

/** Maximum length of the shown last words, in UTF-16 code units. */
const MAX_LAST_WORDS_LENGTH = 160;

function getLastWords(text: string): string {
  if (text.length <= MAX_LAST_WORDS_LENGTH) return text;
  const tail = text.slice(-MAX_LAST_WORDS_LENGTH);
  const wordBoundary = tail.search(/\s/);
  return wordBoundary === -1 || wordBoundary > MAX_LAST_WORDS_LENGTH / 2
    ? tail
    : tail.slice(wordBoundary + 1);
}

function isMissing(image: ImageRow): boolean {
  return image.state !== 'saved';
}

/** Creates the report; null if the article does not exist or was deleted. */
export async function reportCompleteness(
  id: string,
  db: LibraryDb = library,
): Promise<CompletenessReport | null> {
  const fullArticle = await getFullArticle(id, db);
  if (fullArticle === null) return null;
  const { article, content, quotes, images } = fullArticle;
  const paragraphs = content.text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  return {
    article,
    text: article.hasText ? (article.isPreview ? 'preview' : 'whole') : 'none',
    paragraphs: paragraphs.length,
    lastWords: getLastWords(paragraphs.at(-1) ?? ''),
    imagesTotal: images.length + (article.imagesOver ?? 0),
    imagesSaved: images.length - images.filter(isMissing).length,
    imageBytes: images.reduce((sum, image) => sum + image.bytes, 0),
    missing: images.filter(isMissing).map(({ id: imageId, url, state, error }) => ({
      id: imageId,
      url,
      state: state === 'waiting' ? 'waiting' : 'failed',
      error,
      canRetry: !FINAL_FAILURES.has(error),
    })),
    imagesOverLimit: article.imagesOver ?? 0,
    maxImages: MAX_IMAGES,
    quotes,
    currentText: content.text,
    versions: await queryVersions(db, id).reverse().toArray(),
  };
}
