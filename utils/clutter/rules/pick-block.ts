import { parentElementOf, shortTextOf } from '../../page/dom-access.ts';
import {
  boxOf,
  findFirst,
  nameOf,
  namespaceOf,
  nextElementOf,
  previousElementOf,
} from '../../page/element-access.ts';
import type { MustStay } from '../find/must-stay.ts';
import { TAG, tagBits } from '../find/tags.ts';

/** What the user may mean by pointing at a place of the page. */
export interface Picked {
  /** The blocks around the place, the smallest first. Never empty. */
  blocks: readonly Element[];
  /** Which of them is proposed. */
  proposed: number;
  /** `block` may be hidden; `article` is a line or box of the article; the others may not be hidden at all. */
  is: 'block' | 'article' | 'wall' | 'page';
}

type View = Pick<Window, 'getComputedStyle'>;

/** Boxes whose edges are no further apart, in CSS pixels, are one to the eye. */
const SAME_EDGE = 3;
/** How much more room, and how many more characters, the box around a block may have to be taken with it. */
const ROOM = 2.5;
const WORDS = 1.5;
const LOOSE_WORDS = 40;
/** A block with more characters is taken as it is. */
const MOST_TEXT = 20_000;
/** A piece of the article that may be picked by its words has at most so many characters. */
const LINE_LENGTH = 1500;

function isSameBox(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.left - b.left) <= SAME_EDGE &&
    Math.abs(a.top - b.top) <= SAME_EDGE &&
    Math.abs(a.right - b.right) <= SAME_EDGE &&
    Math.abs(a.bottom - b.bottom) <= SAME_EDGE
  );
}

/** Characters that the white space of a text may add to it. */
const SPACES = 3000;

/** The characters of an element's text; Infinity where they are many more than `most`, which are not counted then. */
function textLength(element: Element, most: number): number {
  return shortTextOf(element, 2 * most + SPACES)?.trim().length ?? Number.POSITIVE_INFINITY;
}

/** The block a piece of text or a picture belongs to. */
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

/** The block that is most likely meant: a pop-up as a whole, a form with its heading, a card and not its line. */
function propose(blocks: readonly Element[], view: View): number {
  let proposed = 0;
  blocks.forEach((block, at) => {
    if (isPinned(block, view)) proposed = at;
  });
  const form = blocks.findIndex((block) => nameOf(block) === 'form');
  proposed = Math.max(proposed, form);
  const start = blocks[proposed];
  let size = start === undefined ? 0 : textLength(start, MOST_TEXT);
  for (let next = proposed + 1; next < blocks.length; next++) {
    const [inner, outer] = [blocks[next - 1], blocks[next]];
    if (inner === undefined || outer === undefined) break;
    const [small, large] = [boxOf(inner), boxOf(outer)];
    if (large.width * large.height > small.width * small.height * ROOM) break;
    const most = Math.min(MOST_TEXT, size * WORDS + LOOSE_WORDS);
    size = textLength(outer, most);
    if (size > most) break;
    proposed = next;
  }
  return proposed;
}

/**
 * Finds the blocks around a place. Asks for layout: for a pointer that moves, not for every page.
 *
 * @param pointed what the pointer is on
 * @param mustStay what of the page is the article, or a wall
 * @returns null where there is nothing but the page itself
 */
export function pickBlock(pointed: Element, mustStay: MustStay, view: View): Picked | null {
  const first = blockAround(pointed, view);
  if (first === null) return null;
  if (mustStay.holdsWall(first)) return { blocks: [first], proposed: 0, is: 'wall' };
  if (mustStay.holdsArticle(first)) {
    const isLine =
      textLength(first, LINE_LENGTH) <= LINE_LENGTH && !/^(main|article|h1)$/.test(nameOf(first));
    const isPage = !isLine || findFirst(first, 'h1, article, main') !== null;
    return { blocks: [first], proposed: 0, is: isPage ? 'page' : 'article' };
  }
  const blocks: Element[] = [];
  let before: DOMRectReadOnly | null = null;
  for (let at: Element | null = first; at !== null && nameOf(at) !== 'body'; at = parentElementOf(at)) {
    if (mustStay.holdsArticle(at) || mustStay.holdsWall(at)) break;
    const box = boxOf(at);
    // Of boxes that look the same the outermost is hidden: no empty frame stays behind.
    if (before !== null && isSameBox(before, box)) blocks.pop();
    blocks.push(at);
    before = box;
  }
  return { blocks, proposed: propose(blocks, view), is: 'block' };
}

/** The block beside one, for users who choose with the keys: the next that can be seen, in the order of the page. */
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
