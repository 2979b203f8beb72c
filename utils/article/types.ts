/** Why the gate accepted or refused a page. Each has a sentence `why_<code>` in `locales`. */
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
  /** The number in that sentence (linked headlines, words of prose, …), if any. */
  count?: number;
  /** Sum of the evidence; positive for articles. For benchmarks and debugging. */
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
  /** The address at which the page was read, without its fragment. */
  url: string;
  /** The canonical address that the page declares, if plausible; otherwise `url` without tracking parameters. */
  canonicalUrl: string;
  /** The address on another site that the page declares as its original: shown, but never trusted. */
  claimedUrl?: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601, with the precision of the page. */
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
  /** Paragraphs separated by `\n\n`. All quote offsets are UTF-16 indices into this. */
  text: string;
  /** Number of words in `text`, counted like `Intl.Segmenter` does, so that Japanese has words too. */
  wordCount: number;
  /** Whether the page shows only the beginning. */
  isPreview: boolean;
}

/** A page of an article split over several. Addresses are absolute. */
export interface ArticlePages {
  /** From 1. */
  page: number;
  /** Number of pages as far as links reveal it; null if only a next one is known. */
  total: number | null;
  /** Null on the last. */
  next: string | null;
  /** Null if no link leads to it. */
  first: string | null;
}

/** The result of an extraction from a live page. */
export interface Extraction {
  article: Article;
  /** The container of the body in the live document. */
  root: Element;
  /**
   * Live elements with text of the article: paragraphs, headings, list items, captions, the headline, the byline. None of
   * them and of their ancestors may ever be hidden.
   */
  elements: Element[];
  /** Present if the article is split over several pages. */
  pages?: ArticlePages | null;
}
