import { bodyOf, focusedIn, holds, isAttached } from '../../page/dom-access.ts';
import { blurElement, boxOf, findFirst, focusOn, isDrawn, sendEvent } from '../../page/element-access.ts';
import { runAtOnce, runInSlices } from '../../page/in-slices.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { findMustStay } from '../find/page-guard.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { chainOf, sampleOf } from './article-chain.ts';
import type { BlockList } from './block-list.ts';
import { isArticleAway, isLikeWall, isVeiled } from './covered-page.ts';
import { type HiddenBlock, hideBackdrops } from './hidden-blocks.ts';
import { isEmptyLayer, isModalLayer, type View as LayerView, layersInSteps } from './page-layers.ts';
import { findBackdrops } from './pinned-blocks.ts';
import { isPageLocked, relockPage, unlockPage } from './scroll-lock.ts';
import type { UserActs } from './user-acts.ts';

/** Access to a page that hidden modals may lock. */
export interface LockedPage {
  document_: Document;
  view: LayerView & Pick<Window, 'scrollTo' | 'scrollY'>;
  list: BlockList;
  acts: UserActs;
  kept: () => readonly Element[];
  /** False once the same thing has reappeared too often. */
  mayRepeat: (key: string) => boolean;
}

/** The state of a page after its modal was hidden. */
export type PageState =
  /** Usable, or held legitimately. */
  | 'asItShould'
  /** Held in a way that only the modal itself can undo. */
  | 'held';

const HELD_BY = nameBits('consent', 'wall', 'login');

/** Whether a layer may hold the page legitimately: an unknown modal, or a consent dialog. */
function mayHold(layer: Element, view: LayerView): boolean {
  if (isModalLayer(layer, view)) return true;
  return (
    (namesOf(layer) & HELD_BY) !== 0 || hasCue(readCues(readWords(layer, 400)), 'consent', 'wall', 'login')
  );
}

/** Keeps pages usable after modals were hidden. */
export class PageLock {
  readonly #page: LockedPage;
  /** The page has been held since an action of the user, so by their own menu. */
  #isUsers = false;
  #wasHeld = false;
  /** Layers that existed before the user did anything. */
  readonly #usual = new WeakSet<Element>();
  /** Whether the page is locked again while a menu of the user's is open. */
  #isLifted = false;

  constructor(page: LockedPage) {
    this.#page = page;
  }

  isLocked(): boolean {
    const { document_, view, kept } = this.#page;
    return isPageLocked(document_, view, kept()) || this.#isCovered();
  }

  /** Whether a layer over much of the page holds it like a wall, and no other visible layer may. */
  isWall(layer: Element): boolean {
    const { document_, view, kept } = this.#page;
    if (boxOf(layer).height < view.innerHeight / 2 || !isLikeWall(layer) || !this.isLocked()) return false;
    const others = [...runAtOnce(layersInSteps(document_, view, new Set(chainOf(document_, kept()))))];
    return !others.some(
      (other) => !holds(other, layer) && !holds(layer, other) && !isEmptyLayer(other) && mayHold(other, view),
    );
  }

  /** Whether the page is blocked by something that only the modal itself can undo. */
  #isCovered(): boolean {
    const { document_, view, kept } = this.#page;
    return isArticleAway(kept()) || isVeiled(document_, view, kept());
  }

  /** Unlocks the page after a modal was hidden. */
  undo(block: HiddenBlock): void {
    const { document_, view, kept } = this.#page;
    const more = unlockPage(document_, view, kept());
    const { styles, attributes } = block.unlocking ?? { styles: [], attributes: [] };
    block.unlocking = {
      styles: [...styles, ...more.styles],
      attributes: [...attributes, ...more.attributes],
    };
  }

  /**
   * Undoes the effects of a hidden modal, as far as the modal causes them. Pauses on large pages; nothing is undone for a
   * modal that was shown again meanwhile.
   *
   * @param mayAsk whether scripts of the page may be tested with synthetic events
   */
  async free(block: HiddenBlock, mayAsk: boolean): Promise<PageState> {
    const { document_, view, list, acts, kept, mayRepeat } = this.#page;
    const chain = new Set(chainOf(document_, kept()));
    const over = await runInSlices(layersInSteps(document_, view, chain));
    if (!block.item.hidden) return 'asItShould';
    const layers = [...over].filter((layer) => isAttached(layer) && list.holderOf(layer) === null);
    const isAsked = acts.hasJustAsked();
    const others = layers.filter((layer) => !isEmptyLayer(layer));
    const isTall = (layer: Element): boolean => boxOf(layer).height >= view.innerHeight / 2;
    const menu = others.some((layer) => !this.#usual.has(layer) && isTall(layer));
    if (!isAsked) {
      const veils = layers.filter((layer) => isEmptyLayer(layer) && isModalLayer(layer, view));
      hideBackdrops(block, [...findBackdrops(block.element, view), ...veils]);
      if (!this.#isLifted) for (const layer of others) this.#usual.add(layer);
    }
    const mayLift = this.#isLifted || (isAsked && block.unlocking !== null);
    if (mayLift && menu) {
      if (block.unlocking !== null) relockPage(block.unlocking);
      block.unlocking = null;
      this.#isLifted = true;
      return 'asItShould';
    }
    const isBack = this.#isLifted;
    this.#isLifted = false;
    const isHeld = this.isLocked();
    if (!isHeld || isBack) this.#isUsers = false;
    else if (isAsked && !this.#wasHeld) this.#isUsers = true;
    this.#wasHeld = isHeld;
    if (this.#isUsers || others.some((layer) => mayHold(layer, view))) return 'asItShould';
    if (isHeld) {
      const isWalled = await this.#isWalled();
      if (!block.item.hidden) return 'asItShould';
      if (isWalled || isLikeWall(block.element) || !mayRepeat('the scroll lock')) return 'held';
      if (this.#isCovered()) return 'held';
      this.undo(block);
      this.#wasHeld = false;
    }
    return mayAsk && this.isHeldByScript(block) ? 'held' : 'asItShould';
  }

  isHeldByScript(block: HiddenBlock): boolean {
    const { document_, kept } = this.#page;
    const part = sampleOf(kept()) ?? bodyOf(document_);
    const focused = focusedIn(document_);
    const isFree = focused === null || focused === bodyOf(document_) || holds(block.element, focused);
    return part !== null && isHeldByScript(document_, part, isFree);
  }

  /** Whether a wall or consent dialog is visible in the page, which may hold it. */
  async #isWalled(): Promise<boolean> {
    const { document_, list, kept } = this.#page;
    const mustStay = await findMustStay(document_, kept());
    return mustStay
      .walls()
      .some((wall) => isAttached(wall) && isDrawn(wall) === true && list.holderOf(wall) === null);
  }
}

/** Keys for navigating a page. */
const KEYS = { Tab: 9, PageDown: 34 };

/** The smallest scroll distance, in CSS pixels, so that pages with wheel navigation do not react. */
const TURN = 1;

/**
 * Whether a script blocks the page without any trace in its style, by preventing the effects of wheel, keys or touch, or by
 * taking the focus away. Tested by synthetic events at an element of the article, which have no effect in browsers.
 *
 * @param part of the article
 * @param isFocusFree whether the focus may be moved, because nothing has it
 */
export function isHeldByScript(document_: Document, part: Element, isFocusFree: boolean): boolean {
  const common = { bubbles: true, cancelable: true, composed: true };
  const isPrevented = (event: Event): boolean => !sendEvent(part, event);
  if (isPrevented(new WheelEvent('wheel', { ...common, deltaY: TURN }))) return true;
  for (const [key, keyCode] of Object.entries(KEYS)) {
    // Older libraries check key codes.
    if (isPrevented(new KeyboardEvent('keydown', { ...common, key, code: key, keyCode }))) return true;
  }
  // Only on touch devices.
  if (typeof TouchEvent === 'function' && typeof Touch === 'function') {
    const { left, top } = boxOf(part);
    const touch = new Touch({ identifier: 1, target: part, clientX: left, clientY: top });
    const touches = { touches: [touch], targetTouches: [touch], changedTouches: [touch] };
    if (isPrevented(new TouchEvent('touchmove', { ...common, ...touches }))) return true;
  }
  return isFocusFree && isFocusTaken(document_);
}

/** Whether a link of the page loses the focus immediately. */
function isFocusTaken(document_: Document): boolean {
  const body = bodyOf(document_);
  const link = body === null ? null : findFirst(body, 'article a[href], main a[href], h1 a[href], a[href]');
  if (link === null || isDrawn(link) !== true) return false;
  focusOn(link, { preventScroll: true });
  // Browsers send no focus events in inactive windows.
  sendEvent(link, new FocusEvent('focusin', { bubbles: true, composed: true }));
  const now = focusedIn(document_);
  if (now === link) blurElement(link);
  return now !== link;
}
