/** Compares two quotes of the same words. */

import { diffArrays } from 'diff';
import { haveDifferentSpeakers, type QuoteTokens, readTokens } from './same-statement.ts';

/** Each kind has a message `elsewhere_<kind>` in `locales`. */
type Difference =
  /** Identical, including punctuation. */
  | 'same'
  /** Differences in punctuation, case, or text in square brackets. */
  | 'marks'
  | 'shorter'
  | 'longer'
  /** Different words. */
  | 'words'
  | 'speaker';

/** A piece of the other quote; `removed` marks a piece that only the first one has. */
export interface QuotePiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

interface Compared {
  text: string;
  speaker: string | null;
}

/** Words that only one quote has, by their token indices in both. */
interface Edit {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** Time limit for comparing, because the words of a malicious quote may take long, in ms. */
const MAX_COMPARE_MS = 200;

/** @param timeout in ms; nothing is found if comparing takes longer */
export function findEdits(own: QuoteTokens, other: QuoteTokens, timeout = MAX_COMPARE_MS): Edit[] {
  const edits: Edit[] = [];
  let [at, otherAt] = [0, 0];
  for (const { added, removed, count } of diffArrays(own.words, other.words, { timeout }) ?? []) {
    if (!added && !removed) {
      at += count;
      otherAt += count;
      continue;
    }
    let edit = edits.at(-1);
    if (edit === undefined || edit.to !== at || edit.otherTo !== otherAt) {
      edit = { from: at, to: at, otherFrom: otherAt, otherTo: otherAt };
      edits.push(edit);
    }
    if (removed) at += count;
    else otherAt += count;
    edit.to = at;
    edit.otherTo = otherAt;
  }
  return edits;
}

const isCut = ({ cuts }: QuoteTokens, from: number, to: number): boolean =>
  cuts.slice(from, to + 1).includes(true);

/** Whether the words were left out without a replacement. */
function isLeftOut(tokens: QuoteTokens, from: number, to: number): boolean {
  return from === to && (from === 0 || to === tokens.words.length || isCut(tokens, from, to));
}

function kindOf(own: QuoteTokens, other: QuoteTokens, edit: Edit): Difference {
  if (isLeftOut(other, edit.otherFrom, edit.otherTo)) return 'shorter';
  return isLeftOut(own, edit.from, edit.to) ? 'longer' : 'words';
}

function cutPieces(
  own: QuoteTokens,
  other: QuoteTokens,
  edits: readonly Edit[],
  texts: [string, string],
): QuotePiece[] {
  const [text, otherText] = texts;
  const pieces: QuotePiece[] = [];
  let done = 0;
  const add = (end: number, kind: 'same' | 'added'): void => {
    if (end > done) pieces.push({ kind, text: otherText.slice(done, end) });
    done = Math.max(done, end);
  };
  for (const edit of edits) {
    const isInserted = edit.otherTo > edit.otherFrom;
    add(other.starts[edit.otherFrom] ?? otherText.length, 'same');
    // Omissions at an end or at an ellipsis are reported as such, but not shown.
    if (edit.to > edit.from && kindOf(own, other, edit) !== 'shorter') {
      const gone = text.slice(own.starts[edit.from] ?? 0, own.ends[edit.to - 1] ?? 0);
      pieces.push({ kind: 'removed', text: gone });
      pieces.push({ kind: 'same', text: ' ' });
    }
    if (isInserted) add(other.ends[edit.otherTo - 1] ?? otherText.length, 'added');
  }
  add(otherText.length, 'same');
  return pieces;
}

/**
 * Compares a quote with the same words in another article.
 *
 * @returns the differences, in the order of `Difference`, and the other quote in pieces
 */
export function compareQuotes(
  own: Compared,
  other: Compared,
): { differences: Difference[]; pieces: QuotePiece[] } {
  const [tokens, otherTokens] = [readTokens(own.text), readTokens(other.text)];
  const edits = findEdits(tokens, otherTokens);
  const kinds = new Set(edits.map((edit) => kindOf(tokens, otherTokens, edit)));
  const found: Difference[] = (['shorter', 'longer', 'words'] as const).filter((kind) => kinds.has(kind));
  if (found.length === 0) found.push(own.text.trim() === other.text.trim() ? 'same' : 'marks');
  if (haveDifferentSpeakers(own.speaker, other.speaker)) found.push('speaker');
  return { differences: found, pieces: cutPieces(tokens, otherTokens, edits, [own.text, other.text]) };
}
