import type { ReadingPosition, ReadingStart } from '../../components/reader/hooks/use-reading-progress.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { READ_THRESHOLD } from '../../utils/text/reading-progress.ts';

/** A reading position, valid until the library reports a different progress. */
export interface KeptReading extends ReadingPosition {
  /** Share of the text, 0–1. */
  progress: number;
  /** The article's `openedAt` when it was stored; unchanged if the browser was closed at that moment. */
  heardAt?: number | null;
}

/** Difference of shares up to which positions count as equal. */
const SAME_PLACE = 0.01;

/**
 * The position at which to continue.
 *
 * @param row the library's row; null for an article that is not saved
 * @returns the stored position, or only the share if the user has continued on another device
 */
export function startAt(
  kept: KeptReading | null,
  row: Pick<ArticleRow, 'progress' | 'openedAt'> | null,
): Omit<ReadingStart, 'isAtHighlight'> {
  const said = row?.progress ?? 0;
  if (kept === null || row === null) return { progress: said, position: null };
  const { block, share, progress, heardAt } = kept;
  const isUnheard = heardAt === row.openedAt && said < READ_THRESHOLD;
  const isLast = Math.abs(progress - said) < SAME_PLACE || isUnheard;
  return isLast ? { progress, position: { block, share } } : { progress: said, position: null };
}

interface KeptPlaces<Place> {
  /** The position in an article, or null. */
  of(articleId: string): Place | null;
  /** @param place null removes it */
  keep(articleId: string, place: Place | null): void;
}

/**
 * Positions in articles, in the page's local storage, latest last.
 *
 * @param key storage key
 * @param most maximum number of positions; the oldest are dropped
 */
export function keptPlaces<Place>(key: string, most: number): KeptPlaces<Place> {
  const read = (): [articleId: string, place: Place][] => JSON.parse(localStorage.getItem(key) ?? '[]');
  return {
    of: (articleId) => read().find(([id]) => id === articleId)?.[1] ?? null,
    keep(articleId, place) {
      const others = read().filter(([id]) => id !== articleId);
      const places = place === null ? others : [...others, [articleId, place]];
      localStorage.setItem(key, JSON.stringify(places.slice(-most)));
    },
  };
}
