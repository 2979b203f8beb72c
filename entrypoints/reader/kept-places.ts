import { isReadingPlace, type ReadingPlace } from '../../components/reader/hooks/reading-place.ts';
import type { ReadingStart } from '../../components/reader/hooks/use-reading-progress.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { DONE_AT } from '../../utils/text/reading-progress.ts';

/** A place, with how far that is in the text: it counts as long as the library says the same, or has not heard of it. */
interface KeptReading extends ReadingPlace {
  /** 0–1. */
  progress: number;
  /** The article's `openedAt` when it was kept: still the same where the browser was ended that moment. */
  heardAt?: number | null;
}

/** Whether something stored is a place in a text. */
export function isKeptReading(value: unknown): value is KeptReading {
  if (!isReadingPlace(value)) return false;
  const { progress, heardAt } = value as KeptReading;
  return Number.isFinite(progress) && (heardAt == null || Number.isFinite(heardAt));
}

/** Shares of a text that are the same place. */
const SAME_PLACE = 0.01;

/**
 * Where to go on.
 *
 * @param row what the library says; null for an article that is not in it
 * @returns the place that was kept; where the user has read on since on another device, which tells no more than the
 *   share, only that
 */
export function startAt(
  kept: KeptReading | null,
  row: Pick<ArticleRow, 'progress' | 'openedAt'> | null,
): Omit<ReadingStart, 'isElsewhere'> {
  const said = row?.progress ?? 0;
  if (kept === null || row === null) return { progress: said, place: null };
  const { block, share, progress, heardAt } = kept;
  const isUnheard = heardAt === row.openedAt && said < DONE_AT;
  const isLast = Math.abs(progress - said) < SAME_PLACE || isUnheard;
  return isLast ? { progress, place: { block, share } } : { progress: said, place: null };
}

interface KeptPlaces<Place> {
  /** The place in an article, or null. */
  of(articleId: string): Place | null;
  /** @param place null forgets it */
  keep(articleId: string, place: Place | null): void;
}

/**
 * Places in articles, in the page's own storage, the latest last.
 *
 * @param key names them in the storage
 * @param most how many are kept; the oldest go first
 * @param isPlace whether something stored is one
 */
export function keptPlaces<Place>(
  key: string,
  most: number,
  isPlace: (value: unknown) => value is Place,
): KeptPlaces<Place> {
  const read = (): [articleId: string, place: Place][] => {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      if (!Array.isArray(value)) return [];
      return value.filter(
        (entry): entry is [string, Place] =>
          Array.isArray(entry) && typeof entry[0] === 'string' && isPlace(entry[1]),
      );
    } catch {
      // Damaged, or written by another version.
      return [];
    }
  };
  return {
    of: (articleId) => read().find(([id]) => id === articleId)?.[1] ?? null,
    keep(articleId, place) {
      const others = read().filter(([id]) => id !== articleId);
      const places = place === null ? others : [...others, [articleId, place]];
      localStorage.setItem(key, JSON.stringify(places.slice(-most)));
    },
  };
}
