import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Whether to begin: once everything is ready, or after a while without it. Stays true from then on.
 *
 * @param patience ms
 */
export function usePatience(isReady: boolean, patience: number): boolean {
  const [isOver, setOver] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), patience);
    return () => clearTimeout(timer);
  }, [patience]);
  begun.current ||= isReady || isOver;
  return begun.current;
}
