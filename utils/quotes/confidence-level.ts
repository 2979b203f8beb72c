import type { ConfidenceLevel, Quote } from './types.ts';

/** Minimum confidence for showing a speaker; below it the speaker is unclear. */
export const MIN_SPEAKER_CONFIDENCE = 0.65;

/**
 * Minimum confidence for showing a name without “probably”. Precision is at least 97% on held-out sites
 * (tools/fit/README.md).
 */
const MIN_CERTAIN_CONFIDENCE = 0.95;

/** Precision (%) of names between the two thresholds, on held-out sites. */
export const PROBABLE_PRECISION_PERCENT = 80;

/** Converts a confidence (0–1) to a level for display. */
export const confidenceLevel = (confidence: number): ConfidenceLevel =>
  confidence >= MIN_CERTAIN_CONFIDENCE ? 'plain' : 'probably';

/** Whether the name is only probable, and must be marked as such wherever it is shown. */
export const isProbable = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness === 'probably';

/** Whether there is a name to be shown without “probably”. */
export const isCertain = ({
  resolvedSpeaker,
  sureness,
}: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): boolean =>
  resolvedSpeaker !== null && sureness !== 'probably';
