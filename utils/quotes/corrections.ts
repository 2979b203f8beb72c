import * as v from 'valibot';
import { COUNT_LIMITS, LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import { count, lineOrNull } from '../text/line-schemas.ts';
import { isCertain } from './confidence-level.ts';
import type { Quotation, Quote } from './types.ts';

/**
 * The user's correction of one quote, identified by its words and position, so that it can be applied to a new
 * extraction.
 */
export interface LocatedCorrection extends Pick<Quotation, 'text' | 'start'> {
  /** Full name; null for an unclear speaker. */
  speaker: string | null;
  /** The speaker's role: null for none; if absent, the role in the article's other quotes by this speaker applies. */
  role?: string | null;
}

/**
 * Finds the nearest quote with the same words.
 *
 * @returns its index, or -1
 */
export function findSameQuote(
  quotes: readonly Quotation[],
  wanted: Pick<Quotation, 'text' | 'start'>,
): number {
  let nearestIndex = -1;
  for (const [index, quote] of quotes.entries()) {
    if (quote.text !== wanted.text) continue;
    const nearest = quotes[nearestIndex];
    const isNearer =
      nearest === undefined || Math.abs(quote.start - wanted.start) < Math.abs(nearest.start - wanted.start);
    if (isNearer) nearestIndex = index;
  }
  return nearestIndex;
}

/** Applies the user's corrections to quotes, in order; corrections of words that are not quoted are skipped. */
export function correctQuotes(quotes: readonly Quote[], corrections: readonly LocatedCorrection[]): Quote[] {
  let corrected = [...quotes];
  for (const correction of corrections) {
    const index = findSameQuote(corrected, correction);
    if (index >= 0) corrected = setSpeaker(corrected, { ...correction, indices: [index] });
  }
  return corrected;
}

const CorrectionSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  start: count(TEXT_LIMIT),
  speaker: lineOrNull(LINE_LIMITS.speaker),
  role: v.exactOptional(lineOrNull(LINE_LIMITS.role)),
}) satisfies v.GenericSchema<unknown, LocatedCorrection>;

/** Corrections made in a page, as received from the tab's process, which the page shares. */
export const CorrectionsSchema = v.pipe(v.array(CorrectionSchema), v.maxLength(COUNT_LIMITS.corrections));

/** A correction of the speaker of some quotes of one article. */
export interface SpeakerCorrection extends Pick<LocatedCorrection, 'speaker' | 'role'> {
  /** Indices of the quotes. */
  indices: readonly number[];
}

/** A quote with a speaker set by the user. */
export function withUserSpeaker<Q extends Quote>(
  { unnamed: _, ...quote }: Q,
  speaker: string | null,
  role: string | null,
  isUnnamed: boolean,
): Q {
  const corrected = {
    ...quote,
    resolvedSpeaker: speaker,
    role,
    confidence: 1,
    sureness: speaker === null ? null : ('plain' as const),
    evidence: 'user' as const,
  };
  return (isUnnamed ? { ...corrected, unnamed: true } : corrected) as Q;
}

/**
 * Applies the user's correction to some quotes.
 *
 * @returns the same quotes in the same order; those that changed have the evidence `user`
 */
export function setSpeaker<Q extends Quote>(
  quotes: readonly Q[],
  { indices, speaker, role }: SpeakerCorrection,
): Q[] {
  const selected = new Set(indices);
  const sameSpeakerQuotes =
    speaker === null ? [] : quotes.filter((quote) => quote.resolvedSpeaker === speaker);
  const reference = sameSpeakerQuotes.find(isCertain) ?? sameSpeakerQuotes[0];
  const shownRole = speaker === null ? null : role === undefined ? (reference?.role ?? null) : role;
  return quotes.map((quote, index) => {
    // Repeating a probable name confirms it.
    const isSame = quote.resolvedSpeaker === speaker && (speaker === null || isCertain(quote));
    const isUnchanged = isSame && (role === undefined || quote.role === shownRole);
    if (!selected.has(index) || isUnchanged) return quote;
    return withUserSpeaker(quote, speaker, shownRole, reference?.unnamed === true);
  });
}
