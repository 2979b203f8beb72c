import { holds } from '../../page/dom-access.ts';
import { EXTRA_KINDS } from '../find/extra-kinds.ts';
import { isStillBegging } from '../find/find-clutter.ts';
import type { BlockList } from './block-list.ts';
import {
  closeModal,
  conceal,
  concealToo,
  fingerprint,
  type HiddenBlock,
  isUndoneByPage,
  reveal,
} from './hidden-blocks.ts';
import { isModal } from './pinned-blocks.ts';
import type { UserActs } from './user-acts.ts';

/** What is needed to answer what a page does to its hidden blocks. */
export interface Recheck {
  list: BlockList;
  acts: UserActs;
  /** False once the same block has come back too often. */
  mayRepeat: (key: string) => boolean;
  /** The article's own elements, as they are now. */
  kept: () => readonly Element[];
  onChange: () => void;
}

/** Gives a block up that the page puts back each time: it is shown, and the list says so. */
export function giveUp(list: BlockList, block: HiddenBlock): void {
  list.spare(block);
  block.item.gaveUp = true;
}

/** Something on `target` changed: hides again what the page brought back, gives back what the user asked for. */
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
  concealToo(block, [...others]);
  conceal(block);
}

/** An article's elements as a set, made once for each reading. */
const sets = new WeakMap<readonly Element[], ReadonlySet<Element>>();

function setOf(elements: readonly Element[]): ReadonlySet<Element> {
  const known = sets.get(elements) ?? new Set(elements);
  sets.set(elements, known);
  return known;
}

/** The page may have put some of the article into a block since it was hidden: such a block is brought back. */
export function freeText({ list, kept, onChange }: Recheck): void {
  if (list.size === 0) return;
  const isMeant = ({ item }: HiddenBlock): boolean => item.hidden && item.rule === undefined;
  for (const block of list.holdersOf(setOf(kept()), isMeant)) {
    reveal(block);
    list.drop(block);
    onChange();
  }
}

/**
 * Something was put into hidden blocks: brings back those that are no clutter any more. Each is read once, however much
 * was put into it.
 */
export function reconsiderBlocks(recheck: Recheck, elements: readonly Element[]): void {
  freeText(recheck);
  const { list, onChange } = recheck;
  const asked = new Set<HiddenBlock>();
  for (const element of elements) {
    const block = list.find((other) => other.item.hidden && holds(other.element, element));
    if (block === undefined || asked.has(block)) continue;
    // Put in as it was, as when a page moves it.
    if (block.element === element && block.fingerprint === fingerprint(element)) continue;
    asked.add(block);
    if (block.item.rule !== undefined || EXTRA_KINDS.has(block.item.kind)) continue;
    if (isStillBegging(block.element)) continue;
    reveal(block);
    list.drop(block);
    onChange();
  }
}
