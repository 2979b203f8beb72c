import { countWords } from '../../text/count-words.ts';
import { isCertain, isProbable } from '../confidence-level.ts';
import type { Quote } from '../types.ts';

/** Maximum length of a quote that is compared, in UTF-16 units. */
const MAX_COMPARED_LENGTH = 600;
/** Length of a shingle in characters: short enough for scripts with two characters per word. */
const SHINGLE_LENGTH = 5;
/** Minimum share of the shorter quote's shingles that a similar quote contains. */
const MIN_SIMILARITY = 0.7;

const bare = (text: string): string =>
  text
    .slice(0, MAX_COMPARED_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE_LENGTH <= text.length; i++) shingles.add(text.slice(i, i + SHINGLE_LENGTH));
  return shingles;
}

/**
 * Whether two quotes have the same or nearly the same words, or one is part of the other; punctuation and case are
 * ignored.
 */
export function hasSameWords(one: string, other: string): boolean {
  const [short = '', long = ''] = [bare(one), bare(other)].sort((a, b) => a.length - b.length);
  if (long.includes(short)) return true;
  const [few, many] = [shinglesOf(short), shinglesOf(long)];
  let common = 0;
  for (const shingle of few) if (many.has(shingle)) common++;
  return few.size > 0 && common / few.size >= MIN_SIMILARITY;
}

/** Maximum number of words in a scrap: "deeply worried" means little by itself. */
const MAX_SCRAP_WORDS = 3;
/** Minimum number of words in a sentence fragment that is informative enough. */
const MIN_LONG_PIECE_WORDS = 10;
/** Maximum length that is analysed, in UTF-16 units. */
const MAX_READ = 600;

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/**
 * How complete a thought is, by its length and its first letter: a sentence begins with a capital. In scripts without
 * capitals only the length counts, in those without spaces the number of characters.
 */
type Wholeness = 'scrap' | 'piece' | 'long piece' | 'sentence';

export function wholenessOf(text: string): Wholeness {
  const words = countWords(text.slice(0, MAX_READ));
  if (words <= MAX_SCRAP_WORDS) return 'scrap';
  if (!/\p{Ll}/u.test(FIRST_LETTER.exec(text.slice(0, MAX_READ))?.[0] ?? '')) return 'sentence';
  return words >= MIN_LONG_PIECE_WORDS ? 'long piece' : 'piece';
}

/** The fields used for choosing. */
type Choosable = Pick<Quote, 'text' | 'resolvedSpeaker' | 'sureness' | 'confidence' | 'key'>;

interface Candidate {
  index: number;
  quote: Choosable;
  wholeness: Wholeness;
}

/** In descending order of completeness. */
const KINDS: readonly Wholeness[] = ['sentence', 'long piece', 'piece', 'scrap'];

/** A quote under a wrong name is worse than none, so its value increases with the confidence in its speaker. */
const qualityOf = ({ key, resolvedSpeaker, confidence }: Choosable): number =>
  resolvedSpeaker === null ? key : key * confidence;

/** Minimum confidence for a key quote with a probable speaker. */
const MIN_CONFIDENCE = 0.85;

/** The quotes that pass a test, or all if none does. */
function prefer(
  candidates: readonly Candidate[],
  passes: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const passed = candidates.filter(passes);
  return passed.length > 0 ? passed : candidates;
}

/**
 * Chooses the key quotes of an article: complete thoughts by different speakers, without repetitions. Few are better
 * than doubtful ones: a probable name is used only if no name is plain, an unclear speaker only if nobody is named, and
 * sentence fragments only if there is no complete thought. The result may therefore have fewer than `count` quotes.
 *
 * @param quotes all quotes, ranked by `key`
 * @param count maximum number
 * @returns indices: the leading quote first, the others in text order
 */
export function chooseKeyQuotes(quotes: readonly Choosable[], count = 3): number[] {
  let ranked: readonly Candidate[] = quotes
    .map((quote, index) => ({ quote, index, wholeness: wholenessOf(quote.text) }))
    .sort((a, b) => qualityOf(b.quote) - qualityOf(a.quote) || a.index - b.index);
  ranked = prefer(ranked, ({ wholeness }) => wholeness !== 'scrap');
  ranked = prefer(ranked, ({ quote }) => !isProbable(quote) || quote.confidence >= MIN_CONFIDENCE);
  ranked = prefer(ranked, ({ quote }) => quote.resolvedSpeaker !== null);
  ranked = prefer(ranked, ({ quote }) => isCertain(quote));
  ranked = prefer(ranked, ({ wholeness }) => wholeness === 'sentence' || wholeness === 'long piece');
  const chosen: Candidate[] = [];
  for (const onlyNewVoices of [true, false]) {
    for (const kind of KINDS) {
      for (const candidate of ranked) {
        if (chosen.length >= count) break;
        const { text, resolvedSpeaker } = candidate.quote;
        if (candidate.wholeness !== kind) continue;
        if (onlyNewVoices && chosen.some(({ quote }) => quote.resolvedSpeaker === resolvedSpeaker)) continue;
        if (!chosen.some(({ quote }) => hasSameWords(quote.text, text))) chosen.push(candidate);
      }
    }
  }
  const [lead, ...others] = chosen.map(({ index }) => index);
  return lead === undefined ? [] : [lead, ...others.sort((a, b) => a - b)];
}
