/**
 * Stories group the articles that report the same event. The types that the grouping, the library and the screens share.
 */

/** A word or name of an article, folded and transliterated to Latin script, and how often it occurs. */
export type StoryTerm = [folded: string, count: number];

/** What grouping has to know about an article, derived from its row, its text and its quotes. Plain data, stored. */
export interface StoryProfile {
  articleId: string;
  /** Publication, or else the save; milliseconds since 1970. */
  publishedAt: number;
  /** Primary language subtag; null if unknown. */
  lang: string | null;
  /** Words of the headline and of the beginning of the text, those of the headline first. No duplicates. */
  terms: StoryTerm[];
  /** How many of `terms` occur in the headline. */
  headlineTerms: number;
  /** Names of people, organisations and places. No duplicates. */
  names: StoryTerm[];
  /** Names and numbers as they are compared across languages, by `consonantKey`, and how often they occur. No duplicates. */
  keys: [key: string, count: number][];
  /** Normalised addresses that the article links to. */
  links: string[];
  /** Normalised addresses of the article itself. */
  addresses: string[];
}

/** Where an article belongs. */
export interface StoryPlacement {
  articleId: string;
  /** Null if it stands alone. */
  storyId: string | null;
  /** Calibrated probability that the article belongs there, 0–1. 1 if the user decided. */
  confidence: number;
}

/**
 * The user's decisions about a story. A story without one has no row. Part of backups and sync; members are decided one
 * by one, so that two devices that decided about different articles both keep their decision.
 */
export interface StoryRow {
  /** UUID, or the id of the automatic story that the user first decided about. */
  id: string;
  /** Set by the user; null for the title derived from the articles. */
  title: string | null;
  /** By article id: true if the user keeps it in this story, false if it must never be in it. */
  members: Record<string, boolean>;
  createdAt: number;
  updatedAt: number;
}
