import { useRef } from 'preact/hooks';

/** What came of an amount since somebody watches it, and how long that took, in ms. */
export interface Pace {
  grown: number;
  elapsed: number;
}

/**
 * Watches an amount grow, from the first time it is shown: what was done before a pause, or before the browser was
 * closed, says nothing about how fast it goes now.
 */
export function usePace(amount: number): Pace {
  const now = Date.now();
  const first = useRef({ amount, at: now });
  if (amount < first.current.amount) first.current = { amount, at: now };
  return { grown: amount - first.current.amount, elapsed: now - first.current.at };
}
