import * as v from 'valibot';
import { browser, type Runtime } from '../platform/browser.ts';
import { answer, BadMessageError, isEnvelope, isSameOrigin, type Reply } from './envelope.ts';
import type { BackgroundMessages, Events } from './protocol.ts';
import { describeIssues, REQUESTS, TAB_EVENTS, type TabRequest } from './schemas.ts';

/** The sender of a message. `tabId` is set for scripts in a web page and null for our own pages. */
export interface Sender {
  tabId: number | null;
  /**
   * The sender's address according to the browser, not to the message. After navigation within an application it may
   * still be the address that was loaded.
   */
  url: string;
  incognito: boolean;
}

type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: {
    /** May tabs call it? Requires a schema in `schemas.ts`. */
    fromTab: boolean;
    handle: (
      request: BackgroundMessages[T]['request'],
      sender: Sender,
    ) => BackgroundMessages[T]['response'] | Promise<BackgroundMessages[T]['response']>;
  };
};

/** Prevents, at compile time, that a handler without a schema is opened to tabs. */
type OnlyWithSchema<Handlers> = {
  [T in keyof Handlers]: Handlers[T] extends { fromTab: true }
    ? T extends TabRequest
      ? unknown
      : { fromTab: false }
    : unknown;
};

/** Null for a message that does not come from this extension. */
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
 * True for the top frame of a tab. Our scripts run in no other frame. A page that Chromium prerenders has another frame
 * id until it is shown.
 */
function isTopFrame(sender: Runtime.MessageSender & { documentLifecycle?: string }): boolean {
  return sender.frameId === 0 || sender.documentLifecycle === 'prerender';
}

const isTab = ({ tabId, url }: Sender): boolean =>
  tabId !== null || !url.startsWith(browser.runtime.getURL(''));

/** False if a message names the address of a page on another site than the sender's. */
function isAboutSender(data: unknown, { url }: Sender): boolean {
  const named = (data as { url?: unknown } | null)?.url;
  if (typeof named !== 'string') return true;
  return isSameOrigin(named, url);
}

/**
 * Validates a tab's request or event.
 *
 * @throws BadMessageError if it does not match its schema, or concerns another site than the sender's
 */
function parseFromTab(
  schema: v.GenericSchema<unknown, unknown>,
  type: string,
  data: unknown,
  sender: Sender,
): unknown {
  const read = v.safeParse(schema, data);
  if (!read.success) throw new BadMessageError(`${type}: ${describeIssues(read.issues)}`);
  if (!isAboutSender(read.output, sender)) throw new BadMessageError(`${type}: concerns another site`);
  return read.output;
}

/**
 * The only receiver in the background. Messages from tabs reach only handlers with `fromTab`, and only if they match
 * their schema in `schemas.ts`.
 */
export function receiveInBackground<Handlers extends BackgroundHandlers>(
  handlers: Handlers & OnlyWithSchema<Handlers>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, rawSender: Runtime.MessageSender) => {
    if (!isEnvelope(message) || message.offprint !== 'background') return undefined;
    const sender = readSender(rawSender);
    const handler = Object.hasOwn(handlers, message.type)
      ? handlers[message.type as keyof BackgroundMessages]
      : undefined;
    if (sender === null || handler === undefined) return undefined;
    const handle = handler.handle as (request: unknown, sender: Sender) => unknown;
    if (!isTab(sender)) return answer(() => handle(message.data, sender));
    const schema = handler.fromTab ? REQUESTS[message.type as TabRequest] : undefined;
    if (schema === undefined) {
      return Promise.resolve({ ok: false, error: `${message.type} is not for web pages` } satisfies Reply);
    }
    if (!isTopFrame(rawSender)) {
      return Promise.resolve({ ok: false, error: `${message.type} is not for frames` } satisfies Reply);
    }
    return answer(() => handle(parseFromTab(schema, message.type, message.data, sender), sender));
  });
}

/** The data of an event; null if a tab may not announce it or its data is invalid. */
function readEvent<T extends keyof Events>(type: T, data: unknown, sender: Sender): Events[T] | null {
  if (!isTab(sender)) return data as Events[T];
  const schema: v.GenericSchema<unknown, unknown> | undefined = TAB_EVENTS[type];
  try {
    if (schema === undefined) throw new BadMessageError(`${type} is not for web pages`);
    return parseFromTab(schema, type, data, sender) as Events[T];
  } catch (error) {
    if (!(error instanceof BadMessageError)) throw error;
    console.warn('offprint: event rejected', error);
    return null;
  }
}

/**
 * Listens for one type of event until the signal aborts. Fills in the tab that the event came from; invalid events from
 * tabs are ignored.
 */
export function listen<T extends keyof Events>(
  type: T,
  listener: (data: Events[T]) => void,
  signal: AbortSignal,
): void {
  const onMessage = (message: unknown, rawSender: Runtime.MessageSender): undefined => {
    if (!isEnvelope(message) || message.offprint !== 'event' || message.type !== type) return undefined;
    const sender = readSender(rawSender);
    if (sender === null) return undefined;
    if (sender.tabId !== null && !isTopFrame(rawSender)) return undefined;
    const data = readEvent(type, message.data, sender);
    if (data !== null) listener({ ...data, tabId: sender.tabId ?? data.tabId });
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
