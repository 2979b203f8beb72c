import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls `onPress` when the user presses a pointer outside `container`, while `isOpen` is true. */
export function usePressOutside(
  container: RefObject<HTMLElement | null>,
  onPress: () => void,
  isOpen = true,
): void {
  const latestOnPress = useRef(onPress);
  latestOnPress.current = onPress;
  // A layout effect, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !container.current?.contains(target)) latestOnPress.current();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);
}
