/**
 * What kind of clutter a block is. The first seven are hidden by default, the others on the user's choice.
 * Each has a name `kind_<kind>` and a line `kindHint_<kind>` in `locales`.
 */
export type ClutterKind =
  | 'newsletter-form'
  | 'newsletter-promo'
  | 'subscribe-nag'
  | 'app-promo'
  | 'donate-nag'
  | 'overlay'
  | 'push-prompt'
  | 'social-follow'
  | 'share-bar'
  | 'related-links'
  | 'comments'
  | 'ad-slot'
  | 'page-note';

/** The strongest evidence that a block is clutter. Each has a sentence `clutter_<reason>` in `locales`. */
export type ClutterReason =
  | 'asksEmail'
  | 'signUpForm'
  | 'offersNewsletter'
  | 'asksSubscribe'
  | 'asksDonation'
  | 'offersApp'
  | 'asksNotifications'
  | 'coversPage'
  | 'asksSignUp'
  | 'asksFollow'
  | 'advertisement'
  | 'readerComments'
  | 'shareButtons'
  | 'linksElsewhere'
  | 'pageNote'
  /** A rule of the user's. */
  | 'yourRule';

/** One block to hide: found, not yet hidden. */
export interface ClutterFinding {
  element: Element;
  kind: ClutterKind;
  reason: ClutterReason;
  /** Sum of the evidence's weights. */
  score: number;
  /** The user's rule that says so, by its id; absent where the engine found it. */
  rule?: string;
}

/** One block that was hidden, as shown to the user. Crosses the messaging border. */
export interface HiddenItem {
  /** Stable within one page view. */
  id: number;
  kind: ClutterKind;
  reason: ClutterReason;
  /** Its text, white space folded, at most 200 characters. */
  text: string;
  /** False after the user brought it back. */
  hidden: boolean;
  /** The page put it back each time it was hidden, so it was left alone. */
  gaveUp?: true;
  /** The page could not be used without it, so it was left alone. */
  holdsPage?: true;
  /** The page closed it itself, by its own button: it can't be shown again in this visit. */
  wasClosed?: true;
  /** The user's rule that hides it, by its id. */
  rule?: string;
}

/** One hidden item by its id, all of a kind, all by the user's own rules, or all. */
export type HiddenWhich = number | ClutterKind | 'own' | 'all';
