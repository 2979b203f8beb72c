import { isPlain, isProbable } from '../sureness.ts';
import type { Quote } from '../types.ts';
import { hasSameWords } from './same-words.ts';
import { type Wholeness, wholenessOf } from './whole-thought.ts';

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
