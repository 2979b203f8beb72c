import type { Verdict } from '../../utils/article/types.ts';
import type { HiddenItem } from '../../utils/clutter/types.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { QuotedArticle } from '../quotes/KeyQuotes.tsx';
import type { NoAccessReason, WaitReason } from './PopupMessages.tsx';

/** The properties of a tab that the popup and the side panel show. */
interface ShownTab {
  url: string;
  title: string;
}

/** The article in a tab. Its quotes are empty until they have been found. */
interface ShownArticle {
  article: QuotedArticle;
  /** Quotations whose speakers are still being identified; absent or null once the quotes are complete. */
  pendingQuotations?: readonly Quotation[] | null;
  hidden: readonly HiddenItem[];
  clutterOn: boolean;
  /** Whether hiding clutter is paused because the page kept reloading itself. */
  clutterPaused?: boolean;
  /** An error message to show, although the article could be read. */
  error?: string | null;
  /** Why the page was recognised as an article. */
  verdict?: Verdict;
}

/**
 * The state of the page in a tab, as determined by the hooks in `entrypoints/shared` and shown by the popup and the
 * side panel. The hooks use types with more properties for the tab and the article.
 */
export type ShownPage<Tab = ShownTab, Article = ShownArticle> =
  | { kind: 'loading'; tab: Tab | null }
  | { kind: 'reading'; tab: Tab; wait: WaitReason }
  | ({ kind: 'article'; tab: Tab } & Article)
  /** `isUserDecision`: whether the page was read as an article only because of a user override. */
  | { kind: 'failed'; tab: Tab; message: string; isUserDecision?: boolean }
  | { kind: 'notArticle'; tab: Tab; verdict: Verdict }
  /**
   * `addresses`: the addresses of the page (its own, the canonical one) whose sites are turned off.
   * `canonicalUrl`: the canonical address if it is on another host of the same owner, otherwise null.
   */
  | { kind: 'siteOff'; tab: Tab; addresses: readonly string[]; canonicalUrl: string | null }
  /** A PDF that the popup offers to save. */
  | { kind: 'pdf'; tab: Tab }
  | { kind: 'noAccess'; tab: Tab | null; reason: NoAccessReason };
