/** Finds terms in a segment's dictionary: exact, by prefix, or with typos. */

/** How a dictionary term matches a term of the query. */
export interface TermMatch {
  /** Index of the term in its segment. */
  term: number;
  /** 0–1, as in `prefixCloseness`. */
  closeness: number;
}

/** Consecutive terms in a dictionary that start with the typed prefix. */
export interface PrefixRange {
  /** Indices of the first term and after the last one. */
  from: number;
  to: number;
  /** Length of the typed prefix in UTF-16 units. */
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
export function prefixCloseness(typed: number, found: number): number {
  return found === typed ? 1 : (PREFIX_CLOSENESS * typed) / found;
}

/** The first index from `low` on whose term is not before something. */
function findFirstIndex(terms: readonly string[], low: number, isBefore: (term: string) => boolean): number {
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
  const from = findFirstIndex(terms, 0, (term) => term < wanted);
  const to = findFirstIndex(terms, from, (term) => term.startsWith(wanted));
  return [
    ...(letter === undefined ? [] : findPrefix(terms, letter)),
    ...(from === to ? [] : [{ from, to, typed: wanted.length }]),
  ];
}

/** Number of typos allowed in a word of this length. */
function maxTypos(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether the edit distance (insertions, deletions, substitutions, transpositions) is at most `limit`. Uses optimal
 * string alignment; words are cut at 40 characters, which bounds the cost.
 */
function isEditDistanceWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const substitutionCost = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + substitutionCost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return false;
    beforePrevious = previous;
    previous = row;
  }
  return (previous[b.length] ?? Infinity) <= limit;
}

/**
 * Whether a word equals `wanted` except for typos. The first letter must match, which keeps it fast; typos there are
 * rare.
 */
export function equalsWithTypos(wanted: string, found: string): boolean {
  const limit = maxTypos(wanted.length);
  return limit > 0 && found[0] === wanted[0] && isEditDistanceWithin(wanted, found, limit);
}

/** Terms that equal `wanted` except for typos; see `equalsWithTypos`. */
export function findWithTypos(terms: readonly string[], wanted: string): TermMatch[] {
  const first = wanted[0];
  // Field terms are not matched with typos; the plain word beside them is.
  if (first === undefined || first === ':') return [];
  const from = findFirstIndex(terms, 0, (term) => term < first);
  const to = findFirstIndex(terms, from, (term) => term.startsWith(first));
  const matches: TermMatch[] = [];
  for (let term = from; term < to; term += 1) {
    if (equalsWithTypos(wanted, terms[term] ?? '')) matches.push({ term, closeness: TYPO_CLOSENESS });
  }
  return matches;
}
