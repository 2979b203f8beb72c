import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * How long a screen has waited for something, with one timer for all moments at which that matters.
 *
 * @param subject identifies what is waited for, and starts the time anew when it changes; null if nothing is
 * @param moments in ms, ascending
 * @returns the latest of the moments that has passed, or 0
 */
export function useWaited(subject: string | null, moments: readonly number[]): number {
  const [passed, setPassed] = useState({ subject, ms: 0 });
  // Before the first frame, which may wait for this.
  useLayoutEffect(() => {
    if (subject === null) return;
    const start = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const awaitNext = (index: number): void => {
      const ms = moments[index];
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
  }, [subject, moments]);
  return passed.subject === subject ? passed.ms : 0;
}
