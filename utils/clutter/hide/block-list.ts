import { holds, hostOfRoot, isElement, parentElementOf, topOf } from '../../page/dom-access.ts';
import { runAtOnce } from '../../page/in-slices.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import { fingerprint, type HiddenBlock, reveal } from './hidden-blocks.ts';

/** The blocks found in one page, in order, and the elements that the user wants to see. */
export class BlockList {
  readonly #blocks: HiddenBlock[] = [];
  readonly #byElement = new WeakMap<Element, HiddenBlock>();
  readonly #spared = new Set<Element>();
  /** Fingerprints of such elements, which pages may recreate. */
  readonly #sparedPrints = new Set<string>();
  #nextId = 1;

  get size(): number {
    return this.#blocks.length;
  }

  [Symbol.iterator](): Iterator<HiddenBlock> {
    return this.#blocks.values();
  }

  items(): HiddenItem[] {
    return this.#blocks.map((block) => ({ ...block.item }));
  }

  find(isIt: (block: HiddenBlock) => boolean): HiddenBlock | undefined {
    return this.#blocks.find(isIt);
  }

  findLast(isIt: (block: HiddenBlock) => boolean): HiddenBlock | undefined {
    return this.#blocks.findLast(isIt);
  }

  withId(id: number): HiddenBlock | undefined {
    return this.find((block) => block.item.id === id);
  }

  /** The blocks that the user refers to. */
  select(which: HiddenWhich): HiddenBlock[] {
    return this.#blocks.filter(({ item }) => {
      if (which === 'all' || item.id === which) return true;
      return item.rule === undefined ? item.kind === which : which === 'own';
    });
  }

  /** The number of the next block. */
  nextId(): number {
    return this.#nextId;
  }

  add(block: HiddenBlock): void {
    this.#nextId += 1;
    this.#blocks.push(block);
    this.#byElement.set(block.element, block);
  }

  /** Removes a block from the list. */
  drop(block: HiddenBlock): void {
    this.#byElement.delete(block.element);
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  /** Replaces the element of a block that the page has recreated. */
  replace(block: HiddenBlock, element: Element): void {
    block.element = element;
    block.changes = [];
    this.#byElement.set(element, block);
  }

  /** Merges hidden blocks into a larger one. */
  absorb(inner: readonly HiddenBlock[], finding: ClutterFinding): HiddenBlock | null {
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
    block.fingerprint = fingerprint(element);
    block.item.text = readWords(element);
    this.#byElement.set(element, block);
    return block;
  }

  hiddenIn(element: Element): HiddenBlock[] {
    return this.#blocks.filter((block) => block.item.hidden && holds(element, block.element));
  }

  /**
   * The block of the list that contains an element, across shadow roots.
   *
   * @param free caches elements known to be in no block of the current list, to avoid repeated walks to the root
   */
  holderOf(element: Element, free?: Set<Element>): HiddenBlock | null {
    if (this.#blocks.length === 0) return null;
    const path: Element[] = [];
    for (let at: Element | null = element; at !== null && free?.has(at) !== true; at = parentAcross(at)) {
      const block = this.#byElement.get(at);
      if (block !== undefined) return block;
      path.push(at);
    }
    for (const at of path) free?.add(at);
    return null;
  }

  /** The blocks accepted by `isMeant` that contain some of these elements. */
  holdersOf(elements: ReadonlySet<Element>, isMeant: (block: HiddenBlock) => boolean): HiddenBlock[] {
    return this.#blocks.filter((block) => isMeant(block) && holdsSome(block.element, elements));
  }

  /** Shows a block permanently. */
  spare(block: HiddenBlock): void {
    reveal(block);
    this.#spared.add(block.element);
    this.#sparedPrints.add(block.fingerprint);
  }

  /** Exempts an element that is not hidden. */
  spareElement(element: Element): void {
    this.#spared.add(element);
    this.#sparedPrints.add(fingerprint(element));
  }

  /** Ends the exemption of a block. */
  unspareBlock(block: HiddenBlock): void {
    this.#spared.delete(block.element);
    this.#sparedPrints.delete(block.fingerprint);
  }

  /** Ends exemptions of an element, its ancestors and descendants. */
  unspareAround(element: Element): void {
    this.#sparedPrints.delete(fingerprint(element));
    for (const other of this.#spared) {
      if (!holds(other, element) && !holds(element, other)) continue;
      this.#spared.delete(other);
      this.#sparedPrints.delete(fingerprint(other));
    }
  }

  isSpared(element: Element): boolean {
    for (const other of this.#spared) if (holds(other, element) || holds(element, other)) return true;
    return this.#sparedPrints.size > 0 && this.#sparedPrints.has(fingerprint(element));
  }
}

/** Whether an element is or contains one of some elements, across shadow roots. */
function holdsSome(root: Element, elements: ReadonlySet<Element>): boolean {
  let isFound = elements.has(root);
  const enter = (node: Node): boolean => {
    isFound ||= isElement(node) && elements.has(node);
    return !isFound;
  };
  runAtOnce(walkInSteps(root, { enter, leave: () => undefined }, Number.POSITIVE_INFINITY));
  return isFound;
}

function parentAcross(element: Element): Element | null {
  return parentElementOf(element) ?? hostOfRoot(topOf(element));
}
