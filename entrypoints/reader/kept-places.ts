import { isReadingPlace, type ReadingPlace } from '../../components/reader/hooks/reading-place.ts';

/** A place, with how far that is in the text: it counts as long as the library says the same. */
interface KeptReading extends ReadingPlace {
  /** 0–1; missing in places that were kept by earlier versions. */
  progress?: number;
}

/** Whether something stored is a place in a text. */
export function isKeptReading(value: unknown): value is KeptReading {
  if (!isReadingPlace(value)) return false;
  const { progress } = value as KeptReading;
  return progress === undefined || Number.isFinite(progress);
}

/** Shares of a text that are the same place. */
const SAME_PLACE = 0.01;

/**
 * The place to go on at: none where the user has read on since on another device, which tells no more than the share.
 *
 * @param progress what the library says, 0–1
 */
export function placeAt(kept: KeptReading | null, progress: number): ReadingPlace | null {
  if (kept === null) return null;
  const { block, share, progress: then } = kept;
  return then === undefined || Math.abs(then - progress) < SAME_PLACE ? { block, share } : null;
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
      // Written by a version that is gone.
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
