import { countWords } from '../../text/count-words.ts';
import { isCertain, isProbable } from '../confidence-level.ts';
import type { Quote } from '../types.ts';

/** Maximum length of a quote that is compared, in UTF-16 units. */
const MAX_COMPARED_LENGTH = 600;
/** Length of a shingle in characters; short enough for scripts with two characters per word. */
const SHINGLE_LENGTH = 5;
/** Minimum share of the shorter quote's shingles that the longer one must contain to count as similar. */
const MIN_SIMILARITY = 0.7;

const normalise = (text: string): string =>
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
 * Whether two quotes have the same or nearly the same words, or one is part of the other. Punctuation and case are
 * ignored.
 */
export function hasSameWords(one: string, other: string): boolean {
  const [short = '', long = ''] = [normalise(one), normalise(other)].sort((a, b) => a.length - b.length);
  if (long.includes(short)) return true;
  const [few, many] = [shinglesOf(short), shinglesOf(long)];
  let common = 0;
  for (const shingle of few) if (many.has(shingle)) common++;
  return few.size > 0 && common / few.size >= MIN_SIMILARITY;
}

/** Maximum number of words in a scrap, such as "deeply worried", which means little by itself. */
const MAX_SCRAP_WORDS = 3;
/** Minimum number of words in a sentence fragment that is informative by itself. */
const MIN_LONG_PIECE_WORDS = 10;
/** Maximum length that is analysed, in UTF-16 units. */
const MAX_ANALYSED_LENGTH = 600;

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/**
 * How complete a quoted thought is, judged by its number of words and whether it begins with a capital, as a sentence
 * does. In scripts without capitals, only the number of words counts.
 */
type Completeness = 'scrap' | 'piece' | 'long piece' | 'sentence';

export function assessCompleteness(text: string): Completeness {
  const words = countWords(text.slice(0, MAX_ANALYSED_LENGTH));
  if (words <= MAX_SCRAP_WORDS) return 'scrap';
  if (!/\p{Ll}/u.test(FIRST_LETTER.exec(text.slice(0, MAX_ANALYSED_LENGTH))?.[0] ?? '')) return 'sentence';
  return words >= MIN_LONG_PIECE_WORDS ? 'long piece' : 'piece';
}

/** The fields of a quote that determine the choice. */
type RankedQuote = Pick<Quote, 'text' | 'resolvedSpeaker' | 'sureness' | 'confidence' | 'key'>;

interface Candidate {
  index: number;
  quote: RankedQuote;
  completeness: Completeness;
}

/** Levels of completeness, in descending order. */
const COMPLETENESS_ORDER: readonly Completeness[] = ['sentence', 'long piece', 'piece', 'scrap'];

/** Rates a quote. A quote with a wrong name is worse than none, so the value increases with the speaker's confidence. */
const scoreQuality = ({ key, resolvedSpeaker, confidence }: RankedQuote): number =>
  resolvedSpeaker === null ? key : key * confidence;

/** Minimum confidence for a key quote with a probable speaker. */
const MIN_CONFIDENCE = 0.85;

/** Returns the candidates that pass a test, or all if none does. */
function preferPassing(
  candidates: readonly Candidate[],
  passes: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const passed = candidates.filter(passes);
  return passed.length > 0 ? passed : candidates;
}

/**
 * Chooses the key quotes of an article: complete thoughts by different speakers, without repetitions. Doubtful quotes
 * are used only if there are no better ones, so the result may have fewer than `count` quotes:
 *
 * - probable speakers only if no speaker is certain
 * - unclear speakers only if no speaker is named
 * - sentence fragments only if there is no complete thought
 *
 * @param quotes all quotes, ranked by `key`
 * @param count maximum number
 * @returns indices: the leading quote first, the others in text order
 */
export function chooseKeyQuotes(quotes: readonly RankedQuote[], count = 3): number[] {
  let ranked: readonly Candidate[] = quotes
    .map((quote, index) => ({ quote, index, completeness: assessCompleteness(quote.text) }))
    .sort((a, b) => scoreQuality(b.quote) - scoreQuality(a.quote) || a.index - b.index);
  ranked = preferPassing(ranked, ({ completeness }) => completeness !== 'scrap');
  ranked = preferPassing(ranked, ({ quote }) => !isProbable(quote) || quote.confidence >= MIN_CONFIDENCE);
  ranked = preferPassing(ranked, ({ quote }) => quote.resolvedSpeaker !== null);
  ranked = preferPassing(ranked, ({ quote }) => isCertain(quote));
  ranked = preferPassing(
    ranked,
    ({ completeness }) => completeness === 'sentence' || completeness === 'long piece',
  );
  const chosen: Candidate[] = [];
  for (const onlyNewSpeakers of [true, false]) {
    for (const level of COMPLETENESS_ORDER) {
      for (const candidate of ranked) {
        if (chosen.length >= count) break;
        const { text, resolvedSpeaker } = candidate.quote;
        if (candidate.completeness !== level) continue;
        if (onlyNewSpeakers && chosen.some(({ quote }) => quote.resolvedSpeaker === resolvedSpeaker))
          continue;
        if (!chosen.some(({ quote }) => hasSameWords(quote.text, text))) chosen.push(candidate);
      }
    }
  }
  const [lead, ...others] = chosen.map(({ index }) => index);
  return lead === undefined ? [] : [lead, ...others.sort((a, b) => a - b)];
}
