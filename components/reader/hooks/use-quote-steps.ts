import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * The quote at hand in a text, and the way from one to the next.
 *
 * @param pieces the elements of each quote in the text, by its index and in order of the text
 * @param onStep hears of each quote that a key leads to
 */
export function useQuoteSteps(pieces: ReadonlyMap<number, HTMLElement[]>, onStep: (index: number) => void) {
  const [current, setCurrent] = useState<number | null>(null);
  const light = (index: number | null): void => {
    for (const [quote, parts] of pieces) {
      for (const part of parts) part.classList.toggle('is-lit', quote === index);
    }
  };
  const pick = (index: number): void => {
    light(index);
    setCurrent(index);
  };
  const goTo = (index: number): boolean => {
    const first = pieces.get(index)?.[0];
    if (first === undefined) return false;
    first.scrollIntoView({ block: 'center' });
    pick(index);
    return true;
  };
  useEffect(() => {
    if (current === null) light(null);
  }, [current]);
  return {
    current,
    light,
    pick,
    goTo,
    close: useCallback(() => setCurrent(null), []),
    step(by: 1 | -1): void {
      const order = [...pieces.keys()];
      const at = current === null ? -1 : order.indexOf(current);
      const next = order[at < 0 ? (by === 1 ? 0 : order.length - 1) : at + by];
      if (next !== undefined && goTo(next)) onStep(next);
    },
  };
}
