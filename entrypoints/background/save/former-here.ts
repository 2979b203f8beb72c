/**
 * The article as it was before its newer text was saved from a toast, for as long as the toast can take that back. In
 * memory alone: with its pictures it is large, and the background lives longer than the toast.
 */
import {
  type FormerArticle,
  putBackFormer,
  readFormer,
} from '../../../utils/library/articles/former-article.ts';

/** How long it is kept, in ms: longer than a toast is there that nobody is at. */
const KEPT_MS = 120_000;

let kept: { token: string; former: FormerArticle } | null = null;

/** Reads what is about to be replaced; null where it can't be had: the newer text is saved all the same. */
export async function readFormerHere(articleId: string): Promise<FormerArticle | null> {
  try {
    return await readFormer(articleId);
  } catch (error) {
    console.error('offprint: no way back', error);
    return null;
  }
}

/** Keeps it for the toast with this token, in the place of the one before. */
export function keepFormer(token: string, former: FormerArticle): void {
  kept = { token, former };
  setTimeout(() => {
    if (kept?.token === token) kept = null;
  }, KEPT_MS);
}

/** @returns false where it is not here any more, or the article is gone */
export async function putBackHere(token: string): Promise<boolean> {
  if (kept?.token !== token) return false;
  const { former } = kept;
  kept = null;
  return putBackFormer(former);
}
