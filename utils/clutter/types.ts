/** What kind of clutter a block is. The first seven are hidden by default, the others on the reader's choice. */
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

/** One block to hide: found, not yet hidden. */
export interface ClutterFinding {
  element: Element;
  kind: ClutterKind;
  /** The strongest evidence, as a code with a sentence `clutter_<code>` in `_locales`. */
  reason: string;
  /** Sum of the evidence's weights. */
  score: number;
  /** The reader's rule that says so, by its id; absent where the engine found it. */
  rule?: string;
}

/** One block that was hidden, as shown to the reader. Crosses the messaging border. */
export interface HiddenItem {
  /** Stable within one page view. */
  id: number;
  kind: ClutterKind;
  reason: string;
  /** Its text, white space folded, at most 200 characters. */
  text: string;
  /** False after the reader brought it back. */
  hidden: boolean;
  /** The page put it back each time it was hidden, so it was left alone. */
  gaveUp?: true;
  /** The reader's rule that hides it, by its id. */
  rule?: string;
}

/** One hidden item by its id, all of a kind, all by the reader's own rules, or all. */
export type HiddenWhich = number | ClutterKind | 'own' | 'all';
