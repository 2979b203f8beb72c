import { documentElementOf } from './dom-access.ts';

/**
 * Calls `onNewRoot` when the document element has been replaced, as `document.write` does after loading. Observes only the
 * children of the document, which costs almost nothing.
 */
export function watchRoot(document_: Document, onNewRoot: () => void, signal: AbortSignal): void {
  let root = documentElementOf(document_);
  const observer = new MutationObserver(() => {
    const newRoot = documentElementOf(document_);
    if (newRoot === null || newRoot === root) return;
    root = newRoot;
    onNewRoot();
  });
  observer.observe(document_, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
