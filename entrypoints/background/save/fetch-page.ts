import * as v from 'valibot';
import { ArticleSchema } from '../../../utils/article/article-schema.ts';
import { settleAddress } from '../../../utils/article/metadata/settle-address.ts';
import { decodeHtml } from '../../../utils/fetching/decode-html.ts';
import { HttpError, TooBigError } from '../../../utils/fetching/errors.ts';
import type { DigestedPage, DigestTask } from '../../../utils/library/articles/digest-page.ts';
import { describeIssues } from '../../../utils/messaging/schemas.ts';
import { isPdf, looksLikePdf, PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { fetchOutside } from '../../../utils/platform/fetch-outside.ts';
import { doWithDom, TooSlowError } from '../../../utils/platform/parse-page.ts';
import { putAside } from '../../../utils/platform/put-aside.ts';
import { WebAddress } from '../../../utils/text/line-schemas.ts';
import type { PdfTask } from '../../shared/pdf/digest-pdf.ts';
import { digestHere, readPdfHere } from './digest-here.ts';

/** Bytes of source a page may have, and milliseconds it may take. */
const PAGE_LIMIT = 12 * 1024 * 1024;
const PAGE_TIMEOUT = 30_000;

/** What came is no page, or has no article in it. */
export class NoArticleError extends Error {
  override name = 'NoArticleError';
}

/** A page's source, and the address it came from after redirects. */
interface Source {
  html: string;
  url: string;
}

/**
 * Runs in a tab, alone: fetches another page of its site with the user's login, as a click on a link there would.
 * Pages of one site are written in one encoding.
 *
 * @returns null where the tab is on another site by now, is led to another one, too much comes, or nobody answers
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

/** What `fetchInPage` answers; the page shares its process, and may answer anything in its place. */
const Fetched = v.nullable(
  v.object({
    status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
    html: v.pipe(v.string(), v.maxLength(PAGE_LIMIT)),
    contentType: v.pipe(v.string(), v.maxLength(1000)),
    url: WebAddress,
  }),
) satisfies v.GenericSchema<unknown, Awaited<ReturnType<typeof fetchInPage>>>;

/**
 * A tab's answer where it is one, of the site that was asked for: a tab speaks for its own site alone, and does not
 * follow a redirect to another.
 */
function readFetched(result: unknown, origin: string): v.InferOutput<typeof Fetched> {
  const read = v.safeParse(Fetched, result ?? null);
  if (!read.success) {
    console.warn('offprint: not a page', describeIssues(read.issues));
    return null;
  }
  const page = read.output;
  return page === null || new URL(page.url).origin === origin ? page : null;
}

function refuseOtherTypes(contentType: string): void {
  if (contentType !== '' && !/\b(?:html|xhtml)/i.test(contentType)) throw new NoArticleError(contentType);
}

/** What a tab fetches; null where it can't, or may not. */
async function fetchThroughTab(url: string, tabId: number): Promise<Source | null> {
  const frames = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      func: fetchInPage,
      args: [url, PAGE_LIMIT, PAGE_TIMEOUT],
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

/** @throws NoArticleError where an address is none of the web */
function refuseOtherProtocols(url: string): void {
  const { protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new NoArticleError(protocol);
}

/** @throws NoArticleError, and what `fetchOutside` throws */
async function fetchSource(url: string, tabId: number | null): Promise<Source> {
  refuseOtherProtocols(url);
  const throughTab = tabId === null ? null : await fetchThroughTab(url, tabId);
  if (throughTab !== null) return throughTab;
  const {
    bytes,
    contentType,
    url: finalUrl,
  } = await fetchOutside(url, {
    bytes: PAGE_LIMIT,
    time: PAGE_TIMEOUT,
  });
  refuseOtherTypes(contentType);
  return { html: decodeHtml(bytes, contentType), url: finalUrl };
}

/**
 * Fetches a page and reads the article out of it, without showing it or running its scripts. The extension itself
 * fetches it without the user's login; with it only a tab of the same origin does.
 *
 * @param tabId a tab that may fetch it with the user's login, where it shows a page of the same origin
 * @throws NoArticleError, and what `fetchOutside` throws
 */
export async function fetchPage(url: string, tabId: number | null = null): Promise<DigestedPage> {
  return readSource(await fetchSource(url, tabId));
}

async function readSource(source: Source): Promise<DigestedPage> {
  const task: DigestTask = { kind: 'page', ...source };
  const page = (await doWithDom(task, digestHere)) as DigestedPage | null;
  if (page === null) throw new NoArticleError('no article in it');
  return { ...page, article: await settleAddress(v.parse(ArticleSchema, page.article), source.url) };
}

/** Types under which servers send a PDF without saying that it is one (RFC 2046 §4.5.1). */
const UNNAMED_TYPE = /^$|\b(?:octet-stream|x-download|force-download)\b/i;

/** @throws TooBigError and TooSlowError, NoArticleError where there is no text to be read */
async function readPdf(bytes: Uint8Array<ArrayBuffer>, url: string): Promise<DigestedPage> {
  const task: PdfTask = { kind: 'pdf', key: await putAside(bytes), url };
  const page = await doWithDom(task, readPdfHere, PDF_LIMITS.time + PAGE_TIMEOUT);
  if (page === 'tooBig') throw new TooBigError(url);
  if (page === 'tooSlow') throw new TooSlowError(url);
  if (typeof page === 'string') throw new NoArticleError(`PDF: ${page}`);
  return { ...page, article: v.parse(ArticleSchema, page.article) };
}

/**
 * Fetches what an address that the user gave leads to, without their login: a page with an article, or a PDF.
 *
 * @throws what `fetchPage` throws
 */
export async function fetchPageOrPdf(url: string): Promise<DigestedPage> {
  refuseOtherProtocols(url);
  const limits = looksLikePdf(url, '')
    ? { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime }
    : { bytes: PAGE_LIMIT, time: PAGE_TIMEOUT };
  const { bytes, contentType, url: finalUrl } = await fetchOutside(url, limits);
  const isUnnamed = UNNAMED_TYPE.test(contentType) && (await isPdf(new Blob([bytes])));
  if (isUnnamed || /^application\/pdf\b/i.test(contentType)) return readPdf(bytes, finalUrl);
  refuseOtherTypes(contentType);
  if (bytes.length > PAGE_LIMIT) throw new TooBigError(url);
  return readSource({ html: decodeHtml(bytes, contentType), url: finalUrl });
}
