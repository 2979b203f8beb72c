/*
 * Names in an order in which neighbours are alike, so that one cut of a tree parts kinds.
 */

/** What kind of words a mention is. */
export const KINDS = [
  'noun-s',
  'name-s',
  'his',
  'noun',
  'it',
  'that',
  'which',
  'who',
  'document',
  'group',
  'body',
  'the-name',
  'name',
  'person',
  'he',
  'they',
  'i',
  'we',
  'one',
];
/** What stands in front of a mention. */
export const PLACES = [
  'of',
  'prep',
  'conj-prep',
  'by',
  'verb',
  'cue',
  'word',
  'pronoun',
  'adverb',
  'relative',
  'that',
  'conj',
  'and',
  'mark',
  'comma',
  'quote',
  'start',
];
/** What follows a mention. */
export const NEXTS = [
  'of',
  'prep',
  'word',
  'mark',
  'end',
  'comma',
  'relative',
  'quote',
  'colon',
  'phrase',
  'verb',
  'be',
  'cue',
];
/** How a mention stands to a cue. */
export const LINKS = [
  'other',
  'object',
  'later',
  'aside',
  'inside',
  'verbs',
  'by',
  'inverted-adverb',
  'main',
  'relative',
  'apposition',
  'head',
  'source',
  'inverted',
  'subject',
];
/** Where something stands from a quote: sentences away, `p` a paragraph further, `pp` more. */
export const SIDES = [
  'next3pp',
  'next2pp',
  'next2p',
  'next2',
  'next1pp',
  'next1p',
  'next1',
  'prev3pp',
  'prev2pp',
  'prev1pp',
  'prev3p',
  'prev3',
  'prev2p',
  'prev2',
  'prev1p',
  'prev1',
  'before',
  'after',
];
/** What stands at a quote, on the side of its cue. */
export const EDGES = [
  'none',
  'mark',
  'prep',
  'det',
  'word',
  'verb',
  'be',
  'comp',
  'cue',
  'that',
  'comma',
  'colon',
  'quote',
];

/** Numbers a list of names, 1 first; 0 stands for any other name. */
function numbered(names: readonly string[]): (name: string) => number {
  const numbers = new Map(names.map((name, i) => [name, i + 1]));
  return (name) => numbers.get(name) ?? 0;
}

export const kinds = numbered(KINDS);
export const places = numbered(PLACES);
export const nexts = numbered(NEXTS);
export const links = numbered(LINKS);
export const sides = numbered(SIDES);
export const edges = numbered(EDGES);

/** Counts as steps that grow: 0–8 as they are, then ever coarser, at most 15. */
export function step(n: number): number {
  if (n <= 8) return Math.max(0, n);
  if (n <= 11) return 9;
  if (n <= 15) return 10;
  if (n <= 20) return 11;
  if (n <= 30) return 12;
  if (n <= 45) return 13;
  return n <= 80 ? 14 : 15;
}
