import { holds, isAttached } from '../../page/dom-access.ts';
import { boxOf, focusOn } from '../../page/element-access.ts';
import type { ClutterFinding } from '../types.ts';
import { chainOf } from './article-chain.ts';
import { BlockList } from './block-list.ts';
import type { ClearedPage } from './cleared-page.ts';
import type { ClearingOptions } from './clearing-options.ts';
import { isVeiled } from './covered-page.ts';
import {
  conceal,
  fingerprint,
  type HiddenBlock,
  hideBackdrops,
  hideBlock,
  placeOf,
  reveal,
} from './hidden-blocks.ts';
import { showLeftover } from './hide-element.ts';
import { layerAround, type View, viewOnce } from './page-layers.ts';
import { findBackdrops, readStanding, type Standing } from './pinned-blocks.ts';
import { freeText, giveUp, recheckBlocks, reconsiderBlocks } from './recheck-blocks.ts';
import { closeGap, hasGap } from './scroll-lock.ts';
import { watchUser } from './user-acts.ts';
import { watchModals } from './watch-modals.ts';
import { takeWhole } from './whole-modal.ts';
import { limitRepeats } from './work-budget.ts';

const MAX_ITEMS = 500;
/** Limit of findings processed per pass, including nested and repeated ones. */
const MAX_FINDINGS = 2 * MAX_ITEMS;

type Options = Pick<ClearingOptions, 'kept' | 'onChange' | 'signal' | 'isReal' | 'takesOver'>;
const isHiddenModal = ({ item, standing }: HiddenBlock): boolean => item.hidden && standing.modal;

/** Maintains the list of hidden blocks of one page. */
export function clearPage(
  document_: Document,
  view: View & Pick<Window, 'scrollTo' | 'scrollY'>,
  options: Options,
  now: () => number,
): ClearedPage {
  const list = new BlockList();
  /** Blocks that the page removed; changes around them are undone at the end. */
  const gone: HiddenBlock[] = [];
  const mayRepeat = limitRepeats(now);
  const { kept, signal, onChange, isReal } = options;
  const chain = (): Set<Element> => new Set(chainOf(document_, kept()));
  /** Undoes changes to what the user is about to open, which the page displays as it likes. */
  const giveBack = (): void => {
    for (const block of list.select('all')) {
      const { item, standing, element } = block;
      if (!item.hidden || standing.visible || !acts.asksFor(element, false)) continue;
      list.spare(block);
      onChange();
    }
  };
  const acts = watchUser(document_, { signal, now, chain, onAct: giveBack, isReal });
  const recheck = { list, acts, mayRepeat, kept, onChange };
  const leave = (block: HiddenBlock): void => {
    list.spare(block);
    block.item.holdsPage = true;
    onChange();
  };
  const modals = watchModals({ document_, view, list, acts, kept, mayRepeat, now, signal, leave });

  /** Whether the user types in an element or opened it by a click; it then stays. */
  const isTheUsers = (element: Element, standing: Standing, late: boolean): boolean => {
    if (acts.isBusyIn(element)) return true;
    if (!late || !acts.asksFor(element, standing.pinned)) return false;
    list.spareElement(element);
    return true;
  };

  /** A subscription offer that holds the page without a way out is a wall, whatever its words. */
  const holdsAsWall = ({ element, rule }: ClutterFinding): boolean =>
    rule === undefined && modals.isWall(layerAround(element, view, chain()) ?? element);

  /** Hides a block, replacing an item whose element the page has discarded. */
  const hide = (finding: ClutterFinding, standing: Standing): HiddenBlock | null => {
    const { element } = finding;
    const key = fingerprint(element);
    const former = list.find((block) => block.fingerprint === key && !isAttached(block.element));
    if (former !== undefined) {
      if (former.item.gaveUp === true || !former.item.hidden) return null;
      list.replace(former, element);
      former.standing = standing;
      if (mayRepeat(key)) return conceal(former) ? former : null;
      giveUp(list, former);
      return former;
    }
    const larger = list.absorb(list.hiddenIn(element), finding);
    if (larger !== null) return conceal(larger) ? larger : null;
    if (list.size >= MAX_ITEMS) return null;
    const block = hideBlock(finding, standing, list.nextId());
    if (block !== null) list.add(block);
    return block;
  };

  return {
    take(findings, late = false) {
      const found: ClutterFinding[] = [];
      for (const finding of findings) {
        if (found.length >= MAX_FINDINGS) break;
        const { element } = finding;
        if (list.holderOf(element) === null && !list.isSpared(element)) found.push(finding);
      }
      if (found.length === 0) return false;
      const once = viewOnce(view);
      const fresh = takeWhole(found, once, chain(), kept());
      if (options.takesOver) for (const { element } of fresh) showLeftover(element);
      // All reads before all writes, so that style is computed once.
      const standings = fresh.map(({ element }) => readStanding(element, once));
      const isOver = (standing: Standing | undefined): boolean =>
        standing?.pinned === true && standing.visible;
      const backdrops = fresh.map(({ element }, i) =>
        isOver(standings[i]) ? findBackdrops(element, once) : [],
      );
      const walls = new Set(fresh.filter((finding, i) => isOver(standings[i]) && holdsAsWall(finding)));
      const veiled = standings.some(isOver) && isVeiled(document_, view, kept());
      const gap = hasGap(document_);
      const heights = fresh.map(({ element }, i) =>
        gap && standings[i]?.pinned === true ? boxOf(element).height : 0,
      );
      let changed = false;
      const hidden: HiddenBlock[] = [];
      fresh.forEach((finding, i) => {
        const standing = standings[i];
        if (standing === undefined || isTheUsers(finding.element, standing, late)) return;
        if (walls.has(finding)) return;
        // A layer with a backdrop is a modal, wherever it is.
        if (isOver(standing)) standing.modal ||= veiled || (backdrops[i] ?? []).length > 0;
        const focus = acts.focusBefore(finding.element);
        const block = hide(finding, standing);
        if (block === null) return;
        changed = true;
        if (!block.item.hidden) return;
        hideBackdrops(block, backdrops[i] ?? []);
        block.gaps.push(...closeGap(document_, heights[i] ?? 0));
        if (standing.modal && standing.visible) hidden.push(block);
        if (focus !== null) focusOn(focus, { preventScroll: true });
      });
      for (const block of hidden) modals.see(block);
      if (changed && late) onChange();
      return changed;
    },

    recheck(target) {
      recheckBlocks(recheck, target);
      const opened = list.find((block) => isHiddenModal(block) && holds(block.element, target));
      if (opened !== undefined) modals.see(opened);
    },

    mayHoldPage: (element) => list.find(isHiddenModal) !== undefined && chain().has(element),
    recheckLock: () => modals.look(),

    reconsider: (elements) => reconsiderBlocks(recheck, elements),
    freeText: () => freeText(recheck),
    holds: (element, free) => list.holderOf(element, free) !== null,
    items: () => list.items(),

    setHidden(which, hidden) {
      for (const block of list.select(which)) {
        if (block.item.hidden === hidden) continue;
        if (!hidden && block.item.wasClosed === true) continue;
        if (hidden) {
          list.unspareBlock(block);
          delete block.item.gaveUp;
          delete block.item.holdsPage;
          conceal(block);
          if (block.standing.modal) modals.see(block);
        } else list.spare(block);
      }
      onChange();
    },

    placeOf(id) {
      const block = list.withId(id);
      return block !== undefined && isAttached(block.element) ? placeOf(block) : null;
    },

    elementOf: (id) => list.withId(id)?.element ?? null,

    forget(isToGo) {
      for (const block of list.select('all').filter(({ item, element }) => isToGo(item, element))) {
        if (block.item.hidden) reveal(block);
        list.unspareBlock(block);
        list.drop(block);
      }
    },

    forgetGone() {
      for (const block of list.select('all')) {
        if (isAttached(block.element)) continue;
        list.drop(block);
        if (block.item.hidden) gone.push(block);
      }
    },

    unspare: (element) => list.unspareAround(element),

    restore() {
      for (const block of gone.splice(0).toReversed()) reveal(block);
      for (const block of list.select('all').toReversed()) if (block.item.hidden) reveal(block);
    },
  };
}
