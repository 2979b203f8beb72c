import { isAttached, queryWithin } from '../../page/dom-access.ts';
import { attributeOf, boxOf, isDrawn, nameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem } from '../types.ts';
import { changeStyle, hideElement, type InlineChange, isInPlace, undoStyle } from './hide-element.ts';
import { layerIn, rootIn, type View } from './page-layers.ts';
import { isModal, type Standing } from './pinned-blocks.ts';
import type { BlockPlace } from './place-marker.ts';
import { relockPage, type Unlocking } from './scroll-lock.ts';

/** A hidden block with everything needed to show it again. */
export interface HiddenBlock {
  item: HiddenItem;
  element: Element;
  standing: Standing;
  /** Identifies the block when a page recreates it. */
  fingerprint: string;
  /** The changes that hide it and its backdrops. */
  changes: InlineChange[];
  /** The changes that remove space the page had reserved for it. */
  gaps: InlineChange[];
  /** A modal dialog that was closed to make the page usable. */
  closed: HTMLDialogElement | null;
  unlocking: Unlocking | null;
  /** When it was last hidden, by `performance.now()`. */
  hiddenAt: number;
}

const FINGERPRINT_LENGTH = 90;

/** What stays the same when a page recreates a block under other names. */
export function fingerprint(element: Element): string {
  const words = readWords(element, FINGERPRINT_LENGTH).toLowerCase();
  return words === '' ? `<${nameOf(element)} ${attributeOf(element, 'class')}>` : words;
}

/** Hides a found block. */
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

/** Closes a modal dialog of the block, which would block the page although it is hidden. */
export function closeModal(block: HiddenBlock, dialog: HTMLDialogElement): void {
  block.closed = dialog;
  dialog.close();
}

/** The modal dialog that a block is or contains, including its shadow root. */
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
 * Lets a hidden block be rendered invisibly and out of reach. Modals that close with an animation wait for its end, an event
 * that elements without rendering never fire.
 */
export function veil(block: HiddenBlock): void {
  const own = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of own.toReversed()) undoStyle(change);
  const change = changeStyle(block.element, VEIL);
  if (change !== null) block.changes.push(change);
}

const VEIL = { 'clip-path': 'inset(50%)', 'pointer-events': 'none' };

/** Whether the page has removed a veiled modal itself. */
export function isGone(block: HiddenBlock, view: View): boolean {
  const layer = isAttached(block.element) ? layerIn(block.element, view) : null;
  if (layer === null || isDrawn(layer) === false) return true;
  const { visibility, opacity } = view.getComputedStyle(layer);
  return visibility === 'hidden' || Number(opacity) === 0;
}

/** Hides the backdrops of a block. */
export function hideBackdrops(block: HiddenBlock, elements: readonly Element[]): void {
  for (const element of elements) {
    const change = hideElement(element);
    if (change !== null) block.changes.push(change);
  }
}

/** The position of a block in the window; for a hidden block, its former one. */
export function placeOf(block: HiddenBlock): BlockPlace {
  if (!block.item.hidden) return { place: boxOf(block.element), gone: null };
  // Shown for the measurement within this task, so that nothing is painted. Associated elements stay hidden.
  const { hiddenAt } = block;
  const own = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of own.toReversed()) undoStyle(change);
  const place = boxOf(block.element);
  conceal(block);
  block.hiddenAt = hiddenAt;
  return { place, gone: block.standing.pinned ? null : block.element };
}

/** Shows a block again, with its styles, its scroll lock and its dialog. */
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
