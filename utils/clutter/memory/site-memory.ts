import type { Fingerprint } from './block-fingerprint.ts';

/** What is remembered of one site: how many of its pages had a block. Numbers only. */
export interface SiteMemory {
  /** Pages that were counted, hashed; the latest last. */
  pages: number[];
  /** Blocks by their text: print and count by turns, as stored. */
  blocks: number[];
  /** Names that stood on hidden blocks only: print and count by turns; a count below 0 is never believed again. */
  names: number[];
}

const PAGES_LIMIT = 60;
const BLOCKS_LIMIT = 600;
const NAMES_LIMIT = 80;
/** Pages on which names must have stood on hidden blocks, and on nothing else, to be hidden before they are judged. */
const PAGES_TO_KNOW = 2;

export const EMPTY_MEMORY: SiteMemory = { pages: [], blocks: [], names: [] };

function isNumbers(value: unknown, most: number): value is number[] {
  return Array.isArray(value) && value.length <= most && value.every(Number.isSafeInteger);
}

/** What is stored of a site, or nothing where it is damaged. */
export function readMemory(value: unknown): SiteMemory {
  const { pages, blocks, names } = (value ?? {}) as Record<string, unknown>;
  if (!isNumbers(pages, PAGES_LIMIT)) return EMPTY_MEMORY;
  if (!isNumbers(blocks, BLOCKS_LIMIT * 2) || !isNumbers(names, NAMES_LIMIT * 2)) return EMPTY_MEMORY;
  return { pages, blocks, names };
}

function unfold(pairs: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < pairs.length; i += 2) counts.set(pairs[i] ?? 0, pairs[i + 1] ?? 0);
  return counts;
}

/** Forgets what was met least often, of that the oldest first. */
function fold(counts: ReadonlyMap<number, number>, most: number): number[] {
  let pairs = [...counts];
  if (pairs.length > most) {
    const worth = pairs.map(([, count]) => Math.abs(count)).sort((a, b) => b - a);
    const least = worth[most - 1] ?? 0;
    let spare = pairs.length - most;
    pairs = pairs.filter(
      ([, count]) => Math.abs(count) > least || (Math.abs(count) === least && spare-- <= 0),
    );
    pairs = pairs.slice(-most);
  }
  return pairs.flat();
}

/**
 * Adds a page to what is remembered of its site. A page that was counted before teaches only what to disbelieve.
 *
 * @returns the new memory; the old one is left as it is
 */
export function remember(memory: SiteMemory, fingerprint: Fingerprint): SiteMemory {
  const isNew = !memory.pages.includes(fingerprint.page);
  const [blocks, names] = [unfold(memory.blocks), unfold(memory.names)];
  if (isNew) {
    for (const print of fingerprint.blocks) {
      const count = blocks.get(print) ?? 0;
      blocks.delete(print);
      blocks.set(print, count + 1);
    }
    for (const print of fingerprint.hidden) {
      const count = names.get(print) ?? 0;
      if (count >= 0) names.set(print, count + 1);
    }
  }
  for (const print of fingerprint.shown) names.set(print, -1);
  return {
    pages: isNew ? [...memory.pages, fingerprint.page].slice(-PAGES_LIMIT) : memory.pages,
    blocks: fold(blocks, BLOCKS_LIMIT),
    names: fold(names, NAMES_LIMIT),
  };
}

/**
 * Asks on how many other pages of the site a block was.
 *
 * @param page the page that is looked at, hashed
 */
export function countRepeats(memory: SiteMemory, page: number): (print: number) => number {
  const blocks = unfold(memory.blocks);
  const own = memory.pages.includes(page) ? 1 : 0;
  return (print) => (print === 0 ? 0 : Math.max(0, (blocks.get(print) ?? 0) - own));
}

/** The names that have stood on hidden blocks only, on enough pages. */
export function knownNames(memory: SiteMemory): Set<number> {
  return new Set(
    [...unfold(memory.names)].filter(([, count]) => count >= PAGES_TO_KNOW).map(([print]) => print),
  );
}
