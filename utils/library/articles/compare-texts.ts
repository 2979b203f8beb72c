/** Compares two versions of an article. Pure. */
import { diffArrays } from 'diff';
import type { VersionQuote } from '../types.ts';
import type { DiffBlock, DiffPiece, TextChanges, TextComparison } from '../view-types.ts';

/** One of the two versions. */
export interface ComparedText {
  title: string;
  /** Paragraphs separated by `\n\n`. */
  text: string;
  quotes: readonly VersionQuote[];
}

/** Maximum duration of a comparison. Whatever has not been compared by then counts as replaced. */
const MAX_COMPARISON_MS = 1000;

/** Minimum share of unchanged text for a paragraph to count as changed instead of replaced, 0–1. */
const MIN_SIMILARITY = 0.4;

/** The time when a comparison must end, as a value of `performance.now()`. */
type Deadline = number;

/** Computes the edits that turn one list into the other, by longest common subsequence (Myers 1986). */
function compareLists(before: readonly string[], after: readonly string[], deadline: Deadline): DiffPiece[] {
  const timeout = Math.max(0, deadline - performance.now());
  const changes = diffArrays([...before], [...after], { timeout }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ];
  return changes.flatMap(({ value, removed, added }) =>
    value.map((text): DiffPiece => ({ kind: removed ? 'removed' : added ? 'added' : 'same', text })),
  );
}

/** Joins adjacent pieces of the same kind. */
function joinPieces(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Splits a paragraph into words with the white space after them; a paragraph without spaces, into characters. */
function splitWords(paragraph: string): string[] {
  const parts = paragraph.match(/\S+\s*|\s+/g) ?? [];
  return parts.length < 4 && paragraph.length > 40 ? [...paragraph] : parts;
}

/** Returns the total length of the words that two lists share in any order, an upper bound for the unchanged length. */
function sharedLength(ownWords: readonly string[], otherWords: readonly string[]): number {
  const remaining = new Map<string, number>();
  for (const word of otherWords) remaining.set(word, (remaining.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ownWords) {
    const count = remaining.get(word) ?? 0;
    if (count === 0) continue;
    remaining.set(word, count - 1);
    shared += word.length;
  }
  return shared;
}

/** Merges two paragraphs into one with changes marked; null if they have little in common. */
function compareParagraphs(before: string, after: string, deadline: Deadline): DiffBlock | null {
  const [ownWords, otherWords] = [splitWords(before), splitWords(after)];
  if (sharedLength(ownWords, otherWords) < MIN_SIMILARITY * Math.max(before.length, after.length))
    return null;
  const pieces = compareLists(ownWords, otherWords, deadline);
  const unchangedLength = pieces.reduce(
    (sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0),
    0,
  );
  if (unchangedLength < MIN_SIMILARITY * Math.max(before.length, after.length)) return null;
  return { kind: 'changed', pieces: joinPieces(pieces) };
}

/** Returns the headline with its changes marked, or both headlines if they have little in common. */
function compareTitles(before: string, after: string, deadline: Deadline): DiffPiece[] {
  const block = compareParagraphs(before, after, deadline);
  if (block?.kind === 'changed') return block.pieces;
  return [
    { kind: 'removed', text: before },
    { kind: 'same', text: ' ' },
    { kind: 'added', text: after },
  ];
}

/** Pairs each removed paragraph with a similar one among the next four added paragraphs, if any. */
function pairSimilar(removed: readonly string[], added: readonly string[], deadline: Deadline): DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let nextAdded = 0;
  for (const before of removed) {
    let candidate = nextAdded;
    let found: DiffBlock | null = null;
    for (; candidate < Math.min(added.length, nextAdded + 4); candidate += 1) {
      found = compareParagraphs(before, added[candidate] ?? '', deadline);
      if (found !== null) break;
    }
    if (found === null) {
      blocks.push({ kind: 'removed', text: before });
      continue;
    }
    for (; nextAdded < candidate; nextAdded += 1)
      blocks.push({ kind: 'added', text: added[nextAdded] ?? '' });
    blocks.push(found);
    nextAdded = candidate + 1;
  }
  for (; nextAdded < added.length; nextAdded += 1)
    blocks.push({ kind: 'added', text: added[nextAdded] ?? '' });
  return blocks;
}

/** Returns the quotes whose words do not occur among those of the other version. */
function findMissingQuotes(
  quotes: readonly VersionQuote[],
  otherWords: readonly VersionQuote[],
): VersionQuote[] {
  const known = new Set(otherWords.map(({ text }) => text));
  return quotes.filter(({ text }) => !known.has(text));
}

/** Compares the headlines, quotes and paragraphs of two versions. */
export function compareTexts(before: ComparedText, after: ComparedText): TextComparison {
  const deadline = performance.now() + MAX_COMPARISON_MS;
  const pieces = compareLists(before.text.split('\n\n'), after.text.split('\n\n'), deadline);
  const blocks: DiffBlock[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    for (const block of pairSimilar(removed, added, deadline)) blocks.push(block);
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
    title: before.title === after.title ? null : compareTitles(before.title, after.title, deadline),
    quotesAdded: findMissingQuotes(after.quotes, before.quotes),
    quotesRemoved: findMissingQuotes(before.quotes, after.quotes),
    blocks,
    changes: blocks.filter(({ kind }) => kind !== 'same').length,
  };
}

/** Counts the differences between two versions. */
export function countChanges(before: ComparedText, after: ComparedText): TextChanges {
  const { title, blocks } = compareTexts(before, after);
  const countKind = (kind: DiffBlock['kind']): number => blocks.filter((block) => block.kind === kind).length;
  return {
    title: title !== null,
    added: countKind('added'),
    removed: countKind('removed'),
    changed: countKind('changed'),
  };
}
