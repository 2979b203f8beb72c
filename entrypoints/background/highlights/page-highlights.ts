/** Lets a tab read and change the highlights of its own article. */
import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import { findSaved, getArticles } from '../../../utils/library/articles/articles.ts';
import { changeHighlight, deleteHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { findShownArticle } from '../../../utils/library/articles/find-shown-article.ts';
import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { getHighlight, listArticleHighlights } from '../../../utils/library/articles/highlights.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import { isSameOrigin } from '../../../utils/messaging/envelope.ts';
import type { TabHighlights } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { loadSettings } from '../../../utils/platform/settings-storage.ts';
import { notifyHighlightsChanged } from '../article-tabs.ts';
import { createUiStrings, openPopupAt, storeToastSubject } from '../save/toast-actions.ts';
import { showToast } from '../toast.ts';

/** How long a toast with “Undo” is shown. */
const UNDO_MS = 8000;

/**
 * Finds the saved article that a tab shows, by the address that the browser reports.
 *
 * @returns null if it is not saved, if a different article was saved at that address, or while the page still shows the
 *   text of its previous address
 */
export async function findSavedInTab(tabId: number): Promise<ArticleRow | null> {
  const { url } = await browser.tabs.get(tabId);
  // Checked first, because most pages are not saved, and asking for their text is slow.
  if (url === undefined || (await findSaved(url)) === null) return null;
  const report = await sendToTab(tabId, 'page/report', { html: false });
  const { article, pages, isStale } = report;
  if (article === null || isStale === true || !isSameDocument(report.url, url)) return null;
  return findShownArticle(url, { article, pages });
}

/** The highlights of the sender's page, without notes, because the page can read everything we show in it. */
export async function listTabHighlights(_: null, { tabId }: Sender): Promise<TabHighlights> {
  const [{ showHighlightButton, theme }, saved] = await Promise.all([loadSettings(), findSavedInTab(tabId)]);
  const rows = saved === null ? [] : await listArticleHighlights(saved.id);
  return {
    offers: showHighlightButton,
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
 * Finds a highlight if it belongs to the sender's page; a page must not change any other. This is decided by the address
 * that the browser reports for the sender, because the user may already have left the page. Its origin is sufficient,
 * because single-page apps change their address.
 */
async function findOwnHighlight(id: string, { tabId, url }: Sender): Promise<HighlightRow | null> {
  const row = await getHighlight(id);
  if (row === null) return null;
  const [article] = await getArticles([row.articleId]);
  const isOwn = article?.addresses.includes(normaliseAddress(url)) || isSameOrigin(article?.url ?? '', url);
  if (article?.deletedAt === null && isOwn) return row;
  // A single-page app may show the article under an address from which it was not saved.
  return row.articleId === (await findSavedInTab(tabId))?.id ? row : null;
}

export async function colourHighlight(
  { id, colour }: { id: string; colour: HighlightColour },
  sender: Sender,
): Promise<void> {
  const { tabId } = sender;
  const row = await findOwnHighlight(id, sender);
  if (row === null) return;
  await changeHighlight(id, { colour });
  await notifyHighlightsChanged(tabId);
}

/** Deletes a highlight of the sender's page, and shows a toast with “Undo”. */
export async function removeHighlight({ id }: { id: string }, sender: Sender): Promise<void> {
  const { tabId } = sender;
  const row = await findOwnHighlight(id, sender);
  if (row === null) return;
  await deleteHighlight(id);
  await notifyHighlightsChanged(tabId);
  const { t } = createUiStrings();
  const subject = { articleId: row.articleId, highlight: { row, isNew: false } };
  const token = await storeToastSubject(tabId, subject);
  await showToast(tabId, {
    text: t('highlightDeleted'),
    stay: UNDO_MS,
    token,
    buttons: [{ act: 'undoHighlight', label: t('actionUndo') }],
  });
}

/** Opens the popup to edit a highlight's note. Not edited in the page, which could read the key presses. */
export async function openNote({ id }: { id: string }, sender: Sender): Promise<void> {
  if ((await findOwnHighlight(id, sender)) !== null)
    await openPopupAt(sender.tabId, `highlight=${encodeURIComponent(id)}`);
}
