import { isConnected, queryWithin } from '../../page/dom-access.ts';
import { attributeOf, boundingRectOf, isRendered, localNameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem } from '../types.ts';
import { type BlockState, isModalDialog } from './block-state.ts';
import {
  changeInlineStyle,
  hideElement,
  type InlineChange,
  isInEffect,
  undoInlineChange,
} from './hide-element.ts';
import { accessibleShadowRootOf, findLayerIn, type View } from './page-layers.ts';
import type { BlockPosition } from './position-marker.ts';
import { relockPage, type UnlockChanges } from './scroll-lock.ts';

/** A hidden block with all data needed to show it again. */
export interface HiddenBlock {
  item: HiddenItem;
  element: Element;
  state: BlockState;
  /** Identifies the block when a page recreates it. */
  fingerprint: string;
  /** The changes that hide it and its backdrops. */
  changes: InlineChange[];
  /** The changes that remove space the page had reserved for it. */
  gaps: InlineChange[];
  /** A modal dialog that was closed to make the page usable. */
  closedDialog: HTMLDialogElement | null;
  unlockChanges: UnlockChanges | null;
  /** Time when it was last hidden (`performance.now()`). */
  hiddenAt: number;
}

/** Maximum length of a fingerprint, in characters. */
const MAX_FINGERPRINT_LENGTH = 90;

/** Returns a string that stays the same when a page recreates a block with different names: its first words, if any. */
export function createFingerprint(element: Element): string {
  const words = readWords(element, MAX_FINGERPRINT_LENGTH).toLowerCase();
  return words === '' ? `<${localNameOf(element)} ${attributeOf(element, 'class')}>` : words;
}

/** Hides a block that was found; returns null if it can't be hidden. */
export function createHiddenBlock(
  finding: ClutterFinding,
  state: BlockState,
  id: number,
): HiddenBlock | null {
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
    state,
    fingerprint: createFingerprint(finding.element),
    changes: [],
    gaps: [],
    closedDialog: null,
    unlockChanges: null,
    hiddenAt: 0,
  };
  return hideBlock(block) ? block : null;
}

/** Closes a modal dialog of a block, which would block the page even while it is hidden. */
export function closeModal(block: HiddenBlock, dialog: HTMLDialogElement): void {
  block.closedDialog = dialog;
  dialog.close();
}

/** The modal dialog that a block is or contains, including its shadow root. */
function findModalDialog(element: Element): HTMLDialogElement | null {
  if (isModalDialog(element)) return element;
  const root = accessibleShadowRootOf(element);
  const trees = root === null ? [element] : [element, root];
  for (const tree of trees) {
    for (const dialog of queryWithin(tree, 'dialog[open]')) if (isModalDialog(dialog)) return dialog;
  }
  return null;
}

/** Hides the block's element (again). Returns false if it can't be hidden. */
export function hideBlock(block: HiddenBlock): boolean {
  const change = hideElement(block.element);
  if (change === null) return false;
  const dialog = findModalDialog(block.element);
  if (dialog !== null) closeModal(block, dialog);
  block.hiddenAt = performance.now();
  block.changes.push(change);
  block.item.hidden = true;
  return true;
}

/**
 * Renders a hidden block, but invisible and unclickable. Modals with a closing animation wait for the event at its end, which
 * elements without rendering never fire.
 */
export function makeInvisible(block: HiddenBlock): void {
  const ownChanges = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of ownChanges.toReversed()) undoInlineChange(change);
  const change = changeInlineStyle(block.element, INVISIBLE_STYLE);
  if (change !== null) block.changes.push(change);
}

const INVISIBLE_STYLE = { 'clip-path': 'inset(50%)', 'pointer-events': 'none' };

/** Whether the page itself has closed a modal. */
export function isClosedByPage(block: HiddenBlock, view: View): boolean {
  const layer = isConnected(block.element) ? findLayerIn(block.element, view) : null;
  if (layer === null || isRendered(layer) === false) return true;
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

/** Returns the position of a block in the viewport, or its former position if it is hidden. Forces layout. */
export function measurePosition(block: HiddenBlock): BlockPosition {
  if (!block.item.hidden) return { rect: boundingRectOf(block.element), hiddenElement: null };
  // The block is shown for the measurement, but only within this task, so that it is not painted. Backdrops stay hidden.
  const { hiddenAt } = block;
  const ownChanges = block.changes.filter(({ element }) => element === block.element);
  block.changes = block.changes.filter(({ element }) => element !== block.element);
  for (const change of ownChanges.toReversed()) undoInlineChange(change);
  const rect = boundingRectOf(block.element);
  hideBlock(block);
  block.hiddenAt = hiddenAt;
  return { rect, hiddenElement: block.state.isPinned ? null : block.element };
}

/** Shows a block again, and restores its backdrops, gaps, scroll lock and dialog. */
export function showBlock(block: HiddenBlock): void {
  for (const change of block.changes.toReversed()) undoInlineChange(change);
  block.changes = [];
  for (const change of block.gaps.toReversed()) undoInlineChange(change);
  block.gaps = [];
  if (block.closedDialog?.isConnected && !block.closedDialog.open) block.closedDialog.showModal();
  block.closedDialog = null;
  if (block.unlockChanges !== null) relockPage(block.unlockChanges);
  block.unlockChanges = null;
  block.item.hidden = false;
}

/** Whether the page has made a hidden block visible again. */
export function isShownByPage(block: HiddenBlock): boolean {
  return (
    block.item.hidden && block.changes.some((change) => isConnected(change.element) && !isInEffect(change))
  );
}
