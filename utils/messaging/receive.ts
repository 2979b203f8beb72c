import { browser, type Runtime } from '../platform/browser.ts';
import { isEnvelope, type Reply } from './envelope.ts';
import type { BackgroundMessages, Events } from './protocol.ts';
import { answer } from './reply.ts';
import { isSameOrigin } from './same-origin.ts';

/** Who sent a message. `tabId` is set for scripts in a web page, null for our own pages. */
export interface Sender {
  tabId: number | null;
  url: string;
  incognito: boolean;
}

type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: {
    fromTab: boolean;
    handle: (
      request: BackgroundMessages[T]['request'],
      sender: Sender,
    ) => BackgroundMessages[T]['response'] | Promise<BackgroundMessages[T]['response']>;
  };
};

/** Null for a message that did not come from this extension. */
function readSender(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  const url = sender.url ?? '';
  const isOwnPage = url.startsWith(browser.runtime.getURL(''));
  return {
    tabId: isOwnPage ? null : (sender.tab?.id ?? null),
    url,
    incognito: sender.tab?.incognito ?? false,
  };
}

/**
 * True for a tab's own page. Our scripts run in no frame of it; a page that Chromium prepares in advance has another
 * id until it is shown.
 */
function isTopFrame(sender: Runtime.MessageSender & { documentLifecycle?: string }): boolean {
  return sender.frameId === 0 || sender.documentLifecycle === 'prerender';
}

/** A tab speaks of its own page alone, and of nothing that the background tells. */
function isBelieved(data: object, { tabId, url }: Sender, rawSender: Runtime.MessageSender): boolean {
  if (tabId === null) return true;
  return (
    isTopFrame(rawSender) && 'url' in data && typeof data.url === 'string' && isSameOrigin(data.url, url)
  );
}

/** The background's one receiver. Messages from tabs reach only handlers that say `fromTab`. */
export function receiveInBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, rawSender: Runtime.MessageSender) => {
    if (!isEnvelope(message) || message.offprint !== 'background') return undefined;
    const sender = readSender(rawSender);
    const handler = Object.hasOwn(handlers, message.type)
      ? handlers[message.type as keyof BackgroundMessages]
      : undefined;
    if (sender === null || handler === undefined) return undefined;
    const isTab = sender.tabId !== null || !sender.url.startsWith(browser.runtime.getURL(''));
    if (isTab && !handler.fromTab) {
      return Promise.resolve({ ok: false, error: `${message.type} is not for web pages` } satisfies Reply);
    }
    if (isTab && !isTopFrame(rawSender)) {
      return Promise.resolve({ ok: false, error: `${message.type} is not for frames` } satisfies Reply);
    }
    const handle = handler.handle as (request: unknown, sender: Sender) => unknown;
    return answer(() => handle(message.data, sender));
  });
}

/** Listens to one kind of event until the signal aborts. The tab an event came from is filled in. */
export function listen<T extends keyof Events>(
  type: T,
  listener: (data: Events[T]) => void,
  signal: AbortSignal,
): void {
  const onMessage = (message: unknown, rawSender: Runtime.MessageSender): undefined => {
    if (!isEnvelope(message) || message.offprint !== 'event' || message.type !== type) return undefined;
    const sender = readSender(rawSender);
    if (sender === null) return undefined;
    const data = message.data as Events[T];
    if (!isBelieved(data, sender, rawSender)) return undefined;
    listener({ ...data, tabId: sender.tabId ?? data.tabId });
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
