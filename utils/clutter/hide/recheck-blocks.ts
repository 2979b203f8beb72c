import { holds } from '../../page/dom-access.ts';
import { isStillBegging } from '../find/find-clutter.ts';
import { EXTRA_KINDS } from '../types.ts';
import type { BlockList } from './block-list.ts';
import {
  closeModal,
  conceal,
  fingerprint,
  type HiddenBlock,
  hideBackdrops,
  isUndoneByPage,
  reveal,
} from './hidden-blocks.ts';
import { isModal } from './pinned-blocks.ts';
import type { UserActs } from './user-acts.ts';

/** Dependencies of the functions that react to changes of hidden blocks. */
export interface Recheck {
  list: BlockList;
  acts: UserActs;
  /** False once the same block has reappeared too often. */
  mayRepeat: (key: string) => boolean;
  /** Returns the article's current elements. */
  kept: () => readonly Element[];
  onChange: () => void;
}

/** Shows a block that the page keeps restoring, and records that. */
export function giveUp(list: BlockList, block: HiddenBlock): void {
  list.spare(block);
  block.item.gaveUp = true;
}

/** Reacts to a change of `target`: hides again what the page showed, shows what the user asked for. */
export function recheckBlocks({ list, acts, mayRepeat, onChange }: Recheck, target: Element): void {
  const asked = acts.hasJustAsked();
  const isOpened = !asked && isModal(target);
  for (const block of list) {
    if (!block.item.hidden) continue;
    if (isOpened && holds(block.element, target) && mayRepeat(block.fingerprint)) closeModal(block, target);
    const isAsked = (): boolean => asked || acts.asksFor(block.element, block.standing.pinned);
    if (!block.standing.visible && isAround(target, block.element) && isAsked()) {
      list.spare(block);
      onChange();
    } else if (block.changes.some(({ element }) => element === target) && isUndoneByPage(block)) {
      if (mayRepeat(block.fingerprint)) hideAgain(block);
      else giveUp(list, block);
      onChange();
    }
  }
}

function isAround(one: Element, other: Element): boolean {
  return holds(one, other) || holds(other, one);
}

function hideAgain(block: HiddenBlock): void {
  const others = new Set(block.changes.map(({ element }) => element));
  others.delete(block.element);
  hideBackdrops(block, [...others]);
  conceal(block);
}

/** Caches an article's elements as a set, once per reading. */
const sets = new WeakMap<readonly Element[], ReadonlySet<Element>>();

function setOf(elements: readonly Element[]): ReadonlySet<Element> {
  const known = sets.get(elements) ?? new Set(elements);
  sets.set(elements, known);
  return known;
}

/** Shows blocks into which the page has put text of the article since they were hidden. */
export function freeText({ list, kept, onChange }: Recheck): void {
  if (list.size === 0) return;
  const isMeant = ({ item }: HiddenBlock): boolean => item.hidden && item.rule === undefined;
  for (const block of list.holdersOf(setOf(kept()), isMeant)) {
    reveal(block);
    list.drop(block);
    onChange();
  }
}

/** Shows hidden blocks that are no longer clutter after insertions. Each is read once, whatever the number of insertions. */
export function reconsiderBlocks(recheck: Recheck, elements: readonly Element[]): void {
  freeText(recheck);
  const { list, onChange } = recheck;
  const asked = new Set<HiddenBlock>();
  for (const element of elements) {
    const block = list.find((other) => other.item.hidden && holds(other.element, element));
    if (block === undefined || asked.has(block)) continue;
    // Inserted unchanged, for instance moved.
    if (block.element === element && block.fingerprint === fingerprint(element)) continue;
    asked.add(block);
    if (block.item.rule !== undefined || EXTRA_KINDS.has(block.item.kind)) continue;
    if (isStillBegging(block.element)) continue;
    reveal(block);
    list.drop(block);
    onChange();
  }
}
