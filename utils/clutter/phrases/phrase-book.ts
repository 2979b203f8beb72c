/**
 * What a line of text can ask of the user, or be. Each cue has its weight in `../weights.ts`.
 *
 * The first eleven speak for subscribe clutter, `follow` to `adLabel` for the kinds that are off by default,
 * `wall`, `login` and `consent` for what is never touched, `adBlocker` for either. `account` and `menu` are on the
 * buttons by which a user gets about the site, `pageNote` in what a page says of its own making. `topic` names what is
 * begged for (subscription, gift, app) in whatever sentence: it means something only beside a button to it.
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
  'topic',
] as const;

export type Cue = (typeof CUES)[number];

const BITS = Object.fromEntries(CUES.map((cue, bit) => [cue, 1 << bit])) as Record<Cue, number>;

/** The bits of some cues, as `readCues` returns them. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | BITS[cue], 0);
}

/** Whether the bits of a text have one of some cues. */
export function hasCue(bits: number, ...cues: readonly Cue[]): boolean {
  return (bits & cueBits(...cues)) !== 0;
}

/**
 * The phrases of one language, written as a user would read them, but that accents, case and punctuation within a
 * sentence do not matter: a space stands for an apostrophe.
 *
 * - `word*` any ending of this word
 * - `a … b` up to 40 characters between, within one sentence
 * - `^` only at the start of a sentence, `$` only at its end
 */
export type PhraseBook = Readonly<
  Record<Cue, readonly string[]> & {
    /** Words by which whoever speaks means themselves: "our", "we". A site that asks uses them, a report hardly does. */
    own: readonly string[];
  }
>;
