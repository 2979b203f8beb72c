import { clearPage } from './clear-page.ts';
import { findClutter } from './find-clutter.ts';
import type { ClutterFinding, ClutterKind, HiddenItem } from './types.ts';
import { watchPage } from './watch-page.ts';

export interface ClearingOptions {
  /** Which kinds to hide. */
  kinds: Record<ClutterKind, boolean>;
  /** What may never be hidden, nor an ancestor of it: the article's own elements. Asked anew for each pass. */
  kept: () => readonly Element[];
  /** Called when the list of hidden items changes. */
  onChange: () => void;
  /** Ends the work and puts the page back as it was. */
  signal: AbortSignal;
  /** Whether an event is the reader's own doing; by default what the browser says of it. */
  isReal?: (event: Event) => boolean;
}

/** Clearing of one page: the first pass is done when this is returned, late arrivals follow. */
export interface Clearing {
  items(): HiddenItem[];
  /** Hides or brings back one item, or all. */
  setHidden(id: number | 'all', hidden: boolean): void;
  /** Outlines the place of one item; null ends it. */
  outline(id: number | null): void;
  /** Milliseconds the first pass took. */
  firstPassMs: number;
}

/**
 * Starts hiding clutter in a document. Nothing that `kept` returns, nor anything that holds or lies in it, is hidden.
 *
 * Throws nothing into the page; a page without a body gets an empty clearing.
 */
export function startClearing(document_: Document, options: ClearingOptions): Clearing {
  const view = document_.defaultView;
  if (document_.body === null || view === null || options.signal.aborted) {
    return { items: () => [], setHidden: noWork, outline: noWork, firstPassMs: 0 };
  }
  const now = () => performance.now();
  const started = now();
  const nameCache = new Map<string, number>();
  const shadowRoots = new Set<ShadowRoot>();
  const find = (root: Element | null): ClutterFinding[] =>
    findClutter(document_, {
      kept: options.kept,
      kinds: options.kinds,
      nameCache,
      shadowRoots,
      ...(root === null ? {} : { root }),
    });
  const cleared = clearPage(document_, view, options, now);
  cleared.take(find(null));
  const firstPassMs = now() - started;
  watchPage(document_, { cleared, find, shadowRoots, signal: options.signal, now });
  options.signal.addEventListener('abort', () => cleared.restore(), { once: true });
  return {
    items: () => cleared.items(),
    setHidden: (id, hidden) => cleared.setHidden(id, hidden),
    outline: (id) => cleared.outline(id),
    firstPassMs,
  };
}

function noWork(): void {
  // A document without a body has nothing to hide.
}
