import {
  containsNode,
  isConnected,
  isElement,
  parentElementOf,
  rootNodeOf,
  shadowHostOf,
} from '../../page/dom-access.ts';
import { runAtOnce } from '../../page/in-slices.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem, HiddenSelection } from '../types.ts';
import { createFingerprint, type HiddenBlock, showBlock } from './hidden-blocks.ts';

/** The blocks found on one page, in order, and the exempted elements, which the user wants to see. */
export class BlockList {
  readonly #blocks: HiddenBlock[] = [];
  readonly #byElement = new WeakMap<Element, HiddenBlock>();
  readonly #exempted = new Set<Element>();
  /** Fingerprints of exempted elements, because pages can recreate them. */
  readonly #exemptedPrints = new Set<string>();
  #nextId = 1;

  get size(): number {
    return this.#blocks.length;
  }

  [Symbol.iterator](): Iterator<HiddenBlock> {
    return this.#blocks.values();
  }

  /** The items for the user; copies of a block are one. */
  items(): HiddenItem[] {
    const items = new Map<number, HiddenItem>();
    for (const { item } of this.#blocks) {
      const first = items.get(item.id);
      if (first === undefined) {
        items.set(item.id, { ...item });
        continue;
      }
      first.copies = (first.copies ?? 1) + 1;
      first.hidden ||= item.hidden;
    }
    return [...items.values()];
  }

  find(filter: (block: HiddenBlock) => boolean): HiddenBlock | undefined {
    return this.#blocks.find(filter);
  }

  findLast(filter: (block: HiddenBlock) => boolean): HiddenBlock | undefined {
    return this.#blocks.findLast(filter);
  }

  /** Finds a block by its item's id; of several copies, one that is still in the page. */
  findById(id: number): HiddenBlock | undefined {
    const copies = this.#blocks.filter(({ item }) => item.id === id);
    return copies.find(({ element }) => isConnected(element)) ?? copies[0];
  }

  /** The blocks that the user refers to. */
  select(selection: HiddenSelection): HiddenBlock[] {
    return this.#blocks.filter(({ item }) => {
      if (selection === 'all' || item.id === selection) return true;
      return item.rule === undefined ? item.kind === selection : selection === 'own';
    });
  }

  /** The id of the next block. */
  nextId(): number {
    return this.#nextId;
  }

  add(block: HiddenBlock): void {
    this.#nextId += 1;
    this.#blocks.push(block);
    this.#byElement.set(block.element, block);
  }

  /** Removes a block from the list. */
  remove(block: HiddenBlock): void {
    this.#byElement.delete(block.element);
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  /** Replaces the element of a block that the page has recreated. */
  replace(block: HiddenBlock, element: Element): void {
    block.element = element;
    block.changes = [];
    this.#byElement.set(element, block);
  }

  /** Merges hidden blocks into a larger one; returns null if there are none. */
  mergeInto(inner: readonly HiddenBlock[], finding: ClutterFinding): HiddenBlock | null {
    const [block, ...others] = inner;
    if (block === undefined) return null;
    const { element, rule, reason } = finding;
    if (rule !== undefined) Object.assign(block.item, { rule, reason });
    for (const other of others) {
      block.changes.push(...other.changes);
      block.gaps.push(...other.gaps);
      this.#blocks.splice(this.#blocks.indexOf(other), 1);
    }
    block.element = element;
    block.fingerprint = createFingerprint(element);
    block.item.text = readWords(element);
    this.#byElement.set(element, block);
    return block;
  }

  findHiddenIn(element: Element): HiddenBlock[] {
    return this.#blocks.filter((block) => block.item.hidden && containsNode(element, block.element));
  }

  /**
   * Finds the block that contains an element, across shadow roots.
   *
   * @param outsideElements caches elements that are in no block of the current list, to avoid repeated walks to the root
   */
  findContaining(element: Element, outsideElements?: Set<Element>): HiddenBlock | null {
    if (this.#blocks.length === 0) return null;
    const path: Element[] = [];
    for (
      let at: Element | null = element;
      at !== null && outsideElements?.has(at) !== true;
      at = parentOrHostElement(at)
    ) {
      const block = this.#byElement.get(at);
      if (block !== undefined) return block;
      path.push(at);
    }
    for (const at of path) outsideElements?.add(at);
    return null;
  }

  /** Returns the blocks that satisfy `filter` and contain at least one of these elements. */
  findContainingAny(elements: ReadonlySet<Element>, filter: (block: HiddenBlock) => boolean): HiddenBlock[] {
    return this.#blocks.filter((block) => filter(block) && containsAny(block.element, elements));
  }

  /** Shows a block and exempts it from hiding. */
  exempt(block: HiddenBlock): void {
    showBlock(block);
    this.#exempted.add(block.element);
    this.#exemptedPrints.add(block.fingerprint);
  }

  /** Exempts an element that is not hidden from hiding. */
  exemptElement(element: Element): void {
    this.#exempted.add(element);
    this.#exemptedPrints.add(createFingerprint(element));
  }

  /** Ends the exemption of a block. */
  endExemption(block: HiddenBlock): void {
    this.#exempted.delete(block.element);
    this.#exemptedPrints.delete(block.fingerprint);
  }

  /** Ends the exemptions of an element, its ancestors and descendants. */
  endExemptionsAround(element: Element): void {
    this.#exemptedPrints.delete(createFingerprint(element));
    for (const other of this.#exempted) {
      if (!containsNode(other, element) && !containsNode(element, other)) continue;
      this.#exempted.delete(other);
      this.#exemptedPrints.delete(createFingerprint(other));
    }
  }

  isExempt(element: Element): boolean {
    for (const other of this.#exempted)
      if (containsNode(other, element) || containsNode(element, other)) return true;
    return this.#exemptedPrints.size > 0 && this.#exemptedPrints.has(createFingerprint(element));
  }
}

/** Whether an element is or contains at least one of these elements, across shadow roots. */
function containsAny(root: Element, elements: ReadonlySet<Element>): boolean {
  let isFound = elements.has(root);
  const enter = (node: Node): boolean => {
    isFound ||= isElement(node) && elements.has(node);
    return !isFound;
  };
  runAtOnce(walkInSteps(root, { enter, leave: () => undefined }, Number.POSITIVE_INFINITY));
  return isFound;
}

function parentOrHostElement(element: Element): Element | null {
  return parentElementOf(element) ?? shadowHostOf(rootNodeOf(element));
}
