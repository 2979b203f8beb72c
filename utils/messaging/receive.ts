import * as v from 'valibot';
import { browser, type Runtime } from '../platform/browser.ts';
import { answer, BadMessageError, isEnvelope, isSameOrigin } from './envelope.ts';
import type { BackgroundMessages, Events } from './protocol.ts';
import { describeFirstIssue, TAB_EVENT_SCHEMAS, TAB_REQUEST_SCHEMAS, type TabRequest } from './schemas.ts';

/** The tab that a message comes from. */
export interface Sender {
  tabId: number;
  /**
   * The sender's address according to the browser, not to the message. After navigation within an application it may
   * still be the address that was loaded.
   */
  url: string;
  incognito: boolean;
}

/** What a handler of a message with that response returns: nothing if the response is null. */
type Answer<Response> = [Response] extends [null] ? Promise<void> : Response | Promise<Response>;

/** The handlers of messages that tabs may send also receive the tab. */
export type BackgroundHandlers = {
  [T in keyof BackgroundMessages]: (
    request: BackgroundMessages[T]['request'],
    ...from: T extends TabRequest ? [sender: Sender] : []
  ) => Answer<BackgroundMessages[T]['response']>;
};

const isOwnPage = (url: string | undefined): boolean => url?.startsWith(browser.runtime.getURL('')) === true;

/** @throws BadMessageError if the sender is no top frame of a tab, where alone our scripts run */
function readTab(sender: Runtime.MessageSender, type: string): Sender {
  const { tab, url = '' } = sender;
  if (tab?.id === undefined || !isTopFrame(sender)) throw new BadMessageError(`${type} is not for frames`);
  return { tabId: tab.id, url, incognito: tab.incognito };
}

/**
 * True for the top frame of a tab. Our scripts run in no other frame. A page that Chromium prerenders has another frame
 * id until it is shown.
 */
function isTopFrame(sender: Runtime.MessageSender & { documentLifecycle?: string }): boolean {
  return sender.frameId === 0 || sender.documentLifecycle === 'prerender';
}

/** False if a message names the address of a page on another site than the sender's. */
function isAboutSender(data: unknown, { url }: Sender): boolean {
  const named = (data as { url?: unknown } | null)?.url;
  return typeof named !== 'string' || isSameOrigin(named, url);
}

/**
 * Validates a tab's request or event.
 *
 * @throws BadMessageError if it does not match its schema, or concerns another site than the sender's
 */
function parseFromTab<T>(
  schema: v.GenericSchema<unknown, T>,
  type: string,
  data: unknown,
  sender: Sender,
): T {
  const read = v.safeParse(schema, data);
  if (!read.success) throw new BadMessageError(`${type}: ${describeFirstIssue(read.issues)}`);
  if (!isAboutSender(read.output, sender)) throw new BadMessageError(`${type}: concerns another site`);
  return read.output;
}

/**
 * The only receiver in the background. Tabs may send only messages that have a schema in `TAB_REQUEST_SCHEMAS`, and nobody else sends
 * these.
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
    if (isOwnPage(rawSender.url)) return answer(() => handle(data));
    return answer(() => {
      const schema: v.GenericSchema | undefined = Object.hasOwn(TAB_REQUEST_SCHEMAS, type)
        ? TAB_REQUEST_SCHEMAS[type as TabRequest]
        : undefined;
      if (schema === undefined) throw new BadMessageError(`${type} is not for web pages`);
      const sender = readTab(rawSender, type);
      return handle(parseFromTab(schema, type, data, sender), sender);
    });
  });
}

/** The data of a tab's event. @throws BadMessageError if a tab may not announce it or its data is invalid */
function readTabEvent<T extends keyof Events>(type: T, data: unknown, sender: Sender): Events[T] {
  const schema: v.GenericSchema<unknown, Events[T]> | undefined = TAB_EVENT_SCHEMAS[type];
  if (schema === undefined) throw new BadMessageError(`${type} is not for web pages`);
  return parseFromTab(schema, type, data, sender);
}

/**
 * Listens for one type of event until the signal aborts. Invalid events from tabs are ignored.
 *
 * @param listener also receives the tab that the event came from; null for one of our own pages
 */
export function listen<T extends keyof Events>(
  type: T,
  listener: (data: Events[T], tabId: number | null) => void,
  signal: AbortSignal,
): void {
  const hear = (data: unknown, rawSender: Runtime.MessageSender): void => {
    if (isOwnPage(rawSender.url)) {
      listener(data as Events[T], null);
      return;
    }
    const sender = readTab(rawSender, type);
    listener(readTabEvent(type, data, sender), sender.tabId);
  };
  const onMessage = (message: unknown, rawSender: Runtime.MessageSender): undefined => {
    if (!isEnvelope(message) || message.offprint !== 'event' || message.type !== type) return undefined;
    if (rawSender.id !== browser.runtime.id) return undefined;
    try {
      hear(message.data, rawSender);
    } catch (error) {
      if (!(error instanceof BadMessageError)) throw error;
      console.warn('offprint: event rejected', error);
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
