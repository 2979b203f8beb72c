import * as v from 'valibot';
import { COUNT_LIMITS, LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import { count, lineOrNull } from '../text/line-schemas.ts';
import { isPlain } from './sureness.ts';
import type { Quotation, Quote } from './types.ts';

/** What the user says about a quote, by its words and place: whoever works the quotes out anew finds it again. */
export interface PlacedCorrection extends Pick<Quotation, 'text' | 'start'> {
  /** Full name, or null: unclear. */
  speaker: string | null;
}

/** @returns the index of the quote with the same words that is nearest to the same place, or -1 */
export function findSameQuote(
  quotes: readonly Quotation[],
  wanted: Pick<Quotation, 'text' | 'start'>,
): number {
  let best = -1;
  for (const [index, quote] of quotes.entries()) {
    if (quote.text !== wanted.text) continue;
    const known = quotes[best];
    const isNearer =
      known === undefined || Math.abs(quote.start - wanted.start) < Math.abs(known.start - wanted.start);
    if (isNearer) best = index;
  }
  return best;
}

/** Quotes as the user corrected them, one correction after the other; those of words that are not quoted are left. */
export function correctQuotes(quotes: readonly Quote[], corrections: readonly PlacedCorrection[]): Quote[] {
  let corrected = [...quotes];
  for (const correction of corrections) {
    const index = findSameQuote(corrected, correction);
    if (index >= 0) corrected = putRight(corrected, [index], correction.speaker);
  }
  return corrected;
}

const CorrectionSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  start: count(TEXT_LIMIT),
  speaker: lineOrNull(LINE_LIMITS.speaker),
}) satisfies v.GenericSchema<unknown, PlacedCorrection>;

/** What the user corrected in a page, where it comes out of the tab's process, which it shares with the page. */
export const CorrectionsSchema = v.pipe(v.array(CorrectionSchema), v.maxLength(COUNT_LIMITS.corrections));

/** What the user says about quotes of one article. */
export interface SpeakerCorrection {
  /** Of the quotes among the article's. */
  indices: readonly number[];
  /** Full name, or null: unclear. */
  speaker: string | null;
}

/** A quote whose speaker the user named. */
export function saidByUser<Q extends Quote>(
  { unnamed: _, ...quote }: Q,
  speaker: string | null,
  role: string | null,
  isUnnamed: boolean,
): Q {
  const right = {
    ...quote,
    resolvedSpeaker: speaker,
    role,
    confidence: 1,
    sureness: speaker === null ? null : ('plain' as const),
    evidence: 'user' as const,
  };
  return (isUnnamed ? { ...right, unnamed: true } : right) as Q;
}

/**
 * Quotes with their speaker put right by the user.
 *
 * @param indices of the quotes in question
 * @param speaker full name, or null: unclear. What else is known of that name is what the article's other quotes tell
 * @returns the same quotes in the same order; those that changed have the evidence `user`
 */
export function putRight<Q extends Quote>(
  quotes: readonly Q[],
  indices: readonly number[],
  speaker: string | null,
): Q[] {
  const meant = new Set(indices);
  const same = speaker === null ? [] : quotes.filter((quote) => quote.resolvedSpeaker === speaker);
  const known = same.find(isPlain) ?? same[0];
  return quotes.map((quote, at) => {
    // To say it of a probable name is to confirm it.
    const isSaid = quote.resolvedSpeaker === speaker && (speaker === null || isPlain(quote));
    if (!meant.has(at) || isSaid) return quote;
    return saidByUser(quote, speaker, known?.role ?? null, known?.unnamed === true);
  });
}
