import type { Quote, Sureness } from './types.ts';

/** Minimum confidence for showing a speaker; below it the speaker is unclear. */
export const SPEAKER_BAR = 0.65;

/**
 * Minimum confidence for showing a name without “probably”. At least 97 % of such names are right on sites that the fit
 * has not seen (tools/fit/README.md).
 */
const PLAIN_BAR = 0.95;

/** Percentage of names between the two thresholds that are right on sites that the fit has not seen. */
export const PROBABLY_RIGHT = 80;

/** The sureness of a speaker's name for a confidence. */
export const surenessOf = (confidence: number): Sureness => (confidence >= PLAIN_BAR ? 'plain' : 'probably');

/** Whether the name is only probable, and must be marked as such wherever it is shown. */
export const isProbable = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness === 'probably';

/** Whether there is a name to be shown without “probably”. */
export const isPlain = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness !== 'probably';
