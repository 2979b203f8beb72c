/**
 * Kinds of clutter. The first seven are hidden by default, the others by the user's choice. Each has a name
 * `kind_<kind>` and a line `kindHint_<kind>` in `locales`.
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
  /** A rule by the user. */
  | 'yourRule';

/** One block to hide: found, not yet hidden. */
export interface ClutterFinding {
  element: Element;
  kind: ClutterKind;
  reason: ClutterReason;
  /** Sum of the evidence's weights. */
  score: number;
  /** Id of the user's rule that matched; absent if the engine found the block. */
  rule?: string;
}

/** A hidden block, as shown to the user. Part of messages. */
export interface HiddenItem {
  /** Stable within one page view. */
  id: number;
  kind: ClutterKind;
  reason: ClutterReason;
  /** Its text, white space folded, at most 200 characters. */
  text: string;
  /** False after the user showed it again. */
  hidden: boolean;
  /** Left alone, because the page showed it again each time. */
  gaveUp?: true;
  /** Left alone, because the page could not be used without it. */
  holdsPage?: true;
  /** Closed by its own button, so that it can't be shown again during this visit. */
  wasClosed?: true;
  /** Id of the user's rule that hides it. */
  rule?: string;
}

/** One hidden item by its id, all of a kind, all hidden by the user's own rules, or all. */
export type HiddenWhich = number | ClutterKind | 'own' | 'all';

/** Kinds that some users want to see and that are hidden only by choice. Their finder is loaded on demand. */
const KINDS = [
  'social-follow',
  'share-bar',
  'related-links',
  'comments',
  'ad-slot',
  'page-note',
] as const satisfies readonly ClutterKind[];

export type ExtraKind = (typeof KINDS)[number];

export const EXTRA_KINDS: ReadonlySet<ClutterKind> = new Set(KINDS);

/** Whether any of these kinds is to be hidden. */
export function wantsExtras(kinds: Readonly<Partial<Record<ClutterKind, boolean>>> = {}): boolean {
  return KINDS.some((kind) => kinds[kind] === true);
}
