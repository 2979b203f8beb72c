import { holds, isAttached, viewOf } from './dom-access.ts';

const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** What changes in a page while work on it rests. */
export interface Changes {
  /** From now on. A second call changes nothing. */
  start(): void;
  /** Whether anything changed in the root, or the root is no more in the page; null asks of the whole page. */
  touch(root: Element | null): boolean;
  stop(): void;
}

/** Sees elements and texts that come, go and change; not attributes. */
export function watchChanges(document_: Document): Changes {
  const Observer = viewOf(document_)?.MutationObserver ?? globalThis.MutationObserver;
  const touched: Node[] = [];
  const note = (records: MutationRecord[]): void => {
    for (const { target } of records) touched.push(target);
  };
  const observer = new Observer(note);
  return {
    start: () => observer.observe(document_, CHANGES),
    touch: (root) => {
      note(observer.takeRecords());
      if (root === null) return touched.length > 0;
      return !isAttached(root) || touched.some((node) => holds(root, node));
    },
    stop: () => observer.disconnect(),
  };
}
