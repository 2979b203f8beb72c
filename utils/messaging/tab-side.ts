/** Sending and receiving for our scripts in web pages: the gate, the assistant, the picker. */
import { type BareListener, type BarePort, bareBrowser, isExtensionAlive } from '../platform/bare-browser.ts';
import { type Envelope, isEnvelope } from './envelope.ts';
import { NoReceiverError } from './errors.ts';
import type { BackgroundMessages, Events, TabMessages } from './protocol.ts';
import { answer, unwrap } from './reply.ts';

type TabHandlers = {
  [T in keyof TabMessages]?: (
    request: TabMessages[T]['request'],
  ) => TabMessages[T]['response'] | Promise<TabMessages[T]['response']>;
};

/** Answers what it has a handler for, and leaves the rest to the tab's other scripts, until the signal aborts. */
export function receiveInTab(handlers: TabHandlers, signal: AbortSignal): void {
  const { onMessage, id } = bareBrowser().runtime;
  const listener: BareListener = (message, sender, sendResponse) => {
    if (sender.id !== id || !isEnvelope(message) || message.offprint !== 'tab') return false;
    if (!Object.hasOwn(handlers, message.type)) return false;
    const handle = handlers[message.type as keyof TabMessages] as (request: unknown) => unknown;
    void answer(() => handle(message.data)).then(sendResponse);
    return true;
  };
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener));
}

/** Takes the connections of that name which our own pages open to the tab, until the signal aborts. */
export function connectInTab(name: string, take: (port: BarePort) => void, signal: AbortSignal): void {
  const { onConnect, id } = bareBrowser().runtime;
  const listener = (port: BarePort): void => {
    if (port.name === name && port.sender?.id === id) take(port);
  };
  onConnect.addListener(listener);
  signal.addEventListener('abort', () => onConnect.removeListener(listener));
}

/**
 * Asks the background, from a tab.
 *
 * @throws RemoteError when the handler failed, NoReceiverError when the extension is gone
 */
export async function askBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  // The extension was updated or removed under this page: any call would throw something less clear.
  if (!isExtensionAlive()) throw new NoReceiverError(`the extension is gone: ${type}`);
  const envelope: Envelope = { offprint: 'background', type, data };
  return unwrap(await bareBrowser().runtime.sendMessage(envelope), type) as BackgroundMessages[T]['response'];
}

/** Tells the background, from a tab, and waits for no answer. */
export function tellBackground<T extends keyof BackgroundMessages>(
  type: T,
  data: BackgroundMessages[T]['request'],
): void {
  if (!isExtensionAlive()) return;
  const envelope: Envelope = { offprint: 'background', type, data };
  bareBrowser()
    .runtime.sendMessage(envelope)
    .catch((error: unknown) => console.warn('offprint: nobody heard', type, error));
}

/** Tells every page of ours that listens; nobody listening is no error. */
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
