import { rootOf } from './dom-access.ts';

/**
 * Calls back when a page has thrown its root element away and has another, as `document.write` does after loading. Only
 * the document's own children are watched: nothing else costs anything.
 */
export function watchRoot(document_: Document, onNewRoot: () => void, signal: AbortSignal): void {
  let root = rootOf(document_);
  const observer = new MutationObserver(() => {
    const now = rootOf(document_);
    if (now === null || now === root) return;
    root = now;
    onNewRoot();
  });
  observer.observe(document_, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
