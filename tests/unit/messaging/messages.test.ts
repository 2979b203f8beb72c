import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_MEMORY } from '../../../utils/clutter/memory/site-memory.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';
import { viewForSite } from '../../../utils/settings/site-settings.ts';

type Listener = (message: unknown, sender: object, sendResponse: (value: unknown) => void) => unknown;

/** A browser with one wire: everything that is sent reaches every listener, as in an extension. */
const wire = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const state = { sender: {} as object };
  const send = async (message: unknown): Promise<unknown> => {
    const copy = structuredClone(message);
    for (const listener of listeners) {
      const later = Promise.withResolvers<unknown>();
      const answer = listener(copy, state.sender, later.resolve);
      if (answer === true) return structuredClone(await later.promise);
      if (answer instanceof Promise) return structuredClone(await answer);
    }
    return undefined;
  };
  const browser = {
    runtime: {
      id: 'offprint',
      getURL: (path: string) => `chrome-extension://offprint/${path}`,
      sendMessage: send,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    tabs: { sendMessage: (_tabId: number, message: unknown) => send(message) },
  };
  return { listeners, state, send, browser };
});

vi.mock('../../../utils/platform/browser.ts', () => ({ browser: wire.browser }));
vi.stubGlobal('chrome', wire.browser);

const { receiveInBackground } = await import('../../../utils/messaging/receive.ts');
const { sendToBackground, sendToTab } = await import('../../../utils/messaging/send.ts');
const { askBackground, receiveInTab } = await import('../../../utils/messaging/tab-side.ts');

const OWN_PAGE = { id: 'offprint', url: 'chrome-extension://offprint/popup.html' };
const WEB_PAGE = {
  id: 'offprint',
  url: 'https://paper.example/story',
  frameId: 0,
  tab: { id: 7, incognito: false },
};

const PLACE = { start: 2, end: 6, text: 'quay' };

/** Receives messages with these handlers; the others are not asked for here. */
const receive = (handlers: Partial<Parameters<typeof receiveInBackground>[0]>): void =>
  receiveInBackground(handlers as Parameters<typeof receiveInBackground>[0]);

beforeEach(() => {
  wire.listeners.clear();
  wire.state.sender = OWN_PAGE;
});

describe('messages to the background', () => {
  it('bring the handler’s answer back', async () => {
    receive({
      'page/treatAsArticle': { fromTab: false, handle: ({ tabId }) => ({ ok: tabId === 4, message: null }) },
    });
    expect(await sendToBackground('page/treatAsArticle', { tabId: 4 })).toEqual({ ok: true, message: null });
  });

  it('bring the handler’s failure back with its words', async () => {
    receive({
      'article/retryImages': { fromTab: false, handle: () => Promise.reject(new Error('the disk is full')) },
    });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(sendToBackground('article/retryImages', { articleId: 'a' })).rejects.toThrow(
      'the disk is full',
    );
  });

  it('fail plainly where nobody listens', async () => {
    await expect(sendToBackground('page/ask', { tabId: 1 })).rejects.toThrow(/nobody answered/);
  });

  it('from a frame of a page are refused; a page prepared in advance is none', async () => {
    const ask = vi.fn(() => ({ settings: viewForSite(DEFAULT_SETTINGS, ''), memory: EMPTY_MEMORY }));
    receive({ 'site/ask': { fromTab: true, handle: ask } });
    wire.state.sender = { ...WEB_PAGE, frameId: 12 };
    await expect(askBackground('site/ask', null)).rejects.toThrow(/not for frames/);
    wire.state.sender = { ...WEB_PAGE, frameId: undefined };
    await expect(askBackground('site/ask', null)).rejects.toThrow(/not for frames/);
    expect(ask).not.toHaveBeenCalled();
    wire.state.sender = { ...WEB_PAGE, frameId: 12, documentLifecycle: 'prerender' };
    await askBackground('site/ask', null);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('from another extension are not heard at all', async () => {
    const handle = vi.fn(() => null);
    receive({ 'article/retryImages': { fromTab: false, handle } });
    wire.state.sender = { id: 'somebody-else', url: 'chrome-extension://offprint/popup.html' };
    await expect(sendToBackground('article/retryImages', { articleId: 'a' })).rejects.toThrow(
      /nobody answered/,
    );
    expect(handle).not.toHaveBeenCalled();
  });

  it('named like something every object has are not handled', async () => {
    receive({});
    expect(await wire.send({ offprint: 'background', type: 'constructor', data: null })).toBeUndefined();
  });
});

describe('messages to a tab', () => {
  it('are answered by the script that has a handler, until it ends', async () => {
    const life = new AbortController();
    receiveInTab({ 'page/jumpToPlace': ({ start }) => ({ found: start === 2 }) }, life.signal);
    expect(await sendToTab(1, 'page/jumpToPlace', PLACE)).toEqual({ found: true });
    // What one script has no answer for is left to the tab's other scripts.
    receiveInTab({ 'page/jumpBack': () => null }, life.signal);
    expect(await sendToTab(1, 'page/jumpBack', null)).toBeNull();
    life.abort();
    await expect(sendToTab(1, 'page/jumpToPlace', PLACE)).rejects.toThrow(/nobody answered/);
  });
});

describe('messages from a tab', () => {
  it('fail plainly where the extension was updated under the page', async () => {
    const { id } = wire.browser.runtime;
    Reflect.deleteProperty(wire.browser.runtime, 'id');
    await expect(askBackground('page/colourMarks', null)).rejects.toThrow(/the extension is gone/);
    wire.browser.runtime.id = id;
  });
});
