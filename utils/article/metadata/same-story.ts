/*
 * Decides whether two texts are versions of the same article (an update, a correction, a preview), or different articles with
 * the same URL. Compares the share of four-word shingles of the shorter text that are in the longer one (containment; Broder,
 * "On the resemblance and containment of documents", 1997), and the words of the headlines.
 */

/** Number of words per shingle. Stock phrases of news are usually shorter. */
const WORDS_PER_SHINGLE = 4;
/** Approximate maximum number of shingles compared; longer texts are sampled. */
const MAX_SHINGLES = 4000;
/** Minimum number of shingles; if there are fewer, the headlines decide. */
const MIN_SHINGLES = 24;

/**
 * Minimum containment of versions of an article, and of texts that may be versions if their headlines match. A correction
 * changes a few percent of the shingles, a thorough update about half. Different articles of a site have its boilerplate in
 * common, which is up to a seventh of a short text.
 */
const MIN_VERSION_SHARE = 0.5;
const MIN_RELATED_SHARE = 0.15;
/** Minimum containment of two extractions of the same page within seconds. */
const MIN_SAME_TEXT_SHARE = 0.9;
/** Minimum share of the shorter headline's words in the other one. */
const MIN_HEADLINE_SHARE = 0.5;
/** The same if only headlines can be compared. */
const MIN_SAME_HEADLINE_SHARE = 0.8;
/** Minimum number of different words in a headline that can decide by itself. */
const MIN_HEADLINE_WORDS = 3;

/** Matches a word. In scripts without spaces, each character counts as a word. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** The parts of an article that are compared. */
export interface ComparedArticle {
  title: string;
  text: string;
}

/** Returns the FNV-1a hash of a word. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

/** Mixes the bits of a hash (finaliser of MurmurHash3), so that sampling by remainder is unbiased. */
function mixBits(hash: number): number {
  let result = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return (result ^ (result >>> 16)) >>> 0;
}

function hashShingles(words: readonly string[], sampleEvery: number): Set<number> {
  const shingles = new Set<number>();
  const hashes = words.map(hashWord);
  for (let at = 0; at + WORDS_PER_SHINGLE <= hashes.length; at++) {
    let hash = 0;
    for (let next = 0; next < WORDS_PER_SHINGLE; next++)
      hash = (Math.imul(hash, 31) + (hashes[at + next] ?? 0)) | 0;
    const shingle = mixBits(hash);
    if (shingle % sampleEvery === 0) shingles.add(shingle);
  }
  return shingles;
}

function containment<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const item of small) if (large.has(item)) common += 1;
  return common / small.size;
}

const compareHeadlines = (a: ComparedArticle, b: ComparedArticle): number =>
  containment(new Set(wordsOf(a.title)), new Set(wordsOf(b.title)));

const hasDistinctiveTitle = ({ title }: ComparedArticle): boolean =>
  new Set(wordsOf(title)).size >= MIN_HEADLINE_WORDS;

/** Whether headlines have the same words. Single words ("Live") don't count. */
function haveIdenticalHeadlines(a: ComparedArticle, b: ComparedArticle): boolean {
  const [left, right] = [wordsOf(a.title), wordsOf(b.title)];
  return left.length > 1 && left.join(' ') === right.join(' ');
}

/** Returns the share of the shorter text that is in the longer one, from 0 to 1; null if one is too short to tell. */
export function compareTexts(a: string, b: string): number | null {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const sampleEvery = Math.max(1, Math.ceil(Math.min(left.length, right.length) / MAX_SHINGLES));
  const [leftShingles, rightShingles] = [hashShingles(left, sampleEvery), hashShingles(right, sampleEvery)];
  if (Math.min(leftShingles.size, rightShingles.size) < MIN_SHINGLES) return null;
  return containment(leftShingles, rightShingles);
}

/**
 * Whether most of the shorter of two texts is in the longer one, for example because one of them continues the other, or has a
 * different beginning.
 */
export function containsMostOf(a: string, b: string): boolean {
  const common = compareTexts(a, b);
  if (common !== null) return common >= MIN_VERSION_SHARE;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short !== '' && wordsOf(long).join(' ').includes(wordsOf(short).join(' '));
}

/** Whether two texts have at most the boilerplate of their site in common. */
export function isUnrelatedText(a: string, b: string): boolean {
  const common = compareTexts(a, b);
  return common === null ? !containsMostOf(a, b) : common < MIN_RELATED_SHARE;
}

/** Whether two texts are the same except for a counter or an added line. */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < MIN_SAME_TEXT_SHARE * Math.max(a.length, b.length)) return false;
  return (compareTexts(a, b) ?? 0) >= MIN_SAME_TEXT_SHARE;
}

/** Whether two articles are versions of the same one, so that one can replace the other. Returns false if in doubt. */
export function isSameStory(a: ComparedArticle, b: ComparedArticle): boolean {
  if (a.text === b.text) return true;
  const common = compareTexts(a.text, b.text);
  if (common === null)
    return (
      containsMostOf(a.text, b.text) ||
      haveIdenticalHeadlines(a, b) ||
      (hasDistinctiveTitle(a) && hasDistinctiveTitle(b) && compareHeadlines(a, b) >= MIN_HEADLINE_SHARE)
    );
  return (
    common >= MIN_VERSION_SHARE ||
    (common >= MIN_RELATED_SHARE && compareHeadlines(a, b) >= MIN_HEADLINE_SHARE)
  );
}

/** Whether two articles have nearly the same headline. */
export function isSameHeadline(a: ComparedArticle, b: ComparedArticle): boolean {
  return compareHeadlines(a, b) >= MIN_SAME_HEADLINE_SHARE;
}
