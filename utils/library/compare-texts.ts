/** What changed between two texts of an article. Pure. */
import type { VersionQuote } from './reader-types.ts';
import type { Block, Comparison, Piece } from './view-types.ts';

/** One of the two texts. */
export interface ComparedText {
  title: string;
  /** Paragraphs parted by `\n\n`. */
  text: string;
  quotes: readonly VersionQuote[];
}

/** Cells of a comparison's table; above it, what lies between equal ends counts as replaced. */
const MAX_CELLS = 1_000_000;

/** Share of equal words from which on a paragraph counts as changed and not as another, 0–1. */
const ALIKE = 0.4;

/** The edits that make one list the other, by longest common subsequence (Wagner & Fischer 1974). */
function compareLists(before: readonly string[], after: readonly string[]): Piece[] {
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
    ...compareMiddles(before.slice(start, endA), after.slice(start, endB)),
    ...same(before.slice(endA)),
  ];
}

function compareMiddles(a: readonly string[], b: readonly string[]): Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text });
  const added = (text: string): Piece => ({ kind: 'added', text });
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_CELLS) {
    return [...a.map(removed), ...b.map(added)];
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const cell = i * width + j;
      table[cell] =
        a[i] === b[j]
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

/** The two paragraphs as one with its changes, or null where they have little in common. */
function compareParagraphs(before: string, after: string): Block | null {
  const pieces = compareLists(words(before), words(after));
  const common = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  if (common < ALIKE * Math.max(before.length, after.length)) return null;
  return { kind: 'changed', pieces: joinPieces(pieces) };
}

/** The headline with what changed in it; the two one after the other where they have little in common. */
function compareTitles(before: string, after: string): Piece[] {
  const block = compareParagraphs(before, after);
  if (block?.kind === 'changed') return block.pieces;
  return [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ];
}

/** A run of removed paragraphs followed by added ones: in pairs where they are alike. */
function pairUp(removed: readonly string[], added: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const before of removed) {
    let at = next;
    let found: Block | null = null;
    for (; at < Math.min(added.length, next + 4); at += 1) {
      found = compareParagraphs(before, added[at] ?? '');
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
  const pieces = compareLists(before.text.split('\n\n'), after.text.split('\n\n'));
  const blocks: Block[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    blocks.push(...pairUp(removed, added));
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
    title: before.title === after.title ? null : compareTitles(before.title, after.title),
    quotesAdded: missing(after.quotes, before.quotes),
    quotesRemoved: missing(before.quotes, after.quotes),
    blocks,
    changes: blocks.filter(({ kind }) => kind !== 'same').length,
  };
}
