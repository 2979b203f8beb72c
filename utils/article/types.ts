/** Why the gate accepted or rejected a page. Each reason has a sentence `why_<reason>` in `locales`. */
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

/** The gate's decision about a document in its current state. */
export interface Verdict {
  isArticle: boolean;
  reason: VerdictReason;
  /** The number in the reason's sentence (linked headlines, paragraphs, …), if any. */
  count?: number;
  /** The score of the judge; positive for articles. For benchmarks and debugging. */
  score: number;
}

/** An image of the article. URLs are absolute. */
export interface ArticleImage {
  url: string;
  alt: string;
  caption: string | null;
}

/** An extracted article. All strings are plain text except `html`. */
export interface Article {
  /** The URL of the page without its fragment, unless that is a route. */
  url: string;
  /** The canonical URL that the page declares, if it is plausible; otherwise `url` without tracking parameters. */
  canonicalUrl: string;
  /** The URL on another site that the page declares as its original. It is shown, but never trusted. */
  claimedUrl?: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, with the same precision as on the page. */
  publishedAt: string | null;
  modifiedAt: string | null;
  /** Language tag (BCP 47). */
  lang: string | null;
  dir: 'ltr' | 'rtl';
  /** The description that the page declares; one paragraph. */
  excerpt: string | null;
  leadImage: ArticleImage | null;
  /** The body: headings, paragraphs, lists, tables, quotes, figures. Not yet sanitised; see `sanitise-html.ts`. */
  html: string;
  /** The paragraphs, separated by `\n\n`. All offsets of quotes are indices into this string (UTF-16 code units). */
  text: string;
  /** Number of words in `text`, counted as by `Intl.Segmenter`, which also works for languages such as Japanese. */
  wordCount: number;
  /** Whether the page shows only the beginning. */
  isPreview: boolean;
}

/** The position of a page in an article that is split over several pages. URLs are absolute. */
export interface ArticlePages {
  /** Number of this page, starting with 1. */
  page: number;
  /** Number of pages according to the links; null if only the next page is known. */
  total: number | null;
  /** URL of the next page; null on the last page. */
  next: string | null;
  /** URL of the first page; null if there is no link to it. */
  first: string | null;
}

/** The result of an extraction from a live page. */
export interface Extraction {
  article: Article;
  /** The container of the body in the live document. */
  root: Element;
  /**
   * Elements of the live page with text of the article: paragraphs, headings, list items, captions, the headline, the byline.
   * These and their ancestors must never be hidden.
   */
  elements: Element[];
  /** Present if the article is split over several pages. */
  pages?: ArticlePages | null;
}
