/**
 * Whether two texts tell the same story: an update, a correction, a preview and its whole do; what a site puts at an
 * address after another article does not. Measured by the share of four-word stretches that the shorter text has in
 * common with the longer one (w-shingling and containment, after Broder, "On the resemblance and containment of
 * documents", 1997), and by the words of the headlines.
 */

/** Words in a row that count as one feature. Stock phrases of news are mostly shorter. */
const WORDS_IN_ROW = 4;
/** Features compared; of longer texts, an even sample of about so many. */
const MOST_FEATURES = 4000;
/** With fewer features a text says too little, and the headline decides. */
const LEAST_FEATURES = 24;

/**
 * Shares of the shorter text. A correction changes a few of a hundred stretches, a thorough update about half. Two
 * stories of one site share what the site prints under each of them: up to a seventh of a short one.
 */
const SAME_TEXT = 0.5;
const RELATED_TEXT = 0.15;
/** Of what is read twice within seconds. */
const ONE_TEXT = 0.9;
/** Share of the shorter headline's words. */
const SAME_HEADLINE = 0.5;
/** The same where nothing else tells. */
const ONE_HEADLINE = 0.8;
/** Words that a headline must have to tell by itself. */
const TELLING_HEADLINE = 3;

/** Scripts that put no spaces between words: each character counts as one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** A story as far as it is compared. */
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

/** Spreads similar hashes, so that a sample by remainder is an even one (the finaliser of MurmurHash3). */
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

const isTelling = ({ title }: Story): boolean => new Set(wordsOf(title)).size >= TELLING_HEADLINE;

/** The same headline, word for word; one of a single word ("Live") stands over anything. */
function isOneHeadline(a: Story, b: Story): boolean {
  const [left, right] = [wordsOf(a.title), wordsOf(b.title)];
  return left.length > 1 && left.join(' ') === right.join(' ');
}

/** Share of the shorter text that is in the longer one, from 0 to 1; null where one is too short to tell. */
export function textInCommon(a: string, b: string): number | null {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const every = Math.max(1, Math.ceil(Math.min(left.length, right.length) / MOST_FEATURES));
  const [mine, yours] = [featuresOf(left, every), featuresOf(right, every)];
  if (Math.min(mine.size, yours.size) < LEAST_FEATURES) return null;
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

/** Whether two texts have nothing in common but what a site prints under each of its stories. */
export function isOtherText(a: string, b: string): boolean {
  const common = textInCommon(a, b);
  return common === null ? !sharesText(a, b) : common < RELATED_TEXT;
}

/** Whether two texts are one text, but for a counter or a line that has come meanwhile. */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < ONE_TEXT * Math.max(a.length, b.length)) return false;
  return (textInCommon(a, b) ?? 0) >= ONE_TEXT;
}

/** Whether one may take the other's place. In doubt it may not. */
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

/** Whether the same headline stands over both. */
export function isSameHeadline(a: Story, b: Story): boolean {
  return headlineShare(a, b) >= ONE_HEADLINE;
}
