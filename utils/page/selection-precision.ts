import { listenTo } from './dom-access.ts';

const CARET_KEY = /^(?:Arrow|Home$|End$)/;

/**
 * Watches whether the user selects text precisely: with Shift and the arrow keys, or by releasing the pointer while holding
 * Alt. Other selections can be extended to whole words.
 *
 * @returns a function that tells whether the current selection is precise
 */
export function watchSelectionPrecision(document_: Document, signal: AbortSignal): () => boolean {
  let isExact = false;
  const listen = <E extends Event>(type: string, listener: (event: E) => void): void =>
    listenTo(document_, type, listener, { signal, capture: true, passive: true });
  listen<KeyboardEvent>('keydown', ({ shiftKey, key }) => {
    if (shiftKey && CARET_KEY.test(key)) isExact = true;
  });
  listen('pointerdown', () => {
    isExact = false;
  });
  listen<PointerEvent>('pointerup', ({ altKey }) => {
    isExact = altKey;
  });
  return () => isExact;
}
