import { listenAt } from './dom-access.ts';

const BY_LETTER = /^(?:Arrow|Home$|End$)/;

/**
 * Knows whether the user chose what is selected to the letter: with Shift and the arrow keys, or by holding Alt as the
 * pointer was let go. What was selected in passing may be widened to whole words.
 */
export function watchManner(document_: Document, signal: AbortSignal): () => boolean {
  let isExact = false;
  const hear = <E extends Event>(type: string, listener: (event: E) => void): void =>
    listenAt(document_, type, listener, { signal, capture: true, passive: true });
  hear<KeyboardEvent>('keydown', ({ shiftKey, key }) => {
    if (shiftKey && BY_LETTER.test(key)) isExact = true;
  });
  hear('pointerdown', () => {
    isExact = false;
  });
  hear<PointerEvent>('pointerup', ({ altKey }) => {
    isExact = altKey;
  });
  return () => isExact;
}
