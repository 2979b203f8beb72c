/**
 * Patterns for text that belongs to the site and not to the article, in one language, collected from sites. They are
 * matched against a whole block of folded text, except for `pointers`, `walls`, `credits`, `offers` and `notices`.
 */
export interface BoilerplateBook {
  /** Headings that follow the end of the article. */
  endHeadings: readonly string[];
  /** Headings of boxes that ask for something; they end the article only if none of its text follows. */
  askingHeadings?: readonly string[];
  /** Single lines that are never prose. */
  lines?: readonly string[];
  /** Texts at the end of a free preview; matched anywhere in a block as printed. */
  walls?: readonly string[];
  /** Texts about authors and rights under an article; matched anywhere in a block as printed. */
  credits?: readonly string[];
  /** Texts about offers of the site under an article, which an article may also be about; matched likewise. */
  offers?: readonly string[];
  /**
   * Texts of tools and offers of the site, at any position and of any length: matched at the beginning of a block as
   * printed.
   */
  notices?: readonly string[];
  /** Words before a colon that introduce a link to another article. */
  pointers: readonly string[];
}
