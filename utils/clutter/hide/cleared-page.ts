import type { ClutterFinding, HiddenItem, HiddenSelection } from '../types.ts';
import type { BlockPosition } from './position-marker.ts';

/** The hidden blocks of one page, and operations on them. */
export interface ClearedPage {
  /** Hides findings; `isLate` for those after the first pass. Returns whether anything changed. */
  hide(findings: readonly ClutterFinding[], isLate?: boolean): boolean;
  /** Reacts to a change of `target`: hides blocks that the page shows again, shows blocks that the user opens. */
  recheck(target: Element): void;
  /** Whether a change of an element may be an effect of a hidden modal. */
  canAffectLock(element: Element): boolean;
  /** Undoes effects of hidden modals: backdrops, and locks of the page. */
  recheckLock(): void;
  /** Shows hidden blocks that are no longer clutter after insertions. */
  reconsider(elements: readonly Element[]): void;
  /** Shows blocks that now contain text of the article. */
  showArticleText(): void;
  /**
   * Whether an element is in a block of the list.
   *
   * @param outsideElements caches elements that are in no block; valid until a block is hidden or shown
   */
  contains(element: Element, outsideElements?: Set<Element>): boolean;
  items(): HiddenItem[];
  setHidden(selection: HiddenSelection, hidden: boolean): void;
  /** The current or former position of an item's block; null if its element is not in the page. */
  positionOf(id: number): BlockPosition | null;
  /** The element of an item. */
  elementOf(id: number): Element | null;
  /** Shows blocks and removes them from the list, so that they can be found again. */
  remove(filter: (item: HiddenItem, element: Element) => boolean): void;
  /** Removes blocks that are no longer in the page. */
  removeDetached(): void;
  /** Ends the exemptions of an element, its ancestors and descendants. */
  endExemptionsAround(element: Element): void;
  /** Undoes all changes to the page. */
  restore(): void;
}
