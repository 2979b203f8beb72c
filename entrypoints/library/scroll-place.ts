/** Where the reader was in the list, kept with the page's entry in the history: Back leads there. */
export interface ScrollPlace {
  /** Rows that were loaded. */
  shown: number;
  /** Distance from the top in px. */
  top: number;
}

/** The place that belongs to this entry of the history, or null for a fresh visit. */
export function readPlace(): ScrollPlace | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return null;
  const { shown, top } = state as Record<string, unknown>;
  return typeof shown === 'number' && typeof top === 'number' ? { shown, top } : null;
}

export function keepPlace(shown: number): void {
  history.replaceState({ shown, top: window.scrollY } satisfies ScrollPlace, '');
}
