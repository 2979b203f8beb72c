/**
 * What a line of text can ask of the user, or be. Each cue has its weight in `../weights.ts`.
 *
 * The first eleven indicate subscription clutter, `follow` to `adLabel` the kinds that are off by default, `wall`, `login`
 * and `consent` what is never touched, `adBlocker` either. `account` and `menu` occur on navigation buttons, `pageNote` in
 * remarks about the page itself.
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

const BITS = Object.fromEntries(CUES.map((cue, bit) => [cue, 1 << bit])) as Record<Cue, number>;

/** The bits of cues, as `readCues` returns them. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | BITS[cue], 0);
}

/** Whether the bits of a text contain one of some cues. */
export function hasCue(bits: number, ...cues: readonly Cue[]): boolean {
  return (bits & cueBits(...cues)) !== 0;
}

/**
 * The phrases of one language as a user reads them. Accents, case and punctuation within a sentence are ignored; a space
 * stands for an apostrophe.
 *
 * - `word*` any ending of this word
 * - `a … b` up to 40 characters between, within one sentence
 * - `^` only at the start of a sentence, `$` only at its end
 */
export type PhraseBook = Readonly<
  Record<Cue, readonly string[]> & {
    /** First-person words, "our" and "we", which sites use in requests and reports rarely. */
    own: readonly string[];
  }
>;

/** Cues of requests to the user. */
export const BEGGING_CUES = cueBits('newsletter', 'ask', 'inbox', 'subscribe', 'donate', 'app', 'push');
/** Cues that belong to a begging block and mean nothing alone. */
export const ATTACHED_CUES = BEGGING_CUES | cueBits('signUp', 'offer', 'gift', 'adBlocker', 'formNote');
