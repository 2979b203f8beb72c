/** Where the user was in the list, kept with the page's entry in the history: Back leads there. */
export interface ScrollPlace {
  /** Distance from the top in px. */
  top: number;
}

/** The place that belongs to this entry of the history, or null for a fresh visit. */
export function readPlace(): ScrollPlace | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return null;
  const { top } = state as Record<string, unknown>;
  return typeof top === 'number' ? { top } : null;
}

export function keepPlace(): void {
  history.replaceState({ top: window.scrollY } satisfies ScrollPlace, '');
}
