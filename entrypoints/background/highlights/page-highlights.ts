/** The highlights of the article in a tab, as far as the tab may read and change them. */
import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import { findSaved, getArticles } from '../../../utils/library/articles/articles.ts';
import { changeHighlight, deleteHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { findShownArticle } from '../../../utils/library/articles/find-replaced.ts';
import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { getHighlight, listArticleHighlights } from '../../../utils/library/articles/highlights.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import { isSameOrigin } from '../../../utils/messaging/envelope.ts';
import type { TabHighlights } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { menusApi } from '../../../utils/platform/optional-apis.ts';
import { loadSettings } from '../../../utils/platform/settings-storage.ts';
import { notifyHighlightsChanged } from '../article-tabs.ts';
import { openPopupAt, rememberToast, words } from '../save/toast-actions.ts';
import { showToast } from '../toast.ts';

/** How long a toast with “Undo” stays, in ms. */
const UNDO_MS = 8000;

/**
 * The saved article of the page in a tab, by the address that the browser reports. Null if another story was saved at that
 * address, or while the page still shows the text of its previous address.
 */
export async function savedInTab(tabId: number): Promise<ArticleRow | null> {
  const { url } = await browser.tabs.get(tabId);
  // Most pages are not saved and need not be asked for their text.
  if (url === undefined || (await findSaved(url)) === null) return null;
  const report = await sendToTab(tabId, 'page/report', { html: false });
  const { article, pages, isStale } = report;
  if (article === null || isStale === true || !isSameDocument(report.url, url)) return null;
  return findShownArticle(url, { article, pages });
}

/** The highlights that the sender's tab may know. Notes are left out: the page can read whatever is shown in it. */
export async function answerHighlights(_: null, { tabId }: Sender): Promise<TabHighlights> {
  const [{ highlightOffer, theme }, saved] = await Promise.all([loadSettings(), savedInTab(tabId)]);
  const rows = saved === null ? [] : await listArticleHighlights(saved.id);
  // Without menus and keys, as on a phone, the button beside the selection is the only way.
  const isOnlyWay = menusApi() === undefined;
  const offers = highlightOffer === 'always' || (highlightOffer === 'saved' && (saved !== null || isOnlyWay));
  return {
    offers,
    theme,
    highlights: rows
      .filter(({ text }) => text !== '')
      .map(({ id, text, prefix, suffix, start, end, colour }) => ({
        id,
        text,
        prefix,
        suffix,
        start,
        end,
        colour,
      })),
  };
}

/**
 * A highlight of the sender's page; null for any other, which a page must not change. Decided by the sender's address as
 * the browser reports it: a user who changes a highlight and leaves at once has left no page to be asked. In an
 * application that may be the first article's address, and within its origin it may use any address.
 */
async function ownHighlight(id: string, { tabId, url }: Sender): Promise<HighlightRow | null> {
  const row = await getHighlight(id);
  if (row === null) return null;
  const [article] = await getArticles([row.articleId]);
  const isOwn = article?.addresses.includes(normaliseAddress(url)) || isSameOrigin(article?.url ?? '', url);
  if (article?.deletedAt === null && isOwn) return row;
  // An application may show the article under an address from which it was not saved.
  return row.articleId === (await savedInTab(tabId))?.id ? row : null;
}

export async function colourHighlight(
  { id, colour }: { id: string; colour: HighlightColour },
  sender: Sender,
): Promise<void> {
  const { tabId } = sender;
  const row = await ownHighlight(id, sender);
  if (row === null) return;
  await changeHighlight(id, { colour });
  await notifyHighlightsChanged(tabId);
}

/** Deletes a highlight of the sender's page, and shows a toast with “Undo”. */
export async function removeHighlight({ id }: { id: string }, sender: Sender): Promise<void> {
  const { tabId } = sender;
  const row = await ownHighlight(id, sender);
  if (row === null) return;
  await deleteHighlight(id);
  await notifyHighlightsChanged(tabId);
  const { t } = words();
  const about = { articleId: row.articleId, highlight: { row, isNew: false } };
  const token = await rememberToast(tabId, about);
  await showToast(tabId, {
    text: t('highlightDeleted'),
    stay: UNDO_MS,
    token,
    buttons: [{ act: 'undoHighlight', label: t('actionUndo') }],
  });
}

/** Opens a highlight of the sender's page in the popup, where its note is written: a page can read all keys in it. */
export async function openNote({ id }: { id: string }, sender: Sender): Promise<void> {
  if ((await ownHighlight(id, sender)) !== null)
    await openPopupAt(sender.tabId, `highlight=${encodeURIComponent(id)}`);
}
