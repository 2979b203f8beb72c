import { firstChildOf, isElement, isText, nextSiblingOf, parentOf } from '../../page/dom-access.ts';
import { getAttribute, hasAttribute, localNameOf } from '../../page/element-access.ts';

/** The source of one folded character: `length` code units of `node` from `offset` on. */
interface TextPosition {
  node: Text;
  offset: number;
  length: number;
}

/** The visible text under a node, normalised by `fold`, with a mapping back to the text nodes. */
export interface PageText {
  folded: string;
  /** The position of the folded character at `index`, or null outside the text. */
  locate(index: number): TextPosition | null;
  /** The folded text that a range covers, or null if it covers none. */
  getOffsets(range: Range): { start: number; end: number } | null;
}

const UNRENDERED_TAGS = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'HEAD',
  'TITLE',
  'OBJECT',
]);

/** Whether an element is hidden by its tag, attributes or inline style. Computed style would force a layout. */
function isHiddenElement(element: Element): boolean {
  if (UNRENDERED_TAGS.has(localNameOf(element).toUpperCase()) || hasAttribute(element, 'hidden')) return true;
  const style = getAttribute(element, 'style');
  return style !== null && /display\s*:\s*none/i.test(style);
}

/** Reads the text nodes under `root` in document order, without recursion. */
export function readPageText(root: Node): PageText {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let node: Node | null = root;
  while (node) {
    let next: Node | null = null;
    if (isText(node)) {
      const piece = fold(node.data);
      if (piece) {
        nodes.push(node);
        starts.push(length);
        pieces.push(piece);
        length += piece.length;
      }
    } else if (!isElement(node) || !isHiddenElement(node)) {
      next = firstChildOf(node);
    }
    while (!next && node && node !== root) {
      next = nextSiblingOf(node);
      if (!next) node = parentOf(node);
    }
    node = next;
  }

  function locate(index: number): TextPosition | null {
    if (index < 0 || index >= length) return null;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const owner = nodes[low];
    if (!owner) return null;
    let remaining = index - (starts[low] ?? 0);
    for (let offset = 0; offset < owner.data.length; offset++) {
      const foldedLength = foldUnit(owner.data.charAt(offset)).length;
      if (remaining < foldedLength) return { node: owner, offset, length: 1 };
      remaining -= foldedLength;
    }
    return null;
  }

  function getOffsets(range: Range): { start: number; end: number } | null {
    const first = nodes.findIndex((node) => range.intersectsNode(node));
    const last = nodes.findLastIndex((node) => range.intersectsNode(node));
    const from = nodes[first];
    const to = nodes[last];
    if (!from || !to) return null;
    const skipped = from === range.startContainer ? fold(from.data.slice(0, range.startOffset)).length : 0;
    const taken = to === range.endContainer ? to.data.slice(0, range.endOffset) : to.data;
    return { start: (starts[first] ?? 0) + skipped, end: (starts[last] ?? 0) + fold(taken).length };
  }

  return { folded: pieces.join(''), locate, getOffsets };
}

/**
 * Normalises one UTF-16 unit. Characters that pages change freely (white space, soft hyphens, zero-width characters,
 * variation selectors) become `''`; quotation marks, apostrophes and dashes become their ASCII forms.
 */
export function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code <= 0x20 || code === 0x7f ? '' : unit;
  if (code === 0xa0 || code === 0xad || code === 0xfeff || code === 0x3000 || code === 0x85) return '';
  if (code >= 0x2000 && code <= 0x200f) return '';
  if (code >= 0x2028 && code <= 0x202f) return '';
  if (code >= 0x205f && code <= 0x2064) return '';
  if (code >= 0xfe00 && code <= 0xfe0f) return '';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  if (code >= 0x2018 && code <= 0x201b) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  if (code === 0xab || code === 0xbb) return '"';
  if (code === 0x2026) return '...';
  return unit;
}

/** Normalises a text for comparison; the result may be shorter or (because of ellipses) longer. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}

/** Attributes that hide or show text for `readPageText`. */
const HIDING_ATTRIBUTES = ['hidden', 'style'];

/**
 * The current text under a node that may change. It is read on demand, and read again only after a change. All quotes
 * of a page share it.
 */
export class LivePageText {
  readonly #root: Node;
  readonly #observer: MutationObserver;
  #pageText: PageText | null = null;

  constructor(root: Node, Observer: typeof MutationObserver = MutationObserver) {
    this.#root = root;
    this.#observer = new Observer(() => {
      this.#discard();
    });
  }

  /** Returns the current text. */
  read(): PageText {
    // Recent changes may not have been delivered yet.
    if (this.#observer.takeRecords().length > 0) this.#discard();
    if (this.#pageText === null) {
      this.#pageText = readPageText(this.#root);
      this.#observer.observe(this.#root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: HIDING_ATTRIBUTES,
      });
    }
    return this.#pageText;
  }

  /** Discards the text and stops observing changes. */
  #discard(): void {
    this.#pageText = null;
    this.#observer.disconnect();
  }

  /** Stops observing the page. */
  close(): void {
    this.#discard();
  }
}
