/**
 * Features of subscription clutter and their weights. A block is clutter from `THRESHOLD` on. Weights were set by hand, so
 * that no single feature suffices except that of a sign-up form, and verified by leaving each out in turn.
 */
export const WEIGHTS = {
  /** An email field outside of search, comment, contact and login forms. */
  emailField: 3,
  /** An email field, its button, and no other field. */
  lonelyField: 2,
  /** A form or frame with a mailing service or subscription address as its target. */
  signUpTarget: 5,
  nameNewsletter: 3,
  nameSubscribe: 2.5,
  nameDonate: 3,
  nameApp: 3,
  namePush: 4,
  nameOverlay: 1,
  /** A custom element with such a tag, or a frame with such a name, whose content may be inaccessible. */
  nameTag: 2.5,
  newsletter: 2,
  ask: 2,
  signUp: 1,
  inbox: 2,
  subscribe: 3,
  offer: 1.5,
  donate: 3.5,
  /** Payment methods and words for gifts; count only together with a plea. */
  gift: 2,
  /** A tooltip about functions for members; see `findMemberTips`. */
  memberTip: 5,
  /** A text in which a site asks for itself ("our", "we") to disable an ad blocker; in a pop-up it is a wall. */
  blockerPlea: 4,
  app: 3,
  push: 4.5,
  linkNewsletter: 2,
  linkSubscribe: 2,
  linkDonate: 2,
  linkApp: 2,
  /** A request with a possessive: "our". */
  own: 1,
  /** A text that makes a request instead of reporting one; see `isAsking`. */
  request: 1,
  /** A text about the product with a button or link to get it. */
  call: 2,
  /** A request and any button in the same small block. */
  button: 1,
  /** A few words and one link, to where this site sells subscriptions; in any language. */
  pitch: 3,
  /** A sentence whose links lead to the site's channels, some to where it sells subscriptions. */
  channels: 3,
} as const;

export type Feature = keyof typeof WEIGHTS;

/** Features that prevent hiding of every block that contains them. */
export type Taboo =
  | 'password'
  | 'wallCue'
  | 'wallName'
  | 'loginCue'
  | 'consentCue'
  | 'consentName'
  | 'longField'
  /** A podcast's player, or a link to where it can be followed. */
  | 'podcast'
  | 'searchField'
  /** Any single-line field. */
  | 'textField';

export const THRESHOLD = 5;
