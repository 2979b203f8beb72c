import { countWords } from '../../text/count-words.ts';
import { isPlain, isProbable } from '../sureness.ts';
import type { Quote } from '../types.ts';

/** UTF-16 units of a quote that are compared. */
const LOOK = 600;
/** Characters of a shingle: short enough for scripts where two characters are a word. */
const SHINGLE = 5;
/** Share of the shorter one's shingles that the other has, from which both say the same. */
const SAME = 0.7;

const bare = (text: string): string =>
  text
    .slice(0, LOOK)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= text.length; i++) shingles.add(text.slice(i, i + SHINGLE));
  return shingles;
}

/** Whether two quotes are the same words, or nearly, or one is a piece of the other; marks and case don't count. */
export function hasSameWords(one: string, other: string): boolean {
  const [short = '', long = ''] = [bare(one), bare(other)].sort((a, b) => a.length - b.length);
  if (long.includes(short)) return true;
  const [few, many] = [shinglesOf(short), shinglesOf(long)];
  let common = 0;
  for (const shingle of few) if (many.has(shingle)) common++;
  return few.size > 0 && common / few.size >= SAME;
}

/** Up to so many words are a scrap: "deeply worried" says nothing by itself. */
const SCRAP = 3;
/** A piece of a sentence that has so many words says enough. */
const LONG_PIECE = 10;
/** What is looked at, in UTF-16 units. */
const MAX_READ = 600;

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/**
 * How much of a thought a quote is, by its length and its first letter: a sentence begins with a capital. Scripts without
 * capitals are told by length alone, and those without spaces by characters.
 */
type Wholeness = 'scrap' | 'piece' | 'long piece' | 'sentence';

export function wholenessOf(text: string): Wholeness {
  const words = countWords(text.slice(0, MAX_READ));
  if (words <= SCRAP) return 'scrap';
  if (!/\p{Ll}/u.test(FIRST_LETTER.exec(text.slice(0, MAX_READ))?.[0] ?? '')) return 'sentence';
  return words >= LONG_PIECE ? 'long piece' : 'piece';
}

/** What the choice looks at. */
type Choosable = Pick<Quote, 'text' | 'resolvedSpeaker' | 'sureness' | 'confidence' | 'key'>;

interface Candidate {
  index: number;
  quote: Choosable;
  wholeness: Wholeness;
}

/** From whole thoughts down. */
const KINDS: readonly Wholeness[] = ['sentence', 'long piece', 'piece', 'scrap'];

/** A quote under a wrong name is worse than none: the surer the name, the more a quote is worth. */
const worthOf = ({ key, resolvedSpeaker, confidence }: Choosable): number =>
  resolvedSpeaker === null ? key : key * confidence;

/** Confidence from which a name that is only probable may stand under a key quote. */
const LEAST_SURE = 0.85;

/** Those that pass a test, or all where none does. */
function prefer(
  candidates: readonly Candidate[],
  passes: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const passed = candidates.filter(passes);
  return passed.length > 0 ? passed : candidates;
}

/**
 * The key quotes of an article, for whatever shows a few of many: whole thoughts, of different voices, none twice. Fewer
 * are better than doubtful ones: those with a probable name stand only where no name is plain, those whose speaker is
 * unclear only where nobody is named, and pieces and scraps of sentences only where there is no whole thought. So fewer
 * than `count` may come.
 *
 * @param quotes all quotes, ranked by `key`
 * @param count how many, at the most
 * @returns indices: the one that leads first, the others in order of the text
 */
export function chooseKeyQuotes(quotes: readonly Choosable[], count = 3): number[] {
  let ranked: readonly Candidate[] = quotes
    .map((quote, index) => ({ quote, index, wholeness: wholenessOf(quote.text) }))
    .sort((a, b) => worthOf(b.quote) - worthOf(a.quote) || a.index - b.index);
  ranked = prefer(ranked, ({ wholeness }) => wholeness !== 'scrap');
  ranked = prefer(ranked, ({ quote }) => !isProbable(quote) || quote.confidence >= LEAST_SURE);
  ranked = prefer(ranked, ({ quote }) => quote.resolvedSpeaker !== null);
  ranked = prefer(ranked, ({ quote }) => isPlain(quote));
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
