/**
 * Confidence from which a speaker is named; below it the speaker is unclear. On sites that the fit has not seen about
 * nine in ten of the names shown are then right: no name beats a wrong one.
 */
export const SPEAKER_BAR = 0.65;
