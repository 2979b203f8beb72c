/** Why the gate took a page for an article, or refused it. Each has a sentence `why_<code>` in `locales`. */
export type VerdictReason =
  | 'articleData'
  | 'articleProse'
  | 'articleFeatures'
  | 'noProse'
  | 'indexPage'
  | 'manyArticles'
  | 'frontPage'
  | 'frontHeadlines'
  | 'listing'
  | 'searchPage'
  | 'product'
  | 'forum'
  | 'form'
  | 'reference'
  | 'notNews'
  | 'notHtml'
  | 'userSaysYes'
  | 'userSaysNo';

/** The gate's answer for one document at one moment. */
export interface Verdict {
  isArticle: boolean;
  reason: VerdictReason;
  /** The figure the sentence speaks of (headlines that link elsewhere, words of prose, …), if it has one. */
  count?: number;
  /** Evidence added up; positive speaks for an article. For the bench and for debugging. */
  score: number;
}

/** A picture of the article. URLs are absolute. */
export interface ArticleImage {
  url: string;
  alt: string;
  caption: string | null;
}

/** One article as a user keeps it. Every string is plain text but `html`. */
export interface Article {
  /** The address the page was read at, without a place in the page. */
  url: string;
  /** What the page says its address is, where that can be believed; otherwise `url` without trackers. */
  canonicalUrl: string;
  /**
   * What the page says it is a copy of, where that is somebody else's site: shown, and never believed. Absent where
   * it says nothing of the kind.
   */
  claimedUrl?: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, as precise as the page states it. */
  publishedAt: string | null;
  modifiedAt: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** Standfirst or description, one paragraph. */
  excerpt: string | null;
  leadImage: ArticleImage | null;
  /** Clean body: headings, paragraphs, lists, tables, quotes, figures. Not yet sanitised; see `sanitise-html.ts`. */
  html: string;
  /** Paragraphs parted by `\n\n`. All quote offsets are UTF-16 indices into this. */
  text: string;
  /** Words of `text`, by `Intl.Segmenter`-like counting, so that Japanese has words too. */
  wordCount: number;
  /** The page shows only the beginning; the rest is withheld. */
  isPreview: boolean;
}

/** A page's place among those that an article is split over. Addresses are absolute. */
export interface ArticlePages {
  /** From 1. */
  page: number;
  /** How many there are, as far as links tell; null where only a next one is known. */
  total: number | null;
  /** Null on the last. */
  next: string | null;
  /** Null where no link leads to it. */
  first: string | null;
}

/** What extraction knows about the live page besides the article itself. */
export interface Extraction {
  article: Article;
  /** The container of the body in the live document. */
  root: Element;
  /**
   * Live elements whose text is the article's: paragraphs, headings, list items, captions, the headline, the byline.
   * Nothing may ever hide one of these or an ancestor of one.
   */
  kept: Element[];
  /** Where the article is split over several pages. */
  pages?: ArticlePages | null;
}
