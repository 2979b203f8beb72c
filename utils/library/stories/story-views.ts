/** Results of queries about stories, for views. Types only, so that views know the shapes without the database. */
import type { ArticleRow, SavedQuote } from '../types.ts';
import type { Statement } from '../view-types.ts';

/** A story as lists show it. */
export interface StorySummary {
  id: string;
  /** The user's title, or the headline that says most of what the headlines share. */
  title: string;
  /** Ids of its articles that are not deleted, earliest first. */
  articleIds: string[];
  /** Papers, those with the most articles first: the site's name, or its host. */
  papers: string[];
  /** First and last publication, milliseconds since 1970. */
  from: number;
  to: number;
}

/** The story of a saved article, with as much as can be read before the first paint. */
export interface StoryLink {
  id: string;
  /** Number of its other articles that are not deleted; at least 1. */
  otherCount: number;
}

/** An article of a story, for the line “On this story” in popup, panel and reader. */
export type StoryArticle = Pick<
  ArticleRow,
  'id' | 'title' | 'siteName' | 'host' | 'publishedAt' | 'publishedTime' | 'canonicalUrl' | 'lang' | 'dir'
>;

/** What the library has on the story of an article, which itself need not be saved. */
export interface OnThisStory {
  story: StorySummary;
  /** The other articles, newest first. */
  others: StoryArticle[];
  /**
   * By index of the article's quotes: whether none of the other articles has it. Empty if no other article is in the
   * same language, since nothing can be told then.
   */
  newQuotes: boolean[];
  /** By index of the text's paragraphs (separated by `\n\n`): whether none of the other articles has its content. */
  newParagraphs: boolean[];
}

/** An event of a story's timeline. */
export type StoryEvent =
  | { kind: 'article'; at: number; article: ArticleRow; quote: SavedQuote | null }
  /** A later save whose text differs: `before` is the version's `replacedAt`. */
  | { kind: 'change'; at: number; article: ArticleRow; before: number };

/** The events of one day in the user's time zone, in chronological order. */
export interface StoryDay {
  /** Start of the day, milliseconds since 1970. */
  day: number;
  events: StoryEvent[];
}

/** A person or body that is quoted in a story. */
export interface StoryVoice {
  /** As in People: the user's id, or the normalised name. */
  personId: string;
  name: string;
  role: string | null;
  isProbable: boolean;
  /** The papers that quote the speaker, in the order of `StorySummary.papers`. */
  papers: string[];
  /** In chronological order; a statement that several articles quote occurs once. */
  statements: Statement[];
}

/** Everything that the page of a story shows. */
export interface StoryPage {
  story: StorySummary;
  days: StoryDay[];
  /** Those quoted in the most papers first. */
  voices: StoryVoice[];
}
