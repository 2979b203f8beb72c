/**
 * Articles that their sites split over several pages: the rest is fetched when the user asks for it, one page after
 * the other, and joined to what is saved. Whatever goes wrong, the pages that came are kept, and the article knows
 * which of its pages are here.
 */
import { isSameText } from '../../../utils/article/pages/find-pages.ts';
import type { PageText } from '../../../utils/article/pages/join-pages.ts';
import type { Article } from '../../../utils/article/types.ts';
import { statedDetails } from '../../../utils/library/articles/article-details.ts';
import { getWholeArticle, type WholeArticle } from '../../../utils/library/articles/articles.ts';
import type { DigestedPage, DigestTask } from '../../../utils/library/articles/digest-page.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { withPage } from '../../../utils/library/articles/saved-pages.ts';
import type { SavedPages } from '../../../utils/library/types.ts';
import type { PagesOutcome, SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { doWithDom } from '../../../utils/platform/parse-page.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { wakeImageQueue } from '../queues/image-queue.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { digestHere } from './digest-here.ts';
import { fetchPage, NoArticleError } from './fetch-page.ts';
import { findTabWith } from './find-tab.ts';
import { readTab } from './read-tab.ts';
import { explain, refuse, saveLink, saveTab } from './save.ts';
import { whyNotFetched } from './why-not-fetched.ts';

/** Milliseconds between two pages of a site: faster than a reader, slower than a crawler. */
const REST = 800;
/** How often a page is asked for, and the wait between in milliseconds: a site may ask for a longer one. */
const TRIES = 3;
const TRY_AGAIN = 1500;
const LONGEST_WAIT = 10_000;
/** Pages and characters of one article. */
const MOST_PAGES = 40;
const LONGEST_TEXT = 4_000_000;

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Followed {
  pages: SavedPages;
  more: DigestedPage[];
  /** Why the next page did not come, in words; null where nothing went wrong. */
  problem: string | null;
}

/** What is saved of an article, as extraction gives it. */
function articleOf({ article: row, content, images }: WholeArticle): Article {
  const lead = images.find(({ id }) => id === row.leadImageId);
  const { url, canonicalUrl, modifiedAt, dir, excerpt } = row;
  // What the user has edited is put in its place again as it is saved.
  const { title, byline, siteName, publishedAt, lang } = statedDetails(row);
  const { html, text } = content;
  return {
    ...{
      url,
      canonicalUrl,
      title,
      byline,
      siteName,
      publishedAt,
      modifiedAt,
      lang,
      dir,
      excerpt,
      html,
      text,
    },
    leadImage: lead === undefined ? null : { url: lead.url, alt: '', caption: null },
    wordCount: row.wordCount,
    isPreview: row.isPreview,
  };
}

/** Asks again where the site may only be busy. */
async function fetchPatiently(url: string, tabId: number | null): Promise<DigestedPage> {
  for (let tries = 1; ; tries++) {
    try {
      return await fetchPage(url, tabId);
    } catch (error) {
      const { mayRetry, wait } = whyNotFetched(error);
      if (!mayRetry || tries === TRIES) throw error;
      await rest(Math.min(wait ?? TRY_AGAIN, LONGEST_WAIT));
    }
  }
}

/** @throws NoArticleError where what came is not the page that was meant */
async function nextPage(pages: SavedPages, tabId: number | null): Promise<[DigestedPage, SavedPages]> {
  const page = await fetchPatiently(pages.next ?? '', tabId);
  // A site that has no such page sends the user to the first.
  const place = page.pages ?? null;
  if (place === null || place.to !== pages.to + 1 || place.hashes.some((hash) => pages.hashes.includes(hash)))
    throw new NoArticleError('another page than was asked for');
  return [page, withPage(pages, place)];
}

async function fetchRest(start: SavedPages, articleId: string, tabId: number | null): Promise<Followed> {
  let pages = start;
  const more: DigestedPage[] = [];
  let length = 0;
  while (pages.next !== null && more.length < MOST_PAGES && length < LONGEST_TEXT) {
    if (more.length > 0) await rest(REST);
    announce('pages/progress', { tabId: null, articleId, page: pages.to + 1, total: pages.total });
    try {
      const [page, now] = await nextPage(pages, tabId);
      length += page.article.text.length;
      more.push(page);
      pages = now;
    } catch (error) {
      console.warn('offprint: page not fetched', pages.next, error);
      return { pages, more, problem: readMessage(`importWhy_${whyNotFetched(error).reason}`) };
    }
  }
  return { pages, more, problem: null };
}

async function follow(articleId: string, tabId: number | null): Promise<PagesOutcome> {
  const before = await getWholeArticle(articleId);
  const start = before?.article.pages;
  if (before === null || start === undefined) return refuse('failed');
  const { url, addresses } = before.article;
  // What comes from a file may name any next page: only one of the article itself is fetched with a login.
  const isOwn = start.next !== null && isSameText(start.next, url);
  const through = tabId ?? (isOwn ? await findTabWith(addresses) : null);
  const { pages, more, problem } = await fetchRest(start, articleId, through);
  // Minutes may have gone by: what the user did meanwhile stands.
  if (more.length > 0) {
    const now = await getWholeArticle(articleId);
    if (now === null || now.article.textHash !== before.article.textHash) return refuse('failed');
    const first = articleOf(now);
    const texts = more.map(({ html, article: { text } }): PageText => ({ html, text }));
    const isPreview = first.isPreview || more.some(({ article }) => article.isPreview);
    const secondPage = start.to + 1;
    const task: DigestTask = { kind: 'pages', article: { ...first, isPreview }, more: texts, secondPage };
    const joined = (await doWithDom(task, digestHere)) as DigestedPage;
    const pageUrls = more.map(({ article }) => article.url);
    await saveArticle({ ...joined, pages, pageUrls, savedFrom: now.article.savedFrom });
    wakeImageQueue();
    tidyAfterSave();
  }
  return { ok: true, articleId, url, from: pages.from, to: pages.to, total: pages.total, problem };
}

const running = new Map<string, Promise<PagesOutcome>>();

/**
 * Fetches the pages that a saved article lacks, and joins them to it.
 *
 * @param tabId a tab with one of its pages, which fetches them with the user's login; null looks for one
 * @returns never throws: a failure has its code and a sentence
 */
export function getPages(articleId: string, tabId: number | null = null): Promise<PagesOutcome> {
  const known = running.get(articleId);
  if (known !== undefined) return known;
  const work = follow(articleId, tabId)
    .catch((error: unknown) => explain(error))
    .finally(() => running.delete(articleId));
  running.set(articleId, work);
  return work;
}

/** Saves all pages of the article in a tab, from the first on, whichever of them the tab shows. */
export async function saveAllPages(tabId: number, confirmPrivate = false): Promise<PagesOutcome> {
  let saved: SaveOutcome;
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && !confirmPrivate) return refuse('private');
    const { pages } = await readTab(tabId);
    const isFirst = pages === null || pages.page === 1 || pages.first === null;
    saved = isFirst
      ? await saveTab(tabId, { confirmPrivate })
      : await saveLink(pages.first ?? '', null, tabId);
  } catch (error) {
    return explain(error);
  }
  return saved.ok ? getPages(saved.articleId, tabId) : saved;
}
