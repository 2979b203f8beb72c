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

/** The first index from `low` on whose term is not before something. */
function firstIndexNot(terms: readonly string[], low: number, isBefore: (term: string) => boolean): number {
  let from = low;
  let to = terms.length;
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

/** Terms that equal `wanted` except for typos; see `isNearly`. */
export function findNearly(terms: readonly string[], wanted: string): TermMatch[] {
  const first = wanted[0];
  // Field terms are not matched with typos; the plain word beside them is.
  if (first === undefined || first === ':') return [];
  const from = firstIndexNot(terms, 0, (term) => term < first);
  const to = firstIndexNot(terms, from, (term) => term.startsWith(first));
  const matches: TermMatch[] = [];
  for (let term = from; term < to; term += 1) {
    if (isNearly(wanted, terms[term] ?? '')) matches.push({ term, closeness: TYPO_CLOSENESS });
  }
  return matches;
}
