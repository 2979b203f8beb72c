import { browser, type Runtime } from '../platform/browser.ts';
import { isEnvelope, type Reply } from './envelope.ts';
import type { BackgroundMessages, Events, TabMessages } from './protocol.ts';

/** Who sent a message. `tabId` is set for scripts in a web page, null for our own pages. */
export interface Sender {
  tabId: number | null;
  url: string;
  incognito: boolean;
}

type Answer<M, T extends keyof M> = M[T] extends { request: infer Q; response: infer R }
  ? (request: Q, sender: Sender) => R | Promise<R>
  : never;

type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: { fromTab: boolean; handle: Answer<BackgroundMessages, T> };
};

type TabHandlers = { [T in keyof TabMessages]?: Answer<TabMessages, T> };

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

async function answer(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
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
    const handle = handler.handle as (request: unknown, sender: Sender) => unknown;
    return answer(() => handle(message.data, sender));
  });
}

/** A tab script's receiver: answers what it has a handler for, until the signal aborts. */
export function receiveInTab(handlers: TabHandlers, signal: AbortSignal): void {
  const listener = (message: unknown, rawSender: Runtime.MessageSender): Promise<Reply> | undefined => {
    if (!isEnvelope(message) || message.offprint !== 'tab') return undefined;
    const sender = readSender(rawSender);
    const handler = Object.hasOwn(handlers, message.type)
      ? handlers[message.type as keyof TabMessages]
      : undefined;
    if (sender === null || handler === undefined) return undefined;
    const handle = handler as (request: unknown, sender: Sender) => unknown;
    return answer(() => handle(message.data, sender));
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
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
    listener({ ...data, tabId: sender.tabId ?? data.tabId });
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
