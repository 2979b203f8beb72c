import { AUX, COMPLEMENTISER, CUE, PHRASE, RELATIVE, VERB } from './lexicon.ts';
import type { Token } from './token.ts';
import type { PathCounts } from './types.ts';

/** Counts commas, verbs, openers of clauses and cues once, so that a path between any two tokens is a subtraction. */
export function readPathCounts(tokens: readonly Token[]): PathCounts {
  const count = (isOne: (token: Token) => boolean): Int32Array => {
    const before = new Int32Array(tokens.length + 1);
    for (const [i, token] of tokens.entries()) before[i + 1] = (before[i] ?? 0) + (isOne(token) ? 1 : 0);
    return before;
  };
  return {
    commas: count(({ text }) => text === ','),
    verbs: count(({ classes }) => (classes & CUE) === 0 && (classes & (VERB | AUX | PHRASE)) !== 0),
    openers: count(
      ({ classes }) =>
        (classes & (CUE | VERB | AUX | PHRASE)) === 0 && (classes & (RELATIVE | COMPLEMENTISER)) !== 0,
    ),
    cues: count(({ classes }) => (classes & CUE) !== 0),
  };
}
