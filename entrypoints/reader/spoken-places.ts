/** In the page's own storage: where each article was last listened to, the latest last. */
const KEY = 'spoken';

/** So many articles are half listened to at the most; older ones begin at the top again. */
const KEPT = 50;

type Place = [articleId: string, sentence: number];

function readPlaces(): Place[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter(
      (entry): entry is Place =>
        Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]),
    );
  } catch {
    // Written by a version that is gone.
    return [];
  }
}

/** The sentence where the reader stopped listening to an article, or null. */
export function spokenPlace(articleId: string): number | null {
  return readPlaces().find(([id]) => id === articleId)?.[1] ?? null;
}

/** @param sentence null where it was heard to the end, or from the beginning on */
export function keepSpokenPlace(articleId: string, sentence: number | null): void {
  const others = readPlaces().filter(([id]) => id !== articleId);
  const places = sentence === null ? others : [...others, [articleId, sentence] as Place];
  localStorage.setItem(KEY, JSON.stringify(places.slice(-KEPT)));
}
