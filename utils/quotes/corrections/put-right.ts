import type { Quote } from '../types.ts';

/** What the user says about one quote. */
export interface SpeakerCorrection {
  /** Of the quote among the article's. */
  index: number;
  /** Full name, or null: unclear. */
  speaker: string | null;
  /** Also for the other quotes of the same speaker. */
  everywhere: boolean;
}

/**
 * Quotes with one speaker put right by the user.
 *
 * @param index of the quote in question
 * @param speaker full name, or null: unclear. The role is the one the article gives that name, if it does
 * @param everywhere also for the other quotes that had the same speaker
 * @returns the same quotes in the same order; those that changed have the evidence `user`
 */
export function putRight<Q extends Quote>(
  quotes: readonly Q[],
  index: number,
  speaker: string | null,
  everywhere: boolean,
): Q[] {
  const asked = quotes[index];
  const role = quotes.find((quote) => speaker !== null && quote.resolvedSpeaker === speaker)?.role ?? null;
  return quotes.map((quote, at) => {
    const isMeant =
      asked !== undefined &&
      (at === index || (everywhere && quote.resolvedSpeaker === asked.resolvedSpeaker));
    if (!isMeant || quote.resolvedSpeaker === speaker) return quote;
    return { ...quote, resolvedSpeaker: speaker, role, confidence: 1, evidence: 'user' };
  });
}
