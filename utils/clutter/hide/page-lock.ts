import { activeElementOf, bodyOf, containsNode, isConnected } from '../../page/dom-access.ts';
import {
  blurElement,
  boundingRectOf,
  dispatchTo,
  findFirst,
  focusElement,
  isRendered,
} from '../../page/element-access.ts';
import { runAtOnce, runInSlices } from '../../page/in-slices.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { findPageProtection } from '../find/page-guard.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { listArticleAncestors, pickArticleElement } from './article-ancestors.ts';
import type { BlockList } from './block-list.ts';
import { findBackdrops } from './block-state.ts';
import { isArticleUnrendered, isCoveredByPseudoElement, looksLikeWall } from './covered-page.ts';
import { type HiddenBlock, hideBackdrops } from './hidden-blocks.ts';
import { findLayersInSteps, isEmptyLayer, isModalLayer, type View as LayerView } from './page-layers.ts';
import { isPageLocked, relockPage, unlockPage } from './scroll-lock.ts';
import type { UserActions } from './user-actions.ts';

/** A page that hidden modals may have locked, with the dependencies for unlocking it. */
export interface LockContext {
  document_: Document;
  view: LayerView & Pick<Window, 'scrollTo' | 'scrollY'>;
  list: BlockList;
  userActions: UserActions;
  getExtracted: () => readonly Element[];
  phrases: CueReader;
  /** Returns false once the same thing has reappeared too often. */
  canRepeat: (key: string) => boolean;
}

/** The state of a page after its modal was hidden. */
export type LockState =
  /** Usable, or locked legitimately. */
  | 'usable'
  /** Locked in a way that only the modal itself can undo. */
  | 'locked';

const LOCKING_NAMES = nameBits('consent', 'wall', 'login');

/** Whether a layer may lock the page legitimately, because it is another modal, a consent dialog, a wall or a login. */
function mayLockLegitimately(layer: Element, view: LayerView, phrases: CueReader): boolean {
  if (isModalLayer(layer, view)) return true;
  return (
    (namesOf(layer) & LOCKING_NAMES) !== 0 ||
    hasCue(phrases.readCues(readWords(layer, 400)), 'consent', 'wall', 'login')
  );
}

/** Keeps a page usable after modals have been hidden. */
export class PageLock {
  readonly #context: LockContext;
  /** Whether the page was locked by an action of the user, for example by opening a menu. */
  #isLockedByUser = false;
  #wasLocked = false;
  /** Layers that existed before an action of the user. */
  readonly #initialLayers = new WeakSet<Element>();
  /** Whether we have restored the lock while the user has a menu open. */
  #isRelocked = false;

  constructor(page: LockContext) {
    this.#context = page;
  }

  isLocked(): boolean {
    const { document_, view, getExtracted } = this.#context;
    return isPageLocked(document_, view, getExtracted()) || this.#isCovered();
  }

  /** Whether a large layer locks the page like a wall, and no other visible layer could be the cause. */
  isWall(layer: Element): boolean {
    const { document_, view, getExtracted } = this.#context;
    if (
      boundingRectOf(layer).height < view.innerHeight / 2 ||
      !looksLikeWall(layer, this.#context.phrases) ||
      !this.isLocked()
    )
      return false;
    const others = [
      ...runAtOnce(
        findLayersInSteps(document_, view, new Set(listArticleAncestors(document_, getExtracted()))),
      ),
    ];
    return !others.some(
      (other) =>
        !containsNode(other, layer) &&
        !containsNode(layer, other) &&
        !isEmptyLayer(other) &&
        mayLockLegitimately(other, view, this.#context.phrases),
    );
  }

  /** Whether the article is covered or not rendered, which only the modal itself can undo. */
  #isCovered(): boolean {
    const { document_, view, getExtracted } = this.#context;
    return isArticleUnrendered(getExtracted()) || isCoveredByPseudoElement(document_, view, getExtracted());
  }

  /** Unlocks the page, and records the changes in the block of the modal. */
  unlock(block: HiddenBlock): void {
    const { document_, view, getExtracted } = this.#context;
    const newChanges = unlockPage(document_, view, getExtracted());
    const { styles, attributes } = block.unlockChanges ?? { styles: [], attributes: [] };
    block.unlockChanges = {
      styles: [...styles, ...newChanges.styles],
      attributes: [...attributes, ...newChanges.attributes],
    };
  }

  /**
   * Unlocks the page if a hidden modal has locked it. Pauses on large pages; does nothing if the modal is shown again
   * meanwhile.
   *
   * @param canTestScripts whether scripts of the page may be tested with synthetic events
   */
  async release(block: HiddenBlock, canTestScripts: boolean): Promise<LockState> {
    const { document_, view, list, userActions, getExtracted, canRepeat } = this.#context;
    const ancestors = new Set(listArticleAncestors(document_, getExtracted()));
    const layersFound = await runInSlices(findLayersInSteps(document_, view, ancestors));
    if (!block.item.hidden) return 'usable';
    const layers = [...layersFound].filter(
      (layer) => isConnected(layer) && list.findContaining(layer) === null,
    );
    const isByUser = userActions.hasJustActed();
    const contentLayers = layers.filter((layer) => !isEmptyLayer(layer));
    const isTall = (layer: Element): boolean => boundingRectOf(layer).height >= view.innerHeight / 2;
    const hasMenu = contentLayers.some((layer) => !this.#initialLayers.has(layer) && isTall(layer));
    if (!isByUser) {
      const backdrops = layers.filter((layer) => isEmptyLayer(layer) && isModalLayer(layer, view));
      hideBackdrops(block, [...findBackdrops(block.element, view), ...backdrops]);
      if (!this.#isRelocked) for (const layer of contentLayers) this.#initialLayers.add(layer);
    }
    const canRelock = this.#isRelocked || (isByUser && block.unlockChanges !== null);
    if (canRelock && hasMenu) {
      if (block.unlockChanges !== null) relockPage(block.unlockChanges);
      block.unlockChanges = null;
      this.#isRelocked = true;
      return 'usable';
    }
    const wasRelocked = this.#isRelocked;
    this.#isRelocked = false;
    const isLocked = this.isLocked();
    if (!isLocked || wasRelocked) this.#isLockedByUser = false;
    else if (isByUser && !this.#wasLocked) this.#isLockedByUser = true;
    this.#wasLocked = isLocked;
    if (
      this.#isLockedByUser ||
      contentLayers.some((layer) => mayLockLegitimately(layer, view, this.#context.phrases))
    )
      return 'usable';
    if (isLocked) {
      const hasWall = await this.#hasVisibleWall();
      if (!block.item.hidden) return 'usable';
      if (hasWall || looksLikeWall(block.element, this.#context.phrases) || !canRepeat('the scroll lock'))
        return 'locked';
      if (this.#isCovered()) return 'locked';
      this.unlock(block);
      this.#wasLocked = false;
    }
    return canTestScripts && this.isLockedByScript(block) ? 'locked' : 'usable';
  }

  isLockedByScript(block: HiddenBlock): boolean {
    const { document_, getExtracted } = this.#context;
    const articleElement = pickArticleElement(getExtracted()) ?? bodyOf(document_);
    const focused = activeElementOf(document_);
    const isFocusFree =
      focused === null || focused === bodyOf(document_) || containsNode(block.element, focused);
    return articleElement !== null && isLockedByScript(document_, articleElement, isFocusFree);
  }

  /** Whether a wall or consent dialog is visible, which may lock the page. */
  async #hasVisibleWall(): Promise<boolean> {
    const { document_, list, getExtracted, phrases } = this.#context;
    const protection = await findPageProtection(document_, getExtracted(), {}, phrases);
    return protection
      .walls()
      .some((wall) => isConnected(wall) && isRendered(wall) === true && list.findContaining(wall) === null);
  }
}

/** Keys for navigating a page, with their key codes. */
const NAVIGATION_KEYS = { Tab: 9, PageDown: 34 };

/** The smallest scroll distance, in CSS px, so that pages with wheel navigation don't react. */
const WHEEL_DELTA = 1;

/**
 * Whether a script blocks the page without any trace in its styles, by preventing the effects of the wheel, keys or touch, or
 * by taking the focus away. Tested with synthetic events at an element of the article, which browsers themselves ignore.
 *
 * @param articleElement an element of the article
 * @param isFocusFree whether the focus can be moved for the test, because no element of the page has it
 */
export function isLockedByScript(
  document_: Document,
  articleElement: Element,
  isFocusFree: boolean,
): boolean {
  const common = { bubbles: true, cancelable: true, composed: true };
  const isPrevented = (event: Event): boolean => !dispatchTo(articleElement, event);
  if (isPrevented(new WheelEvent('wheel', { ...common, deltaY: WHEEL_DELTA }))) return true;
  for (const [key, keyCode] of Object.entries(NAVIGATION_KEYS)) {
    // Older libraries check `keyCode`.
    if (isPrevented(new KeyboardEvent('keydown', { ...common, key, code: key, keyCode }))) return true;
  }
  // These constructors exist only on touch devices.
  if (typeof TouchEvent === 'function' && typeof Touch === 'function') {
    const { left, top } = boundingRectOf(articleElement);
    const touch = new Touch({ identifier: 1, target: articleElement, clientX: left, clientY: top });
    const touches = { touches: [touch], targetTouches: [touch], changedTouches: [touch] };
    if (isPrevented(new TouchEvent('touchmove', { ...common, ...touches }))) return true;
  }
  return isFocusFree && isFocusStolen(document_);
}

/** Whether a link of the page loses the focus immediately after getting it. */
function isFocusStolen(document_: Document): boolean {
  const body = bodyOf(document_);
  const link = body === null ? null : findFirst(body, 'article a[href], main a[href], h1 a[href], a[href]');
  if (link === null || isRendered(link) !== true) return false;
  focusElement(link, { preventScroll: true });
  // Browsers send no focus events in inactive windows.
  dispatchTo(link, new FocusEvent('focusin', { bubbles: true, composed: true }));
  const focusedNow = activeElementOf(document_);
  if (focusedNow === link) blurElement(link);
  return focusedNow !== link;
}
