/**
 * Groups quotes of many articles by statement. Two quotes are one statement if they share most of their words; short
 * ones only if their speakers may be the same. Candidates are found by fingerprints, without comparing all pairs:
 * hashes of four-word shingles, thinned out by winnowing (Schleimer, Wilkerson & Aiken 2003), which keeps at least one
 * of any six consecutive words.
 */

/** Scripts without spaces: each character is a token. */
export const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Characters inside words that are ignored: soft hyphen, zero-width characters, tatweel. */
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0640';
const LETTER = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--[${UNSPACED}]]`;

/**
 * Alternatives in this order: a word, including one with some letters in an editor's square brackets ("[t]he",
 * "want[ed]"); text in square brackets; an ellipsis; a character of an unspaced script.
 */
const PARTS = new RegExp(
  `((?:\\[\\p{L}{1,3}\\](?=\\p{L}))?${LETTER}+(?:['’ʼ]${LETTER}+|\\[\\p{L}{1,4}\\](?![\\p{L}]{5}))*)` +
    '|(\\[[^\\[\\]]{0,300}\\])' +
    '|(…|\\.{3,}|\\.(?:\\s\\.){2,})' +
    `|([${UNSPACED}])`,
  'gv',
);
const HAS_LETTERS = /[\p{L}\p{N}]/u;
const NO_PART = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff\u0640'’ʼ[\]]/gu;
const PLAIN = /^[a-z0-9]+$/;

/** The weight of a word; a character of an unspaced script has half of it, because two of them are usually a word. */
const WORD_UNITS = 2;

/** Maximum number of tokens compared: the beginning of a speech is enough to identify it. */
const MAX_TOKENS = 800;

export interface QuoteTokens {
  /** Folded: without case, diacritics, apostrophes. */
  words: string[];
  /** The weight of each token: `WORD_UNITS`, or half of it. */
  units: number[];
  /** UTF-16 offsets in the quote. */
  starts: number[];
  ends: number[];
  /** Whether an ellipsis precedes the token; one entry more than there are tokens. */
  cuts: boolean[];
  /** Sum of `units`. */
  size: number;
}

function fold(word: string): string {
  const small = word.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFKD').replace(NO_PART, '').toLowerCase();
}

/**
 * Reads a quote. Punctuation, case and diacritics are ignored, and so is text in square brackets, which an editor
 * inserted.
 */
export function readTokens(text: string): QuoteTokens {
  const tokens: QuoteTokens = { words: [], units: [], starts: [], ends: [], cuts: [false], size: 0 };
  for (const match of text.matchAll(PARTS)) {
    const [part, word, bracket, ellipsis, character] = match;
    const isCut = ellipsis !== undefined || (bracket !== undefined && !HAS_LETTERS.test(bracket));
    if (isCut) tokens.cuts[tokens.words.length] = true;
    const folded = fold(word ?? character ?? '');
    if (folded === '') continue;
    const units = word === undefined ? WORD_UNITS / 2 : WORD_UNITS;
    tokens.words.push(folded);
    tokens.units.push(units);
    tokens.starts.push(match.index);
    tokens.ends.push(match.index + part.length);
    tokens.cuts.push(false);
    tokens.size += units;
    if (tokens.words.length === MAX_TOKENS) break;
  }
  return tokens;
}

/** Minimum length; shorter quotes are phrases that anybody may use. */
const MIN_UNITS = 6 * WORD_UNITS;
/** Length of a shingle: short, so that an edit affects few of them. */
const SHINGLE_UNITS = 4 * WORD_UNITS;
/** The window of winnowing: of all shingles that begin within it, the smallest hash is kept. */
const WINDOW = MIN_UNITS - SHINGLE_UNITS + 1;

/** FNV-1a, 32 bits. */
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

/** The hashes of the shingles, and the units before each. */
function hashShingles({ words, units }: QuoteTokens): { hashes: number[]; offsets: number[] } {
  const own = words.map(hashWord);
  const hashes: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (let first = 0; first < words.length; first += 1) {
    let size = 0;
    let hash = 0;
    for (let at = first; size < SHINGLE_UNITS && at < words.length; at += 1) {
      size += units[at] ?? 0;
      hash = mix(Math.imul(hash, 31) + (own[at] ?? 0));
    }
    if (size < SHINGLE_UNITS) break;
    hashes.push(hash);
    offsets.push(offset);
    offset += units[first] ?? 0;
  }
  return { hashes, offsets };
}

/**
 * Computes the fingerprints of a quote.
 *
 * @returns distinct 32-bit numbers; none for a quote that is too short
 */
export function fingerprintsOf(tokens: QuoteTokens): number[] {
  if (tokens.size < MIN_UNITS) return [];
  const { hashes, offsets } = hashShingles(tokens);
  const kept = new Set<number>();
  const last = offsets.at(-1) ?? 0;
  for (let from = 0; from < hashes.length; from += 1) {
    const end = (offsets[from] ?? 0) + WINDOW;
    // A window that extends beyond the end adds no hash to those of earlier windows.
    if (from > 0 && end > last + WORD_UNITS) break;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < hashes.length && (offsets[at] ?? 0) < end; at += 1)
      least = Math.min(least, hashes[at] ?? least);
    kept.add(least);
  }
  return [...kept];
}

/** Minimum share of the shorter quote that the longer one must contain, 0–1. */
const MIN_CONTAINED_SHARE = 0.8;
/** Minimum length of a run of equal words: a single equal word may be chance. */
const MIN_RUN_UNITS = 2 * WORD_UNITS;
/** Maximum gap that a paper may insert, omit or replace without an ellipsis. */
const MAX_GAP_UNITS = 4 * WORD_UNITS;
/** Maximum number of runs in a chain: far more than any real pair has. */
const MAX_RUNS = 300;

/** A run of equal words: its start in both quotes, and its length. */
interface Run {
  a: number;
  b: number;
  length: number;
}

/** Words of both quotes as numbers; equal words have equal numbers. */
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
      // One position beyond both ends, so that runs that reach an end are recorded.
      const isSame = i < own.length && j < other.length && own[i] === other[j];
      const length = j === 0 ? 0 : (before[j - 1] ?? 0);
      // Adjacent words at an ellipsis are a coincidence: a new run begins there.
      const isContinued = isSame && a.cuts[i] !== true && b.cuts[j] !== true;
      row[j] = isSame ? (isContinued ? length : 0) + 1 : 0;
      if (!isContinued && length > 0 && sumUnits(a, i - length, i) >= MIN_RUN_UNITS)
        runs.push({ a: i - length, b: j - length, length });
    }
    [before, row] = [row, before];
  }
  if (runs.length > MAX_RUNS) runs.sort((x, y) => y.length - x.length).splice(MAX_RUNS);
  return runs.sort((x, y) => x.a - y.a || x.b - y.b);
}

const isCutWithin = ({ cuts }: QuoteTokens, from: number, to: number): boolean => {
  for (let at = from; at <= to; at += 1) if (cuts[at] === true) return true;
  return false;
};

/** Whether the words between two runs may have been omitted from one quote or inserted into the other. */
function mayBridge(a: QuoteTokens, b: QuoteTokens, from: Run, to: Run): boolean {
  const [startA, startB] = [from.a + from.length, from.b + from.length];
  const isSmall = (tokens: QuoteTokens, start: number, end: number): boolean =>
    sumUnits(tokens, start, end) <= MAX_GAP_UNITS;
  return (
    (isSmall(a, startA, to.a) || isCutWithin(b, startB, to.b)) &&
    (isSmall(b, startB, to.b) || isCutWithin(a, startA, to.a))
  );
}

/** The part of a run after the end of another in both quotes; null if there is none. */
function partAfter(from: Run, { a, b, length }: Run): Run | null {
  const shift = Math.max(0, from.a + from.length - a, from.b + from.length - b);
  return shift < length ? { a: a + shift, b: b + shift, length: length - shift } : null;
}

interface Chain {
  size: number;
  run: Run;
  before: Chain | null;
}

/** The chain of runs with the most words. */
function chainRuns(a: QuoteTokens, b: QuoteTokens, runs: readonly Run[]): Chain | null {
  const chains: Chain[] = [];
  let best: Chain | null = null;
  for (const run of runs) {
    let chain: Chain = { size: sumUnits(a, run.a, run.a + run.length), run, before: null };
    const alone = chains.length;
    for (let i = 0; i < alone; i += 1) {
      const before = chains[i] as Chain;
      const rest = partAfter(before.run, run);
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
 * Aligns two quotes.
 *
 * @returns the runs they have in common, in order; null if they are different statements
 */
function alignQuotes(a: QuoteTokens, b: QuoteTokens): Run[] | null {
  const shorter = Math.min(a.size, b.size);
  if (shorter < MIN_UNITS) return null;
  const best = chainRuns(a, b, findRuns(a, b));
  if (best === null || best.size < Math.max(MIN_UNITS, MIN_CONTAINED_SHARE * shorter)) return null;
  const runs: Run[] = [];
  for (let chain: Chain | null = best; chain !== null; chain = chain.before) runs.unshift(chain.run);
  return runs;
}

/**
 * Minimum length at which quotes by two different people count as the same statement; shorter ones may be a common
 * phrase.
 */
const MIN_SHARED_UNITS = 10 * WORD_UNITS;

export interface SpokenQuote {
  tokens: QuoteTokens;
  /** Full name; null for an unclear speaker. */
  speaker: string | null;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether two names may belong to one person: the same last name, or one is part of the other. */
export function mayBeSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  if (a.at(-1) === b.at(-1)) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every((word) => many.includes(word));
}

/** Whether both speakers are known and are different people. */
export function haveDifferentSpeakers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !mayBeSameName(one, other);
}

export function isSameStatement(one: SpokenQuote, other: SpokenQuote): boolean {
  const isShort = Math.min(one.tokens.size, other.tokens.size) < MIN_SHARED_UNITS;
  if (isShort && haveDifferentSpeakers(one.speaker, other.speaker)) return false;
  return alignQuotes(one.tokens, other.tokens) !== null;
}

/** Maximum number of quotes with a common fingerprint to compare each one with; more share only a phrase. */
const MAX_CANDIDATES = 60;

/**
 * Groups quotes that are the same statement.
 *
 * @returns indices of each statement's quotes, ascending; statements in order of their first quote
 */
export function groupStatements(quotes: readonly { text: string; speaker: string | null }[]): number[][] {
  const said = quotes.map(({ text, speaker }): SpokenQuote => ({ tokens: readTokens(text), speaker }));
  const first = quotes.map((_, index) => index);
  const firstOf = (index: number): number => {
    let at = index;
    while (first[at] !== at) {
      first[at] = first[first[at] as number] as number;
      at = first[at] as number;
    }
    return at;
  };
  const known = new Map<number, number[]>();
  const byText = new Map<string, number>();
  for (const [index, one] of said.entries()) {
    const key = one.tokens.words.join(' ');
    const twin = byText.get(key);
    const prints = fingerprintsOf(one.tokens);
    // Agency quotes are repeated verbatim in hundreds of papers, so identical ones are compared only once.
    if (twin !== undefined && prints.length > 0 && isSameStatement(said[twin] as SpokenQuote, one)) {
      first[index] = firstOf(twin);
      continue;
    }
    byText.set(key, index);
    for (const other of new Set(prints.flatMap((print) => known.get(print) ?? []))) {
      const [a, b] = [firstOf(index), firstOf(other)];
      if (a === b || !isSameStatement(said[other] as SpokenQuote, one)) continue;
      first[Math.max(a, b)] = Math.min(a, b);
    }
    for (const print of prints) {
      const alike = known.get(print) ?? [];
      if (alike.length < MAX_CANDIDATES) alike.push(index);
      known.set(print, alike);
    }
  }
  const groups = new Map<number, number[]>();
  for (const index of quotes.keys()) {
    const first = firstOf(index);
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
