import { containsNode } from '../../page/dom-access.ts';
import { isStillPromo } from '../find/find-clutter.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { EXTRA_KINDS } from '../types.ts';
import type { BlockList } from './block-list.ts';
import { isModalDialog } from './block-state.ts';
import {
  closeModal,
  createFingerprint,
  type HiddenBlock,
  hideBackdrops,
  hideBlock,
  isShownByPage,
  showBlock,
} from './hidden-blocks.ts';
import type { UserActions } from './user-actions.ts';

/** Dependencies of the functions that react to changes of hidden blocks. */
export interface RecheckContext {
  list: BlockList;
  userActions: UserActions;
  /** Returns false once the same block has reappeared too often. */
  canRepeat: (key: string) => boolean;
  /** Returns the article's current elements. */
  getExtracted: () => readonly Element[];
  phrases: CueReader;
  onChange: () => void;
}

/** Shows a block that the page keeps restoring, and records that. */
export function giveUp(list: BlockList, block: HiddenBlock): void {
  list.exempt(block);
  block.item.gaveUp = true;
}

/** Reacts to a change of `target`: hides blocks that the page shows again, shows blocks that the user opens. */
export function recheckBlocks(
  { list, userActions, canRepeat, onChange }: RecheckContext,
  target: Element,
): void {
  const hasJustActed = userActions.hasJustActed();
  const isOpenedByPage = !hasJustActed && isModalDialog(target);
  for (const block of list) {
    if (!block.item.hidden) continue;
    if (isOpenedByPage && containsNode(block.element, target) && canRepeat(block.fingerprint))
      closeModal(block, target);
    const isRequested = (): boolean =>
      hasJustActed || userActions.hasRequested(block.element, block.state.isPinned);
    if (!block.state.isVisible && areNested(target, block.element) && isRequested()) {
      list.exempt(block);
      onChange();
    } else if (block.changes.some(({ element }) => element === target) && isShownByPage(block)) {
      if (canRepeat(block.fingerprint)) hideAgain(block);
      else giveUp(list, block);
      onChange();
    }
  }
}

function areNested(a: Element, b: Element): boolean {
  return containsNode(a, b) || containsNode(b, a);
}

function hideAgain(block: HiddenBlock): void {
  const otherElements = new Set(block.changes.map(({ element }) => element));
  otherElements.delete(block.element);
  hideBackdrops(block, [...otherElements]);
  hideBlock(block);
}

/** Caches an article's elements as a set, once per extraction. */
const sets = new WeakMap<readonly Element[], ReadonlySet<Element>>();

function cachedSetOf(elements: readonly Element[]): ReadonlySet<Element> {
  const cached = sets.get(elements) ?? new Set(elements);
  sets.set(elements, cached);
  return cached;
}

/** Shows blocks that contain text of the article, which the page has inserted since they were hidden. */
export function showArticleText({ list, getExtracted, onChange }: RecheckContext): void {
  if (list.size === 0) return;
  const isHiddenByBuiltIn = ({ item }: HiddenBlock): boolean => item.hidden && item.rule === undefined;
  for (const block of list.findContainingAny(cachedSetOf(getExtracted()), isHiddenByBuiltIn)) {
    showBlock(block);
    list.remove(block);
    onChange();
  }
}

/** Shows hidden blocks that are no longer clutter after insertions. Each block is checked once. */
export function reconsiderBlocks(context: RecheckContext, elements: readonly Element[]): void {
  showArticleText(context);
  const { list, phrases, onChange } = context;
  const checked = new Set<HiddenBlock>();
  for (const element of elements) {
    const block = list.find((other) => other.item.hidden && containsNode(other.element, element));
    if (block === undefined || checked.has(block)) continue;
    // The block was only moved.
    if (block.element === element && block.fingerprint === createFingerprint(element)) continue;
    checked.add(block);
    if (block.item.rule !== undefined || EXTRA_KINDS.has(block.item.kind)) continue;
    if (isStillPromo(block.element, phrases)) continue;
    showBlock(block);
    list.remove(block);
    onChange();
  }
}
