/**
 * Features of promotional clutter and their weights. A block is clutter if the sum is at least `THRESHOLD`. The weights were
 * set by hand, so that only sign-up forms and tooltips for members suffice on their own, and checked by an ablation test.
 */
export const WEIGHTS = {
  /** An email field outside of search, comment, contact and login forms. */
  emailField: 3,
  /** An email field, its button, and no other field. */
  lonelyField: 2,
  /** A form or frame with the URL of a mailing service or a sign-up page. */
  signUpTarget: 5,
  nameNewsletter: 3,
  nameSubscribe: 2.5,
  nameDonate: 3,
  nameApp: 3,
  namePush: 4,
  nameOverlay: 1,
  /** A custom element or frame with a promotional name, whose content may be inaccessible. */
  nameTag: 2.5,
  newsletter: 2,
  ask: 2,
  signUp: 1,
  inbox: 2,
  subscribe: 3,
  offer: 1.5,
  donate: 3.5,
  /** Payment methods and words for donations; count only together with a plea. */
  gift: 2,
  /** A tooltip about features for members; see `findMemberTips`. */
  memberTip: 5,
  /** A text in which a site asks users to disable an ad blocker ("our", "we"); in a pop-up it is a wall. */
  blockerPlea: 4,
  app: 3,
  push: 4.5,
  linkNewsletter: 2,
  linkSubscribe: 2,
  linkDonate: 2,
  linkApp: 2,
  /** A request in the first person ("our", "we"). */
  own: 1,
  /** A text that makes a request instead of reporting one; see `isAsking`. */
  request: 1,
  /** A plea with a call to action. */
  call: 2,
  /** A plea with any other button in the same small block. */
  button: 1,
  /** A few words and a link to where this site sells subscriptions, in any language; see `isPitch`. */
  pitch: 3,
  /** A sentence whose links lead to the site's channels; see `isChannelSentence`. */
  channels: 3,
} as const;

export type Feature = keyof typeof WEIGHTS;

/** Features that identify protected blocks, such as walls, logins and players. */
export type ProtectedFeature =
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

/** Minimum score of a clutter block. */
export const CLUTTER_THRESHOLD = 5;
