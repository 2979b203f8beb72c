import { beforeEach, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';
import { getSiteView } from '../../../utils/settings/site-settings.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';
import { makeReport } from './make-report.ts';

type Listener = (message: unknown, sender: object, sendResponse: (value: unknown) => void) => unknown;

/** A browser with one wire: everything that is sent reaches every listener, as in an extension. */
const wire = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  /** `answer` is what a tab says whatever it is asked, if it is set. */
  const state = { sender: {} as object, answer: undefined as unknown };
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
    tabs: {
      sendMessage: async (_tabId: number, message: unknown) =>
        state.answer === undefined ? send(message) : { ok: true, value: state.answer },
    },
  };
  return { listeners, state, send, browser };
});

vi.mock('../../../utils/platform/browser.ts', () => ({ browser: wire.browser }));
vi.stubGlobal('chrome', wire.browser);

const { listen, receiveInBackground } = await import('../../../utils/messaging/receive.ts');
const { BadMessageError } = await import('../../../utils/messaging/envelope.ts');
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
  Object.assign(wire.state, { sender: OWN_PAGE, answer: undefined });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

it('returns the handler’s result', async () => {
  receive({
    'save/undo': ({ token }) => token === 'a',
  });
  expect(await sendToBackground('save/undo', { token: 'a' })).toBe(true);
});

it('throws the handler’s error with its message', async () => {
  receive({
    'article/retryImages': () => Promise.reject(new Error('the disk is full')),
  });
  await expect(sendToBackground('article/retryImages', { articleId: 'a' })).rejects.toThrow(
    'the disk is full',
  );
});

it('throws NoReceiverError if nothing replies', async () =>
  await expect(sendToBackground('page/ask', { tabId: 1 })).rejects.toThrow(/no reply/));

it('rejects requests from subframes, but not from a prerendered page', async () => {
  const ask = vi.fn(() => ({ settings: getSiteView(DEFAULT_SETTINGS, '') }));
  receive({ 'site/ask': ask });
  wire.state.sender = { ...WEB_PAGE, frameId: 12 };
  await expect(askBackground('site/ask', null)).rejects.toThrow(/not for frames/);
  wire.state.sender = { ...WEB_PAGE, frameId: undefined };
  await expect(askBackground('site/ask', null)).rejects.toThrow(/not for frames/);
  expect(ask).not.toHaveBeenCalled();
  wire.state.sender = { ...WEB_PAGE, frameId: 12, documentLifecycle: 'prerender' };
  await askBackground('site/ask', null);
  expect(ask).toHaveBeenCalledOnce();
});

it('ignores messages from another extension', async () => {
  const handle = vi.fn();
  receive({ 'article/retryImages': handle });
  wire.state.sender = { id: 'somebody-else', url: 'chrome-extension://offprint/popup.html' };
  await expect(sendToBackground('article/retryImages', { articleId: 'a' })).rejects.toThrow(/no reply/);
  expect(handle).not.toHaveBeenCalled();
});

it('ignores messages named like inherited properties', async () => {
  receive({});
  expect(await wire.send({ offprint: 'background', type: 'constructor', data: null })).toBeUndefined();
});

it('lets the script with a handler reply in a tab, until its signal aborts', async () => {
  const life = new AbortController();
  receiveInTab({ 'page/jumpToPlace': ({ start }) => ({ found: start === 2 }) }, life.signal);
  expect(await sendToTab(1, 'page/jumpToPlace', PLACE)).toEqual({ found: true });
  // What one script has no answer for is left to the tab's other scripts.
  receiveInTab({ 'page/jumpBack': () => null }, life.signal);
  expect(await sendToTab(1, 'page/jumpBack', null)).toBeNull();
  life.abort();
  await expect(sendToTab(1, 'page/jumpToPlace', PLACE)).rejects.toThrow(/no reply/);
});

it('throws NoReceiverError in a tab if the extension was updated', async () => {
  const { id } = wire.browser.runtime;
  Reflect.deleteProperty(wire.browser.runtime, 'id');
  await expect(askBackground('page/colourMarks', null)).rejects.toThrow(/the extension is gone/);
  wire.browser.runtime.id = id;
});

const PAGE = 'https://evil.example/story';
const TAB = { id: 'offprint', url: PAGE, frameId: 0, tab: { id: 7, incognito: false } };
const VERDICT = { isArticle: true, reason: 'articleData' as const, score: 1 };

const handle = vi.fn(() => null);
const send = async (type: string, data: unknown, sender: object = TAB): Promise<unknown> => {
  handle.mockClear();
  wire.listeners.clear();
  receiveInBackground({
    'gate/verdict': handle,
    'page/returned': handle,
    'rules/drop': handle,
    'rules/add': handle,
    'article/save': handle,
  } as never);
  const [listener] = wire.listeners;
  return listener?.({ offprint: 'background', type, data }, sender, () => undefined);
};

it('passes only declared fields of a tab’s request to its handler', async () => {
  expect(await send('gate/verdict', { url: PAGE, verdict: VERDICT, ms: 1, extra: 'x' })).toMatchObject({
    ok: true,
  });
  expect(handle).toHaveBeenCalledWith({ url: PAGE, verdict: VERDICT, ms: 1 }, expect.anything());
  await send('rules/drop', { id: 'a', host: 'paper.example' });
  expect(handle).toHaveBeenCalledWith({ id: 'a' }, expect.anything());
});

it.each([
  ['another site’s address', 'gate/verdict', { url: 'https://paper.example/story', verdict: VERDICT, ms: 1 }],
  ['an address of no site', 'page/returned', { url: 'javascript:alert(1)' }],
  ['a reason nobody knows', 'gate/verdict', { url: PAGE, verdict: { ...VERDICT, reason: '<b>' }, ms: 1 }],
  ['a number that is none', 'gate/verdict', { url: PAGE, verdict: { ...VERDICT, score: Number.NaN }, ms: 1 }],
  ['no data at all', 'gate/verdict', null],
  ['a rule that hides the whole page', 'rules/add', { rule: { id: 'a', action: 'hide', tag: 'body' } }],
  ['what is not for tabs', 'article/save', { tabId: 1 }],
])('rejects a tab’s request with %s', async (_, type, data) => {
  expect(await send(type, data)).toMatchObject({ ok: false });
  expect(handle).not.toHaveBeenCalled();
});

it('rejects a tab’s request from a subframe', async () => {
  const message = { url: PAGE, verdict: VERDICT, ms: 1 };
  expect(await send('gate/verdict', message, { ...TAB, frameId: 3 })).toMatchObject({ ok: false });
  expect(handle).not.toHaveBeenCalled();
});

const hear = (type: 'page/changed' | 'pages/progress', data: unknown, sender: object = TAB) => {
  const heard = vi.fn();
  wire.listeners.clear();
  listen(type, heard, new AbortController().signal);
  const [listener] = wire.listeners;
  listener?.({ offprint: 'event', type, data }, sender, () => undefined);
  return heard;
};

it('accepts a tab’s events only about its own page', () => {
  expect(hear('page/changed', { tabId: 99, url: PAGE })).toHaveBeenCalledWith({ url: PAGE }, 7);
  expect(hear('page/changed', { url: 'https://paper.example/' })).not.toHaveBeenCalled();
  expect(hear('page/changed', { url: PAGE }, { ...TAB, frameId: 3 })).not.toHaveBeenCalled();
  expect(hear('page/changed', null)).not.toHaveBeenCalled();
});

it('rejects events that only our own pages may send', () => {
  const progress = { articleId: 'a', page: 2, total: 3 };
  expect(hear('pages/progress', progress)).not.toHaveBeenCalled();
  const own = { id: 'offprint', url: 'chrome-extension://offprint/background.html' };
  expect(hear('pages/progress', progress, own)).toHaveBeenCalledWith(progress, null);
});

const { article } = makeSave({ url: PAGE });
const at = article.text.indexOf('We waited');
const quote = makeQuote('We waited long enough,', 'Mira Voss', at);
const correction = { text: 'We waited long enough,', start: at, speaker: 'Mira Voss' };
const report = makeReport(PAGE, { article, corrections: [correction], known: [quote] });
const ask = (value: unknown): Promise<PageReport> => {
  wire.state.answer = value;
  return sendToTab(7, 'page/report', { html: true });
};

it('accepts a valid report unchanged', async () => expect(await ask(report)).toEqual(report));

it.each([
  ['a direction that is markup', { article: { ...article, dir: '"><script>' } }],
  ['an article of another site', { article: { ...article, url: 'https://paper.example/story' } }],
  ['an address that runs', { url: 'javascript:alert(1)' }],
  ['a quote that is not in the text', { known: [{ ...quote, text: 'We never waited at all' }] }],
  ['a quote elsewhere', { known: [{ ...quote, start: at + 1, end: at + 1 + quote.text.length }] }],
  ['evidence nobody knows', { known: [{ ...quote, evidence: 'hearsay' }] }],
  ['quotes of no article', { article: null }],
  ['a correction of nothing', { corrections: [{ ...correction, text: undefined }] }],
  ['a correction nowhere', { corrections: [{ ...correction, start: -1 }] }],
  ['more corrections than anybody makes', { corrections: Array.from({ length: 5000 }, () => correction) }],
  ['a next page elsewhere', { pages: { page: 1, total: 2, next: 'https://bank.example/', first: PAGE } }],
  ['an endless count', { article: { ...article, wordCount: Number.POSITIVE_INFINITY } }],
  ['a text for a number', { ms: { gate: 'soon', assistant: 2 } }],
])(
  'a tab’s report is refused with %s',
  async (_, change) => await expect(ask({ ...report, ...change })).rejects.toBeInstanceOf(BadMessageError),
);

it('rejects an invalid report', async () => {
  for (const nonsense of [null, 'report', 7, [], { ...report, article: 'text' }])
    await expect(ask(nonsense)).rejects.toThrow();
});

it('truncates and cleans long values in a report', async () => {
  const long = 'Quay '.repeat(9000);
  const {
    article: cut,
    corrections,
    known,
    hidden,
  } = await ask({
    ...report,
    article: {
      ...article,
      title: `\u202e${long}`,
      siteName: long,
      byline: long,
      excerpt: long,
      lang: 'not a language',
      publishedAt: 'yesterday',
      leadImage: { url: 'data:image/png;base64,AA', alt: '', caption: null },
    },
    corrections: [{ ...correction, speaker: `\u2067${long}` }],
    known: Array.from({ length: 6000 }, () => ({
      ...quote,
      resolvedSpeaker: long,
      role: '\u2067of the quay',
    })),
    hidden: [{ id: 1, kind: 'overlay', reason: 'coversPage', text: long, hidden: true }],
  });
  expect(cut?.title.length).toBeLessThanOrEqual(500);
  expect(cut?.title).not.toContain('\u202e');
  expect(cut?.siteName?.length).toBeLessThanOrEqual(120);
  expect(cut?.byline?.length).toBeLessThanOrEqual(300);
  expect(cut?.excerpt?.length).toBeLessThanOrEqual(1000);
  expect(cut).toMatchObject({ lang: null, publishedAt: null, leadImage: null });
  expect(known).toHaveLength(5000);
  expect(known?.[0]?.resolvedSpeaker?.length).toBeLessThanOrEqual(200);
  expect(known?.[0]?.role).toBe('of the quay');
  expect(corrections[0]?.speaker?.length).toBeLessThanOrEqual(200);
  expect(corrections[0]?.speaker).not.toContain('\u2067');
  expect(hidden[0]?.text.length).toBeLessThanOrEqual(200);
});

it('accepts only a URL as canonical URL of a report', async () => {
  const canonicalUrl = 'https://paper.example/2026/harbour';
  expect(await ask({ ...report, canonicalUrl })).toMatchObject({ canonicalUrl });
  await expect(ask({ ...report, canonicalUrl: 'javascript:alert(1)' })).rejects.toThrow('canonicalUrl');
});

it('replaces an article’s URL that belongs to another owner', async () => {
  const forged = { ...article, canonicalUrl: 'https://paper.example/2026/harbour' };
  expect((await ask({ ...report, article: forged })).article).toMatchObject({
    canonicalUrl: PAGE,
    claimedUrl: 'https://paper.example/2026/harbour',
  });
});
