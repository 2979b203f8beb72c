import * as v from 'valibot';
import { settleAddress } from '../article/metadata/settle-address.ts';
import { browser } from '../platform/browser.ts';
import type { Envelope } from './envelope.ts';
import { BadMessageError, NoReceiverError } from './errors.ts';
import type { BackgroundMessages, PageReport, TabMessages } from './protocol.ts';
import { unwrap } from './reply.ts';
import { ANSWERS, describeIssues } from './schemas.ts';

/**
 * Asks the background.
 *
 * @throws RemoteError when the handler failed, NoReceiverError when there is none
 */
export async function sendToBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  const envelope: Envelope = { offprint: 'background', type, data };
  return unwrap(await browser.runtime.sendMessage(envelope), type) as BackgroundMessages[T]['response'];
}

/**
 * What a tab answered, cleaned; an article's address is one that the page may speak for.
 *
 * @throws BadMessageError where the answer is not as it must be
 */
export async function parseAnswer<T extends keyof TabMessages>(
  type: T,
  answer: unknown,
): Promise<TabMessages[T]['response']> {
  const read = v.safeParse(ANSWERS[type] as v.GenericSchema<unknown, TabMessages[T]['response']>, answer);
  if (!read.success) throw new BadMessageError(`${type}: ${describeIssues(read.issues)}`);
  if (type !== 'page/report') return read.output;
  const report = read.output as PageReport;
  if (report.article === null) return read.output;
  const settled: PageReport = { ...report, article: await settleAddress(report.article, report.url) };
  return settled as TabMessages[T]['response'];
}

/**
 * Asks the gate or the assistant in a tab's top frame.
 *
 * @throws RemoteError when the handler failed, NoReceiverError when no script of ours is in the tab, BadMessageError
 *   when what answers is none of them
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
  return parseAnswer(type, unwrap(reply, type));
}
