import type { ReadingPosition, ReadingStart } from '../../components/reader/hooks/use-reading-progress.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { READ_THRESHOLD } from '../../utils/text/reading-progress.ts';

/** A reading position stored in this browser. It is outdated if the library has a different progress. */
export interface StoredPosition extends ReadingPosition {
  /** Share of the text, 0–1. */
  progress: number;
  /** The article's `openedAt` when the position was stored. If it is still the same, the library has not stored the progress. */
  heardAt?: number | null;
}

/** Maximum difference of progress (0–1) at which positions count as equal. */
const PROGRESS_TOLERANCE = 0.01;

/**
 * Returns the position at which to continue reading.
 *
 * @param stored the position stored in this browser, if any
 * @param row the library's row; null for an article that is not saved
 * @returns the stored position; or only the library's progress, if the user has continued on another device
 */
export function findStartPosition(
  stored: StoredPosition | null,
  row: Pick<ArticleRow, 'progress' | 'openedAt'> | null,
): Omit<ReadingStart, 'isAtHighlight'> {
  const libraryProgress = row?.progress ?? 0;
  if (stored === null || row === null) return { progress: libraryProgress, position: null };
  const { block, share, progress, heardAt } = stored;
  const isLibraryBehind = heardAt === row.openedAt && libraryProgress < READ_THRESHOLD;
  const isCurrent = Math.abs(progress - libraryProgress) < PROGRESS_TOLERANCE || isLibraryBehind;
  return isCurrent ? { progress, position: { block, share } } : { progress: libraryProgress, position: null };
}

interface PositionStore<Position> {
  /** The stored position in an article; null if there is none. */
  get(articleId: string): Position | null;
  /** @param position the position; null removes the stored one */
  set(articleId: string, position: Position | null): void;
}

/**
 * Creates a store of positions in articles, in localStorage.
 *
 * @param key storage key
 * @param maxCount maximum number of positions; the oldest are dropped
 */
export function createPositionStore<Position>(key: string, maxCount: number): PositionStore<Position> {
  const read = (): [articleId: string, position: Position][] => JSON.parse(localStorage.getItem(key) ?? '[]');
  return {
    get: (articleId) => read().find(([id]) => id === articleId)?.[1] ?? null,
    set(articleId, position) {
      const others = read().filter(([id]) => id !== articleId);
      const positions = position === null ? others : [...others, [articleId, position]];
      localStorage.setItem(key, JSON.stringify(positions.slice(-maxCount)));
    },
  };
}
