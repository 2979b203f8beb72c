import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import type { ReaderPrefs } from './reader-prefs.ts';

/** The user's word against the gate's. */
export type TreatAs = 'article' | 'not-article';

/** What the user said of one page. */
export interface PageOverride {
  /** Without its fragment and trackers. */
  url: string;
  treatAs: TreatAs;
}

/** What the user decided for one site, by host name. Absent means "as everywhere". */
export interface SiteSettings {
  /** Offprint does nothing here by itself; a click still works. */
  off?: true;
  /** Clutter stays where it is on this site. */
  clutterOff?: true;
  /** The user overrides the gate for every page of this site. */
  treatAs?: TreatAs;
  /** Kinds of clutter that are hidden here though not everywhere, or the other way round. */
  kinds?: Partial<Record<ClutterKind, boolean>>;
  /** Blocks the user hides here, or never wants hidden; the latest last. */
  rules?: UserRule[];
}

export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** Which pages Offprint looks at by itself: all, those of chosen sites, or none before a click on its button. */
export type ReadingAccess = 'all' | 'chosen' | 'click';

/** When the quotes of an article are underlined in its page: always, while the popup or the side panel shows them, never. */
export type UnderlineQuotes = 'always' | 'open' | 'off';

/** Where selected words are offered to be highlighted, right beside them. */
export type HighlightOffer = 'saved' | 'always' | 'never';

export interface Settings {
  version: 1;
  theme: Theme;
  reading: ReadingAccess;
  /** Host names, without `www.`, of the sites that are read where `reading` is `chosen`; their subdomains too. */
  chosen: string[];
  /** How articles are set in the reader; null before the user chose anything there. */
  reader: ReaderPrefs | null;
  /** Screens obey single letters as shortcuts; those who speak to their computer may not want that (WCAG 2.1.4). */
  singleKeys: boolean;
  /** The browser's own on-device model may write a summary in the side panel. */
  summaries: boolean;
  underlineQuotes: UnderlineQuotes;
  /** Which kinds of clutter are hidden. */
  clutter: Record<ClutterKind, boolean>;
  /** On articles in their pages; in the reader they always are. */
  highlightOffer: HighlightOffer;
  /** Blocks that repeat over the pages of a site are remembered, as evidence for clutter. */
  siteMemory: boolean;
  /** By host name, without `www.`. */
  sites: Record<string, SiteSettings>;
  /** Single pages whose kind the user decided, the latest last; they count before the site. */
  pages: PageOverride[];
}

/** Subscribe clutter is hidden from the start; what a user may want to keep is not. */
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
  highlightOffer: 'saved',
  siteMemory: true,
  sites: {},
  pages: [],
};
