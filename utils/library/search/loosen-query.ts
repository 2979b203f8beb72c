/** A query that nothing answers, asked for less. Pure. */
import type { QueryNode } from './query-syntax.ts';

/** The same query with the words of its phrases in any order, as a quotation that was shortened needs it. */
export function loosenPhrases(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'phrase':
      return { kind: 'words', text: node.text };
    case 'and':
    case 'or':
      return { ...node, parts: node.parts.map(loosenPhrases) };
    default:
      return node;
  }
}

/** Fewer words are a search; so many are a sentence or a headline that was pasted. */
const PASTED_WORDS = 6;

/** Share of a pasted sentence's words that an article must have; the others may be the date and the paper's name. */
const ENOUGH_WORDS = 0.6;

/** How many of so many words an article must have where none has all; all of them where they are few. */
export function enoughOf(words: number): number {
  return words < PASTED_WORDS ? words : Math.ceil(words * ENOUGH_WORDS);
}
