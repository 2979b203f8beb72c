/**
 * Kinds of clutter. The first seven are hidden by default, the others only if the user wants it. Each has a name
 * `kind_<kind>` and a description `kindHint_<kind>` in `locales`.
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

/** The strongest evidence that a block is clutter. Each reason has a sentence `clutter_<reason>` in `locales`. */
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
  /** A rule of the user. */
  | 'yourRule';

/** A block that was found, but is not hidden yet. */
export interface ClutterFinding {
  element: Element;
  kind: ClutterKind;
  reason: ClutterReason;
  /** Sum of the weights of the evidence. */
  score: number;
  /** Id of the user's rule that matched; absent if a built-in rule found the block. */
  rule?: string;
}

/** A hidden block with its copies, as shown to the user. Part of messages. */
export interface HiddenItem {
  /** Stable within one page view. */
  id: number;
  kind: ClutterKind;
  reason: ClutterReason;
  /** The first 200 characters of its text, white space collapsed. */
  text: string;
  /** False if it is shown again. */
  hidden: boolean;
  /** Number of copies, if the page has put the same block in again although it had one. */
  copies?: number;
  /** We no longer hide it, because the page shows it again each time. */
  gaveUp?: true;
  /** We don't hide it, because the page can't be used without it. */
  holdsPage?: true;
  /** We closed it with its own button, so it can't be shown again during this visit. */
  wasClosed?: true;
  /** Id of the user's rule that hides it. */
  rule?: string;
}

/** Selects hidden items: one by its id, all of a kind, all hidden by the user's own rules, or all. */
export type HiddenSelection = number | ClutterKind | 'own' | 'all';

/** Kinds that are off by default, because some users want to see them. The code that finds them is loaded on demand. */
const OPTIONAL_KINDS = [
  'social-follow',
  'share-bar',
  'related-links',
  'comments',
  'ad-slot',
  'page-note',
] as const satisfies readonly ClutterKind[];

export type ExtraKind = (typeof OPTIONAL_KINDS)[number];

export const EXTRA_KINDS: ReadonlySet<ClutterKind> = new Set(OPTIONAL_KINDS);

/** Whether any kind that is off by default is to be hidden. */
export function wantsExtras(kinds: Readonly<Partial<Record<ClutterKind, boolean>>> = {}): boolean {
  return OPTIONAL_KINDS.some((kind) => kinds[kind] === true);
}
