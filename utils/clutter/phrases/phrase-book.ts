/**
 * Cues: what the words of a text indicate. Most have a weight in `../find/weights.ts`.
 *
 * - `newsletter` to `formNote`: promotional clutter
 * - `follow` to `adLabel`, and `pageNote` (a remark about the page itself): kinds that are off by default
 * - `wall`, `login`, `consent`: blocks that are never touched
 * - `adBlocker`: promotional clutter, or a wall if it is in a pop-up
 * - `account`, `menu`: navigation
 */
export const CUES = [
  'newsletter',
  'ask',
  'signUp',
  'inbox',
  'subscribe',
  'offer',
  'donate',
  'gift',
  'app',
  'push',
  'formNote',
  'follow',
  'share',
  'related',
  'comments',
  'adLabel',
  'wall',
  'adBlocker',
  'login',
  'consent',
  'account',
  'menu',
  'pageNote',
] as const;

export type Cue = (typeof CUES)[number];

const BIT_BY_CUE = Object.fromEntries(CUES.map((cue, bit) => [cue, 1 << bit])) as Record<Cue, number>;

/** Returns the bits of cues, as in the result of `readCues`. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | BIT_BY_CUE[cue], 0);
}

/** Whether bits contain at least one of these cues. */
export function hasCue(bits: number, ...cues: readonly Cue[]): boolean {
  return (bits & cueBits(...cues)) !== 0;
}

/**
 * The phrases of one language, as users read them. Accents and case are ignored; an apostrophe is written as a space.
 *
 * - `word*`: any ending of the word
 * - `a … b`: up to 40 characters in between, within one clause
 * - `^`: only at the start of a clause, `$`: only at its end
 */
export type PhraseBook = Readonly<
  Record<Cue, readonly string[]> & {
    /** First-person words such as "our" and "we", which are frequent in requests of sites, but rare in reports. */
    own: readonly string[];
  }
>;

/** Cues of promotions, that is, requests to the user. */
export const PROMO_CUES = cueBits('newsletter', 'ask', 'inbox', 'subscribe', 'donate', 'app', 'push');
/** Promotional cues, and cues that occur in promotional blocks, but are no evidence on their own. */
export const ATTACHED_CUES = PROMO_CUES | cueBits('signUp', 'offer', 'gift', 'adBlocker', 'formNote');
