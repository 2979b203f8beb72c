import { useRef } from 'preact/hooks';

/**
 * Marks the place of the quote under the pointer, and goes back to the one that was jumped to when the pointer
 * leaves: what the user went to stays marked.
 *
 * @param onMark marks one quote in the article, or none
 */
export function usePlaceMark(onMark: (index: number | null) => void) {
  const settled = useRef<number | null>(null);
  return {
    point: (index: number, inside: boolean): void => {
      // The jump itself has marked it.
      if (inside && index === settled.current) return;
      onMark(inside ? index : settled.current);
    },
    settle: (index: number | null): void => {
      settled.current = index;
    },
  };
}
