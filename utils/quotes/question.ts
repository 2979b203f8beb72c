/**
 * An article as the engine is asked about it. Plain data: it goes from a tab to a worker. What the page's layout says
 * of a quotation would be told here; today the engine reads the text alone.
 */
export interface QuoteQuestion {
  text: string;
  /** BCP 47, as the page states it. */
  lang: string | null;
  title: string | null;
  excerpt: string | null;
  byline: string | null;
}

/** What of an article the engine is told. */
export function questionOf({ text, lang, title, excerpt, byline }: QuoteQuestion): QuoteQuestion {
  return { text, lang, title, excerpt, byline };
}
