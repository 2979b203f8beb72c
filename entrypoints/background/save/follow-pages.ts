/**
 * Articles that sites split over several pages. When the user asks for it, the remaining pages are fetched one after the
 * other and appended to the saved article. After a failure, the pages fetched so far are kept and recorded.
 */
import { isSameText } from '../../../utils/article/pages/find-pages.ts';
import type { PageText } from '../../../utils/article/pages/join-pages.ts';
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
import { FormerVersions } from './undo-replacement.ts';

/** Pause between two pages of a site: faster than a person reads, slower than a crawler. */
const PAGE_PAUSE_MS = 800;
/** Tries per page, and the delay between them unless the site asks for a longer one. */
const MAX_TRIES = 3;
const RETRY_DELAY_MS = 1500;
const MAX_RETRY_DELAY_MS = 10_000;
const MAX_PAGES = 40;
const MAX_TEXT_LENGTH = 4_000_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface FetchedPages {
  pages: SavedPages;
  more: ProcessedPage[];
  /** Why the next page could not be fetched, as a sentence; null if nothing failed. */
  problem: string | null;
}

/** The saved article in the form that extraction returns. */
function articleOf({ article: row, content: { html, text }, images }: FullArticle): Article {
  const lead = images.find(({ id }) => id === row.leadImageId);
  const { url, canonicalUrl, modifiedAt, dir, excerpt, wordCount, isPreview } = row;
  return {
    ...{ url, canonicalUrl, modifiedAt, dir, excerpt, wordCount, isPreview, html, text },
    // The user's edits are applied again when it is saved.
    ...statedDetails(row),
    leadImage: lead === undefined ? null : { url: lead.url, alt: '', caption: null },
  };
}

/** Retries while the site may only be busy. */
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
  // A site without such a page redirects to the first.
  const place = page.pages ?? null;
  if (place === null || place.to !== pages.to + 1 || place.hashes.some((hash) => pages.hashes.includes(hash)))
    throw new NoArticleError('another page than was asked for');
  return [page, appendPage(pages, place)];
}

async function fetchRemainingPages(
  start: SavedPages,
  articleId: string,
  tabId: number | null,
): Promise<FetchedPages> {
  let pages = start;
  const more: ProcessedPage[] = [];
  let length = 0;
  while (pages.next !== null && more.length < MAX_PAGES && length < MAX_TEXT_LENGTH) {
    if (more.length > 0) await sleep(PAGE_PAUSE_MS);
    announce('pages/progress', { articleId, page: pages.to + 1, total: pages.total });
    try {
      const [page, now] = await fetchNextPage(pages, tabId);
      length += page.article.text.length;
      more.push(page);
      pages = now;
    } catch (error) {
      console.warn('offprint: page not fetched', pages.next, error);
      return { pages, more, problem: readMessage(`importWhy_${explainFetchError(error).reason}`) };
    }
  }
  return { pages, more, problem: null };
}

async function fetchAndJoinPages(articleId: string, tabId: number | null): Promise<PagesOutcome> {
  const before = await getFullArticle(articleId);
  const start = before?.article.pages;
  if (before === null || start === undefined) return saveFailure('failed');
  const { url, addresses } = before.article;
  // An imported file may name any next page, so only a page of the article itself is fetched with a login.
  const isOwn = start.next !== null && isSameText(start.next, url);
  const through = tabId ?? (isOwn ? await findTabShowing(addresses) : null);
  const { pages, more, problem } = await fetchRemainingPages(start, articleId, through);
  // Fetching may take minutes, so what the user changed meanwhile is read again.
  if (more.length > 0) {
    const now = await getFullArticle(articleId);
    if (now === null || now.article.textHash !== before.article.textHash) return saveFailure('failed');
    const first = articleOf(now);
    const texts = more.map(({ article: { html, text } }): PageText => ({ html, text }));
    const isPreview = first.isPreview || more.some(({ article }) => article.isPreview);
    const secondPage = start.to + 1;
    const whole = { ...first, isPreview };
    const joined = await doDomTask({ kind: 'pages', article: whole, more: texts, secondPage });
    const pageUrls = more.map(({ article }) => article.url);
    await saveArticle({ ...joined, pages, pageUrls, savedFrom: now.article.savedFrom });
    wakeImageQueue();
    tidyAfterSave();
  }
  return { ok: true, articleId, url, from: pages.from, to: pages.to, total: pages.total, problem };
}

const running = new Map<string, Promise<PagesOutcome>>();

/**
 * Fetches the missing pages of a saved article and appends them.
 *
 * @param tabId a tab with one of its pages, which fetches them with the user's login; null looks for one
 * @returns never throws: a failure has a code and a sentence
 */
export function getPages(articleId: string, tabId: number | null = null): Promise<PagesOutcome> {
  const known = running.get(articleId);
  if (known !== undefined) return known;
  const work = fetchAndJoinPages(articleId, tabId)
    .catch((error: unknown) => explainSaveError(error))
    .finally(() => running.delete(articleId));
  running.set(articleId, work);
  return work;
}

/** Saves all pages of the article in a tab from the first on, whichever of them the tab shows. */
export async function saveAllPages(tabId: number, confirmPrivate = false): Promise<PagesOutcome> {
  const formers = new FormerVersions();
  let saved: SaveOutcome;
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && !confirmPrivate) return saveFailure('private');
    const report = await readTab(tabId);
    const first = report.pages?.page === 1 ? null : (report.pages?.first ?? null);
    saved =
      first === null
        ? await saveReport(tab, report, { confirmPrivate }, formers.read)
        : await saveLink(first, null, tabId, formers.read);
  } catch (error) {
    return explainSaveError(error);
  }
  if (!saved.ok) return saved;
  const outcome = await getPages(saved.articleId, tabId);
  return outcome.ok && saved.replaced ? { ...outcome, replaced: saved.replaced, ...formers.keep() } : outcome;
}
