import type { Verdict } from '../../utils/article/types.ts';
import type { HiddenItem } from '../../utils/clutter/types.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { QuotedArticle } from '../quotes/KeyQuotes.tsx';
import type { NoAccessReason, WaitReason } from './PopupMessages.tsx';

/** The part of a tab that popup and side panel show. */
interface ShownTab {
  url: string;
  title: string;
}

/** An article in a tab. Its quotes are empty until they have been found. */
interface ShownArticle {
  article: QuotedArticle;
  /** Quotations whose speakers are still being identified; absent or null once the quotes are complete. */
  pendingQuotations?: readonly Quotation[] | null;
  hidden: readonly HiddenItem[];
  clutterOn: boolean;
  /** Clearing is paused because the page kept reloading itself. */
  clutterPaused?: boolean;
  /** An error message for the user, although the article was read. */
  error?: string | null;
  /** Why the page was recognised as an article. */
  verdict?: Verdict;
}

/**
 * The page of a tab: what the hooks of `entrypoints/shared` find out about it, and what popup and side panel show of it. The
 * hooks know more of the tab and its article.
 */
export type ShownPage<Tab = ShownTab, Article = ShownArticle> =
  | { kind: 'loading'; tab: Tab | null }
  | { kind: 'reading'; tab: Tab; wait: WaitReason }
  | ({ kind: 'article'; tab: Tab } & Article)
  /** `isUserDecision`: read as an article because the user said it is one. */
  | { kind: 'failed'; tab: Tab; message: string; isUserDecision?: boolean }
  | { kind: 'notArticle'; tab: Tab; verdict: Verdict }
  /**
   * `addresses`: those of the page's addresses whose sites are off; `canonicalUrl`: the canonical one, if it is on another
   * host of the same owner.
   */
  | { kind: 'siteOff'; tab: Tab; addresses: readonly string[]; canonicalUrl: string | null }
  /** A PDF that the popup offers to save. */
  | { kind: 'pdf'; tab: Tab }
  | { kind: 'noAccess'; tab: Tab | null; reason: NoAccessReason };
