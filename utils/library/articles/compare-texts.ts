/** What changed between two texts of an article. Pure. */
import type { VersionQuote } from '../types.ts';
import type { Block, Comparison, Piece } from '../view-types.ts';

/** One of the two texts. */
export interface ComparedText {
  title: string;
  /** Paragraphs parted by `\n\n`. */
  text: string;
  quotes: readonly VersionQuote[];
}

/** Cells of a comparison's table; above it, what lies between equal ends counts as replaced. */
const MAX_CELLS = 1_000_000;

/** Cells that a whole comparison may take: a second or so. Beyond them paragraphs count as others, however alike. */
const ALL_CELLS = 100_000_000;

/** Share of equal words from which on a paragraph counts as changed and not as another, 0–1. */
const ALIKE = 0.4;

/** What is left to one comparison. */
interface Budget {
  cells: number;
}

/** The edits that make one list the other, by longest common subsequence (Wagner & Fischer 1974). */
function compareLists(before: readonly string[], after: readonly string[], budget: Budget): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let endA = before.length;
  let endB = after.length;
  while (endA > start && endB > start && before[endA - 1] === after[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const same = (items: readonly string[]): Piece[] => items.map((text) => ({ kind: 'same', text }));
  return [
    ...same(before.slice(0, start)),
    ...compareMiddles(before.slice(start, endA), after.slice(start, endB), budget),
    ...same(before.slice(endA)),
  ];
}

/** A number for each item, the same for equal ones: items are paragraphs, which are long to compare. */
function numberItems(): (item: string) => number {
  const numbers = new Map<string, number>();
  return (item) => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  };
}

function compareMiddles(a: readonly string[], b: readonly string[], budget: Budget): Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text });
  const added = (text: string): Piece => ({ kind: 'added', text });
  const cells = a.length * b.length;
  if (cells === 0 || cells > MAX_CELLS || cells > budget.cells) return [...a.map(removed), ...b.map(added)];
  budget.cells -= cells;
  const numberOf = numberItems();
  const [ownA, ownB] = [a.map(numberOf), b.map(numberOf)];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const cell = i * width + j;
      table[cell] =
        ownA[i] === ownB[j]
          ? (table[cell + width + 1] ?? 0) + 1
          : Math.max(table[cell + width] ?? 0, table[cell + 1] ?? 0);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y) {
      pieces.push({ kind: 'same', text: x });
      i += 1;
      j += 1;
    } else if (
      y === undefined ||
      (x !== undefined && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      pieces.push(removed(x ?? ''));
      i += 1;
    } else {
      pieces.push(added(y));
      j += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one piece. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Words with the blanks after them; every character by itself where a script has no blanks. */
function words(paragraph: string): string[] {
  const parts = paragraph.match(/\S+\s*|\s+/g) ?? [];
  return parts.length < 4 && paragraph.length > 40 ? [...paragraph] : parts;
}

/** Characters of the words that two lists share, in whatever order: no comparison finds more in common. */
function sharedLength(own: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += word.length;
  }
  return shared;
}

/** The two paragraphs as one with its changes, or null where they have little in common. */
function compareParagraphs(before: string, after: string, budget: Budget): Block | null {
  const [own, others] = [words(before), words(after)];
  if (sharedLength(own, others) < ALIKE * Math.max(before.length, after.length)) return null;
  const pieces = compareLists(own, others, budget);
  const common = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  if (common < ALIKE * Math.max(before.length, after.length)) return null;
  return { kind: 'changed', pieces: joinPieces(pieces) };
}

/** The headline with what changed in it; the two one after the other where they have little in common. */
function compareTitles(before: string, after: string, budget: Budget): Piece[] {
  const block = compareParagraphs(before, after, budget);
  if (block?.kind === 'changed') return block.pieces;
  return [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ];
}

/** A run of removed paragraphs followed by added ones: in pairs where they are alike. */
function pairUp(removed: readonly string[], added: readonly string[], budget: Budget): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const before of removed) {
    let at = next;
    let found: Block | null = null;
    for (; at < Math.min(added.length, next + 4); at += 1) {
      found = compareParagraphs(before, added[at] ?? '', budget);
      if (found !== null) break;
    }
    if (found === null) {
      blocks.push({ kind: 'removed', text: before });
      continue;
    }
    for (; next < at; next += 1) blocks.push({ kind: 'added', text: added[next] ?? '' });
    blocks.push(found);
    next = at + 1;
  }
  for (; next < added.length; next += 1) blocks.push({ kind: 'added', text: added[next] ?? '' });
  return blocks;
}

/** Quotes of one text whose words the other does not have. */
function missing(quotes: readonly VersionQuote[], others: readonly VersionQuote[]): VersionQuote[] {
  const known = new Set(others.map(({ text }) => text));
  return quotes.filter(({ text }) => !known.has(text));
}

/** Compares headline, quotes and paragraphs of two texts. */
export function compareTexts(before: ComparedText, after: ComparedText): Comparison {
  const budget: Budget = { cells: ALL_CELLS };
  const pieces = compareLists(before.text.split('\n\n'), after.text.split('\n\n'), budget);
  const blocks: Block[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    for (const block of pairUp(removed, added, budget)) blocks.push(block);
    removed = [];
    added = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'removed') removed.push(piece.text);
    else if (piece.kind === 'added') added.push(piece.text);
    else {
      flush();
      blocks.push(piece);
    }
  }
  flush();
  return {
    title: before.title === after.title ? null : compareTitles(before.title, after.title, budget),
    quotesAdded: missing(after.quotes, before.quotes),
    quotesRemoved: missing(before.quotes, after.quotes),
    blocks,
    changes: blocks.filter(({ kind }) => kind !== 'same').length,
  };
}
