import * as v from 'valibot';
import { settleAddress } from '../article/metadata/settle-address.ts';
import { browser } from '../platform/browser.ts';
import { BadMessageError, type Envelope, NoReceiverError, unwrap } from './envelope.ts';
import type { BackgroundMessages, PageReport, TabMessages } from './protocol.ts';
import { describeFirstIssue, TAB_RESPONSE_SCHEMAS } from './schemas.ts';

/**
 * Sends a request to the background from one of our own pages.
 *
 * @throws RemoteError if the handler failed, NoReceiverError if there is none
 */
export async function sendToBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  const envelope: Envelope = { offprint: 'background', type, data };
  return unwrap(await browser.runtime.sendMessage(envelope), type) as BackgroundMessages[T]['response'];
}

/**
 * Validates a tab's answer. A page may claim any address for its article, so that address is checked, too.
 *
 * @throws BadMessageError if the answer does not match its schema
 */
export async function parseTabResponse<T extends keyof TabMessages>(
  type: T,
  answer: unknown,
): Promise<TabMessages[T]['response']> {
  const read = v.safeParse(
    TAB_RESPONSE_SCHEMAS[type] as v.GenericSchema<unknown, TabMessages[T]['response']>,
    answer,
  );
  if (!read.success) throw new BadMessageError(`${type}: ${describeFirstIssue(read.issues)}`);
  if (type !== 'page/report') return read.output;
  const report = read.output as PageReport;
  if (report.article === null) return read.output;
  const settled: PageReport = { ...report, article: await settleAddress(report.article, report.url) };
  return settled as TabMessages[T]['response'];
}

/**
 * Sends a request to the gate or the assistant in a tab's top frame.
 *
 * @throws RemoteError if the handler failed, NoReceiverError if no script of ours is in the tab, BadMessageError if the
 *   answer is invalid
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
    throw new NoReceiverError(`no script in tab ${tabId} for ${type}`, { cause });
  }
  return parseTabResponse(type, unwrap(reply, type));
}
