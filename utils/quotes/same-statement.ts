/**
 * Groups the quotes of many articles by statement. Two quotes are the same statement if they share most of their words;
 * short ones only if their speakers may be the same. To avoid comparing all pairs, candidates are found by fingerprints:
 * hashes of four-word shingles, selected by winnowing (Schleimer, Wilkerson & Aiken 2003), which keeps at least one
 * hash from any six consecutive words.
 */

/** Scripts without spaces, in which each character is a token. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Characters inside words that are ignored: soft hyphen, zero-width characters, tatweel. */
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0640';
const LETTER = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--[${UNSPACED_SCRIPTS}]]`;

/**
 * Groups in this order: a word, including one with some letters in an editor's square brackets ("[t]he",
 * "want[ed]"); text in square brackets; an ellipsis; a character of an unspaced script.
 */
const TOKEN_PATTERN = new RegExp(
  `((?:\\[\\p{L}{1,3}\\](?=\\p{L}))?${LETTER}+(?:['’ʼ]${LETTER}+|\\[\\p{L}{1,4}\\](?![\\p{L}]{5}))*)` +
    '|(\\[[^\\[\\]]{0,300}\\])' +
    '|(…|\\.{3,}|\\.(?:\\s\\.){2,})' +
    `|([${UNSPACED_SCRIPTS}])`,
  'gv',
);
const HAS_LETTERS = /[\p{L}\p{N}]/u;
const IGNORED_CHARS = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff\u0640'’ʼ[\]]/gu;
const PLAIN = /^[a-z0-9]+$/;

/** The weight of a word. A character of an unspaced script has half of it, because a word usually has two. */
const WORD_WEIGHT = 2;

/** Maximum number of tokens compared: the beginning of a speech is enough to identify it. */
const MAX_TOKENS = 800;

export interface QuoteTokens {
  /** Normalised words, without case, diacritics and apostrophes. */
  words: string[];
  /** The weight of each token: `WORD_UNITS`, or half of it. */
  weights: number[];
  /** Whether an ellipsis precedes each token; the last entry is for the end of the quote. */
  ellipsesBefore: boolean[];
  /** Sum of `units`. */
  weight: number;
}

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(IGNORED_CHARS, '').toLowerCase();
}

/**
 * Splits a quote into tokens. Punctuation, case, diacritics and an editor's insertions in square brackets are ignored.
 */
export function tokeniseQuote(text: string): QuoteTokens {
  const tokens: QuoteTokens = {
    words: [],
    weights: [],
    ellipsesBefore: [false],
    weight: 0,
  };
  for (const match of text.matchAll(TOKEN_PATTERN)) {
    const [, word, bracket, ellipsis, character] = match;
    const isCut = ellipsis !== undefined || (bracket !== undefined && !HAS_LETTERS.test(bracket));
    if (isCut) tokens.ellipsesBefore[tokens.words.length] = true;
    const folded = foldWord(word ?? character ?? '');
    if (folded === '') continue;
    const weights = word === undefined ? WORD_WEIGHT / 2 : WORD_WEIGHT;
    tokens.words.push(folded);
    tokens.weights.push(weights);
    tokens.ellipsesBefore.push(false);
    tokens.weight += weights;
    if (tokens.words.length === MAX_TOKENS) break;
  }
  return tokens;
}

/** Minimum length of a quote; shorter ones are phrases that anybody may use. */
const MIN_QUOTE_WEIGHT = 6 * WORD_WEIGHT;
/** Length of a shingle; short, so that an edit affects few shingles. */
const SHINGLE_WEIGHT = 4 * WORD_WEIGHT;
/** The winnowing window: the smallest hash of all shingles that begin within it is kept. */
const WINDOW = MIN_QUOTE_WEIGHT - SHINGLE_WEIGHT + 1;

/** Computes a 32-bit FNV-1a hash. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes the bits of a hash (the finaliser of MurmurHash3, public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Computes the hashes of the shingles, and the total weight of the tokens before each. */
function hashShingles({ words, weights }: QuoteTokens): { hashes: number[]; offsets: number[] } {
  const own = words.map(hashWord);
  const hashes: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (let first = 0; first < words.length; first += 1) {
    let weight = 0;
    let hash = 0;
    for (let at = first; weight < SHINGLE_WEIGHT && at < words.length; at += 1) {
      weight += weights[at] ?? 0;
      hash = mix(Math.imul(hash, 31) + (own[at] ?? 0));
    }
    if (weight < SHINGLE_WEIGHT) break;
    hashes.push(hash);
    offsets.push(offset);
    offset += weights[first] ?? 0;
  }
  return { hashes, offsets };
}

/**
 * Computes the fingerprints of a quote.
 *
 * @returns distinct 32-bit numbers; none for a quote that is too short
 */
export function computeFingerprints(tokens: QuoteTokens): number[] {
  if (tokens.weight < MIN_QUOTE_WEIGHT) return [];
  const { hashes, offsets } = hashShingles(tokens);
  const fingerprints = new Set<number>();
  const last = offsets.at(-1) ?? 0;
  for (let from = 0; from < hashes.length; from += 1) {
    const end = (offsets[from] ?? 0) + WINDOW;
    // Windows that extend beyond the end add no hash to those of earlier windows.
    if (from > 0 && end > last + WORD_WEIGHT) break;
    let smallest = Number.POSITIVE_INFINITY;
    for (let at = from; at < hashes.length && (offsets[at] ?? 0) < end; at += 1)
      smallest = Math.min(smallest, hashes[at] ?? smallest);
    fingerprints.add(smallest);
  }
  return [...fingerprints];
}

/** Minimum share of the shorter quote that the longer one must contain, 0–1. */
const MIN_CONTAINED_SHARE = 0.8;
/** Minimum length of a run of equal words; a single equal word may be a coincidence. */
const MIN_RUN_WEIGHT = 2 * WORD_WEIGHT;
/** Maximum length of words that a newspaper may insert, omit or replace without an ellipsis. */
const MAX_GAP_WEIGHT = 4 * WORD_WEIGHT;
/** Maximum number of runs examined; far more than any real pair has. */
const MAX_RUNS = 300;

/** A run of equal words: its start in both quotes, and its length. */
interface Run {
  a: number;
  b: number;
  length: number;
}

/** Converts the words of both quotes to numbers; equal words have equal numbers. */
function numberWords(a: QuoteTokens, b: QuoteTokens): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return [Int32Array.from(a.words, numberOf), Int32Array.from(b.words, numberOf)];
}

const sumWeights = ({ weights }: QuoteTokens, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weights[at] ?? 0;
  return sum;
};

function findRuns(a: QuoteTokens, b: QuoteTokens): Run[] {
  const [own, other] = numberWords(a, b);
  const runs: Run[] = [];
  let before = new Int32Array(other.length + 1);
  let row = new Int32Array(other.length + 1);
  for (let i = 0; i <= own.length; i += 1) {
    for (let j = other.length; j >= 0; j -= 1) {
      // One position beyond both ends, so that runs that reach an end are recorded.
      const isSame = i < own.length && j < other.length && own[i] === other[j];
      const length = j === 0 ? 0 : (before[j - 1] ?? 0);
      // Words on both sides of an ellipsis are not consecutive, so a new run begins there.
      const isContinued = isSame && a.ellipsesBefore[i] !== true && b.ellipsesBefore[j] !== true;
      row[j] = isSame ? (isContinued ? length : 0) + 1 : 0;
      if (!isContinued && length > 0 && sumWeights(a, i - length, i) >= MIN_RUN_WEIGHT)
        runs.push({ a: i - length, b: j - length, length });
    }
    [before, row] = [row, before];
  }
  if (runs.length > MAX_RUNS) runs.sort((x, y) => y.length - x.length).splice(MAX_RUNS);
  return runs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Whether an ellipsis precedes one of the tokens from `from` to `to`, both included. */
const hasEllipsisBetween = ({ ellipsesBefore }: QuoteTokens, from: number, to: number): boolean => {
  for (let at = from; at <= to; at += 1) if (ellipsesBefore[at] === true) return true;
  return false;
};

/** Whether the words between two runs may have been omitted from one quote or inserted into the other. */
function canBridge(a: QuoteTokens, b: QuoteTokens, from: Run, to: Run): boolean {
  const [startA, startB] = [from.a + from.length, from.b + from.length];
  const isSmallGap = (tokens: QuoteTokens, start: number, end: number): boolean =>
    sumWeights(tokens, start, end) <= MAX_GAP_WEIGHT;
  return (
    (isSmallGap(a, startA, to.a) || hasEllipsisBetween(b, startB, to.b)) &&
    (isSmallGap(b, startB, to.b) || hasEllipsisBetween(a, startA, to.a))
  );
}

/** Returns the part of a run that is after the end of another run in both quotes; null if there is none. */
function partAfter(from: Run, { a, b, length }: Run): Run | null {
  const shift = Math.max(0, from.a + from.length - a, from.b + from.length - b);
  return shift < length ? { a: a + shift, b: b + shift, length: length - shift } : null;
}

interface Chain {
  weight: number;
  run: Run;
  before: Chain | null;
}

/** Finds the chain of runs with the greatest total weight. */
function chainRuns(a: QuoteTokens, b: QuoteTokens, runs: readonly Run[]): Chain | null {
  const chains: Chain[] = [];
  let best: Chain | null = null;
  for (const run of runs) {
    let chain: Chain = { weight: sumWeights(a, run.a, run.a + run.length), run, before: null };
    const alone = chains.length;
    for (let i = 0; i < alone; i += 1) {
      const before = chains[i] as Chain;
      const rest = partAfter(before.run, run);
      if (rest === null || !canBridge(a, b, before.run, rest)) continue;
      const weight = before.weight + sumWeights(a, rest.a, rest.a + rest.length);
      if (weight > chain.weight) chain = { weight, run: rest, before };
    }
    chains.push(chain);
    if (best === null || chain.weight > best.weight) best = chain;
  }
  return best;
}

/**
 * Aligns two quotes.
 *
 * @returns the runs they have in common, in order; null if they are different statements
 */
function alignQuotes(a: QuoteTokens, b: QuoteTokens): Run[] | null {
  const shorter = Math.min(a.weight, b.weight);
  if (shorter < MIN_QUOTE_WEIGHT) return null;
  const best = chainRuns(a, b, findRuns(a, b));
  if (best === null || best.weight < Math.max(MIN_QUOTE_WEIGHT, MIN_CONTAINED_SHARE * shorter)) return null;
  const runs: Run[] = [];
  for (let chain: Chain | null = best; chain !== null; chain = chain.before) runs.unshift(chain.run);
  return runs;
}

/**
 * Minimum length at which quotes by different people may be the same statement; shorter ones may be a common phrase.
 */
const MIN_SHARED_WEIGHT = 10 * WORD_WEIGHT;

export interface TokenisedQuote {
  tokens: QuoteTokens;
  /** Full name; null for an unclear speaker. */
  speaker: string | null;
}

const splitName = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether two names may belong to one person: the same last name, or one is part of the other. */
export function mayBeSamePerson(one: string, other: string): boolean {
  const [a, b] = [splitName(one), splitName(other)];
  if (a.length === 0 || b.length === 0) return true;
  if (a.at(-1) === b.at(-1)) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every((word) => many.includes(word));
}

/** Whether both speakers are known and are different people. */
function haveDifferentSpeakers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !mayBeSamePerson(one, other);
}

export function isSameStatement(one: TokenisedQuote, other: TokenisedQuote): boolean {
  const isShort = Math.min(one.tokens.weight, other.tokens.weight) < MIN_SHARED_WEIGHT;
  if (isShort && haveDifferentSpeakers(one.speaker, other.speaker)) return false;
  return alignQuotes(one.tokens, other.tokens) !== null;
}

/** Maximum number of quotes stored for a fingerprint; if there are more, they share only a phrase. */
const MAX_CANDIDATES = 60;

/**
 * Groups quotes that are the same statement.
 *
 * @returns indices of each statement's quotes, ascending; statements in order of their first quote
 */
export function groupStatements(quotes: readonly { text: string; speaker: string | null }[]): number[][] {
  const tokenised = quotes.map(
    ({ text, speaker }): TokenisedQuote => ({ tokens: tokeniseQuote(text), speaker }),
  );
  const parents = quotes.map((_, index) => index);
  const findRoot = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  const known = new Map<number, number[]>();
  const indexByText = new Map<string, number>();
  for (const [index, quote] of tokenised.entries()) {
    const key = quote.tokens.words.join(' ');
    const duplicate = indexByText.get(key);
    const fingerprints = computeFingerprints(quote.tokens);
    // News agency quotes are repeated verbatim by hundreds of newspapers, so identical ones are compared only once.
    if (
      duplicate !== undefined &&
      fingerprints.length > 0 &&
      isSameStatement(tokenised[duplicate] as TokenisedQuote, quote)
    ) {
      parents[index] = findRoot(duplicate);
      continue;
    }
    indexByText.set(key, index);
    for (const other of new Set(fingerprints.flatMap((fingerprint) => known.get(fingerprint) ?? []))) {
      const [a, b] = [findRoot(index), findRoot(other)];
      if (a === b || !isSameStatement(tokenised[other] as TokenisedQuote, quote)) continue;
      parents[Math.max(a, b)] = Math.min(a, b);
    }
    for (const fingerprint of fingerprints) {
      const indices = known.get(fingerprint) ?? [];
      if (indices.length < MAX_CANDIDATES) indices.push(index);
      known.set(fingerprint, indices);
    }
  }
  const groups = new Map<number, number[]>();
  for (const index of quotes.keys()) {
    const parents = findRoot(index);
    const group = groups.get(parents);
    if (group === undefined) groups.set(parents, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
