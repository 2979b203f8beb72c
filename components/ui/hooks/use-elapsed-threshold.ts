import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Measures how long a screen has been waiting, in steps.
 *
 * @param subject identifies what the screen waits for; a change restarts the timer; null if it does not wait
 * @param thresholdsMs ascending; must be the same array at every render
 * @returns the last threshold that has been reached (ms), or 0
 */
export function useElapsedThreshold(subject: string | null, thresholdsMs: readonly number[]): number {
  const [lastPassed, setPassed] = useState({ subject, ms: 0 });
  // A layout effect, because the first frame may wait for this.
  useLayoutEffect(() => {
    if (subject === null) return;
    const start = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const awaitNext = (index: number): void => {
      const ms = thresholdsMs[index];
      if (ms === undefined) return;
      const pass = (): void => {
        setPassed({ subject, ms });
        awaitNext(index + 1);
      };
      timer = setTimeout(pass, start + ms - Date.now());
    };
    awaitNext(0);
    return () => {
      clearTimeout(timer);
      setPassed({ subject: null, ms: 0 });
    };
  }, [subject, thresholdsMs]);
  return lastPassed.subject === subject ? lastPassed.ms : 0;
}
