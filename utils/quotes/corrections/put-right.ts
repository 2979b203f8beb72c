import { isPlain } from '../sureness.ts';
import type { Quote } from '../types.ts';

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
