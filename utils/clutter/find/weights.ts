/**
 * The evidence for subscribe clutter and what each piece weighs. A block is clutter from `THRESHOLD` on.
 * Weights were set by hand, so that no single piece suffices but a sign-up form's, and then checked by leaving
 * each out in turn.
 */
export const WEIGHTS = {
  /** A field that takes an email address, in no search, comment, contact or login form. */
  emailField: 3,
  /** A field for an address, its button, and nothing else to fill in. */
  lonelyField: 2,
  /** A form or frame that sends to a mailing service or a subscribe address. */
  signUpTarget: 5,
  nameNewsletter: 3,
  nameSubscribe: 2.5,
  nameDonate: 3,
  nameApp: 3,
  namePush: 4,
  nameOverlay: 1,
  /** A custom element whose tag says it, or a frame whose name does: its inside may be closed to us. */
  nameTag: 2.5,
  newsletter: 2,
  ask: 2,
  signUp: 1,
  inbox: 2,
  subscribe: 3,
  offer: 1.5,
  donate: 3.5,
  /** Ways to pay and words for gifts; beg only together with a plea. */
  gift: 2,
  /** A box with several ways to pay, by which a site asks for itself; see `find-appeals.ts`. */
  appeal: 5,
  /** A tooltip about what members may do; see `member-tips.ts`. */
  memberTip: 5,
  /** Asks to turn an ad blocker off; in a pop-up it is a wall, see `never-touched.ts`. */
  adBlocker: 1.5,
  /** A text in which a site asks so for its own sake ("our", "we"). */
  blockerPlea: 3,
  app: 3,
  push: 4.5,
  formNote: 0.5,
  linkNewsletter: 2,
  linkSubscribe: 2,
  linkDonate: 2,
  linkApp: 2,
  /** Names what is begged for; see `call`. */
  topic: 1.5,
  /** A text that asks says whose it is: "our". */
  own: 1,
  /** A text that asks rather than tells; see `is-asking.ts`. */
  request: 1,
  /** A text about it and, beside it, the button or link to do it. */
  call: 2,
  /** A text that asks and, in the same small block, any button. */
  button: 1,
  /** Some words and a link to where this site sells itself, and no other; in any language. */
  pitch: 3,
  /** A sentence whose links lead to the site's own channels, some to where it sells itself. */
  channels: 3,
  /** Several texts that beg, one after the other. */
  insistent: 1.5,
} as const;

export type Feature = keyof typeof WEIGHTS;

/** What keeps hands off, wherever it stands in a block. */
export type Taboo =
  | 'password'
  | 'wallCue'
  | 'wallName'
  | 'loginCue'
  | 'consentCue'
  | 'consentName'
  | 'longField'
  /** A link to a podcast where it can be followed, or its player. */
  | 'podcast'
  | 'searchField'
  /** Any field of one line. */
  | 'textField';

export const THRESHOLD = 5;

/**
 * What it weighs that a block was met on other pages of the site, which is true of menus and footers too: enough to
 * decide where the page's own evidence falls just short, and never evidence by itself.
 */
export const SITE_WEIGHT = 1;
