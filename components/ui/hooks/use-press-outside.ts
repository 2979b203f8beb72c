import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls back when the user presses outside an element, as long as that is open. */
export function usePressOutside(
  frame: RefObject<HTMLElement | null>,
  onPress: () => void,
  isOpen = true,
): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  // Before painting, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !frame.current?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);
}
