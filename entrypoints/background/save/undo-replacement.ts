/**
 * Keeps previous versions of articles while a screen or a toast offers to undo their replacement. They are kept in memory
 * only, because a version with its images is large.
 */
import {
  type ArticleSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from '../../../utils/library/articles/article-snapshot.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

/** Longer than a toast is shown without interaction, and longer than a screen offers to undo a save. */
const RETENTION_MS = 120_000;
/** Maximum number of saves whose replaced versions are kept; the oldest are dropped first. */
const MAX_SAVES = 4;

interface ReplacedVersions {
  versions: readonly ArticleSnapshot[];
  /** Allows the browser to stop the background again. */
  release: () => void;
}

/** Keyed by token, oldest first. */
const versionsByToken = new Map<string, ReplacedVersions>();

/** Collects the versions that a save is about to replace. If one can't be read, its replacement can't be undone. */
export class PreviousVersions {
  readonly #versions: ArticleSnapshot[] = [];

  get size(): number {
    return this.#versions.length;
  }

  /** Reads the current version. Must be called before an article's text is replaced. */
  readonly read = async (articleId: string): Promise<void> => {
    try {
      const version = await takeSnapshot(articleId);
      if (version !== null) this.#versions.push(version);
    } catch (error) {
      console.error('offprint: previous version not read', error);
    }
  };

  /** Keeps the versions for undo. @returns a token for `undoReplacement`; absent if nothing was replaced */
  keep(): { undo?: string } {
    if (this.size === 0) return {};
    const undo = crypto.randomUUID();
    keepForUndo(undo, this.#versions);
    return { undo };
  }

  /** Keeps the versions for the toast with this token. */
  keepFor(token: string): void {
    if (this.size > 0) keepForUndo(token, this.#versions);
  }
}

function takeVersions(token: string): readonly ArticleSnapshot[] {
  const entry = versionsByToken.get(token);
  versionsByToken.delete(token);
  entry?.release();
  return entry?.versions ?? [];
}

/** Stores versions under a token, and keeps the background awake, because they are in memory. */
export function keepForUndo(token: string, versions: readonly ArticleSnapshot[]): void {
  const release = Promise.withResolvers<void>();
  versionsByToken.set(token, { versions, release: release.resolve });
  const [oldest] = versionsByToken.keys();
  if (versionsByToken.size > MAX_SAVES && oldest !== undefined) takeVersions(oldest);
  const timer = setTimeout(() => takeVersions(token), RETENTION_MS);
  void stayAwake(() => release.promise).finally(() => clearTimeout(timer));
}

/** @returns false if the token has expired or an article no longer exists */
export async function undoReplacement(token: string): Promise<boolean> {
  const versions = takeVersions(token);
  let isRestored = versions.length > 0;
  for (const version of versions) isRestored = (await restoreSnapshot(version)) && isRestored;
  return isRestored;
}
