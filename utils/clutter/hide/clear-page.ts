import { containsNode, isConnected } from '../../page/dom-access.ts';
import { boundingRectOf, focusElement } from '../../page/element-access.ts';
import { allCues } from '../phrases/all-cues.ts';
import type { ClutterFinding } from '../types.ts';
import { listArticleAncestors } from './article-ancestors.ts';
import { BlockList } from './block-list.ts';
import { type BlockState, findBackdrops, readBlockState } from './block-state.ts';
import type { ClearedPage } from './cleared-page.ts';
import type { ClearingOptions } from './clearing-options.ts';
import { isCoveredByPseudoElement } from './covered-page.ts';
import { extendToModals } from './extend-to-modals.ts';
import {
  createFingerprint,
  createHiddenBlock,
  type HiddenBlock,
  hideBackdrops,
  hideBlock,
  measurePosition,
  showBlock,
} from './hidden-blocks.ts';
import { showLeftHidden } from './hide-element.ts';
import { createCachedView, findLayerAround, type View } from './page-layers.ts';
import { giveUp, recheckBlocks, reconsiderBlocks, showArticleText } from './recheck-blocks.ts';
import { mayReserveSpace, removeReservedSpace } from './scroll-lock.ts';
import { watchUserActions } from './user-actions.ts';
import { watchModals } from './watch-modals.ts';
import { limitRepeats } from './work-budget.ts';

const MAX_ITEMS = 500;
/** Maximum number of findings processed per pass, including nested and repeated ones. */
const MAX_FINDINGS = 2 * MAX_ITEMS;

type Options = Pick<
  ClearingOptions,
  'getExtracted' | 'onChange' | 'phrases' | 'signal' | 'isUserEvent' | 'mayFindLeftovers'
>;
const isHiddenModal = ({ item, state }: HiddenBlock): boolean => item.hidden && state.isModal;

/**
 * Maintains the list of hidden blocks of one page.
 *
 * @param now returns the time in ms
 */
export function clearPage(
  document_: Document,
  view: View & Pick<Window, 'scrollTo' | 'scrollY'>,
  options: Options,
  now: () => number,
): ClearedPage {
  const list = new BlockList();
  /** Blocks that the page removed; our changes around them are undone at the end. */
  const detached: HiddenBlock[] = [];
  const canRepeat = limitRepeats(now);
  const { getExtracted, signal, onChange, isUserEvent, phrases = allCues() } = options;
  const getAncestors = (): Set<Element> => new Set(listArticleAncestors(document_, getExtracted()));
  /** Shows blocks that the user is about to open, so that the page can display them its own way. */
  const showRequested = (): void => {
    for (const block of list.select('all')) {
      const { item, state, element } = block;
      if (!item.hidden || state.isVisible || !userActions.hasRequested(element, false)) continue;
      list.exempt(block);
      onChange();
    }
  };
  const userActions = watchUserActions(document_, {
    signal,
    now,
    getAncestors,
    phrases,
    onAction: showRequested,
    isUserEvent,
  });
  const recheck = { list, userActions, canRepeat, getExtracted, phrases, onChange };
  const showForUse = (block: HiddenBlock): void => {
    list.exempt(block);
    block.item.holdsPage = true;
    onChange();
  };
  const modals = watchModals({
    document_,
    view,
    list,
    userActions,
    getExtracted,
    phrases,
    canRepeat,
    now,
    signal,
    showForUse,
  });

  /** Whether the user types in an element or opened it with a click, so that it must stay. */
  const isRequestedByUser = (element: Element, state: BlockState, isLate: boolean): boolean => {
    if (userActions.hasTypedIn(element)) return true;
    if (!isLate || !userActions.hasRequested(element, state.isPinned)) return false;
    list.exemptElement(element);
    return true;
  };

  /** Whether a finding is an offer that locks the page without a way out, which is a wall, whatever its words. */
  const isLockingWall = ({ element, rule }: ClutterFinding): boolean =>
    rule === undefined && modals.isWall(findLayerAround(element, view, getAncestors()) ?? element);

  /**
   * Hides a block. Reuses the item if the page has recreated the element of an earlier block, or has inserted a copy of it:
   * some pages do that each time it is hidden.
   */
  const hide = (finding: ClutterFinding, state: BlockState, isLate: boolean): HiddenBlock | null => {
    const { element } = finding;
    const key = createFingerprint(element);
    const earlier = list.find((block) => block.fingerprint === key && !isConnected(block.element));
    if (earlier !== undefined) {
      if (earlier.item.gaveUp === true || !earlier.item.hidden) return null;
      list.replace(earlier, element);
      earlier.state = state;
      if (canRepeat(key)) return hideBlock(earlier) ? earlier : null;
      giveUp(list, earlier);
      return earlier;
    }
    const larger = list.mergeInto(list.findHiddenIn(element), finding);
    if (larger !== null) return hideBlock(larger) ? larger : null;
    if (list.size >= MAX_ITEMS) return null;
    const isCopyOf = ({ fingerprint, item }: HiddenBlock): boolean =>
      fingerprint === key && item.kind === finding.kind && item.rule === finding.rule;
    const original = isLate ? list.find(isCopyOf) : undefined;
    const block = createHiddenBlock(finding, state, original?.item.id ?? list.nextId());
    if (block !== null) list.add(block);
    return block;
  };

  return {
    hide(findings, isLate = false) {
      const found: ClutterFinding[] = [];
      for (const finding of findings) {
        if (found.length >= MAX_FINDINGS) break;
        const { element } = finding;
        if (list.findContaining(element) === null && !list.isExempt(element)) found.push(finding);
      }
      if (found.length === 0) return false;
      const cachedView = createCachedView(view);
      const newFindings = extendToModals(found, cachedView, getAncestors(), getExtracted(), phrases);
      if (options.mayFindLeftovers) for (const { element } of newFindings) showLeftHidden(element);
      // All reads come before all writes, so that the browser computes styles only once.
      const states = newFindings.map(({ element }) => readBlockState(element, cachedView));
      const isVisibleLayer = (state: BlockState | undefined): boolean =>
        state?.isPinned === true && state.isVisible;
      const backdrops = newFindings.map(({ element }, i) =>
        isVisibleLayer(states[i]) ? findBackdrops(element, cachedView) : [],
      );
      const walls = new Set(
        newFindings.filter((finding, i) => isVisibleLayer(states[i]) && isLockingWall(finding)),
      );
      const isCovered =
        states.some(isVisibleLayer) && isCoveredByPseudoElement(document_, view, getExtracted());
      const hasReservedSpace = mayReserveSpace(document_);
      const heights = newFindings.map(({ element }, i) =>
        hasReservedSpace && states[i]?.isPinned === true ? boundingRectOf(element).height : 0,
      );
      let hasChanged = false;
      const hiddenModals: HiddenBlock[] = [];
      newFindings.forEach((finding, i) => {
        const state = states[i];
        if (state === undefined || isRequestedByUser(finding.element, state, isLate)) return;
        if (walls.has(finding)) return;
        // A layer with a backdrop is a modal, whatever its position.
        if (isVisibleLayer(state)) state.isModal ||= isCovered || (backdrops[i] ?? []).length > 0;
        const focus = userActions.previousFocus(finding.element);
        const block = hide(finding, state, isLate);
        if (block === null) return;
        hasChanged = true;
        if (!block.item.hidden) return;
        hideBackdrops(block, backdrops[i] ?? []);
        block.gaps.push(...removeReservedSpace(document_, heights[i] ?? 0));
        if (state.isModal && state.isVisible) hiddenModals.push(block);
        if (focus !== null) focusElement(focus, { preventScroll: true });
      });
      for (const block of hiddenModals) modals.watch(block);
      if (hasChanged && isLate) onChange();
      return hasChanged;
    },

    recheck(target) {
      recheckBlocks(recheck, target);
      const openedModal = list.find((block) => isHiddenModal(block) && containsNode(block.element, target));
      if (openedModal !== undefined) modals.watch(openedModal);
    },

    canAffectLock: (element) => list.find(isHiddenModal) !== undefined && getAncestors().has(element),
    recheckLock: () => modals.scheduleCheck(),

    reconsider: (elements) => reconsiderBlocks(recheck, elements),
    showArticleText: () => showArticleText(recheck),
    contains: (element, outsideElements) => list.findContaining(element, outsideElements) !== null,
    items: () => list.items(),

    setHidden(selection, hidden) {
      for (const block of list.select(selection)) {
        if (block.item.hidden === hidden) continue;
        if (!hidden && block.item.wasClosed === true) continue;
        if (hidden) {
          list.endExemption(block);
          delete block.item.gaveUp;
          delete block.item.holdsPage;
          hideBlock(block);
          if (block.state.isModal) modals.watch(block);
        } else list.exempt(block);
      }
      onChange();
    },

    positionOf(id) {
      const block = list.findById(id);
      return block !== undefined && isConnected(block.element) ? measurePosition(block) : null;
    },

    elementOf: (id) => list.findById(id)?.element ?? null,

    remove(filter) {
      for (const block of list.select('all').filter(({ item, element }) => filter(item, element))) {
        if (block.item.hidden) showBlock(block);
        list.endExemption(block);
        list.remove(block);
      }
    },

    removeDetached() {
      for (const block of list.select('all')) {
        if (isConnected(block.element)) continue;
        list.remove(block);
        if (block.item.hidden) detached.push(block);
      }
    },

    endExemptionsAround: (element) => list.endExemptionsAround(element),

    restore() {
      for (const block of detached.splice(0).toReversed()) showBlock(block);
      for (const block of list.select('all').toReversed()) if (block.item.hidden) showBlock(block);
    },
  };
}
