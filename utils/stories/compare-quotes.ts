/** Compares the wording of two quotes of the same statement. */

import { diffArrays } from 'diff';
import { hasEllipsisBetween, type QuoteTokens, tokeniseQuote } from '../quotes/same-statement.ts';

/** A piece of the other quote, or, if `removed`, a piece that only the first quote has. */
export interface QuotePiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words that only one quote has, by their token indices in both. */
interface Edit {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** Time limit for a comparison, in ms, because a malicious quote could take very long. */
const MAX_COMPARE_MS = 200;

/**
 * Finds the differences between the words of two quotes.
 *
 * @param timeout in ms; if the comparison takes longer, no differences are returned
 */
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

/** Whether words are missing, without a replacement, at an end of a quote or at an ellipsis. */
function isOmitted(tokens: QuoteTokens, from: number, to: number): boolean {
  return from === to && (from === 0 || to === tokens.words.length || hasEllipsisBetween(tokens, from, to));
}

function splitIntoPieces(
  own: QuoteTokens,
  other: QuoteTokens,
  edits: readonly Edit[],
  texts: [string, string],
): QuotePiece[] {
  const [text, otherText] = texts;
  const pieces: QuotePiece[] = [];
  let position = 0;
  const add = (end: number, kind: 'same' | 'added'): void => {
    if (end > position) pieces.push({ kind, text: otherText.slice(position, end) });
    position = Math.max(position, end);
  };
  for (const edit of edits) {
    const isInserted = edit.otherTo > edit.otherFrom;
    add(other.starts[edit.otherFrom] ?? otherText.length, 'same');
    // Words omitted at an end or at an ellipsis are not shown.
    if (edit.to > edit.from && !isOmitted(other, edit.otherFrom, edit.otherTo)) {
      const removedText = text.slice(own.starts[edit.from] ?? 0, own.ends[edit.to - 1] ?? 0);
      pieces.push({ kind: 'removed', text: removedText });
      pieces.push({ kind: 'same', text: ' ' });
    }
    if (isInserted) add(other.ends[edit.otherTo - 1] ?? otherText.length, 'added');
  }
  add(otherText.length, 'same');
  return pieces;
}

/**
 * Compares a quote with a quote of the same statement in another article.
 *
 * @returns the other quote in pieces
 */
export function compareQuotes(own: string, other: string): QuotePiece[] {
  const [tokens, otherTokens] = [tokeniseQuote(own), tokeniseQuote(other)];
  return splitIntoPieces(tokens, otherTokens, findEdits(tokens, otherTokens), [own, other]);
}
