/**
 * Saves articles that a site splits into several pages. At the user's request, the remaining pages are fetched in sequence
 * and appended to the saved article. If one fails, the pages fetched so far are saved.
 */
import { isSameArticleUrl } from '../../../utils/article/pages/find-pages.ts';
import type { PageContent } from '../../../utils/article/pages/join-pages.ts';
import type { Article } from '../../../utils/article/types.ts';
import { statedDetails } from '../../../utils/library/articles/article-details.ts';
import { type FullArticle, getFullArticle } from '../../../utils/library/articles/articles.ts';
import type { ProcessedPage } from '../../../utils/library/articles/process-page.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { appendPage } from '../../../utils/library/articles/saved-pages.ts';
import type { SavedPages } from '../../../utils/library/types.ts';
import type { PagesOutcome, SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { doDomTask } from '../do-dom-task.ts';
import { wakeImageQueue } from '../jobs/image-queue.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { explainFetchError, fetchPage, findTabShowing, NoArticleError } from './fetch-page.ts';
import { readTab } from './read-tab.ts';
import { explainSaveError, saveFailure, saveLink, saveReport } from './save.ts';

/** Pause between two pages of a site: faster than a person reads, slower than a crawler. */
const PAGE_PAUSE_MS = 800;
/** Tries per page, the default delay between them, and the maximum delay if the site asks for another. */
const MAX_TRIES = 3;
const RETRY_DELAY_MS = 1500;
const MAX_RETRY_DELAY_MS = 10_000;
const MAX_PAGES = 40;
const MAX_TEXT_LENGTH = 4_000_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface FetchedPages {
  pages: SavedPages;
  fetched: ProcessedPage[];
  /** Why the next page could not be fetched, as a sentence for the user; null if nothing failed. */
  problem: string | null;
}

/** Converts a saved article to the form that extraction returns. */
function toArticle({ article: row, content: { html, text }, images }: FullArticle): Article {
  const lead = images.find(({ id }) => id === row.leadImageId);
  const { url, canonicalUrl, modifiedAt, dir, excerpt, wordCount, isPreview } = row;
  return {
    ...{ url, canonicalUrl, modifiedAt, dir, excerpt, wordCount, isPreview, html, text },
    // Without the user's edits, which are applied again on saving.
    ...statedDetails(row),
    leadImage: lead === undefined ? null : { url: lead.url, alt: '', caption: null },
  };
}

/** Fetches a page; retries after failures that may be temporary. */
async function fetchWithRetries(url: string, tabId: number | null): Promise<ProcessedPage> {
  for (let tries = 1; ; tries++) {
    try {
      return await fetchPage(url, tabId);
    } catch (error) {
      const { mayRetry, wait } = explainFetchError(error);
      if (!mayRetry || tries === MAX_TRIES) throw error;
      await sleep(Math.min(wait ?? RETRY_DELAY_MS, MAX_RETRY_DELAY_MS));
    }
  }
}

/** @throws NoArticleError if the response is not the requested page */
async function fetchNextPage(pages: SavedPages, tabId: number | null): Promise<[ProcessedPage, SavedPages]> {
  const page = await fetchWithRetries(pages.next ?? '', tabId);
  // For missing pages, many sites redirect to the first page.
  const position = page.pages ?? null;
  if (
    position === null ||
    position.to !== pages.to + 1 ||
    position.hashes.some((hash) => pages.hashes.includes(hash))
  )
    throw new NoArticleError('not the requested page');
  return [page, appendPage(pages, position)];
}

async function fetchRemainingPages(
  start: SavedPages,
  articleId: string,
  tabId: number | null,
): Promise<FetchedPages> {
  let pages = start;
  const fetched: ProcessedPage[] = [];
  let length = 0;
  while (pages.next !== null && fetched.length < MAX_PAGES && length < MAX_TEXT_LENGTH) {
    if (fetched.length > 0) await sleep(PAGE_PAUSE_MS);
    announce('pages/progress', { articleId, page: pages.to + 1, total: pages.total });
    try {
      const [page, current] = await fetchNextPage(pages, tabId);
      length += page.article.text.length;
      fetched.push(page);
      pages = current;
    } catch (error) {
      console.warn('offprint: page not fetched', pages.next, error);
      return { pages, fetched, problem: readMessage(`importWhy_${explainFetchError(error).reason}`) };
    }
  }
  return { pages, fetched, problem: null };
}

async function fetchAndJoinPages(articleId: string, tabId: number | null): Promise<PagesOutcome> {
  const before = await getFullArticle(articleId);
  const start = before?.article.pages;
  if (before === null || start === undefined) return saveFailure('failed');
  const { url, addresses } = before.article;
  // The next page may come from an imported file and be any address, so the login is used only if it belongs to the article.
  const isOwn = start.next !== null && isSameArticleUrl(start.next, url);
  const loginTabId = tabId ?? (isOwn ? await findTabShowing(addresses) : null);
  const { pages, fetched, problem } = await fetchRemainingPages(start, articleId, loginTabId);
  // Fetching may take minutes, and the user may have changed the article meanwhile.
  if (fetched.length > 0) {
    const current = await getFullArticle(articleId);
    if (current === null || current.article.textHash !== before.article.textHash)
      return saveFailure('failed');
    const first = toArticle(current);
    const texts = fetched.map(({ article: { html, text } }): PageContent => ({ html, text }));
    const isPreview = first.isPreview || fetched.some(({ article }) => article.isPreview);
    const secondPage = start.to + 1;
    const firstPages = { ...first, isPreview };
    const joined = await doDomTask({ kind: 'pages', article: firstPages, more: texts, secondPage });
    const pageUrls = fetched.map(({ article }) => article.url);
    await saveArticle({ ...joined, pages, pageUrls, savedFrom: current.article.savedFrom });
    wakeImageQueue();
    tidyAfterSave();
  }
  return { ok: true, articleId, url, from: pages.from, to: pages.to, total: pages.total, problem };
}

const running = new Map<string, Promise<PagesOutcome>>();

/**
 * Fetches the missing pages of a saved article and appends them.
 *
 * @param tabId a tab that shows one of its pages and fetches the others with the user's login; if null, one is searched
 * @returns the outcome; a failure is returned with a code and a sentence, never thrown
 */
export function fetchMissingPages(articleId: string, tabId: number | null = null): Promise<PagesOutcome> {
  const pending = running.get(articleId);
  if (pending !== undefined) return pending;
  const work = fetchAndJoinPages(articleId, tabId)
    .catch((error: unknown) => explainSaveError(error))
    .finally(() => running.delete(articleId));
  running.set(articleId, work);
  return work;
}

/** Saves all pages of the article in a tab, which may show any of them. */
export async function saveAllPages(tabId: number, confirmPrivate = false): Promise<PagesOutcome> {
  const undoToken = crypto.randomUUID();
  let saved: SaveOutcome;
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && !confirmPrivate) return saveFailure('private');
    const report = await readTab(tabId);
    const first = report.pages?.page === 1 ? null : (report.pages?.first ?? null);
    saved =
      first === null
        ? await saveReport(tab, report, { confirmPrivate, undoToken })
        : await saveLink(first, null, tabId, { undoToken });
  } catch (error) {
    return explainSaveError(error);
  }
  if (!saved.ok) return saved;
  const outcome = await fetchMissingPages(saved.articleId, tabId);
  const { replaced, undo } = saved;
  return outcome.ok && replaced && undo !== undefined ? { ...outcome, replaced, undo } : outcome;
}
