import * as v from 'valibot';
import { resolveCanonicalUrl } from '../article/metadata/resolve-canonical-url.ts';
import { browser } from '../platform/browser.ts';
import { BadMessageError, type Envelope, NoReceiverError, unwrapReply } from './envelope.ts';
import type { BackgroundMessages, PageReport, TabMessages } from './protocol.ts';
import { describeFirstIssue, TAB_RESPONSE_SCHEMAS } from './schemas.ts';

/**
 * Sends a request to the background from one of our own pages.
 *
 * @throws RemoteError if the handler failed, NoReceiverError if the reply is empty; also the browser's own error if the
 *   background can't be reached
 */
export async function sendToBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  const envelope: Envelope = { offprint: 'background', type, data };
  return unwrapReply(await browser.runtime.sendMessage(envelope), type) as BackgroundMessages[T]['response'];
}

/**
 * Validates a tab's response. A page can declare any canonical URL, so the article's URL in a `page/report` is replaced
 * unless it belongs to the page's own site.
 *
 * @throws BadMessageError if the response does not match its schema
 */
async function parseTabResponse<T extends keyof TabMessages>(
  type: T,
  response: unknown,
): Promise<TabMessages[T]['response']> {
  const parsed = v.safeParse(
    TAB_RESPONSE_SCHEMAS[type] as v.GenericSchema<unknown, TabMessages[T]['response']>,
    response,
  );
  if (!parsed.success) throw new BadMessageError(`${type}: ${describeFirstIssue(parsed.issues)}`);
  if (type !== 'page/report') return parsed.output;
  const report = parsed.output as PageReport;
  if (report.article === null) return parsed.output;
  const settled: PageReport = { ...report, article: await resolveCanonicalUrl(report.article, report.url) };
  return settled as TabMessages[T]['response'];
}

/**
 * Sends a request to our content scripts (gate, assistant or toast) in a tab's top frame.
 *
 * @throws RemoteError if the handler failed, NoReceiverError if no content script in the tab handles the request,
 *   BadMessageError if the response is invalid
 */
export async function sendToTab<T extends keyof TabMessages>(
  tabId: number,
  type: T,
  data: TabMessages[T]['request'],
): Promise<TabMessages[T]['response']> {
  const envelope: Envelope = { offprint: 'tab', type, data };
  let reply: unknown;
  try {
    reply = await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
  } catch (cause) {
    throw new NoReceiverError(`no content script in tab ${tabId} handles ${type}`, { cause });
  }
  return parseTabResponse(type, unwrapReply(reply, type));
}
