import type { ClutterKind, HiddenItem } from './types.ts';

export interface ClearingOptions {
  /** Which kinds to hide. */
  kinds: Record<ClutterKind, boolean>;
  /** What may never be hidden, nor an ancestor of it: the article's own elements. Asked anew for each pass. */
  kept: () => readonly Element[];
  /** Called when the list of hidden items changes. */
  onChange: () => void;
  /** Ends the work and puts the page back as it was. */
  signal: AbortSignal;
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

/** Starts hiding clutter in a document. */
export function startClearing(_document: Document, _options: ClearingOptions): Clearing {
  return { items: () => [], setHidden: () => {}, outline: () => {}, firstPassMs: 0 };
}
