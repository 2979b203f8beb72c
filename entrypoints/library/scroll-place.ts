/** The scroll position of a list, stored in its history entry so that Back restores it. */
export interface ScrollPlace {
  /** Distance from the top in px. */
  top: number;
}

/** The position of this history entry; null for a new visit. */
export function readPlace(): ScrollPlace | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return null;
  const { top } = state as Record<string, unknown>;
  return typeof top === 'number' ? { top } : null;
}

export function keepPlace(): void {
  history.replaceState({ top: window.scrollY } satisfies ScrollPlace, '');
}
