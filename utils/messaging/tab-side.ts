/** Sends and receives messages in content scripts: the gate, the assistant, the picker, the toast. */
import { type BareListener, type BarePort, bareBrowser, isExtensionAlive } from '../platform/bare-browser.ts';
import { type Envelope, isEnvelope, NoReceiverError, replyWith, unwrapReply } from './envelope.ts';
import type { BackgroundMessages, Events, TabMessages } from './protocol.ts';

type TabHandlers = {
  [T in keyof TabMessages]?: (
    request: TabMessages[T]['request'],
  ) => TabMessages[T]['response'] | Promise<TabMessages[T]['response']>;
};

/**
 * Handles messages to this tab. Messages without a handler are left to our other scripts in it.
 *
 * @param signal ends that; if not given, it lasts as long as the page
 */
export function receiveInTab(handlers: TabHandlers, signal?: AbortSignal): void {
  const { onMessage, id } = bareBrowser().runtime;
  const listener: BareListener = (message, sender, sendResponse) => {
    if (sender.id !== id || !isEnvelope(message) || message.offprint !== 'tab') return false;
    if (!Object.hasOwn(handlers, message.type)) return false;
    const handle = handlers[message.type as keyof TabMessages] as (request: unknown) => unknown;
    void replyWith(() => handle(message.data)).then(sendResponse);
    return true;
  };
  onMessage.addListener(listener);
  signal?.addEventListener('abort', () => onMessage.removeListener(listener));
}

/** Accepts connections with a given name from our own pages until the signal aborts. */
export function connectInTab(name: string, accept: (port: BarePort) => void, signal: AbortSignal): void {
  const { onConnect, id } = bareBrowser().runtime;
  const listener = (port: BarePort): void => {
    if (port.name === name && port.sender?.id === id) accept(port);
  };
  onConnect.addListener(listener);
  signal.addEventListener('abort', () => onConnect.removeListener(listener));
}

/**
 * Sends a request to the background, from a tab.
 *
 * @throws RemoteError if the handler failed, NoReceiverError if the reply is empty or the extension was updated or
 *   removed
 */
export async function askBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  // Checked first, because the browser would throw a less clear error.
  if (!isExtensionAlive()) throw new NoReceiverError(`the extension is gone: ${type}`);
  const envelope: Envelope = { offprint: 'background', type, data };
  return unwrapReply(
    await bareBrowser().runtime.sendMessage(envelope),
    type,
  ) as BackgroundMessages[T]['response'];
}

/** Sends a message to the background, from a tab, without waiting for the reply. Failures are only logged. */
export function notifyBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): void {
  if (!isExtensionAlive()) return;
  const envelope: Envelope = { offprint: 'background', type, data };
  bareBrowser()
    .runtime.sendMessage(envelope)
    .catch((error: unknown) => console.warn('offprint: not delivered:', type, error));
}

/** Sends an event to all our pages, from a tab or from one of them. It is not an error if none of them listens. */
export function announce<T extends keyof Events>(type: T, data: Events[T]): void {
  if (!isExtensionAlive()) return;
  const envelope: Envelope = { offprint: 'event', type, data };
  bareBrowser()
    .runtime.sendMessage(envelope)
    .catch((error: unknown) => {
      if (error instanceof Error && /Receiving end does not exist|Could not establish/i.test(error.message))
        return;
      console.warn(`offprint: could not announce ${type}`, error);
    });
}
