import * as v from 'valibot';
import { browser, type Runtime } from '../platform/browser.ts';
import { BadMessageError, isEnvelope, isSameOrigin, replyWith } from './envelope.ts';
import type { BackgroundMessages, Events } from './protocol.ts';
import { describeFirstIssue, TAB_EVENT_SCHEMAS, TAB_REQUEST_SCHEMAS, type TabRequest } from './schemas.ts';

/** The tab that a message comes from. */
export interface Sender {
  tabId: number;
  /**
   * The tab's URL as reported by the browser, not by the message. After a same-document navigation, it may still be the
   * URL from which the page was loaded.
   */
  url: string;
  incognito: boolean;
}

/** The return type of a handler: void if the response is null. */
type HandlerResult<Response> = [Response] extends [null] ? Promise<void> : Response | Promise<Response>;

/** The background's handlers. For messages that tabs may send, the handler also receives the sending tab. */
export type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: (
    request: BackgroundMessages[T]['request'],
    ...from: T extends TabRequest ? [sender: Sender] : []
  ) => HandlerResult<BackgroundMessages[T]['response']>;
};

const isOwnPage = (url: string | undefined): boolean => url?.startsWith(browser.runtime.getURL('')) === true;

/** @throws BadMessageError unless the sender is the top frame of a tab; our content scripts run in no other frame */
function requireTopFrame(sender: Runtime.MessageSender, type: string): Sender {
  const { tab, url = '' } = sender;
  if (tab?.id === undefined || !isTopFrame(sender)) throw new BadMessageError(`${type} is not for frames`);
  return { tabId: tab.id, url, incognito: tab.incognito };
}

/** True for the top frame of a tab. In Chromium, a prerendered page has another frame id until it is shown. */
function isTopFrame(sender: Runtime.MessageSender & { documentLifecycle?: string }): boolean {
  return sender.frameId === 0 || sender.documentLifecycle === 'prerender';
}

/** False if a message contains the URL of another origin than the sender's. */
function isAboutSender(data: unknown, { url }: Sender): boolean {
  const claimedUrl = (data as { url?: unknown } | null)?.url;
  return typeof claimedUrl !== 'string' || isSameOrigin(claimedUrl, url);
}

/**
 * Validates a tab's request or event.
 *
 * @throws BadMessageError if it does not match its schema, or contains the URL of another origin
 */
function parseFromTab<T>(
  schema: v.GenericSchema<unknown, T>,
  type: string,
  data: unknown,
  sender: Sender,
): T {
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) throw new BadMessageError(`${type}: ${describeFirstIssue(parsed.issues)}`);
  if (!isAboutSender(parsed.output, sender)) throw new BadMessageError(`${type}: is about another site`);
  return parsed.output;
}

/**
 * Registers the background's only message listener. Our own pages may send any message. Tabs may send only those with a
 * schema in `TAB_REQUEST_SCHEMAS`; all other senders are ignored.
 */
export function receiveInBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, rawSender: Runtime.MessageSender) => {
    if (!isEnvelope(message) || message.offprint !== 'background') return undefined;
    const { type, data } = message;
    if (rawSender.id !== browser.runtime.id || !Object.hasOwn(handlers, type)) return undefined;
    const handle = handlers[type as keyof BackgroundMessages] as (
      request: unknown,
      sender?: Sender,
    ) => unknown;
    if (isOwnPage(rawSender.url)) return replyWith(() => handle(data));
    return replyWith(() => {
      const schema: v.GenericSchema | undefined = Object.hasOwn(TAB_REQUEST_SCHEMAS, type)
        ? TAB_REQUEST_SCHEMAS[type as TabRequest]
        : undefined;
      if (schema === undefined) throw new BadMessageError(`${type} is not for web pages`);
      const sender = requireTopFrame(rawSender, type);
      return handle(parseFromTab(schema, type, data, sender), sender);
    });
  });
}

/** Validates the data of a tab's event. @throws BadMessageError if tabs may not send it, or its data is invalid */
function parseTabEvent<T extends keyof Events>(type: T, data: unknown, sender: Sender): Events[T] {
  const schema: v.GenericSchema<unknown, Events[T]> | undefined = TAB_EVENT_SCHEMAS[type];
  if (schema === undefined) throw new BadMessageError(`${type} is not for web pages`);
  return parseFromTab(schema, type, data, sender);
}

/**
 * Listens for one type of event until the signal aborts. Invalid events from tabs are logged and dropped.
 *
 * @param listener receives the data, and the id of the sending tab or null if one of our own pages sent the event
 */
export function listen<T extends keyof Events>(
  type: T,
  listener: (data: Events[T], tabId: number | null) => void,
  signal: AbortSignal,
): void {
  const deliver = (data: unknown, rawSender: Runtime.MessageSender): void => {
    if (isOwnPage(rawSender.url)) {
      listener(data as Events[T], null);
      return;
    }
    const sender = requireTopFrame(rawSender, type);
    listener(parseTabEvent(type, data, sender), sender.tabId);
  };
  const onMessage = (message: unknown, rawSender: Runtime.MessageSender): undefined => {
    if (!isEnvelope(message) || message.offprint !== 'event' || message.type !== type) return undefined;
    if (rawSender.id !== browser.runtime.id) return undefined;
    try {
      deliver(message.data, rawSender);
    } catch (error) {
      if (!(error instanceof BadMessageError)) throw error;
      console.warn('offprint: event rejected', error);
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
