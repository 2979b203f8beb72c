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
  concealToo,
  fingerprint,
  type HiddenBlock,
  hideBlock,
  placeOf,
  reveal,
} from './hidden-blocks.ts';
import { showLeftover } from './hide-element.ts';
import { limitRepeats } from './limit-repeats.ts';
import { layerAround, type View, viewOnce } from './page-layers.ts';
import { findBackdrops, readStanding, type Standing } from './pinned-blocks.ts';
import { freeText, giveUp, recheckBlocks, reconsiderBlocks } from './recheck-blocks.ts';
import { closeGap, hasGap } from './scroll-lock.ts';
import { watchUser } from './user-acts.ts';
import { watchModals } from './watch-modals.ts';
import { takeWhole } from './whole-modal.ts';

const ITEMS_LIMIT = 500;
/** Findings of one look that are gone through, with those that lie in others, or take the place of some. */
const TAKEN_LIMIT = 2 * ITEMS_LIMIT;

type Options = Pick<ClearingOptions, 'kept' | 'onChange' | 'signal' | 'isReal' | 'takesOver'>;
const isHiddenModal = ({ item, standing }: HiddenBlock): boolean => item.hidden && standing.modal;

/** Keeps the list of one page's hidden blocks. */
export function clearPage(
  document_: Document,
  view: View & Pick<Window, 'scrollTo' | 'scrollY'>,
  options: Options,
  now: () => number,
): ClearedPage {
  const list = new BlockList();
  /** Blocks whose elements the page took away: what was changed around them is undone at the end. */
  const gone: HiddenBlock[] = [];
  const mayRepeat = limitRepeats(now);
  const { kept, signal, onChange, isReal } = options;
  const chain = (): Set<Element> => new Set(chainOf(document_, kept()));
  /** What the user is about to open is the page's again, which shows it as it likes. */
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

  /** What the user types in stays, and so does what follows a click of theirs. */
  const isTheUsers = (element: Element, standing: Standing, late: boolean): boolean => {
    if (acts.isBusyIn(element)) return true;
    if (!late || !acts.asksFor(element, standing.pinned)) return false;
    list.spareElement(element);
    return true;
  };

  /** What offers a subscription and holds the page with no way out of it is a wall, whatever its words. */
  const holdsAsWall = ({ element, rule }: ClutterFinding): boolean =>
    rule === undefined && modals.isWall(layerAround(element, view, chain()) ?? element);

  /** Hides one block; takes the place of an item whose element the page has thrown away. */
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
    if (list.size >= ITEMS_LIMIT) return null;
    const block = hideBlock(finding, standing, list.nextId());
    if (block !== null) list.add(block);
    return block;
  };

  return {
    take(findings, late = false) {
      const found: ClutterFinding[] = [];
      for (const finding of findings) {
        if (found.length >= TAKEN_LIMIT) break;
        const { element } = finding;
        if (list.holderOf(element) === null && !list.isSpared(element)) found.push(finding);
      }
      if (found.length === 0) return false;
      const once = viewOnce(view);
      const fresh = takeWhole(found, once, chain(), kept());
      if (options.takesOver) for (const { element } of fresh) showLeftover(element);
      // All reading before all writing: style is computed once.
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
        // Where something dims the page for what stands over it, that is a modal, wherever it stands.
        if (isOver(standing)) standing.modal ||= veiled || (backdrops[i] ?? []).length > 0;
        const focus = acts.focusBefore(finding.element);
        const block = hide(finding, standing);
        if (block === null) return;
        changed = true;
        if (!block.item.hidden) return;
        concealToo(block, backdrops[i] ?? []);
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
