import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import type { ReaderPrefs } from './reader-prefs.ts';

/** The user's override of the gate's decision. */
export type TreatAs = 'article' | 'not-article';

/** An override for one page. */
export interface PageOverride {
  /** Without its fragment and trackers. */
  url: string;
  treatAs: TreatAs;
}

/** The user's settings for one site. The global settings apply to absent fields. */
export interface SiteSettings {
  /** Offprint does nothing automatically on this site; a click on its button still works. */
  off?: true;
  /** No clutter is hidden on this site. */
  clutterOff?: true;
  /** Overrides the gate for every page of this site. */
  treatAs?: TreatAs;
  /** Kinds of clutter whose setting differs from the global one. */
  kinds?: Partial<Record<ClutterKind, boolean>>;
  /** Blocks that the user always or never wants hidden on this site, latest last. */
  rules?: UserRule[];
}

export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** The pages that Offprint reads automatically: all, those of chosen sites, or none without a click on its button. */
export type ReadingAccess = 'all' | 'chosen' | 'click';

/** When quotes are underlined in a page: always, while the popup or the side panel is open, or never. */
export type UnderlineQuotes = 'always' | 'open' | 'off';

/** When a highlight button is shown beside selected text: in saved articles only, in all articles, or never. */
export type HighlightOffer = 'saved' | 'always' | 'never';

/** Maximum number of chosen sites; each is a pattern that the browser compares with every address. */
export const MAX_CHOSEN_SITES = 1000;

export interface Settings {
  version: 1;
  theme: Theme;
  reading: ReadingAccess;
  /** Host names, without `www.`, of the sites to read if `reading` is `chosen`; includes their subdomains. */
  chosen: string[];
  /** Preferences for the reader; null until the user changes one. */
  reader: ReaderPrefs | null;
  /** Single letters work as shortcuts, which users of speech input may want to switch off (WCAG 2.1.4). */
  singleKeys: boolean;
  /** The browser's own on-device model may write a summary in the side panel. */
  summaries: boolean;
  underlineQuotes: UnderlineQuotes;
  /** Which kinds of clutter are hidden. */
  clutter: Record<ClutterKind, boolean>;
  /** Applies to articles in their pages; the reader always shows the highlight button. */
  highlightOffer: HighlightOffer;
  /** Keys are host names without `www.`. */
  sites: Record<string, SiteSettings>;
  /** Overrides for single pages, latest last; they take precedence over those of the site. */
  pages: PageOverride[];
}

/** By default only subscribe clutter is hidden, not what some users may want to keep. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  theme: 'system',
  reading: 'all',
  chosen: [],
  reader: null,
  singleKeys: true,
  summaries: false,
  underlineQuotes: 'open',
  clutter: {
    'newsletter-form': true,
    'newsletter-promo': true,
    'subscribe-nag': true,
    'app-promo': true,
    'donate-nag': true,
    overlay: true,
    'push-prompt': true,
    'social-follow': false,
    'share-bar': false,
    'related-links': false,
    comments: false,
    'ad-slot': false,
    'page-note': false,
  },
  highlightOffer: 'always',
  sites: {},
  pages: [],
};
