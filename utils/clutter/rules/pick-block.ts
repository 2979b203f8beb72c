import { parentElementOf, shortTextOf } from '../../page/dom-access.ts';
import {
  boxOf,
  findFirst,
  nameOf,
  namespaceOf,
  nextElementOf,
  previousElementOf,
} from '../../page/element-access.ts';
import type { MustStay } from '../find/page-guard.ts';
import { TAG, tagBits } from '../find/tags.ts';

/** What the user may mean by pointing at an element. */
export interface Picked {
  /** The candidates, innermost first. Never empty. */
  blocks: readonly Element[];
  /** Index of the proposed one. */
  proposed: number;
  /** `block` may be hidden; `article` is a line or box of the article; the others must not be hidden. */
  is: 'block' | 'article' | 'wall' | 'page';
}

type View = Pick<Window, 'getComputedStyle'>;

/** Boxes whose edges differ by at most this, in CSS pixels, look the same. */
const SAME_EDGE = 3;
/** Factors of area and text by which a parent may be larger to be proposed instead. */
const ROOM = 2.5;
const WORDS = 1.5;
const LOOSE_WORDS = 40;
/** Blocks with more characters are proposed as they are. */
const MAX_TEXT_LENGTH = 20_000;
/** Maximum characters of a passage of the article that may be picked. */
const LINE_LENGTH = 1500;

function isSameBox(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.left - b.left) <= SAME_EDGE &&
    Math.abs(a.top - b.top) <= SAME_EDGE &&
    Math.abs(a.right - b.right) <= SAME_EDGE &&
    Math.abs(a.bottom - b.bottom) <= SAME_EDGE
  );
}

/** Allowance for white space in a text, in characters. */
const SPACES = 3000;

/** Length of an element's text; Infinity if it is far beyond `most`. */
function textLength(element: Element, most: number): number {
  return shortTextOf(element, 2 * most + SPACES)?.trim().length ?? Number.POSITIVE_INFINITY;
}

/** The block that contains a text or image. */
function blockAround(pointed: Element, view: View): Element | null {
  for (let at: Element | null = pointed; at !== null; at = parentElementOf(at)) {
    if (nameOf(at) === 'body' || nameOf(at) === 'html') return null;
    const bits = tagBits(nameOf(at));
    if ((bits & (TAG.inline | TAG.skip)) !== 0 || namespaceOf(at) !== 'http://www.w3.org/1999/xhtml')
      continue;
    if (!/^(inline|contents|none)/.test(view.getComputedStyle(at).display)) return at;
  }
  return null;
}

function isPinned(element: Element, view: View): boolean {
  const { position } = view.getComputedStyle(element);
  return position === 'fixed' || position === 'sticky' || nameOf(element) === 'dialog';
}

/** The most likely block: a whole pop-up, a form with its heading, a card instead of a line in it. */
function propose(blocks: readonly Element[], view: View): number {
  let proposed = 0;
  blocks.forEach((block, at) => {
    if (isPinned(block, view)) proposed = at;
  });
  const form = blocks.findIndex((block) => nameOf(block) === 'form');
  proposed = Math.max(proposed, form);
  const start = blocks[proposed];
  let size = start === undefined ? 0 : textLength(start, MAX_TEXT_LENGTH);
  for (let next = proposed + 1; next < blocks.length; next++) {
    const [inner, outer] = [blocks[next - 1], blocks[next]];
    if (inner === undefined || outer === undefined) break;
    const [small, large] = [boxOf(inner), boxOf(outer)];
    if (large.width * large.height > small.width * small.height * ROOM) break;
    const most = Math.min(MAX_TEXT_LENGTH, size * WORDS + LOOSE_WORDS);
    size = textLength(outer, most);
    if (size > most) break;
    proposed = next;
  }
  return proposed;
}

/**
 * Finds the blocks around an element. Forces layout.
 *
 * @param pointed the element under the pointer
 * @param mustStay identifies the article and walls
 * @returns null if there is only the page itself
 */
export function pickBlock(pointed: Element, mustStay: MustStay, view: View): Picked | null {
  const first = blockAround(pointed, view);
  if (first === null) return null;
  const stays = mustStay.stays(first);
  if (stays === 'wall') return { blocks: [first], proposed: 0, is: 'wall' };
  if (stays === 'article') {
    const isLine =
      textLength(first, LINE_LENGTH) <= LINE_LENGTH && !/^(main|article|h1)$/.test(nameOf(first));
    const isPage = !isLine || findFirst(first, 'h1, article, main') !== null;
    return { blocks: [first], proposed: 0, is: isPage ? 'page' : 'article' };
  }
  const blocks: Element[] = [];
  let before: DOMRectReadOnly | null = null;
  for (let at: Element | null = first; at !== null && nameOf(at) !== 'body'; at = parentElementOf(at)) {
    const held = mustStay.stays(at);
    if (held === 'article' || held === 'wall') break;
    const box = boxOf(at);
    // Of boxes that look the same the outermost is hidden, so that no empty frame remains.
    if (before !== null && isSameBox(before, box)) blocks.pop();
    blocks.push(at);
    before = box;
  }
  return { blocks, proposed: propose(blocks, view), is: 'block' };
}

/** The next visible block in document order, for selection by keys. */
export function besideBlock(block: Element, step: 1 | -1): Element | null {
  for (let at: Element | null = block; at !== null && nameOf(at) !== 'body'; at = parentElementOf(at)) {
    let next = step > 0 ? nextElementOf(at) : previousElementOf(at);
    for (; next !== null; next = step > 0 ? nextElementOf(next) : previousElementOf(next)) {
      const { width, height } = boxOf(next);
      if (width > 0 && height > 0) return next;
    }
  }
  return null;
}
