import * as v from 'valibot';
import { browser, type Runtime } from '../platform/browser.ts';
import { isEnvelope, type Reply } from './envelope.ts';
import { BadMessageError } from './errors.ts';
import type { BackgroundMessages, Events } from './protocol.ts';
import { answer } from './reply.ts';
import { isSameOrigin } from './same-origin.ts';
import { describeIssues, REQUESTS, TAB_EVENTS, type TabRequest } from './schemas.ts';

/** Who sent a message. `tabId` is set for scripts in a web page, null for our own pages. */
export interface Sender {
  tabId: number | null;
  /**
   * Where the sender is, as the browser says and not the message. It may stay that of loading where an application goes
   * on to another article.
   */
  url: string;
  incognito: boolean;
}

type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: {
    /** May tabs call it? Only where `schemas.ts` says what they may ask. */
    fromTab: boolean;
    handle: (
      request: BackgroundMessages[T]['request'],
      sender: Sender,
    ) => BackgroundMessages[T]['response'] | Promise<BackgroundMessages[T]['response']>;
  };
};

/** Keeps a handler from being opened to tabs without a schema. */
type OnlyWithSchema<Handlers> = {
  [T in keyof Handlers]: Handlers[T] extends { fromTab: true }
    ? T extends TabRequest
      ? unknown
      : { fromTab: false }
    : unknown;
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

const isTab = ({ tabId, url }: Sender): boolean =>
  tabId !== null || !url.startsWith(browser.runtime.getURL(''));

/** Whether a message that speaks of a page comes from that page's site. */
function isOfSender(data: unknown, { url }: Sender): boolean {
  const named = (data as { url?: unknown } | null)?.url;
  if (typeof named !== 'string') return true;
  return isSameOrigin(named, url);
}

/**
 * A tab's request or event, cleaned.
 *
 * @throws BadMessageError where it is not as it must be, or speaks of another site than the sender's
 */
function parseFromTab(
  schema: v.GenericSchema<unknown, unknown>,
  type: string,
  data: unknown,
  sender: Sender,
): unknown {
  const read = v.safeParse(schema, data);
  if (!read.success) throw new BadMessageError(`${type}: ${describeIssues(read.issues)}`);
  if (!isOfSender(read.output, sender)) throw new BadMessageError(`${type}: speaks of another site`);
  return read.output;
}

/**
 * The background's one receiver. Messages from tabs reach only handlers that say `fromTab`, and only where
 * `schemas.ts` lets them through.
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

/** An event's data; null for what a tab may not tell, or tells wrongly. */
function readEvent<T extends keyof Events>(type: T, data: unknown, sender: Sender): Events[T] | null {
  if (!isTab(sender)) return data as Events[T];
  const schema: v.GenericSchema<unknown, unknown> | undefined = TAB_EVENTS[type];
  try {
    if (schema === undefined) throw new BadMessageError(`${type} is not for web pages to tell`);
    return parseFromTab(schema, type, data, sender) as Events[T];
  } catch (error) {
    if (!(error instanceof BadMessageError)) throw error;
    console.warn('offprint: not heard', error);
    return null;
  }
}

/**
 * Listens to one kind of event until the signal aborts. The tab an event came from is filled in; what a tab may not
 * tell is not heard.
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
