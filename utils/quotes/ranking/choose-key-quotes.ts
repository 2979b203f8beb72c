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

interface Round {
  wholeness: Wholeness;
  named: boolean;
  /** Only of voices that have none yet. */
  newVoices: boolean;
}

const THOUGHTS: readonly Wholeness[] = ['sentence', 'long piece', 'piece'];

const roundsOf = (kinds: readonly Wholeness[]): Round[] => [
  ...kinds.map((wholeness) => ({ wholeness, named: true, newVoices: true })),
  ...kinds.map((wholeness) => ({ wholeness, named: true, newVoices: false })),
  ...kinds.map((wholeness) => ({ wholeness, named: false, newVoices: false })),
];

/** A quote under a wrong name is worse than none: the surer the name, the more a quote is worth. */
const worthOf = ({ key, resolvedSpeaker, confidence }: Choosable): number =>
  resolvedSpeaker === null ? key : key * confidence;

/**
 * The key quotes of an article, for whatever shows a few of many: whole thoughts, of different voices, none twice. Quotes
 * whose speaker is unclear come last, those with a probable name only where no name is plain, and scraps of up to three words are left out where there is anything else, so that
 * fewer than `count` may come.
 *
 * @param quotes all quotes, ranked by `key`
 * @param count how many, at the most
 * @returns indices: the one that leads first, the others in order of the text
 */
export function chooseKeyQuotes(quotes: readonly Choosable[], count = 3): number[] {
  const hasPlain = quotes.some((quote) => isPlain(quote) && wholenessOf(quote.text) !== 'scrap');
  const ranked = quotes
    .map((quote, index) => ({ quote, index, wholeness: wholenessOf(quote.text) }))
    .filter(({ quote }) => !hasPlain || !isProbable(quote))
    .sort((a, b) => worthOf(b.quote) - worthOf(a.quote) || a.index - b.index);
  const onlyScraps = ranked.every(({ wholeness }) => wholeness === 'scrap');
  const chosen: Candidate[] = [];
  for (const round of roundsOf(onlyScraps ? ['scrap'] : THOUGHTS)) {
    for (const candidate of ranked) {
      if (chosen.length >= count) break;
      const { text, resolvedSpeaker } = candidate.quote;
      if (candidate.wholeness !== round.wholeness || (resolvedSpeaker !== null) !== round.named) continue;
      if (round.newVoices && chosen.some(({ quote }) => quote.resolvedSpeaker === resolvedSpeaker)) continue;
      if (!chosen.some(({ quote }) => hasSameWords(quote.text, text))) chosen.push(candidate);
    }
  }
  const [lead, ...others] = chosen.map(({ index }) => index);
  return lead === undefined ? [] : [lead, ...others.sort((a, b) => a - b)];
}
