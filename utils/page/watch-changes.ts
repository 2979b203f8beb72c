import { containsNode, isConnected, windowOf } from './dom-access.ts';

const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Changes of a page during the pauses of a task. */
export interface ChangeWatch {
  /** Starts observing. Further calls have no effect. */
  start(): void;
  /** Whether anything in `root` has changed or `root` was removed from the page; null stands for the whole page. */
  hasChanged(root: Element | null): boolean;
  stop(): void;
}

/** Observes inserted, removed and changed elements and texts, but not attributes. */
export function watchChanges(document_: Document): ChangeWatch {
  const Observer = windowOf(document_)?.MutationObserver ?? globalThis.MutationObserver;
  const changedNodes: Node[] = [];
  const record = (records: MutationRecord[]): void => {
    for (const { target } of records) changedNodes.push(target);
  };
  const observer = new Observer(record);
  return {
    start: () => observer.observe(document_, OBSERVED),
    hasChanged: (root) => {
      record(observer.takeRecords());
      if (root === null) return changedNodes.length > 0;
      return !isConnected(root) || changedNodes.some((node) => containsNode(root, node));
    },
    stop: () => observer.disconnect(),
  };
}
