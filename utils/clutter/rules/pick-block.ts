import { parentElementOf, shortTextOf } from '../../page/dom-access.ts';
import {
  boundingRectOf,
  findFirst,
  localNameOf,
  namespaceOf,
  nextElementOf,
  previousElementOf,
} from '../../page/element-access.ts';
import type { PageProtection } from '../find/page-guard.ts';
import { TAG, tagBits } from '../find/tags.ts';

/** The blocks that the user may mean by pointing at an element. */
export interface PickResult {
  /** The candidates, innermost first. Never empty. */
  blocks: readonly Element[];
  /** Index of the proposed block. */
  proposed: number;
  /** `block` can be hidden; `article` is a passage of the article, which can be hidden, too; the others must stay. */
  kind: 'block' | 'article' | 'wall' | 'page';
}

type View = Pick<Window, 'getComputedStyle'>;

/** Maximum difference between the edges of boxes that look the same, in CSS px. */
const MAX_EDGE_DIFFERENCE = 3;
/** A parent is proposed instead if its area and its text are larger by at most these factors, and this many characters. */
const MAX_AREA_FACTOR = 2.5;
const MAX_TEXT_FACTOR = 1.5;
const EXTRA_TEXT_LENGTH = 40;
/** Maximum length of a parent's text, in characters. */
const MAX_TEXT_LENGTH = 20_000;
/** Maximum length of a passage of the article that can be picked, in characters. */
const MAX_PASSAGE_LENGTH = 1500;

function isSameBox(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.left - b.left) <= MAX_EDGE_DIFFERENCE &&
    Math.abs(a.top - b.top) <= MAX_EDGE_DIFFERENCE &&
    Math.abs(a.right - b.right) <= MAX_EDGE_DIFFERENCE &&
    Math.abs(a.bottom - b.bottom) <= MAX_EDGE_DIFFERENCE
  );
}

/** Allowance for white space in a text, in characters. */
const WHITE_SPACE_ALLOWANCE = 3000;

/** Returns the length of an element's text, or `Infinity` if it is much longer than `maxLength`. */
function measureText(element: Element, maxLength: number): number {
  return (
    shortTextOf(element, 2 * maxLength + WHITE_SPACE_ALLOWANCE)?.trim().length ?? Number.POSITIVE_INFINITY
  );
}

/** Finds the nearest block that is or contains an element; null if that is the body. */
function findBlockAround(pointed: Element, view: View): Element | null {
  for (let at: Element | null = pointed; at !== null; at = parentElementOf(at)) {
    if (localNameOf(at) === 'body' || localNameOf(at) === 'html') return null;
    const bits = tagBits(localNameOf(at));
    if ((bits & (TAG.inline | TAG.skip)) !== 0 || namespaceOf(at) !== 'http://www.w3.org/1999/xhtml')
      continue;
    if (!/^(inline|contents|none)/.test(view.getComputedStyle(at).display)) return at;
  }
  return null;
}

function isPinned(element: Element, view: View): boolean {
  const { position } = view.getComputedStyle(element);
  return position === 'fixed' || position === 'sticky' || localNameOf(element) === 'dialog';
}

/** Returns the index of the most likely block: a whole pop-up, a form with its heading, a card instead of a line in it. */
function chooseProposed(blocks: readonly Element[], view: View): number {
  let proposed = 0;
  blocks.forEach((block, at) => {
    if (isPinned(block, view)) proposed = at;
  });
  const form = blocks.findIndex((block) => localNameOf(block) === 'form');
  proposed = Math.max(proposed, form);
  const start = blocks[proposed];
  let textLength = start === undefined ? 0 : measureText(start, MAX_TEXT_LENGTH);
  for (let next = proposed + 1; next < blocks.length; next++) {
    const [inner, outer] = [blocks[next - 1], blocks[next]];
    if (inner === undefined || outer === undefined) break;
    const [small, large] = [boundingRectOf(inner), boundingRectOf(outer)];
    if (large.width * large.height > small.width * small.height * MAX_AREA_FACTOR) break;
    const maxLength = Math.min(MAX_TEXT_LENGTH, textLength * MAX_TEXT_FACTOR + EXTRA_TEXT_LENGTH);
    textLength = measureText(outer, maxLength);
    if (textLength > maxLength) break;
    proposed = next;
  }
  return proposed;
}

/**
 * Finds the blocks that contain an element. Forces layout.
 *
 * @param pointed the element under the pointer
 * @param protection identifies the article and walls
 * @returns null if there is only the page itself
 */
export function pickBlock(pointed: Element, protection: PageProtection, view: View): PickResult | null {
  const first = findBlockAround(pointed, view);
  if (first === null) return null;
  const firstProtection = protection.stays(first);
  if (firstProtection === 'wall') return { blocks: [first], proposed: 0, kind: 'wall' };
  if (firstProtection === 'article') {
    const isPassage =
      measureText(first, MAX_PASSAGE_LENGTH) <= MAX_PASSAGE_LENGTH &&
      !/^(main|article|h1)$/.test(localNameOf(first));
    const isPage = !isPassage || findFirst(first, 'h1, article, main') !== null;
    return { blocks: [first], proposed: 0, kind: isPage ? 'page' : 'article' };
  }
  const blocks: Element[] = [];
  let previousRect: DOMRectReadOnly | null = null;
  for (let at: Element | null = first; at !== null && localNameOf(at) !== 'body'; at = parentElementOf(at)) {
    const blockProtection = protection.stays(at);
    if (blockProtection === 'article' || blockProtection === 'wall') break;
    const rect = boundingRectOf(at);
    // If boxes look the same, only the outermost is a candidate, so that no empty frame is left behind.
    if (previousRect !== null && isSameBox(previousRect, rect)) blocks.pop();
    blocks.push(at);
    previousRect = rect;
  }
  return { blocks, proposed: chooseProposed(blocks, view), kind: 'block' };
}

/** Finds the next (`step` 1) or previous (-1) visible block, for selection with the keyboard. */
export function findAdjacentBlock(block: Element, step: 1 | -1): Element | null {
  for (let at: Element | null = block; at !== null && localNameOf(at) !== 'body'; at = parentElementOf(at)) {
    let next = step > 0 ? nextElementOf(at) : previousElementOf(at);
    for (; next !== null; next = step > 0 ? nextElementOf(next) : previousElementOf(next)) {
      const { width, height } = boundingRectOf(next);
      if (width > 0 && height > 0) return next;
    }
  }
  return null;
}
