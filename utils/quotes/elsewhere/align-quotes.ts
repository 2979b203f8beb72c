/** Whether two quotes are the same statement, whole or in part: their words are laid side by side. */
import { SHORTEST } from './fingerprints.ts';
import { type QuoteTokens, WORD } from './quote-tokens.ts';

/** Share of the shorter quote that the longer one must have, 0–1. */
const CONTAINED = 0.8;
/** Words in a row that count: a single one may stand anywhere. */
const RUN = 2 * WORD;
/** What a paper may put in, leave out or replace without an ellipsis: a few words. */
const GAP = 4 * WORD;
/** Runs that are chained: far more than any real pair has. */
const MOST_RUNS = 300;

/** Words that both have in the same order: places in either, and how many. */
export interface Run {
  a: number;
  b: number;
  length: number;
}

/** Words of both as numbers: equal words have equal ones. */
function numberWords(a: QuoteTokens, b: QuoteTokens): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return [Int32Array.from(a.words, numberOf), Int32Array.from(b.words, numberOf)];
}

const sumUnits = ({ units }: QuoteTokens, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += units[at] ?? 0;
  return sum;
};

function findRuns(a: QuoteTokens, b: QuoteTokens): Run[] {
  const [own, other] = numberWords(a, b);
  const runs: Run[] = [];
  let before = new Int32Array(other.length + 1);
  let row = new Int32Array(other.length + 1);
  for (let i = 0; i <= own.length; i += 1) {
    for (let j = other.length; j >= 0; j -= 1) {
      // One past both ends: what reaches an end is noted there.
      const isSame = i < own.length && j < other.length && own[i] === other[j];
      const length = j === 0 ? 0 : (before[j - 1] ?? 0);
      // Words go on over an ellipsis by accident: what follows it is a run of its own.
      const goesOn = isSame && a.cuts[i] !== true && b.cuts[j] !== true;
      row[j] = isSame ? (goesOn ? length : 0) + 1 : 0;
      if (!goesOn && length > 0 && sumUnits(a, i - length, i) >= RUN)
        runs.push({ a: i - length, b: j - length, length });
    }
    [before, row] = [row, before];
  }
  if (runs.length > MOST_RUNS) runs.sort((x, y) => y.length - x.length).splice(MOST_RUNS);
  return runs.sort((x, y) => x.a - y.a || x.b - y.b);
}

const isCutWithin = ({ cuts }: QuoteTokens, from: number, to: number): boolean => {
  for (let at = from; at <= to; at += 1) if (cuts[at] === true) return true;
  return false;
};

/** May what lies between two runs have been left out of one quote, or put into the other? */
function mayBridge(a: QuoteTokens, b: QuoteTokens, from: Run, to: Run): boolean {
  const [startA, startB] = [from.a + from.length, from.b + from.length];
  const isSmall = (tokens: QuoteTokens, start: number, end: number): boolean =>
    sumUnits(tokens, start, end) <= GAP;
  return (
    (isSmall(a, startA, to.a) || isCutWithin(b, startB, to.b)) &&
    (isSmall(b, startB, to.b) || isCutWithin(a, startA, to.a))
  );
}

/** What of a run is behind the end of another in both quotes; null where nothing is. */
function behind(from: Run, { a, b, length }: Run): Run | null {
  const shift = Math.max(0, from.a + from.length - a, from.b + from.length - b);
  return shift < length ? { a: a + shift, b: b + shift, length: length - shift } : null;
}

interface Chain {
  size: number;
  run: Run;
  before: Chain | null;
}

/** The chain of runs with most words. */
function chainRuns(a: QuoteTokens, b: QuoteTokens, runs: readonly Run[]): Chain | null {
  const chains: Chain[] = [];
  let best: Chain | null = null;
  for (const run of runs) {
    let chain: Chain = { size: sumUnits(a, run.a, run.a + run.length), run, before: null };
    const alone = chains.length;
    for (let i = 0; i < alone; i += 1) {
      const before = chains[i] as Chain;
      const rest = behind(before.run, run);
      if (rest === null || !mayBridge(a, b, before.run, rest)) continue;
      const size = before.size + sumUnits(a, rest.a, rest.a + rest.length);
      if (size > chain.size) chain = { size, run: rest, before };
    }
    chains.push(chain);
    if (best === null || chain.size > best.size) best = chain;
  }
  return best;
}

/**
 * Lays two quotes side by side.
 *
 * @returns the words they have in common, in order; null where they are two statements
 */
export function alignQuotes(a: QuoteTokens, b: QuoteTokens): Run[] | null {
  const shorter = Math.min(a.size, b.size);
  if (shorter < SHORTEST) return null;
  const best = chainRuns(a, b, findRuns(a, b));
  if (best === null || best.size < Math.max(SHORTEST, CONTAINED * shorter)) return null;
  const runs: Run[] = [];
  for (let chain: Chain | null = best; chain !== null; chain = chain.before) runs.unshift(chain.run);
  return runs;
}
