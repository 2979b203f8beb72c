import { browser } from '../platform/browser.ts';
import type { Envelope } from './envelope.ts';
import { NoReceiverError } from './errors.ts';
import type { BackgroundMessages, TabMessages } from './protocol.ts';
import { unwrap } from './reply.ts';

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
 * Asks the gate or the assistant in a tab's top frame.
 *
 * @throws RemoteError when the handler failed, NoReceiverError when no script of ours is in the tab
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
  return unwrap(reply, type) as TabMessages[T]['response'];
}
