import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import type { BlockPlace } from './place-marker.ts';

/** The hidden blocks of one page, and operations on them. */
export interface ClearedPage {
  /** Hides findings; `late` for those after the first pass. Returns whether anything changed. */
  take(findings: readonly ClutterFinding[], late?: boolean): boolean;
  /** Reacts to a change of `target`: hides again what the page showed, shows what the user asked for. */
  recheck(target: Element): void;
  /** Whether a change of an element may be an effect of a hidden modal. */
  mayHoldPage(element: Element): boolean;
  /** Undoes effects of hidden modals: backdrops, and whatever blocks the page. */
  recheckLock(): void;
  /** Shows hidden blocks that are no longer clutter after insertions. */
  reconsider(elements: readonly Element[]): void;
  /** Shows blocks that now contain text of the article. */
  freeText(): void;
  /**
   * Whether an element is in a hidden block.
   *
   * @param free caches elements known to be in none while nothing is hidden or shown
   */
  holds(element: Element, free?: Set<Element>): boolean;
  items(): HiddenItem[];
  setHidden(which: HiddenWhich, hidden: boolean): void;
  /** The current or former position of an item's block; null if it is not in the page. */
  placeOf(id: number): BlockPlace | null;
  /** The element of an item. */
  elementOf(id: number): Element | null;
  /** Shows blocks and removes them from the list, so that they may be found again. */
  forget(isMeant: (item: HiddenItem, element: Element) => boolean): void;
  /** Removes blocks that disappeared with the page's previous content. */
  forgetGone(): void;
  /** Ends exemptions of an element, its ancestors and descendants. */
  unspare(element: Element): void;
  /** Undoes all changes to the page. */
  restore(): void;
}
