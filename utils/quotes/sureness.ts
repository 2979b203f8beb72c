import type { Quote, Sureness } from './types.ts';

/** Confidence from which a speaker is named at all; below it the speaker is unclear. */
export const SPEAKER_BAR = 0.65;

/**
 * Confidence from which a name stands without a “probably”. Of such names at least 97 in 100 are right on sites that
 * the fit has not seen (tools/fit/README.md).
 */
const PLAIN_BAR = 0.95;

/** Of 100 names between the two bars, so many are right on sites that the fit has not seen. */
export const PROBABLY_RIGHT = 80;

/** How sure the name of a speaker is, by the confidence in it. */
export const surenessOf = (confidence: number): Sureness => (confidence >= PLAIN_BAR ? 'plain' : 'probably');

/** Is the name only a probable one, to be marked as such wherever it is shown? */
export const isProbable = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness === 'probably';

/** Is there a name that stands without a “probably”? */
export const isPlain = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness !== 'probably';
