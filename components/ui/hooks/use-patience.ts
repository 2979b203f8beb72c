import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * True once everything is ready, or after a timeout. Stays true from then on.
 *
 * @param timeoutMs timeout in ms
 */
export function useReadyOrTimeout(isReady: boolean, timeoutMs: number): boolean {
  const [isOver, setOver] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), timeoutMs);
    return () => clearTimeout(timer);
  }, [timeoutMs]);
  begun.current ||= isReady || isOver;
  return begun.current;
}
