import * as v from 'valibot';
import { ArticleSchema } from '../../../utils/article/article-schema.ts';
import { resolveCanonicalUrl } from '../../../utils/article/metadata/resolve-canonical-url.ts';
import { decodeHtml } from '../../../utils/fetching/decode-html.ts';
import { HttpError, TooBigError } from '../../../utils/fetching/errors.ts';
import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import type { ProcessedPage } from '../../../utils/library/articles/process-page.ts';
import type { TextFailure } from '../../../utils/library/jobs/text-jobs.ts';
import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import type { BackgroundMessages } from '../../../utils/messaging/protocol.ts';
import { describeFirstIssue } from '../../../utils/messaging/schemas.ts';
import { isPdf, looksLikePdf, PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { TaskTimeoutError } from '../../../utils/platform/dom-tasks.ts';
import { fetchPublicUrl } from '../../../utils/platform/fetch-public-url.ts';
import { stashFile } from '../../../utils/platform/stash-file.ts';
import { WebAddress } from '../../../utils/text/line-schemas.ts';
import { explainPdfError } from '../../shared/pdf/explain-pdf-error.ts';
import { doDomTask } from '../do-dom-task.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

const MAX_PAGE_BYTES = 12 * 1024 * 1024;
const PAGE_TIMEOUT_MS = 30_000;

/** The response is not a web page, or contains no article. */
export class NoArticleError extends Error {
  override name = 'NoArticleError';
}

/** A page's HTML, and its address after redirects. */
interface Source {
  html: string;
  url: string;
}

/**
 * Fetches another page of a tab's site with the user's login. Injected into the tab, so it must be self-contained. Assumes
 * that the pages of one site have the same encoding.
 *
 * @param limit maximum size in bytes
 * @param timeout in ms
 * @returns null if the tab has left the site, the request is redirected to another site, the page is too large, or the
 *   request fails
 */
async function fetchInPage(url: string, limit: number, timeout: number) {
  if (new URL(url).origin !== location.origin) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    const isSameSite = new URL(response.url).origin === location.origin;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (!isSameSite || size > limit) {
        await reader?.cancel();
        return null;
      }
      chunks.push(part.value);
    }
    const bytes = await new Blob(chunks).arrayBuffer();
    const html = new TextDecoder(document.characterSet).decode(bytes);
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, html, url: response.url, contentType };
  } catch (error) {
    console.warn('offprint: not fetched', url, error);
    return null;
  }
}

/** Schema of the result of `fetchInPage`. Not trusted, because it comes from the page's process. */
const Fetched = v.nullable(
  v.object({
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
    html: v.pipe(v.string(), v.maxLength(MAX_PAGE_BYTES)),
    contentType: v.pipe(v.string(), v.maxLength(1000)),
    url: WebAddress,
  }),
) satisfies v.GenericSchema<unknown, Awaited<ReturnType<typeof fetchInPage>>>;

/**
 * Validates the result of `fetchInPage`; null if it is invalid or not from the tab's own site.
 */
function parseFetched(result: unknown, origin: string): v.InferOutput<typeof Fetched> {
  const parsed = v.safeParse(Fetched, result ?? null);
  if (!parsed.success) {
    console.warn('offprint: not a page', describeFirstIssue(parsed.issues));
    return null;
  }
  const page = parsed.output;
  return page === null || new URL(page.url).origin === origin ? page : null;
}

function refuseOtherTypes(contentType: string): void {
  if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) throw new NoArticleError(contentType);
}

/** Fetches through a tab; null if that is impossible or the tab shows another site. */
async function fetchThroughTab(url: string, tabId: number): Promise<Source | null> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      func: fetchInPage,
      args: [url, MAX_PAGE_BYTES, PAGE_TIMEOUT_MS],
    })
    .catch((error: unknown) => {
      console.warn('offprint: no access to the tab', error);
      return [];
    });
  const answer = parseFetched(frames[0]?.result, new URL(url).origin);
  if (!answer) return null;
  if (answer.status !== 200) throw new HttpError(answer.status);
  refuseOtherTypes(answer.contentType);
  return answer;
}

/** @throws NoArticleError unless the protocol is HTTP or HTTPS */
function refuseOtherProtocols(url: string): void {
  const { protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new NoArticleError(protocol);
}

/** @throws NoArticleError, and what `fetchPublicUrl` throws */
async function fetchSource(url: string, tabId: number | null): Promise<Source> {
  refuseOtherProtocols(url);
  const throughTab = tabId === null ? null : await fetchThroughTab(url, tabId);
  if (throughTab !== null) return throughTab;
  const {
    bytes,
    contentType,
    url: finalUrl,
  } = await fetchPublicUrl(url, {
    bytes: MAX_PAGE_BYTES,
    time: PAGE_TIMEOUT_MS,
  });
  refuseOtherTypes(contentType);
  return { html: decodeHtml(bytes, contentType), url: finalUrl };
}

/**
 * Fetches a page and extracts its article, without showing it or running its scripts. It is fetched without the user's
 * login unless `tabId` is given.
 *
 * @param tabId a tab that fetches it with the user's login, if it shows a page of the same origin
 * @throws NoArticleError, and what `fetchPublicUrl` throws
 */
export async function fetchPage(url: string, tabId: number | null = null): Promise<ProcessedPage> {
  return readSource(await fetchSource(url, tabId));
}

async function readSource(source: Source): Promise<ProcessedPage> {
  const page = await doDomTask({ kind: 'page', ...source });
  if (page === null) throw new NoArticleError('no article in it');
  return { ...page, article: await resolveCanonicalUrl(v.parse(ArticleSchema, page.article), source.url) };
}

/** Generic content types under which servers may send a PDF (RFC 2046 §4.5.1). */
const GENERIC_TYPE = /^$|\b(?:octet-stream|x-download|force-download)\b/i;

/** @throws TooBigError, TaskTimeoutError, or NoArticleError if the PDF has no text */
async function readPdf(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<ProcessedPage> {
  const task = { kind: 'pdf', key: await stashFile(bytes), url } as const;
  const page = await doDomTask(task, PDF_LIMITS.time + PAGE_TIMEOUT_MS);
  if (page === 'tooBig') throw new TooBigError(url);
  if (page === 'tooSlow') throw new TaskTimeoutError(url);
  if (typeof page === 'string') throw new NoArticleError(`PDF: ${page}`);
  return { ...page, article: v.parse(ArticleSchema, page.article) };
}

/**
 * Fetches a page with an article, or a PDF, from an address that the user entered. The user's login is not used.
 *
 * @throws what `fetchPage` throws; TaskTimeoutError if reading a PDF takes too long
 */
export async function fetchPageOrPdf(url: string): Promise<ProcessedPage> {
  refuseOtherProtocols(url);
  const limits = looksLikePdf(url, '')
    ? { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime }
    : { bytes: MAX_PAGE_BYTES, time: PAGE_TIMEOUT_MS };
  const { bytes, contentType, url: finalUrl } = await fetchPublicUrl(url, limits);
  const isGenericPdf = GENERIC_TYPE.test(contentType) && (await isPdf(new Blob([bytes])));
  if (isGenericPdf || /^application\/pdf\b/i.test(contentType)) return readPdf(bytes, finalUrl);
  refuseOtherTypes(contentType);
  if (bytes.length > MAX_PAGE_BYTES) throw new TooBigError(url);
  return readSource({ html: decodeHtml(bytes, contentType), url: finalUrl });
}

/** Fetches a PDF that the user wants to save, without their login. Failures are returned, not thrown. */
export async function fetchPdf({
  url,
}: BackgroundMessages['pdf/fetch']['request']): Promise<BackgroundMessages['pdf/fetch']['response']> {
  try {
    const limits = { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime };
    const { bytes } = await stayAwake(() => fetchPublicUrl(url, limits));
    return { ok: true, key: await stashFile(bytes) };
  } catch (error) {
    return { ok: false, message: explainPdfError(error) };
  }
}

/**
 * Finds a tab that can fetch a page with the user's login, which must be neither private nor discarded. Use only for pages
 * that the user has visited; addresses from files and links to other sites must not be fetched with a login.
 */
async function findTabWithLogin(matches: (url: string) => boolean): Promise<number | null> {
  const isUsable = ({ url, incognito, discarded }: Tabs.Tab): boolean =>
    url !== undefined && !incognito && discarded !== true && /^https?:/.test(url) && matches(url);
  return (await browser.tabs.query({})).find(isUsable)?.id ?? null;
}

/** Finds a tab of the same origin as an address that is open in a discarded tab. */
export function findTabOfSite(address: string): Promise<number | null> {
  const { origin } = new URL(address);
  return findTabWithLogin((url) => new URL(url).origin === origin);
}

/**
 * Finds a tab that shows a saved article.
 *
 * @param addresses the article's addresses, as returned by `normaliseAddress`
 */
export function findTabShowing(addresses: readonly string[]): Promise<number | null> {
  return findTabWithLogin((url) => addresses.includes(normaliseAddress(url)));
}

/** Returns why a text could not be fetched, whether a retry may help, and the delay in ms that the site asks for. */
export function explainFetchError(error: unknown): {
  reason: TextFailure;
  mayRetry: boolean;
  wait: number | null;
} {
  if (error instanceof LibraryFullError) return { reason: 'diskFull', mayRetry: false, wait: null };
  if (error instanceof TaskTimeoutError) return { reason: 'tooSlow', mayRetry: false, wait: null };
  if (error instanceof NoArticleError) return { reason: 'noArticle', mayRetry: false, wait: null };
  return judgeFailure(error);
}
