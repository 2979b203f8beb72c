import { bodyOf, focusedIn, holds, isAttached } from '../../page/dom-access.ts';
import { attributeOf, boxOf, isDrawn } from '../../page/element-access.ts';
import { runAtOnce, runInSlices } from '../../page/in-slices.ts';
import { readName } from '../find/class-words.ts';
import { findMustStay } from '../find/must-stay.ts';
import { nameBits } from '../find/name-cues.ts';
import { readWords } from '../find/read-words.ts';
import { hasCue } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { chainOf, sampleOf } from './article-chain.ts';
import type { BlockList } from './block-list.ts';
import { isArticleAway, isLikeWall, isVeiled } from './covered-page.ts';
import { isHeldByScript } from './held-by-script.ts';
import { concealToo, type HiddenBlock } from './hidden-blocks.ts';
import { isEmptyLayer, isModalLayer, type View as LayerView, layersInSteps } from './page-layers.ts';
import { findBackdrops } from './pinned-blocks.ts';
import { isPageLocked, relockPage, unlockPage } from './scroll-lock.ts';
import type { UserActs } from './user-acts.ts';

/** What the hidden modals of a page do to it. */
export interface LockedPage {
  document_: Document;
  view: LayerView & Pick<Window, 'scrollTo' | 'scrollY'>;
  list: BlockList;
  acts: UserActs;
  kept: () => readonly Element[];
  /** False once the same thing has come back too often. */
  mayRepeat: (key: string) => boolean;
}

/** How a page stands after a look at it for a hidden modal. */
export type PageState =
  /** Free, or held by somebody whose right it is. */
  | 'asItShould'
  /** Held in a way that only the modal itself can undo. */
  | 'held';

const HELD_BY = nameBits('consent', 'wall', 'login');

/** Whether a layer may well be what holds the page, by its right: a modal that is none of ours, or a question of consent. */
function mayHold(layer: Element, view: LayerView): boolean {
  if (isModalLayer(layer, view)) return true;
  const names = readName(attributeOf(layer, 'class')) | readName(attributeOf(layer, 'id'));
  return (names & HELD_BY) !== 0 || hasCue(readCues(readWords(layer, 400)), 'consent', 'wall', 'login');
}

/** Sees to it that hidden modals leave no page behind that can't be used. */
export class PageLock {
  readonly #page: LockedPage;
  /** The page is held since the user did something: it is their own menu that does. */
  #isUsers = false;
  #wasHeld = false;
  /** Layers that stood there before the user did anything. */
  readonly #usual = new WeakSet<Element>();
  /** What was unlocked is locked again while a menu of the user's is open. */
  #isLifted = false;

  constructor(page: LockedPage) {
    this.#page = page;
  }

  isLocked(): boolean {
    const { document_, view, kept } = this.#page;
    return isPageLocked(document_, view, kept()) || this.#isCovered();
  }

  /** Whether a layer that stands over much of the page holds it as a wall does, and nothing else that shows may. */
  isWall(layer: Element): boolean {
    const { document_, view, kept } = this.#page;
    if (boxOf(layer).height < view.innerHeight / 2 || !isLikeWall(layer) || !this.isLocked()) return false;
    const others = [...runAtOnce(layersInSteps(document_, view, new Set(chainOf(document_, kept()))))];
    return !others.some(
      (other) => !holds(other, layer) && !holds(layer, other) && !isEmptyLayer(other) && mayHold(other, view),
    );
  }

  /** The page is kept from the user by what only the modal itself can undo. */
  #isCovered(): boolean {
    const { document_, view, kept } = this.#page;
    return isArticleAway(kept()) || isVeiled(document_, view, kept());
  }

  /** Unlocks the page for a modal that was hidden. */
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
   * Undoes what a hidden modal does to the page, as far as it is the modal that does it. A large page has its turn
   * meanwhile: nothing is undone for a modal that is shown again by then.
   *
   * @param mayAsk whether scripts of the page are asked by events of ours
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
      concealToo(block, [...findBackdrops(block.element, view), ...veils]);
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

  /** A wall or a question of consent shows somewhere in the page: what holds it may be theirs. */
  async #isWalled(): Promise<boolean> {
    const { document_, list, kept } = this.#page;
    const mustStay = await findMustStay(document_, kept());
    return mustStay
      .walls()
      .some((wall) => isAttached(wall) && isDrawn(wall) === true && list.holderOf(wall) === null);
  }
}
