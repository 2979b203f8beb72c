import { holds, hostOfRoot, isElement, parentElementOf, topOf } from '../../page/dom-access.ts';
import { runAtOnce } from '../../page/in-slices.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import { readWords } from '../find/read-words.ts';
import type { ClutterFinding, HiddenItem, HiddenWhich } from '../types.ts';
import { fingerprint, type HiddenBlock, reveal } from './hidden-blocks.ts';

/** The blocks of one page that were found, in the order in which they were, and what the user wants spared. */
export class BlockList {
  readonly #blocks: HiddenBlock[] = [];
  readonly #byElement = new WeakMap<Element, HiddenBlock>();
  readonly #spared = new Set<Element>();
  /** The same, when a page makes it anew. */
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

  /** Those the user speaks of. */
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

  /** Strikes a block off the list. */
  drop(block: HiddenBlock): void {
    this.#byElement.delete(block.element);
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  /** The page has made a block anew. */
  replace(block: HiddenBlock, element: Element): void {
    block.element = element;
    block.changes = [];
    this.#byElement.set(element, block);
  }

  /** Takes smaller blocks, hidden already, into one larger. */
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
   * The block of the list in which an element lies, also across the border of a shadow root.
   *
   * @param free elements known to lie in none, as the list is now; gets those found out about: where many elements are
   *   asked of, the way up from each to the root would be gone again and again
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

  /** The blocks, of those that `isMeant`, in which some elements lie; of a large page, few of all elements do. */
  holdersOf(elements: ReadonlySet<Element>, isMeant: (block: HiddenBlock) => boolean): HiddenBlock[] {
    return this.#blocks.filter((block) => isMeant(block) && holdsSome(block.element, elements));
  }

  /** Brings a block back and leaves it alone from now on. */
  spare(block: HiddenBlock): void {
    reveal(block);
    this.#spared.add(block.element);
    this.#sparedPrints.add(block.fingerprint);
  }

  /** Leaves an element alone that was not hidden. */
  spareElement(element: Element): void {
    this.#spared.add(element);
    this.#sparedPrints.add(fingerprint(element));
  }

  /** The block is no longer spared. */
  unspareBlock(block: HiddenBlock): void {
    this.#spared.delete(block.element);
    this.#sparedPrints.delete(block.fingerprint);
  }

  /** Nor anything around or in an element. */
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

/** Whether an element is, or holds, one of some, also across the border of a shadow root. */
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
