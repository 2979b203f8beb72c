import { isStillBegging } from './find-clutter.ts';
import {
  closeModal,
  conceal,
  concealToo,
  fingerprint,
  type HiddenBlock,
  hideBlock,
  isUndoneByPage,
  placeOf,
  reveal,
} from './hidden-blocks.ts';
import { limitRepeats } from './limit-repeats.ts';
import { findBackdrops, isModal, readStanding, type Standing } from './pinned-blocks.ts';
import { makePlaceMarker } from './place-marker.ts';
import { readWords } from './read-words.ts';
import { closeGap, hasGap, isPageLocked, unlockPage } from './scroll-lock.ts';
import type { ClearingOptions } from './start-clearing.ts';
import type { ClutterFinding, ClutterKind, HiddenItem, HiddenWhich } from './types.ts';
import { watchUser } from './user-acts.ts';

/** What has been hidden on one page, and what hides it. */
export interface ClearedPage {
  /** Hides what was found; `late` for what came after the first pass. Says whether anything changed. */
  take(findings: readonly ClutterFinding[], late?: boolean): boolean;
  /** Something on `target` changed: hides again what the page brought back, gives back what the reader asked for. */
  recheck(target: Element): void;
  /** Undoes what a hidden pop-up brings after it: its backdrop, and a scroll lock if that may have `changed`. */
  recheckLock(changed: boolean): void;
  /** Something was put into a hidden block: brings back a block that is no clutter any more. */
  reconsider(element: Element): void;
  /** Whether an element lies in a hidden block. */
  holds(element: Element): boolean;
  items(): HiddenItem[];
  setHidden(which: HiddenWhich, hidden: boolean): void;
  outline(id: number | null): void;
  /** The element of an item. */
  elementOf(id: number): Element | null;
  /** Brings blocks back and strikes them off the list, so that they may be found anew. */
  forget(isMeant: (item: HiddenItem, element: Element) => boolean): void;
  /** The reader does not want an element spared any more, nor what is around or in it. */
  unspare(element: Element): void;
  /** Puts the page back as it was. */
  restore(): void;
}

const ITEMS_LIMIT = 500;
const EXTRAS: ReadonlySet<ClutterKind> = new Set([
  'social-follow',
  'share-bar',
  'related-links',
  'comments',
  'ad-slot',
  'page-note',
]);
/** Milliseconds in which a pop-up's backdrop may come after it. */
const FOLLOW_UP = 3000;

type Options = Pick<ClearingOptions, 'kept' | 'onChange' | 'signal' | 'isReal'>;
type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY'>;

/** Keeps the list of one page's hidden blocks. */
export function clearPage(document_: Document, view: View, options: Options, now: () => number): ClearedPage {
  const blocks: HiddenBlock[] = [];
  const byElement = new WeakMap<Element, HiddenBlock>();
  const spared = new Set<Element>();
  const mayRepeat = limitRepeats(now);
  const acts = watchUser(document_, options.signal, now, options.isReal);
  const marker = makePlaceMarker(document_);
  let nextId = 1;

  const giveUp = (block: HiddenBlock): void => {
    reveal(block);
    block.item.gaveUp = true;
    spared.add(block.element);
  };

  const isSpared = (element: Element): boolean => {
    for (const other of spared) if (other.contains(element) || element.contains(other)) return true;
    return false;
  };

  const wants = (finding: ClutterFinding, standing: Standing, late: boolean): boolean => {
    const { element } = finding;
    if (acts.isBusyIn(element)) return false;
    if (late && standing.pinned && acts.hasJustAsked()) {
      spared.add(element);
      return false;
    }
    return true;
  };

  /** Hides one block; takes the place of an item whose element the page has thrown away. */
  const hide = (finding: ClutterFinding, standing: Standing): HiddenBlock | null => {
    const key = fingerprint(finding.element);
    const former = blocks.find((block) => block.fingerprint === key && !block.element.isConnected);
    if (former?.item.gaveUp === true) return null;
    if (former !== undefined) {
      if (!former.item.hidden) return null;
      former.element = finding.element;
      former.standing = standing;
      byElement.set(finding.element, former);
      if (!mayRepeat(key)) {
        former.changes = [];
        giveUp(former);
        return former;
      }
      former.changes = [];
      return conceal(former) ? former : null;
    }
    const inner = blocks.filter((block) => block.item.hidden && finding.element.contains(block.element));
    if (inner[0] !== undefined) {
      absorb(inner[0], inner.slice(1), finding);
      return conceal(inner[0]) ? inner[0] : null;
    }
    if (blocks.length >= ITEMS_LIMIT) return null;
    const block = hideBlock(finding, standing, nextId);
    if (block === null) return null;
    nextId += 1;
    blocks.push(block);
    byElement.set(finding.element, block);
    return block;
  };

  /** A larger block that was found takes the place of those in it, as one item. */
  const absorb = (block: HiddenBlock, others: readonly HiddenBlock[], finding: ClutterFinding): void => {
    const { element, rule } = finding;
    if (rule !== undefined) Object.assign(block.item, { rule, reason: finding.reason });
    for (const other of others) {
      block.changes.push(...other.changes);
      block.gaps.push(...other.gaps);
      blocks.splice(blocks.indexOf(other), 1);
    }
    block.element = element;
    block.fingerprint = fingerprint(element);
    block.item.text = readWords(element);
    byElement.set(element, block);
  };

  const unlock = (block: HiddenBlock): void => {
    if (block.unlocking !== null || !isPageLocked(document_, view, options.kept())) return;
    block.unlocking = unlockPage(document_, view, options.kept());
  };

  const page: ClearedPage = {
    take(findings, late = false) {
      const fresh = findings.filter(({ element }) => !page.holds(element) && !isSpared(element));
      if (fresh.length === 0) return false;
      // All reading before all writing: style is computed once.
      const standings = fresh.map(({ element }) => readStanding(element, view));
      const backdrops = fresh.map(({ element }, i) =>
        standings[i]?.pinned === true && standings[i]?.visible === true ? findBackdrops(element, view) : [],
      );
      const locked =
        standings.some((s) => s.pinned && s.visible) && isPageLocked(document_, view, options.kept());
      const gap = hasGap(document_);
      const heights = fresh.map(({ element }, i) =>
        gap && standings[i]?.pinned === true ? element.getBoundingClientRect().height : 0,
      );
      let changed = false;
      fresh.forEach((finding, i) => {
        const standing = standings[i];
        if (standing === undefined || !wants(finding, standing, late)) return;
        const focus = acts.focusBefore(finding.element);
        const block = hide(finding, standing);
        if (block === null) return;
        changed = true;
        if (!block.item.hidden) return;
        concealToo(block, backdrops[i] ?? []);
        block.gaps.push(...closeGap(document_, heights[i] ?? 0));
        if (locked && standing.pinned && standing.visible) unlock(block);
        if (focus !== null && 'focus' in focus) (focus as HTMLElement).focus({ preventScroll: true });
      });
      if (changed && late) options.onChange();
      return changed;
    },

    recheck(target) {
      const asked = acts.hasJustAsked();
      for (const block of blocks) {
        if (!block.item.hidden) continue;
        if (!asked && isModal(target) && block.element.contains(target) && mayRepeat(block.fingerprint)) {
          closeModal(block, target);
        }
        const isNear = block.changes.some((change) => change.element === target);
        if (
          asked &&
          !block.standing.visible &&
          (target.contains(block.element) || block.element.contains(target))
        ) {
          reveal(block);
          spared.add(block.element);
          options.onChange();
        } else if (isNear && isUndoneByPage(block)) {
          if (mayRepeat(block.fingerprint)) {
            const others = block.changes.map((change) => change.element);
            concealToo(
              block,
              others.filter((other) => other !== block.element),
            );
            conceal(block);
          } else giveUp(block);
          options.onChange();
        }
      }
    },

    recheckLock(changed) {
      const popup = blocks.findLast((block) => block.item.hidden && block.standing.pinned);
      if (popup === undefined || acts.hasJustAsked()) return;
      if (now() - popup.hiddenAt < FOLLOW_UP) concealToo(popup, findBackdrops(popup.element, view));
      if (!changed || !isPageLocked(document_, view, options.kept()) || !mayRepeat('the scroll lock')) return;
      const more = unlockPage(document_, view, options.kept());
      const { styles, attributes } = popup.unlocking ?? { styles: [], attributes: [] };
      popup.unlocking = {
        styles: [...styles, ...more.styles],
        attributes: [...attributes, ...more.attributes],
      };
    },

    reconsider(element) {
      const block = blocks.find((other) => other.item.hidden && other.element.contains(element));
      if (block === undefined || block.element === element || EXTRAS.has(block.item.kind)) return;
      if (block.item.rule !== undefined) return;
      if (isStillBegging(block.element)) return;
      reveal(block);
      byElement.delete(block.element);
      blocks.splice(blocks.indexOf(block), 1);
      options.onChange();
    },

    holds(element) {
      for (let at: Element | null = element; at !== null; at = parentAcross(at)) {
        if (byElement.has(at)) return true;
      }
      return false;
    },

    items: () => blocks.map((block) => ({ ...block.item })),

    setHidden(which, hidden) {
      for (const block of blocks) {
        if (!isMeant(block.item, which) || block.item.hidden === hidden) continue;
        if (hidden) {
          spared.delete(block.element);
          delete block.item.gaveUp;
          conceal(block);
          if (block.standing.pinned) unlock(block);
        } else {
          reveal(block);
          spared.add(block.element);
        }
      }
      marker.clear();
      options.onChange();
    },

    outline(id) {
      marker.clear();
      const block = blocks.find((other) => other.item.id === id);
      if (block === undefined || !block.element.isConnected) return;
      marker.show(placeOf(block));
    },

    elementOf: (id) => blocks.find((block) => block.item.id === id)?.element ?? null,

    forget(isToGo) {
      for (const block of blocks.filter(({ item, element }) => isToGo(item, element))) {
        if (block.item.hidden) reveal(block);
        byElement.delete(block.element);
        spared.delete(block.element);
        blocks.splice(blocks.indexOf(block), 1);
      }
      marker.clear();
    },

    unspare(element) {
      for (const other of spared) {
        if (other.contains(element) || element.contains(other)) spared.delete(other);
      }
    },

    restore() {
      marker.clear();
      for (const block of blocks.toReversed()) if (block.item.hidden) reveal(block);
    },
  };
  return page;
}

/** Whether an item is one of those the reader speaks of. */
function isMeant(item: HiddenItem, which: HiddenWhich): boolean {
  if (which === 'all' || item.id === which) return true;
  return item.rule === undefined ? item.kind === which : which === 'own';
}

function parentAcross(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
