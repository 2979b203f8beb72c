/**
 * What marks a line as the site's and not the article's, in one language, written from what sites print. The patterns
 * are matched against one whole block of folded text, but for `pointers`, `walls` and `credits`.
 */
export interface BoilerplateBook {
  /** Headings after which the article is over. */
  endHeadings: readonly string[];
  /** Headings of boxes that ask for something; they end an article only where nothing of it follows. */
  askingHeadings?: readonly string[];
  /** Single lines that are never prose. */
  lines?: readonly string[];
  /** What is printed where a free beginning ends; matched anywhere in a block as printed. */
  walls?: readonly string[];
  /** What newsrooms print under an article about its makers and rights; matched anywhere in a block as printed. */
  credits?: readonly string[];
  /** Words of what the site offers and asks for under an article, which an article may tell of, too; matched likewise. */
  offers?: readonly string[];
  /**
   * What tools and offers of the site say of themselves, wherever in the text they stand, and however long it is:
   * matched at the beginning of a block as printed.
   */
  notices?: readonly string[];
  /** Lead words before a colon that announce somebody else's article. */
  pointers: readonly string[];
}
