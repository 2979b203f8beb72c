/**
 * Fingerprints of quotes, by which quotes with a run of words in common are found without comparing each with each:
 * hashes of four-word shingles, thinned out by winnowing (Schleimer, Wilkerson & Aiken 2003), which keeps at least one
 * of any six words in a row.
 */
/** Whether two quotes are one statement of one person, as far as can be known. */
/** Quotes of many articles as statements: what was said once and printed often is one. */

/** A quote as it is compared with quotes of other articles: its words alone, with the places where it was shortened. */

/** Scripts written without spaces: each character is a token there. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Soft hyphen, zero-width characters, tatweel: inside words, and no part of them. */
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0640';
const LETTER = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--[${UNSPACED}]]`;

/**
 * In this order: a word, also where an editor put some of its letters in square brackets ("[t]he", "want[ed]"); what is
 * in square brackets; an ellipsis; a character of an unspaced script.
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

/** A word counts this much, a character of an unspaced script half: two of them make a word there, as a rule. */
const WORD = 2;

/** Tokens of one quote that are compared: the beginning of a speech is enough to know it by. */
const MOST = 800;

export interface QuoteTokens {
  /** Folded: without case, diacritics, apostrophes. */
  words: string[];
  /** `WORD`, or half of it. */
  units: number[];
  /** UTF-16 offsets in the quote. */
  starts: number[];
  ends: number[];
  /** Whether an ellipsis stands before the token; one entry more than tokens. */
  cuts: boolean[];
  /** Sum of `units`. */
  size: number;
}

function fold(word: string): string {
  const small = word.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFKD').replace(NO_PART, '').toLowerCase();
}

/**
 * Reads a quote. Quotation marks and all other punctuation, case and diacritics are left out, and so is what an editor
 * put in square brackets, which the speaker did not say.
 */
export function readTokens(text: string): QuoteTokens {
  const tokens: QuoteTokens = { words: [], units: [], starts: [], ends: [], cuts: [false], size: 0 };
  for (const match of text.matchAll(PARTS)) {
    const [part, word, bracket, ellipsis, character] = match;
    const isCut = ellipsis !== undefined || (bracket !== undefined && !HAS_LETTERS.test(bracket));
    if (isCut) tokens.cuts[tokens.words.length] = true;
    const folded = fold(word ?? character ?? '');
    if (folded === '') continue;
    const units = word === undefined ? WORD / 2 : WORD;
    tokens.words.push(folded);
    tokens.units.push(units);
    tokens.starts.push(match.index);
    tokens.ends.push(match.index + part.length);
    tokens.cuts.push(false);
    tokens.size += units;
    if (tokens.words.length === MOST) break;
  }
  return tokens;
}

/** Quotes with fewer words are phrases that anybody may use. */
const SHORTEST = 6 * WORD;
/** Of a shingle: short, so that an edit spoils few of them. */
const SHINGLE = 4 * WORD;
/** The least hash of all shingles that begin within so many units is kept. */
const WINDOW = SHORTEST - SHINGLE + 1;

/** 32 bits, FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads what differs in a few bits (the finaliser of MurmurHash3, public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Hashes of the shingles, and how many units stand before each. */
function hashShingles({ words, units }: QuoteTokens): { hashes: number[]; offsets: number[] } {
  const own = words.map(hashWord);
  const hashes: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (let first = 0; first < words.length; first += 1) {
    let size = 0;
    let hash = 0;
    for (let at = first; size < SHINGLE && at < words.length; at += 1) {
      size += units[at] ?? 0;
      hash = mix(Math.imul(hash, 31) + (own[at] ?? 0));
    }
    if (size < SHINGLE) break;
    hashes.push(hash);
    offsets.push(offset);
    offset += units[first] ?? 0;
  }
  return { hashes, offsets };
}

/**
 * The fingerprints of a quote.
 *
 * @returns distinct numbers of 32 bits; none for a quote that is too short
 */
export function fingerprintsOf(tokens: QuoteTokens): number[] {
  if (tokens.size < SHORTEST) return [];
  const { hashes, offsets } = hashShingles(tokens);
  const kept = new Set<number>();
  const last = offsets.at(-1) ?? 0;
  for (let from = 0; from < hashes.length; from += 1) {
    const end = (offsets[from] ?? 0) + WINDOW;
    // A window that reaches over the end has its least hash in the ones before it, or need not have one.
    if (from > 0 && end > last + WORD) break;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < hashes.length && (offsets[at] ?? 0) < end; at += 1)
      least = Math.min(least, hashes[at] ?? least);
    kept.add(least);
  }
  return [...kept];
}

/** Share of the shorter quote that the longer one must have, 0–1. */
const CONTAINED = 0.8;
/** Words in a row that count: a single one may stand anywhere. */
const RUN = 2 * WORD;
/** What a paper may put in, leave out or replace without an ellipsis: a few words. */
const GAP = 4 * WORD;
/** Runs that are chained: far more than any real pair has. */
const MOST_RUNS = 300;

/** Words that both have in the same order: places in either, and how many. */
interface Run {
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
function alignQuotes(a: QuoteTokens, b: QuoteTokens): Run[] | null {
  const shorter = Math.min(a.size, b.size);
  if (shorter < SHORTEST) return null;
  const best = chainRuns(a, b, findRuns(a, b));
  if (best === null || best.size < Math.max(SHORTEST, CONTAINED * shorter)) return null;
  const runs: Run[] = [];
  for (let chain: Chain | null = best; chain !== null; chain = chain.before) runs.unshift(chain.run);
  return runs;
}

/** What two people say in fewer words than that may be a phrase that both of them use. */
const NO_PHRASE = 10 * WORD;

export interface Said {
  tokens: QuoteTokens;
  /** Full name, or null: unclear. */
  speaker: string | null;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Can two names be of one person? By the last name, or where one is a part of the other. */
export function mayBeSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  if (a.at(-1) === b.at(-1)) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every((word) => many.includes(word));
}

/** Is it known of both who speaks, and are these two people? */
export function haveOtherSpeakers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !mayBeSameName(one, other);
}

export function isSameStatement(one: Said, other: Said): boolean {
  const isShort = Math.min(one.tokens.size, other.tokens.size) < NO_PHRASE;
  if (isShort && haveOtherSpeakers(one.speaker, other.speaker)) return false;
  return alignQuotes(one.tokens, other.tokens) !== null;
}

/** Quotes with a fingerprint in common that are compared with each: more have it only of a phrase. */
const MOST_ALIKE = 60;

/**
 * Groups quotes that are the same statement.
 *
 * @returns indices of each statement's quotes, ascending; statements in order of their first quote
 */
export function groupStatements(quotes: readonly { text: string; speaker: string | null }[]): number[][] {
  const said = quotes.map(({ text, speaker }): Said => ({ tokens: readTokens(text), speaker }));
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
    // The very same words of an agency stand in hundreds of papers: compared once, and found at once.
    if (twin !== undefined && prints.length > 0 && isSameStatement(said[twin] as Said, one)) {
      first[index] = firstOf(twin);
      continue;
    }
    byText.set(key, index);
    for (const other of new Set(prints.flatMap((print) => known.get(print) ?? []))) {
      const [a, b] = [firstOf(index), firstOf(other)];
      if (a === b || !isSameStatement(said[other] as Said, one)) continue;
      first[Math.max(a, b)] = Math.min(a, b);
    }
    for (const print of prints) {
      const alike = known.get(print) ?? [];
      if (alike.length < MOST_ALIKE) alike.push(index);
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
