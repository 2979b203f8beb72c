import { isAttached, queryWithin } from '../../page/dom-access.ts';
import { attributeOf, boxOf, isDrawn, nameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem } from '../types.ts';
import { changeStyle, hideElement, type InlineChange, isInPlace, undoStyle } from './hide-element.ts';
import { layerIn, rootIn, type View } from './page-layers.ts';
import { isModal, type Standing } from './pinned-blocks.ts';
import { relockPage, type Unlocking } from './scroll-lock.ts';
import type { BlockPlace } from './seam.ts';

/** One hidden block with all that is needed to bring it back. */
export interface HiddenBlock {
  item: HiddenItem;
  element: Element;
  standing: Standing;
  /** Tells the same block when a page makes it anew. */
  fingerprint: string;
  /** What hides it and its backdrops. */
  changes: InlineChange[];
  /** What takes back the room the page had made for it. */
  gaps: InlineChange[];
  /** A modal dialog that had to be closed so that the page can be used. */
  closed: HTMLDialogElement | null;
  unlocking: Unlocking | null;
  /** When it was last hidden, by `performance.now()`. */
  hiddenAt: number;
}

const FINGERPRINT_LENGTH = 90;

/** What stays the same when a page makes a block anew under other names. */
export function fingerprint(element: Element): string {
  const words = readWords(element, FINGERPRINT_LENGTH).toLowerCase();
  return words === '' ? `<${nameOf(element)} ${attributeOf(element, 'class')}>` : words;
}

/** Hides a block that was found. */
export function hideBlock(finding: ClutterFinding, standing: Standing, id: number): HiddenBlock | null {
  const block: HiddenBlock = {
    item: {
      id,
      kind: finding.kind,
      reason: finding.reason,
      text: readWords(finding.element),
      hidden: true,
      ...(finding.rule === undefined ? {} : { rule: finding.rule }),
    },
    element: finding.element,
    standing,
    fingerprint: fingerprint(finding.element),
    changes: [],
    gaps: [],
    closed: null,
    unlocking: null,
    hiddenAt: 0,
  };
  return conceal(block) ? block : null;
}

/** Closes a modal dialog of the block, which would keep the page from being used although it is hidden. */
export function closeModal(block: HiddenBlock, dialog: HTMLDialogElement): void {
  block.closed = dialog;
  dialog.close();
}

/** The modal dialog that a block is or holds, also in its own shadow root. */
function openDialogIn(element: Element): HTMLDialogElement | null {
  if (isModal(element)) return element;
  const root = rootIn(element);
  const places = root === null ? [element] : [element, root];
  for (const place of places) {
    for (const dialog of queryWithin(place, 'dialog[open]')) if (isModal(dialog)) return dialog;
  }
  return null;
}

/** Hides the block's element (again). */
export function conceal(block: HiddenBlock): boolean {
  const change = hideElement(block.element);
  if (change === null) return false;
  const dialog = openDialogIn(block.element);
  if (dialog !== null) closeModal(block, dialog);
  block.hiddenAt = performance.now();
  block.changes.push(change);
  block.item.hidden = true;
  return true;
}

/**
 * Lets a hidden block be drawn, where nobody sees it or gets at it: what closes with an animation waits for its end,
 * which what is not drawn never tells.
 */
export function veil(block: HiddenBlock): void {
  const own = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of own.toReversed()) undoStyle(change);
  const change = changeStyle(block.element, VEIL);
  if (change !== null) block.changes.push(change);
}

const VEIL = { 'clip-path': 'inset(50%)', 'pointer-events': 'none' };

/** Whether the page has taken a veiled modal away itself. */
export function isGone(block: HiddenBlock, view: View): boolean {
  const layer = isAttached(block.element) ? layerIn(block.element, view) : null;
  if (layer === null || isDrawn(layer) === false) return true;
  const { visibility, opacity } = view.getComputedStyle(layer);
  return visibility === 'hidden' || Number(opacity) === 0;
}

/** Hides what belongs to a block: its backdrops. */
export function concealToo(block: HiddenBlock, elements: readonly Element[]): void {
  for (const element of elements) {
    const change = hideElement(element);
    if (change !== null) block.changes.push(change);
  }
}

/** Where a block stands in the window; where it is hidden, where it stood. */
export function placeOf(block: HiddenBlock): BlockPlace {
  if (!block.item.hidden) return { place: boxOf(block.element), gone: null };
  // Shown for the one measurement, within this task: nothing is painted. What came with it stays hidden.
  const { hiddenAt } = block;
  const own = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of own.toReversed()) undoStyle(change);
  const place = boxOf(block.element);
  conceal(block);
  block.hiddenAt = hiddenAt;
  return { place, gone: block.standing.pinned ? null : block.element };
}

/** Brings a block back: styles, the lock it had put on the page, the dialog it was. */
export function reveal(block: HiddenBlock): void {
  for (const change of block.changes.toReversed()) undoStyle(change);
  block.changes = [];
  for (const change of block.gaps.toReversed()) undoStyle(change);
  block.gaps = [];
  if (block.closed?.isConnected && !block.closed.open) block.closed.showModal();
  block.closed = null;
  if (block.unlocking !== null) relockPage(block.unlocking);
  block.unlocking = null;
  block.item.hidden = false;
}

/** Whether the page has made a hidden block visible again. */
export function isUndoneByPage(block: HiddenBlock): boolean {
  return (
    block.item.hidden && block.changes.some((change) => isAttached(change.element) && !isInPlace(change))
  );
}
