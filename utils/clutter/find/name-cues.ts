/** Cues that names given by authors (class, id, tag, test attributes) can contain. */
export const NAME_CUES = [
  'newsletter',
  'subscribe',
  'donate',
  'app',
  'push',
  'overlay',
  'follow',
  'share',
  'related',
  'comments',
  'ad',
  'wall',
  'login',
  'consent',
  'navigation',
  'search',
  'article',
  'byline',
  'embed',
  'player',
  'tip',
] as const;

export type NameCue = (typeof NAME_CUES)[number];

const BIT_BY_CUE = Object.fromEntries(NAME_CUES.map((cue, bit) => [cue, 1 << bit])) as Record<
  NameCue,
  number
>;

/** Returns the bits of name cues, as in the result of `readName`. */
export function nameBits(...cues: readonly NameCue[]): number {
  return cues.reduce((bits, cue) => bits | BIT_BY_CUE[cue], 0);
}
