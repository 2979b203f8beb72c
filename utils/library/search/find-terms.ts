/** Finds terms in a segment's dictionary: exact, by prefix, or with typos. */

/** How a dictionary term matches a term of the query. */
export interface TermMatch {
  /** Index of the term in its segment. */
  term: number;
  /** 0–1, as in `closenessOf`. */
  closeness: number;
}

/** Consecutive terms in a dictionary that start with what was typed. */
export interface PrefixRange {
  /** Index of the first one, and the end. */
  from: number;
  to: number;
  /** Length of what was typed. */
  typed: number;
}

/** Maximum closeness of a prefix match, so that the whole word comes first. */
const PREFIX_CLOSENESS = 0.8;

/** Closeness of a word with a typo. */
const TYPO_CLOSENESS = 0.5;

/**
 * How well a prefix matches a term, by their lengths.
 *
 * @returns 1 for the exact word, less the more letters are missing
 */
export function closenessOf(typed: number, found: number): number {
  return found === typed ? 1 : (PREFIX_CLOSENESS * typed) / found;
}

/**
 * The first index from `low` on whose term is not before something. A galloping search, which is fast if the index is
 * near.
 */
function firstIndexNot(terms: readonly string[], low: number, isBefore: (term: string) => boolean): number {
  let from = low;
  let step = 1;
  for (; from + step <= terms.length && isBefore(terms[from + step - 1] ?? ''); step *= 2) from += step;
  let to = Math.min(terms.length, from + step - 1);
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(terms[middle] ?? '')) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The Arabic article and the first letter after it, when the user starts to type a word that is indexed without the
 * article.
 */
const BEGUN_AFTER_ARTICLE = /^ال(.)$/;

/** All terms that start with `wanted`. */
export function findPrefix(terms: readonly string[], wanted: string): PrefixRange[] {
  const letter = BEGUN_AFTER_ARTICLE.exec(wanted)?.[1];
  const from = firstIndexNot(terms, 0, (term) => term < wanted);
  const to = firstIndexNot(terms, from, (term) => term.startsWith(wanted));
  return [
    ...(letter === undefined ? [] : findPrefix(terms, letter)),
    ...(from === to ? [] : [{ from, to, typed: wanted.length }]),
  ];
}

/** Number of typos allowed in a word of this length. */
function typosAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether the edit distance (insertions, deletions, substitutions, transpositions) is at most `limit`. Uses optimal
 * string alignment; words are cut at 40 characters, which bounds the cost.
 */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return false;
    before = last;
    last = row;
  }
  return (last[b.length] ?? Infinity) <= limit;
}

/**
 * Whether a word equals `wanted` except for typos. The first letter must match, which keeps it fast; typos there are
 * rare.
 */
export function isNearly(wanted: string, found: string): boolean {
  const limit = typosAllowed(wanted.length);
  return limit > 0 && found[0] === wanted[0] && isWithin(wanted, found, limit);
}

/**
 * Compares a word with the terms of a dictionary in order. It keeps the table of `isWithin`, which has a row per letter
 * of the term, so that the common prefix with the previous term is not compared again.
 */
class TypoTable {
  readonly #wanted: string;
  readonly #limit: number;
  readonly #width: number;
  readonly #rows: Uint8Array;
  /** The term of the current rows, and their number. */
  #term = '';
  #depth = 0;

  constructor(wanted: string, limit: number) {
    this.#wanted = wanted;
    this.#limit = limit;
    this.#width = wanted.length + 1;
    this.#rows = new Uint8Array(this.#width * (wanted.length + limit + 1));
    for (let j = 0; j < this.#width; j += 1) this.#rows[j] = j;
  }

  /**
   * Compares the next term.
   *
   * @returns whether it equals the word except for typos; or, if no term with a certain prefix can match, the length of
   *   that prefix
   */
  compare(term: string): boolean | number {
    if (Math.abs(term.length - this.#wanted.length) > this.#limit) return false;
    let depth = 0;
    while (depth < this.#depth && term.charCodeAt(depth) === this.#term.charCodeAt(depth)) depth += 1;
    this.#term = term;
    while (depth < term.length) {
      depth += 1;
      if (this.#fill(depth) <= this.#limit) continue;
      this.#depth = depth;
      return depth;
    }
    this.#depth = depth;
    return (this.#rows[depth * this.#width + this.#wanted.length] ?? 0) <= this.#limit;
  }

  /** @returns the smallest number in the row */
  #fill(depth: number): number {
    const rows = this.#rows;
    const wanted = this.#wanted;
    const row = depth * this.#width;
    const above = row - this.#width;
    const letter = this.#term.charCodeAt(depth - 1);
    const before = depth > 1 ? this.#term.charCodeAt(depth - 2) : -1;
    let best = depth;
    rows[row] = depth;
    for (let j = 1; j < this.#width; j += 1) {
      const same = wanted.charCodeAt(j - 1) === letter ? 0 : 1;
      let cost = (rows[above + j - 1] as number) + same;
      cost = Math.min(cost, (rows[above + j] as number) + 1, (rows[row + j - 1] as number) + 1);
      if (j > 1 && wanted.charCodeAt(j - 2) === letter && wanted.charCodeAt(j - 1) === before) {
        cost = Math.min(cost, (rows[above - this.#width + j - 2] as number) + 1);
      }
      rows[row + j] = cost;
      if (cost < best) best = cost;
    }
    return best;
  }
}

/** Terms that equal `wanted` except for typos; see `isNearly`. */
export function findNearly(terms: readonly string[], wanted: string): TermMatch[] {
  const first = wanted[0];
  const limit = typosAllowed(wanted.length);
  // Field terms are not matched with typos; the plain word beside them is.
  if (first === undefined || first === ':' || limit === 0) return [];
  const table = new TypoTable(wanted, limit);
  const matches: TermMatch[] = [];
  let at = firstIndexNot(terms, 0, (one) => one < first);
  for (let term = terms[at]; term?.startsWith(first); term = terms[at]) {
    const found = table.compare(term);
    if (found === true) matches.push({ term: at, closeness: TYPO_CLOSENESS });
    at += 1;
    if (typeof found !== 'number') continue;
    const lost = term.slice(0, found);
    at = firstIndexNot(terms, at, (one) => one.startsWith(lost));
  }
  return matches;
}
