import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import type { ReaderPrefs } from './reader-prefs.ts';

/** The user's override of the gate's decision. */
export type TreatAs = 'article' | 'not-article';

/** An override for one page. */
export interface PageOverride {
  /** The page's URL without fragment and tracking parameters. */
  url: string;
  treatAs: TreatAs;
}

/** The user's settings for one site. For absent fields, the global settings apply. */
export interface SiteSettings {
  /** Offprint does nothing automatically on this site; its toolbar button still works. */
  off?: true;
  /** No clutter is hidden on this site. */
  clutterOff?: true;
  /** Overrides the gate for every page of this site. */
  treatAs?: TreatAs;
  /** Kinds of clutter whose setting differs from the global one. */
  kinds?: Partial<Record<ClutterKind, boolean>>;
  /** Rules for elements that the user always or never wants to hide on this site, latest last. */
  rules?: UserRule[];
}

export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** Which pages Offprint reads automatically: all, those of chosen sites, or none (only on a click on its button). */
export type ReadingAccess = 'all' | 'chosen' | 'click';

/** When quotes are underlined in a page: always, while the popup or the side panel is open, or never. */
export type UnderlineQuotes = 'always' | 'open' | 'off';

/** Maximum number of chosen sites. Each is a match pattern that the browser compares with every URL. */
export const MAX_CHOSEN_SITES = 1000;

/** Maximum number of rules per site. Each is evaluated on every page of the site. */
export const MAX_RULES = 200;

export interface Settings {
  version: 1;
  theme: Theme;
  reading: ReadingAccess;
  /** The sites to read if `reading` is `chosen`: host names without `www.`, which include their subdomains. */
  chosen: string[];
  /** Preferences for the reader; null until the user changes one. */
  reader: ReaderPrefs | null;
  /** Enables single-letter shortcuts, which users of speech input may want to disable (WCAG 2.1.4). */
  singleKeys: boolean;
  underlineQuotes: UnderlineQuotes;
  /** Which kinds of clutter are hidden. */
  clutter: Record<ClutterKind, boolean>;
  /** Shows a highlight button beside text selected in articles on their sites. The reader always shows it. */
  showHighlightButton: boolean;
  /** Keys are host names without `www.`. */
  sites: Record<string, SiteSettings>;
  /** Overrides for single pages, latest last; they take precedence over those of the site. */
  pages: PageOverride[];
}

/** By default, only prompts to sign up are hidden, not content that some users may want. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  theme: 'system',
  reading: 'all',
  chosen: [],
  reader: null,
  singleKeys: true,
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
  showHighlightButton: true,
  sites: {},
  pages: [],
};
