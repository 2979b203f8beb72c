import type { Fingerprint } from './block-fingerprint.ts';

/** What is known about one site: on how many of its pages a block occurred. Hashes and counts only. */
export interface SiteMemory {
  /** Hashes of the counted pages, latest last. */
  pages: number[];
  /** Blocks by text: alternating hashes and counts, as stored. */
  blocks: number[];
  /** Names that occurred only on hidden blocks: alternating hashes and counts; negative counts are never trusted again. */
  names: number[];
}

const MAX_PAGES = 60;
const MAX_BLOCKS = 600;
const MAX_NAMES = 80;
/** Number of pages on which a name must have occurred only on hidden blocks before such blocks are hidden early. */
const PAGES_TO_KNOW = 2;

export const EMPTY_MEMORY: SiteMemory = { pages: [], blocks: [], names: [] };

function isNumbers(value: unknown, most: number): value is number[] {
  return Array.isArray(value) && value.length <= most && value.every(Number.isSafeInteger);
}

/** Validates a stored memory; empty if it is damaged. */
export function readMemory(value: unknown): SiteMemory {
  const { pages, blocks, names } = (value ?? {}) as Record<string, unknown>;
  if (!isNumbers(pages, MAX_PAGES)) return EMPTY_MEMORY;
  if (!isNumbers(blocks, MAX_BLOCKS * 2) || !isNumbers(names, MAX_NAMES * 2)) return EMPTY_MEMORY;
  return { pages, blocks, names };
}

function unfold(pairs: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < pairs.length; i += 2) counts.set(pairs[i] ?? 0, pairs[i + 1] ?? 0);
  return counts;
}

/** Drops the least frequent entries, the oldest of these first. */
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
 * Adds a page to the memory of its site. A page counted before can only invalidate names.
 *
 * @returns the new memory; the old one is not modified
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
    pages: isNew ? [...memory.pages, fingerprint.page].slice(-MAX_PAGES) : memory.pages,
    blocks: fold(blocks, MAX_BLOCKS),
    names: fold(names, MAX_NAMES),
  };
}

/**
 * Returns a function that counts the other pages of the site with a block.
 *
 * @param page hash of the current page
 */
export function countRepeats(memory: SiteMemory, page: number): (print: number) => number {
  const blocks = unfold(memory.blocks);
  const own = memory.pages.includes(page) ? 1 : 0;
  return (print) => (print === 0 ? 0 : Math.max(0, (blocks.get(print) ?? 0) - own));
}

/** The names that occurred only on hidden blocks, on enough pages. */
export function knownNames(memory: SiteMemory): Set<number> {
  return new Set(
    [...unfold(memory.names)].filter(([, count]) => count >= PAGES_TO_KNOW).map(([print]) => print),
  );
}
