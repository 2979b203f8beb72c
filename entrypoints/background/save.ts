import type { ArticleToSave } from '../../utils/library/article-rows.ts';
import type { DigestedPage, DigestTask } from '../../utils/library/digest-page.ts';
import { LibraryFullError, LibraryUnavailableError } from '../../utils/library/errors.ts';
import type { PreparedContent } from '../../utils/library/prepare-content.ts';
import { saveArticle } from '../../utils/library/save-article.ts';
import { NoReceiverError } from '../../utils/messaging/errors.ts';
import type {
  BackgroundMessages,
  PageReport,
  SaveFailure,
  SaveOutcome,
} from '../../utils/messaging/protocol.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import { decodeHtml } from './decode-html.ts';
import { digestHere } from './digest-here.ts';
import { fetchLimited, HttpError, TooBigError } from './fetch-limited.ts';
import { kickImageQueue } from './image-queue.ts';
import { tidyAfterSave } from './upkeep.ts';

/** Bytes of source a page behind a link may have, and milliseconds it may take. */
const PAGE_LIMIT = 12 * 1024 * 1024;
const PAGE_TIMEOUT = 30_000;

/** How long to wait for an assistant that is still reading, and how often to ask, in milliseconds. */
const READING = 3000;
const ASK_AGAIN = 100;

type SaveOptions = Omit<BackgroundMessages['article/save']['request'], 'tabId'>;

function refuse(code: SaveFailure): SaveOutcome {
  return { ok: false, code, message: readMessage(`saveError_${code}`) };
}

function explain(error: unknown): SaveOutcome {
  if (error instanceof LibraryFullError) return refuse('diskFull');
  if (error instanceof NoReceiverError) return refuse('noAccess');
  if (error instanceof HttpError && (error.status === 401 || error.status === 403)) return refuse('noAccess');
  console.error('offprint: not saved', error);
  // The library knows better what is wrong than a general sentence.
  if (error instanceof LibraryUnavailableError) return { ok: false, code: 'failed', message: error.message };
  return refuse('failed');
}

async function keep(input: ArticleToSave): Promise<SaveOutcome> {
  const { articleId, updated } = await saveArticle(input);
  kickImageQueue();
  tidyAfterSave();
  return { ok: true, articleId, updated, url: input.article.url };
}

/** The assistant's report, once it has read the page. */
async function readTab(tabId: number): Promise<PageReport> {
  const deadline = Date.now() + READING;
  let report = await sendToTab(tabId, 'page/report', { html: true });
  while (report.state === 'reading' && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
    report = await sendToTab(tabId, 'page/report', { html: true });
  }
  return report;
}

/**
 * Saves the article in a tab, as the reader sees it.
 *
 * @param options list and tags to file it under; `evenPrivate` after the reader said so
 * @returns never throws: a failure has its code and a sentence
 */
export async function saveTab(tabId: number, options: SaveOptions): Promise<SaveOutcome> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito && options.evenPrivate !== true) return refuse('private');
    const { article, quotes, voices } = await readTab(tabId);
    if (article === null) return refuse('noArticle');
    // The report comes out of a process that it shares with the page, so it is cleaned here, whatever was done there.
    const task: DigestTask = { kind: 'content', html: article.html, url: article.url };
    const prepared = (await doWithDom(task, digestHere)) as PreparedContent;
    return await keep({
      article: { ...article, html: prepared.html },
      quotes,
      voices,
      images: prepared.images,
      savedFrom: 'page',
      ...(options.listId === undefined ? {} : { listId: options.listId }),
      ...(options.tags === undefined ? {} : { tags: options.tags }),
    });
  } catch (error) {
    return explain(error);
  }
}

/**
 * Saves the page behind a link, without showing it: fetched with the reader's cookies, its scripts not run.
 *
 * @param fromTabId the tab the link is in, where it is in one: links of private windows are not saved silently
 * @returns never throws: a failure has its code and a sentence
 */
export async function saveLink(url: string, fromTabId: number | null = null): Promise<SaveOutcome> {
  try {
    if (fromTabId !== null && (await browser.tabs.get(fromTabId)).incognito) return refuse('private');
    const { protocol, origin } = new URL(url);
    if (protocol !== 'http:' && protocol !== 'https:') return refuse('noArticle');
    if (!(await browser.permissions.contains({ origins: [`${origin}/*`] }))) return refuse('noAccess');
    const { bytes, contentType, url: finalUrl } = await fetchLimited(url, PAGE_LIMIT, PAGE_TIMEOUT);
    if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) return refuse('noArticle');
    const task: DigestTask = { kind: 'page', html: decodeHtml(bytes, contentType), url: finalUrl };
    const page = (await doWithDom(task, digestHere)) as DigestedPage | null;
    if (page === null) return refuse('noArticle');
    return await keep({ ...page, savedFrom: 'link' });
  } catch (error) {
    if (error instanceof TooBigError) return refuse('noArticle');
    return explain(error);
  }
}
