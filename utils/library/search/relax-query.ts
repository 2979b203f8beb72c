/** Relaxes a query that has no results. Pure. */
import type { QueryNode } from './query-syntax.ts';

/** The same query with the words of its phrases in any order, which finds a quotation that was shortened. */
export function relaxPhrases(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'phrase':
      return { kind: 'words', text: node.text };
    case 'and':
    case 'or':
      return { ...node, parts: node.parts.map(relaxPhrases) };
    default:
      return node;
  }
}

/** From this number of words on, a query counts as a pasted sentence or headline. */
const MIN_PASTED_WORDS = 6;

/**
 * Minimum share of a pasted sentence's words that an article must contain; the others may be a date or the newspaper's
 * name.
 */
const MIN_WORD_SHARE = 0.6;

/** Number of words that an article must contain if none contains all of them; all of them for short queries. */
export function getMinMatches(words: number): number {
  return words < MIN_PASTED_WORDS ? words : Math.ceil(words * MIN_WORD_SHARE);
}
