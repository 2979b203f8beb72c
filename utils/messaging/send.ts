import { browser } from '../platform/browser.ts';
import type { Envelope, Reply } from './envelope.ts';
import { NoReceiverError, RemoteError } from './errors.ts';
import type { BackgroundMessages, Events, TabMessages } from './protocol.ts';

function unwrap(reply: Reply | undefined, type: string): unknown {
  if (reply === undefined || reply === null) throw new NoReceiverError(`nobody answered ${type}`);
  if (!reply.ok) throw new RemoteError(reply.error);
  return reply.value;
}

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
  const reply = (await browser.runtime.sendMessage(envelope)) as Reply | undefined;
  return unwrap(reply, type) as BackgroundMessages[T]['response'];
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
  let reply: Reply | undefined;
  try {
    reply = (await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 })) as Reply | undefined;
  } catch (cause) {
    throw new NoReceiverError(`no script in tab ${tabId} for ${type}`, { cause });
  }
  return unwrap(reply, type) as TabMessages[T]['response'];
}

/** Tells every page of ours that listens; nobody listening is no error. */
export function announce<T extends keyof Events>(type: T, data: Events[T]): void {
  const envelope: Envelope = { offprint: 'event', type, data };
  browser.runtime.sendMessage(envelope).catch((error: unknown) => {
    if (error instanceof Error && /Receiving end does not exist|Could not establish/i.test(error.message))
      return;
    console.warn(`offprint: could not announce ${type}`, error);
  });
}
