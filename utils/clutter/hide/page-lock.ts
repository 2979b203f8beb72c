import { concealToo, type HiddenBlock } from './hidden-blocks.ts';
import { findBackdrops } from './pinned-blocks.ts';
import { isPageLocked, unlockPage } from './scroll-lock.ts';

/** Milliseconds in which a pop-up's backdrop may come after it. */
const FOLLOW_UP = 3000;

type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY'>;

/** What a pop-up does to the page behind it, and its undoing, which is kept with the pop-up's block. */
export interface PageLock {
  isLocked(): boolean;
  /** Unlocks the page for a block that was hidden. */
  undo(block: HiddenBlock): void;
  /** Undoes what came after a hidden pop-up: its backdrop, and the lock if that may have `changed`. */
  undoLater(popup: HiddenBlock, changed: boolean): void;
}

/** @param mayRepeat false once the page has locked itself again too often */
export function watchLock(
  document_: Document,
  view: View,
  kept: () => readonly Element[],
  mayRepeat: (key: string) => boolean,
  now: () => number,
): PageLock {
  const isLocked = () => isPageLocked(document_, view, kept());
  return {
    isLocked,
    undo(block) {
      if (block.unlocking === null && isLocked()) block.unlocking = unlockPage(document_, view, kept());
    },
    undoLater(popup, changed) {
      if (now() - popup.hiddenAt < FOLLOW_UP) concealToo(popup, findBackdrops(popup.element, view));
      if (!changed || !isLocked() || !mayRepeat('the scroll lock')) return;
      const more = unlockPage(document_, view, kept());
      const { styles, attributes } = popup.unlocking ?? { styles: [], attributes: [] };
      popup.unlocking = {
        styles: [...styles, ...more.styles],
        attributes: [...attributes, ...more.attributes],
      };
    },
  };
}
