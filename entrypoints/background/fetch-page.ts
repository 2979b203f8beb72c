import type { DigestedPage, DigestTask } from '../../utils/library/digest-page.ts';
import { browser } from '../../utils/platform/browser.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import { decodeHtml } from './decode-html.ts';
import { digestHere } from './digest-here.ts';
import { fetchLimited, HttpError, NoAnswerError } from './fetch-limited.ts';

/** Bytes of source a page may have, and milliseconds it may take. */
const PAGE_LIMIT = 12 * 1024 * 1024;
const PAGE_TIMEOUT = 30_000;

/** What came is no page, or has no article in it. */
export class NoArticleError extends Error {
  override name = 'NoArticleError';
}

/** The reader gave no access to the site. */
export class NoAccessError extends Error {
  override name = 'NoAccessError';
}

/** A page's source, and the address it came from after redirects. */
interface Source {
  html: string;
  url: string;
}

/**
 * Runs in a tab, alone: fetches another page of its site, as a click on a link would. Pages of one site are written
 * in one encoding.
 *
 * @returns null where the tab is on another site by now or too much comes; status 0 where nobody answers
 */
async function fetchInPage(url: string, limit: number, timeout: number) {
  if (new URL(url).origin !== location.origin) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > limit) return null;
    const html = new TextDecoder(document.characterSet).decode(bytes);
    return { status: response.status, html, url: response.url };
  } catch (error) {
    console.warn('offprint: not fetched', url, error);
    return { status: 0, html: '', url };
  }
}

/** @throws NoAccessError, NoArticleError, and what `fetchLimited` throws */
async function fetchSource(url: string, tabId: number | null): Promise<Source> {
  const { protocol, origin } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new NoArticleError(protocol);
  if (await browser.permissions.contains({ origins: [`${origin}/*`] })) {
    const { bytes, contentType, url: finalUrl } = await fetchLimited(url, PAGE_LIMIT, PAGE_TIMEOUT);
    if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) throw new NoArticleError(contentType);
    return { html: decodeHtml(bytes, contentType), url: finalUrl };
  }
  if (tabId === null) throw new NoAccessError(origin);
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      func: fetchInPage,
      args: [url, PAGE_LIMIT, PAGE_TIMEOUT],
    })
    .catch((cause: unknown) => {
      throw new NoAccessError(origin, { cause });
    });
  const answer = frames[0]?.result as Awaited<ReturnType<typeof fetchInPage>> | undefined;
  if (!answer) throw new NoAccessError(origin);
  if (answer.status === 0) throw new NoAnswerError(url);
  if (answer.status !== 200) throw new HttpError(answer.status);
  return answer;
}

/**
 * Fetches a page with the reader's cookies and reads the article out of it, without showing it or running its scripts.
 *
 * @param tabId a tab on the same site that fetches it where access was given to that tab alone
 * @throws NoAccessError, NoArticleError, and what `fetchLimited` throws
 */
export async function fetchPage(url: string, tabId: number | null = null): Promise<DigestedPage> {
  const task: DigestTask = { kind: 'page', ...(await fetchSource(url, tabId)) };
  const page = (await doWithDom(task, digestHere)) as DigestedPage | null;
  if (page === null) throw new NoArticleError('no article in it');
  return page;
}
