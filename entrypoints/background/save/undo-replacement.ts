/**
 * Keeps the previous versions of articles, for as long as a screen or a toast offers to undo their replacement. In memory
 * only: with its images a version is large.
 */
import {
  type ArticleSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from '../../../utils/library/articles/article-snapshot.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

/** Longer than a toast stays that the user does not touch, and than a screen offers to undo a save. */
const KEPT_MS = 120_000;
/** Maximum number of saves whose versions are kept; the oldest are dropped first. */
const MAX_KEPT = 4;

interface Kept {
  formers: readonly ArticleSnapshot[];
  /** Lets the background go idle again. */
  release: () => void;
}

/** By token, oldest first. */
const kept = new Map<string, Kept>();

/** Reads versions that are about to be replaced. One that can't be read is replaced without undo. */
export class FormerVersions {
  readonly #formers: ArticleSnapshot[] = [];

  get size(): number {
    return this.#formers.length;
  }

  /** To be called before an article's text is replaced. */
  readonly read = async (articleId: string): Promise<void> => {
    try {
      const former = await takeSnapshot(articleId);
      if (former !== null) this.#formers.push(former);
    } catch (error) {
      console.error('offprint: no way back', error);
    }
  };

  /** Keeps them for undo. @returns a token for `undoReplacement`, absent if nothing was replaced */
  keep(): { undo?: string } {
    if (this.size === 0) return {};
    const undo = crypto.randomUUID();
    keepForUndo(undo, this.#formers);
    return { undo };
  }

  /** Keeps them for the toast with this token. */
  keepFor(token: string): void {
    if (this.size > 0) keepForUndo(token, this.#formers);
  }
}

function take(token: string): readonly ArticleSnapshot[] {
  const found = kept.get(token);
  kept.delete(token);
  found?.release();
  return found?.formers ?? [];
}

/** Keeps versions under a token, and the background awake, which would lose them otherwise. */
export function keepForUndo(token: string, formers: readonly ArticleSnapshot[]): void {
  const release = Promise.withResolvers<void>();
  kept.set(token, { formers, release: release.resolve });
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) take(oldest);
  const timer = setTimeout(() => take(token), KEPT_MS);
  void stayAwake(() => release.promise).finally(() => clearTimeout(timer));
}

/** @returns false if nothing is kept under the token any more, or an article is gone */
export async function undoReplacement(token: string): Promise<boolean> {
  const formers = take(token);
  let isBack = formers.length > 0;
  for (const former of formers) isBack = (await restoreSnapshot(former)) && isBack;
  return isBack;
}
