import * as v from 'valibot';
import { ArticleSchema } from '../../../utils/article/article-schema.ts';
import { settleAddress } from '../../../utils/article/metadata/settle-address.ts';
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
import { explainPdf } from '../../shared/pdf/explain-pdf.ts';
import { doDomTask } from '../do-dom-task.ts';
import { stayAwake } from '../jobs/stay-awake.ts';

const MAX_PAGE_BYTES = 12 * 1024 * 1024;
const PAGE_TIMEOUT_MS = 30_000;

/** The response is not a page, or has no article in it. */
export class NoArticleError extends Error {
  override name = 'NoArticleError';
}

/** A page's source, and its address after redirects. */
interface Source {
  html: string;
  url: string;
}

/**
 * Runs in a tab, as a self-contained function: fetches another page of its site with the user's login, as a click on a
 * link would. Assumes that the pages of one site share an encoding.
 *
 * @returns null if the tab is on another site by now, is redirected to another one, the page is too large, or it fails
 */
async function fetchInPage(url: string, limit: number, timeout: number) {
  if (new URL(url).origin !== location.origin) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    const isHere = new URL(response.url).origin === location.origin;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (!isHere || size > limit) {
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

/** The result of `fetchInPage`. Untrusted: the page shares its process and may return anything. */
const Fetched = v.nullable(
  v.object({
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
    html: v.pipe(v.string(), v.maxLength(MAX_PAGE_BYTES)),
    contentType: v.pipe(v.string(), v.maxLength(1000)),
    url: WebAddress,
  }),
) satisfies v.GenericSchema<unknown, Awaited<ReturnType<typeof fetchInPage>>>;

/**
 * Validates a tab's answer. A tab may answer only for its own site, and must not follow a redirect to another.
 */
function readFetched(result: unknown, origin: string): v.InferOutput<typeof Fetched> {
  const read = v.safeParse(Fetched, result ?? null);
  if (!read.success) {
    console.warn('offprint: not a page', describeFirstIssue(read.issues));
    return null;
  }
  const page = read.output;
  return page === null || new URL(page.url).origin === origin ? page : null;
}

function refuseOtherTypes(contentType: string): void {
  if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) throw new NoArticleError(contentType);
}

/** Fetches through a tab; null if it can't or may not. */
async function fetchThroughTab(url: string, tabId: number): Promise<Source | null> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      func: fetchInPage,
      args: [url, MAX_PAGE_BYTES, PAGE_TIMEOUT_MS],
    })
    .catch((error: unknown) => {
      console.warn('offprint: not let into the tab', error);
      return [];
    });
  const answer = readFetched(frames[0]?.result, new URL(url).origin);
  if (!answer) return null;
  if (answer.status !== 200) throw new HttpError(answer.status);
  refuseOtherTypes(answer.contentType);
  return answer;
}

/** @throws NoArticleError unless it is a web address */
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
 * Fetches a page and extracts its article, without showing it or running its scripts. The extension itself fetches it
 * without the user's login; only a tab of the same origin has the login.
 *
 * @param tabId a tab that may fetch it with the user's login, if it shows a page of the same origin
 * @throws NoArticleError, and what `fetchPublicUrl` throws
 */
export async function fetchPage(url: string, tabId: number | null = null): Promise<ProcessedPage> {
  return readSource(await fetchSource(url, tabId));
}

async function readSource(source: Source): Promise<ProcessedPage> {
  const page = await doDomTask({ kind: 'page', ...source });
  if (page === null) throw new NoArticleError('no article in it');
  return { ...page, article: await settleAddress(v.parse(ArticleSchema, page.article), source.url) };
}

/** Types under which servers send a PDF without saying that it is one (RFC 2046 §4.5.1). */
const UNNAMED_TYPE = /^$|\b(?:octet-stream|x-download|force-download)\b/i;

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
 * Fetches an address that the user gave, without their login: a page with an article, or a PDF.
 *
 * @throws what `fetchPage` throws
 */
export async function fetchPageOrPdf(url: string): Promise<ProcessedPage> {
  refuseOtherProtocols(url);
  const limits = looksLikePdf(url, '')
    ? { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime }
    : { bytes: MAX_PAGE_BYTES, time: PAGE_TIMEOUT_MS };
  const { bytes, contentType, url: finalUrl } = await fetchPublicUrl(url, limits);
  const isUnnamed = UNNAMED_TYPE.test(contentType) && (await isPdf(new Blob([bytes])));
  if (isUnnamed || /^application\/pdf\b/i.test(contentType)) return readPdf(bytes, finalUrl);
  refuseOtherTypes(contentType);
  if (bytes.length > MAX_PAGE_BYTES) throw new TooBigError(url);
  return readSource({ html: decodeHtml(bytes, contentType), url: finalUrl });
}

/** Fetches the PDF that the user asked to save, without their login. Never throws. */
export async function fetchPdf({
  url,
}: BackgroundMessages['pdf/fetch']['request']): Promise<BackgroundMessages['pdf/fetch']['response']> {
  try {
    const limits = { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime };
    const { bytes } = await stayAwake(() => fetchPublicUrl(url, limits));
    return { ok: true, key: await stashFile(bytes) };
  } catch (error) {
    return { ok: false, message: explainPdf(error) };
  }
}

/**
 * Finds a tab that may fetch a page with the user's login: an ordinary one that is awake. Only for pages that the user is
 * known to have visited; an address from a file or a link to another site is never fetched with a login.
 */
async function findTab(suits: (url: string) => boolean): Promise<number | null> {
  const isUsable = ({ url, incognito, discarded }: Tabs.Tab): boolean =>
    url !== undefined && !incognito && discarded !== true && /^https?:/.test(url) && suits(url);
  return (await browser.tabs.query({})).find(isUsable)?.id ?? null;
}

/** A tab of the same site as an address that the user already has open in a discarded tab. */
export function findTabOfSite(address: string): Promise<number | null> {
  const { origin } = new URL(address);
  return findTab((url) => new URL(url).origin === origin);
}

/** @param addresses of a saved article, as `normaliseAddress` writes them; finds a tab that shows one of them */
export function findTabShowing(addresses: readonly string[]): Promise<number | null> {
  return findTab((url) => addresses.includes(normaliseAddress(url)));
}

/** Why a text could not be fetched, whether another try could help, and the delay that the site asks for in ms. */
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
