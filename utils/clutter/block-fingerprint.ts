import { readWords } from './hidden-blocks.ts';
import { findMustStay } from './must-stay.ts';
import { hashText, selectByNames } from './reader-rules.ts';
import { stableNames } from './stable-names.ts';
import { TAG, tagBits } from './tags.ts';

/** What one page of a site gives to the memory of the site: numbers only, no word can be had back from them. */
export interface Imprint {
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
const BLOCKS_LIMIT = 300;
const ELEMENTS_LIMIT = 4000;

/** A block by its text: white space, capitals and numbers do not count. 0 where it has too little or too much. */
export function printBlock(element: Element): number {
  const text = readWords(element, MOST_TEXT + 1);
  if (text.length < LEAST_TEXT || text.length > MOST_TEXT) return 0;
  return hashText(text.toLowerCase().replace(/\p{N}+/gu, '#'));
}

/** A block by its names and the nearest named place around it; 0 where it has none. */
export function printNames(element: Element): number {
  const names = stableNames(element);
  if (names.length === 0) return 0;
  let place = '';
  for (let at = element.parentElement; at !== null && place === ''; at = at.parentElement) {
    if (at.localName === 'body') place = 'body';
    else place = stableNames(at).join(' ');
  }
  return hashText([element.localName, ...names, '<', place].join(' '));
}

/** A page's address without what changes from visit to visit. */
export function printAddress(url: string): number {
  return hashText(url.replace(/[?#].*$/, '').replace(/\/+$/, ''));
}

/**
 * Takes a page's imprint. Reads each block once; nothing of the article is in it.
 *
 * @param kept the article's elements
 * @param hidden the blocks that are hidden
 */
export function imprintPage(
  document_: Document,
  url: string,
  kept: readonly Element[],
  hidden: readonly Element[],
): Imprint {
  const mustStay = findMustStay(document_, kept);
  const blocks = new Set<number>();
  const elements = document_.body?.getElementsByTagName('*') ?? [];
  for (let i = 0; i < elements.length && i < ELEMENTS_LIMIT && blocks.size < BLOCKS_LIMIT; i++) {
    const element = elements[i];
    if (element === undefined || (tagBits(element.localName) & (TAG.inline | TAG.skip | TAG.scaffold)) !== 0)
      continue;
    const print = printBlock(element);
    if (print !== 0 && !mustStay.holdsArticle(element)) blocks.add(print);
  }
  const names = new Map(hidden.map((element) => [printNames(element), element]));
  names.delete(0);
  const shown = [...names].filter(([print, known]) => {
    const alike = document_.querySelectorAll(selectByNames(known.localName, stableNames(known).slice(0, 1)));
    return Array.from(alike).some(
      (element) => printNames(element) === print && !hidden.some((other) => other.contains(element)),
    );
  });
  return {
    page: printAddress(url),
    blocks: [...blocks],
    hidden: [...names.keys()],
    shown: shown.map(([print]) => print),
  };
}
