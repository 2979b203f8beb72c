import type { ClutterKind } from '../clutter/types.ts';

/** What the reader decided for one site, by host name. Absent means "as everywhere". */
export interface SiteSettings {
  /** Offprint does nothing here by itself; a click still works. */
  off?: true;
  /** Clutter stays where it is on this site. */
  clutterOff?: true;
  /** The reader overrules the gate for every page of this site. */
  treatAs?: 'article' | 'not-article';
}

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  version: 1;
  theme: Theme;
  /** Which kinds of clutter are hidden. */
  clutter: Record<ClutterKind, boolean>;
  /** By host name, without `www.`. */
  sites: Record<string, SiteSettings>;
}

/** Subscribe clutter is hidden from the start; what a reader may want to keep is not. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  theme: 'system',
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
  },
  sites: {},
};
