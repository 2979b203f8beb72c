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
