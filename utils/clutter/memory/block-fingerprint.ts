import { bodyOf, parentElementOf, rootOf } from '../../page/dom-access.ts';
import { attributeOf, elementsIn, nameOf } from '../../page/element-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import type { MustStay } from '../find/must-stay.ts';
import { readWords } from '../find/read-words.ts';
import { TAG, tagBits } from '../find/tags.ts';
import { stablePart } from '../rules/stable-names.ts';
import { hashText } from '../rules/user-rules.ts';

/** What one page of a site gives to the memory of the site: numbers only, no word can be had back from them. */
export interface Fingerprint {
  /** The page's address, hashed. */
  page: number;
  /** Blocks that are not the article's, by their text. */
  blocks: number[];
  /** Names of blocks that were hidden, and of those of them that stand on something that was not. */
  hidden: number[];
  shown: number[];
}

/** Characters a block has at least, and at most, to be told again by its text. */
const LEAST_TEXT = 12;
const MOST_TEXT = 600;
/** Nodes of a block that are looked at: each block is asked of that stands in another, too. */
const MOST_NODES = 300;
const BLOCKS_LIMIT = 300;
const ELEMENTS_LIMIT = 4000;
/** Blocks whose first words are read from one step to the next. */
const BLOCKS_PER_STEP = 40;

/** A block by its text: white space, capitals and numbers do not count. 0 where it has too little or too much. */
export function printBlock(element: Element): number {
  const text = readWords(element, MOST_TEXT + 1, MOST_NODES);
  if (text.length < LEAST_TEXT || text.length > MOST_TEXT) return 0;
  return hashText(text.toLowerCase().replace(/\p{N}+/gu, '#'));
}

const PARTS_LIMIT = 5000;
/** The same class words come again and again, on one page and on all of a site. */
const parts = new Map<string, string>();

function cachedPart(name: string): string {
  const known = parts.get(name);
  if (known !== undefined) return known;
  const part = stablePart(name);
  if (parts.size < PARTS_LIMIT) parts.set(name, part);
  return part;
}

/** A block by its tag, its id and its class words; 0 where none of them is likely to stay. */
export function printNames(element: Element): number {
  const words = attributeOf(element, 'class').split(/\s+/);
  const id = attributeOf(element, 'id');
  const names = [...words, id]
    .map((name) => (name === '' ? '' : cachedPart(name)))
    .filter((name) => name !== '');
  return names.length === 0 ? 0 : hashText(`${nameOf(element)} ${[...new Set(names)].sort().join(' ')}`);
}

/**
 * A page's address without what changes from visit to visit. Of sixteen bits: enough to tell some dozen pages of a site
 * apart, and too few to tell which of its thousands of pages was visited.
 */
export function printAddress(url: string): number {
  return hashText(url.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '')) & 0xffff;
}

/**
 * Takes a page's fingerprint. Reads each block once; nothing of the article is in it.
 *
 * @param mustStay what of the page is the article
 * @param hidden the blocks that are hidden
 */
export function* fingerprintInSteps(
  document_: Document,
  url: string,
  mustStay: MustStay,
  hidden: readonly Element[],
): Steps<Fingerprint> {
  const blocks = new Set<number>();
  const body = bodyOf(document_);
  const elements = body === null ? [] : elementsIn(body, '*');
  for (let i = 0; i < elements.length && i < ELEMENTS_LIMIT && blocks.size < BLOCKS_LIMIT; i++) {
    if (i % BLOCKS_PER_STEP === 0) yield;
    const element = elements[i];
    if (element === undefined || (tagBits(nameOf(element)) & (TAG.inline | TAG.skip | TAG.scaffold)) !== 0)
      continue;
    const print = printBlock(element);
    if (print !== 0 && !mustStay.holdsArticle(element)) blocks.add(print);
  }
  const names = new Map(hidden.map((element) => [printNames(element), element]));
  names.delete(0);
  const shown = yield* findShown(document_, names, hidden);
  return {
    page: printAddress(url),
    blocks: [...blocks],
    hidden: [...names.keys()],
    shown: [...names.keys()].filter((print) => shown.has(print)),
  };
}

/** Which names stand on something that is not hidden. Looks through the elements of each tag once, for all of its names. */
function* findShown(
  document_: Document,
  names: ReadonlyMap<number, Element>,
  hidden: readonly Element[],
): Steps<Set<number>> {
  const shown = new Set<number>();
  const inside = new Set<Element>(hidden);
  let looked = 0;
  const root = rootOf(document_);
  if (root === null) return shown;
  for (const tag of new Set([...names.values()].map(nameOf))) {
    for (const element of [...elementsIn(root, tag)]) {
      if (++looked % REST_EVERY === 0) yield;
      const print = printNames(element);
      const named = names.get(print);
      if (named === undefined || nameOf(named) !== tag || shown.has(print)) continue;
      if (!liesIn(element, inside)) shown.add(print);
    }
  }
  return shown;
}

/** Whether an element is one of some, or lies in one; what was passed on the way is one of them then. */
function liesIn(element: Element, some: Set<Element>): boolean {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null; at = parentElementOf(at)) {
    if (some.has(at)) {
      for (const passed of path) some.add(passed);
      return true;
    }
    path.push(at);
  }
  return false;
}
