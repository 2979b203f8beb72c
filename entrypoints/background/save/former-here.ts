/**
 * The article as it was before its newer text was saved from a toast, for as long as the toast can take that back. In
 * memory alone: with its pictures it is large.
 */
import {
  type FormerArticle,
  readFormer,
  restoreFormer,
} from '../../../utils/library/articles/former-article.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

/** How long it is kept, in ms: longer than a toast is there that nobody is at. */
const KEPT_MS = 120_000;
/** Of how many toasts, each in a tab of its own: the oldest go first. */
const MOST = 4;

interface Kept {
  former: FormerArticle;
  /** Lets the background rest again. */
  letGo: () => void;
}

/** By the toast's token, oldest first. */
const kept = new Map<string, Kept>();

/** Reads what is about to be replaced; null where it can't be had: the newer text is saved all the same. */
export async function readFormerHere(articleId: string): Promise<FormerArticle | null> {
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
  found?.letGo();
  return found?.former ?? null;
}

/** Keeps it for the toast with this token, and the background awake so long: it would forget. */
export function keepFormer(token: string, former: FormerArticle): void {
  const letGo = Promise.withResolvers<void>();
  kept.set(token, { former, letGo: letGo.resolve });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) take(oldest);
  const timer = setTimeout(() => take(token), KEPT_MS);
  void stayAwake(() => letGo.promise).finally(() => clearTimeout(timer));
}

/** @returns false where it is not here any more, or the article is gone */
export async function putBackHere(token: string): Promise<boolean> {
  const former = take(token);
  return former !== null && restoreFormer(former);
}
