/** What names given by authors (class, id, tag, test hooks) can indicate. */
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

const BITS = Object.fromEntries(NAME_CUES.map((cue, bit) => [cue, 1 << bit])) as Record<NameCue, number>;

/** The bits of some name cues, as `readName` returns them. */
export function nameBits(...cues: readonly NameCue[]): number {
  return cues.reduce((bits, cue) => bits | BITS[cue], 0);
}
