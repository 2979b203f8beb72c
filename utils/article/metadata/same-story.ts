/**
 * Decides whether two texts tell the same story, like an update, a correction or a preview, or are different articles at the
 * same address. By the share of four-word shingles of the shorter text in the longer one (containment, after Broder, "On the
 * resemblance and containment of documents", 1997), and by the words of the headlines.
 */
/** Words per shingle. Stock phrases of news are usually shorter. */
const WORDS_IN_ROW = 4;
/** Maximum number of shingles compared; longer texts are sampled evenly. */
const MAX_FEATURES = 4000;
/** Minimum number of shingles; with fewer the headline decides. */
const MIN_FEATURES = 24;

/**
 * Shares of the shorter text. A correction changes a few percent of the shingles, a thorough update about half. Different
 * stories of one site share its boilerplate: up to a seventh of a short text.
 */
const SAME_TEXT = 0.5;
const RELATED_TEXT = 0.15;
/** For texts read twice within seconds. */
const ONE_TEXT = 0.9;
/** Share of the shorter headline's words. */
const SAME_HEADLINE = 0.5;
/** The same if only headlines can be compared. */
const ONE_HEADLINE = 0.8;
/** Minimum number of words of a headline that decides alone. */
const MIN_HEADLINE_WORDS = 3;

/** In scripts without spaces each character counts as a word. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** The compared parts of an article. */
export interface Story {
  title: string;
  text: string;
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

/** Mixes similar hashes (the finaliser of MurmurHash3), so that sampling by remainder is even. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function featuresOf(words: readonly string[], every: number): Set<number> {
  const features = new Set<number>();
  const hashes = words.map(hashWord);
  for (let at = 0; at + WORDS_IN_ROW <= hashes.length; at++) {
    let hash = 0;
    for (let next = 0; next < WORDS_IN_ROW; next++)
      hash = (Math.imul(hash, 31) + (hashes[at + next] ?? 0)) | 0;
    const feature = mix(hash);
    if (feature % every === 0) features.add(feature);
  }
  return features;
}

function shareOfSmaller<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  return common / small.size;
}

const headlineShare = (a: Story, b: Story): number =>
  shareOfSmaller(new Set(wordsOf(a.title)), new Set(wordsOf(b.title)));

const isTelling = ({ title }: Story): boolean => new Set(wordsOf(title)).size >= MIN_HEADLINE_WORDS;

/** Whether headlines are identical; single words ("Live") do not count. */
function isOneHeadline(a: Story, b: Story): boolean {
  const [left, right] = [wordsOf(a.title), wordsOf(b.title)];
  return left.length > 1 && left.join(' ') === right.join(' ');
}

/** Share of the shorter text that is in the longer one, from 0 to 1; null where one is too short to tell. */
export function textInCommon(a: string, b: string): number | null {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const every = Math.max(1, Math.ceil(Math.min(left.length, right.length) / MAX_FEATURES));
  const [mine, yours] = [featuresOf(left, every), featuresOf(right, every)];
  if (Math.min(mine.size, yours.size) < MIN_FEATURES) return null;
  return shareOfSmaller(mine, yours);
}

/**
 * Whether most of the shorter of two texts is in the longer one: one of them is the other with more below it, or with
 * its beginning exchanged already.
 */
export function sharesText(a: string, b: string): boolean {
  const common = textInCommon(a, b);
  if (common !== null) return common >= SAME_TEXT;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short !== '' && wordsOf(long).join(' ').includes(wordsOf(short).join(' '));
}

/** Whether two texts share at most the boilerplate of their site. */
export function isOtherText(a: string, b: string): boolean {
  const common = textInCommon(a, b);
  return common === null ? !sharesText(a, b) : common < RELATED_TEXT;
}

/** Whether two texts are the same except for a counter or an added line. */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < ONE_TEXT * Math.max(a.length, b.length)) return false;
  return (textInCommon(a, b) ?? 0) >= ONE_TEXT;
}

/** Whether one may replace the other. If in doubt, it may not. */
export function isSameStory(a: Story, b: Story): boolean {
  if (a.text === b.text) return true;
  const common = textInCommon(a.text, b.text);
  if (common === null)
    return (
      sharesText(a.text, b.text) ||
      isOneHeadline(a, b) ||
      (isTelling(a) && isTelling(b) && headlineShare(a, b) >= SAME_HEADLINE)
    );
  return common >= SAME_TEXT || (common >= RELATED_TEXT && headlineShare(a, b) >= SAME_HEADLINE);
}

/** Whether both have the same headline. */
export function isSameHeadline(a: Story, b: Story): boolean {
  return headlineShare(a, b) >= ONE_HEADLINE;
}
