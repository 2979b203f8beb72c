/** The highlights of the article in a tab, as far as the tab may know and change them. */
import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import { identify } from '../../../utils/library/articles/article-identity.ts';
import { findSaved, getArticles } from '../../../utils/library/articles/articles.ts';
import { changeHighlight, deleteHighlight } from '../../../utils/library/articles/change-highlights.ts';
import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { getHighlight, highlightsOfArticle } from '../../../utils/library/articles/highlights.ts';
import { findShown } from '../../../utils/library/articles/would-replace.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import { isSameOrigin } from '../../../utils/messaging/envelope.ts';
import type { TabHighlights } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { menusApi } from '../../../utils/platform/optional-apis.ts';
import { loadSettings } from '../../../utils/platform/settings-storage.ts';
import { openPopupAt } from '../save/open-popup.ts';
import { rememberToast, words } from '../save/toast-acts.ts';
import { showToast } from '../toast/toast.ts';
import { tellTabOfHighlights } from './tell-tab.ts';

/** How long a toast with “Undo” stays, in ms. */
const UNDO_MS = 8000;

/**
 * The saved article of the page that a tab shows: its address is the browser's word and not the tab's. Another story
 * that was saved at the address is not the page's, nor is anything while its text is still that of another address.
 */
export async function savedInTab(tabId: number): Promise<ArticleRow | null> {
  const { url } = await browser.tabs.get(tabId);
  // Most pages are not saved, and need not be asked for their text.
  if (url === undefined || (await findSaved(url)) === null) return null;
  const report = await sendToTab(tabId, 'page/report', { html: false });
  const { article, pages, isStale } = report;
  if (article === null || isStale === true || !isSameDocument(report.url, url)) return null;
  return findShown(url, { article, pages });
}

/** What the sender's tab may know. Notes stay here: whatever is shown in a page, the page can come by. */
export async function tellHighlights(_: null, { tabId }: Sender): Promise<TabHighlights> {
  const [{ highlightOffer, theme }, saved] = await Promise.all([
    loadSettings(),
    tabId === null ? null : savedInTab(tabId),
  ]);
  const rows = saved === null ? [] : await highlightsOfArticle(saved.id);
  // Where there is no menu and no key, as on a phone, there is no other way.
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
 * One of the highlights of the sender's page; null for any other, as a page has no say in those. By where the browser
 * says the sender was: whoever changes a highlight and leaves at once has left no page to be asked. In an application
 * that may be the article it began with; within its origin it has any address it likes.
 */
async function ownHighlight(id: string, { tabId, url }: Sender): Promise<HighlightRow | null> {
  const row = tabId === null ? null : await getHighlight(id);
  if (row === null || tabId === null) return null;
  const [article] = await getArticles([row.articleId]);
  const isOwn = article?.addresses.includes(identify(url)) || isSameOrigin(article?.url ?? '', url);
  if (article?.deletedAt === null && isOwn) return row;
  // An application may show it under an address that it was not saved at.
  return row.articleId === (await savedInTab(tabId))?.id ? row : null;
}

export async function colourHighlight(
  { id, colour }: { id: string; colour: HighlightColour },
  sender: Sender,
): Promise<null> {
  const { tabId } = sender;
  const row = await ownHighlight(id, sender);
  if (row === null || tabId === null) return null;
  await changeHighlight(id, { colour });
  await tellTabOfHighlights(tabId);
  return null;
}

/** Deletes a highlight of the sender's page, with a toast that brings it back. */
export async function removeHighlight({ id }: { id: string }, sender: Sender): Promise<null> {
  const { tabId } = sender;
  const row = await ownHighlight(id, sender);
  if (row === null || tabId === null) return null;
  await deleteHighlight(id);
  await tellTabOfHighlights(tabId);
  const { t } = words();
  const about = { articleId: row.articleId, link: null, source: tabId, highlight: { row, isNew: false } };
  const token = await rememberToast(tabId, about);
  await showToast(tabId, {
    text: t('highlightDeleted'),
    stay: UNDO_MS,
    token,
    buttons: [{ act: 'undoHighlight', label: t('actionUndo') }],
  });
  return null;
}

/** Opens a highlight of the sender's page in the popup, where its note is written: a page can read all keys in it. */
export async function openNote({ id }: { id: string }, sender: Sender): Promise<null> {
  const { tabId } = sender;
  const row = await ownHighlight(id, sender);
  if (row !== null && tabId !== null) await openPopupAt(tabId, `highlight=${encodeURIComponent(id)}`);
  return null;
}
