/**
 * Keeps the previous version of an article, for as long as a toast offers to undo its replacement. In memory only: with
 * its images it is large.
 */
import {
  type FormerArticle,
  readFormer,
  restoreFormer,
} from '../../../utils/library/articles/former-article.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

/** Longer than a toast stays that the user does not touch. */
const KEPT_MS = 120_000;
/** Maximum number of versions kept; the oldest are dropped first. */
const MAX_KEPT = 4;

interface Kept {
  former: FormerArticle;
  /** Lets the background go idle again. */
  release: () => void;
}

/** By the toast's token, oldest first. */
const kept = new Map<string, Kept>();

/** Reads the version about to be replaced; null if that fails, in which case the newer text is saved without undo. */
export async function readFormerForUndo(articleId: string): Promise<FormerArticle | null> {
  try {
    return await readFormer(articleId);
  } catch (error) {
    console.error('offprint: no way back', error);
    return null;
  }
}

function take(token: string): FormerArticle | null {
  const found = kept.get(token);
  kept.delete(token);
  found?.release();
  return found?.former ?? null;
}

/** Keeps a version for the toast with this token, and the background awake, which would lose it otherwise. */
export function keepForUndo(token: string, former: FormerArticle): void {
  const release = Promise.withResolvers<void>();
  kept.set(token, { former, release: release.resolve });
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) take(oldest);
  const timer = setTimeout(() => take(token), KEPT_MS);
  void stayAwake(() => release.promise).finally(() => clearTimeout(timer));
}

/** @returns false if the version is no longer kept, or the article is gone */
export async function undoReplacement(token: string): Promise<boolean> {
  const former = take(token);
  return former !== null && restoreFormer(former);
}
