import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import type { BlockPlace } from './seam.ts';

/** What has been hidden on one page, and what hides it. */
export interface ClearedPage {
  /** Hides what was found; `late` for what came after the first pass. Says whether anything changed. */
  take(findings: readonly ClutterFinding[], late?: boolean): boolean;
  /** Something on `target` changed: hides again what the page brought back, gives back what the user asked for. */
  recheck(target: Element): void;
  /** Whether a change of an element may be what a hidden modal does to the page. */
  mayHoldPage(element: Element): boolean;
  /** Undoes what a hidden modal brings after it: its backdrop, and what keeps the user from the page. */
  recheckLock(): void;
  /** Something was put into hidden blocks: brings back those that are no clutter any more. */
  reconsider(elements: readonly Element[]): void;
  /** Brings back the blocks in which some of the article stands by now. */
  freeText(): void;
  /**
   * Whether an element lies in a hidden block.
   *
   * @param free elements known to lie in none, as long as nothing is hidden or shown; gets those found out about
   */
  holds(element: Element, free?: Set<Element>): boolean;
  items(): HiddenItem[];
  setHidden(which: HiddenWhich, hidden: boolean): void;
  /** Where the block of an item stands or stood; null where it is not in the page. */
  placeOf(id: number): BlockPlace | null;
  /** The element of an item. */
  elementOf(id: number): Element | null;
  /** Brings blocks back and strikes them off the list, so that they may be found anew. */
  forget(isMeant: (item: HiddenItem, element: Element) => boolean): void;
  /** Strikes blocks off the list that have gone with what the page showed before. */
  forgetGone(): void;
  /** The user does not want an element spared any more, nor what is around or in it. */
  unspare(element: Element): void;
  /** Puts the page back as it was. */
  restore(): void;
}
