import { bodyOf, parentElementOf, rootOf } from '../../page/dom-access.ts';
import { attributeOf, elementsIn, nameOf } from '../../page/element-access.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import type { MustStay } from '../find/page-guard.ts';
import { readWords } from '../find/read-words.ts';
import { TAG, tagBits } from '../find/tags.ts';
import { stablePart } from '../rules/stable-names.ts';
import { hashText } from '../rules/user-rules.ts';

/** What one page contributes to the site memory: only hashes, from which no text can be recovered. */
export interface Fingerprint {
  /** Hash of the page's address. */
  page: number;
  /** Hashes of the texts of blocks outside the article. */
  blocks: number[];
  /** Hashes of names of hidden blocks, and those of them that also occur on visible elements. */
  hidden: number[];
  shown: number[];
}

/** Minimum and maximum characters of a block that its text identifies. */
const MIN_TEXT_LENGTH = 12;
const MAX_TEXT_LENGTH = 600;
/** Limit of nodes read per block, because nested blocks are each read. */
const MAX_NODES = 300;
const MAX_BLOCKS = 300;
const MAX_ELEMENTS = 4000;
/** Blocks read per step. */
const BLOCKS_PER_STEP = 40;

/** Hashes a block's text without white space, case and numbers. 0 if it is too short or too long. */
export function hashBlockText(element: Element): number {
  const text = readWords(element, MAX_TEXT_LENGTH + 1, MAX_NODES);
  if (text.length < MIN_TEXT_LENGTH || text.length > MAX_TEXT_LENGTH) return 0;
  return hashText(text.toLowerCase().replace(/\p{N}+/gu, '#'));
}

const MAX_PARTS = 5000;
/** Cache, because class names repeat on a page and its site. */
const parts = new Map<string, string>();

function cachedPart(name: string): string {
  const known = parts.get(name);
  if (known !== undefined) return known;
  const part = stablePart(name);
  if (parts.size < MAX_PARTS) parts.set(name, part);
  return part;
}

/** Hashes a block's tag, id and class names; 0 if none of them is likely to be stable. */
export function hashBlockNames(element: Element): number {
  const words = attributeOf(element, 'class').split(/\s+/);
  const id = attributeOf(element, 'id');
  const names = [...words, id]
    .map((name) => (name === '' ? '' : cachedPart(name)))
    .filter((name) => name !== '');
  return names.length === 0 ? 0 : hashText(`${nameOf(element)} ${[...new Set(names)].sort().join(' ')}`);
}

/**
 * Hashes a page's address without its variable parts. Sixteen bits distinguish a few dozen pages of a site, but do not
 * reveal which of its thousands of pages was visited.
 */
export function hashAddress(url: string): number {
  return hashText(url.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, '')) & 0xffff;
}

/**
 * Computes a page's fingerprint. Reads each block once; contains nothing of the article.
 *
 * @param mustStay identifies the article's elements
 * @param hidden the hidden blocks
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
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS && blocks.size < MAX_BLOCKS; i++) {
    if (i % BLOCKS_PER_STEP === 0) yield;
    const element = elements[i];
    if (element === undefined || (tagBits(nameOf(element)) & (TAG.inline | TAG.skip | TAG.scaffold)) !== 0)
      continue;
    const print = hashBlockText(element);
    if (print === 0) continue;
    const stays = mustStay.stays(element);
    if (stays === null || stays === 'part') blocks.add(print);
  }
  const names = new Map(hidden.map((element) => [hashBlockNames(element), element]));
  names.delete(0);
  const shown = yield* findShown(document_, names, hidden);
  return {
    page: hashAddress(url),
    blocks: [...blocks],
    hidden: [...names.keys()],
    shown: [...names.keys()].filter((print) => shown.has(print)),
  };
}

/** The names that also occur on visible elements. Searches the elements of each tag once. */
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
      const print = hashBlockNames(element);
      const named = names.get(print);
      if (named === undefined || nameOf(named) !== tag || shown.has(print)) continue;
      if (!liesIn(element, inside)) shown.add(print);
    }
  }
  return shown;
}

/** Whether an element is one of some or inside one; adds the ancestors passed on the way to the set. */
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
