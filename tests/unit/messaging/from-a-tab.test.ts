import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';

type Listener = (message: unknown, sender: object) => unknown;

/** A browser whose background hears whatever a tab sends, as whoever the browser says it is. */
const wire = vi.hoisted(() => {
  const listeners: Listener[] = [];
  const state = { answer: null as unknown };
  const browser = {
    runtime: {
      id: 'offprint',
      getURL: (path: string) => `chrome-extension://offprint/${path}`,
      onMessage: {
        addListener: (listener: Listener) => listeners.push(listener),
        removeListener: () => undefined,
      },
    },
    tabs: { sendMessage: async () => ({ ok: true, value: state.answer }) },
  };
  return { listeners, state, browser };
});
vi.mock('../../../utils/platform/browser.ts', () => ({ browser: wire.browser }));

const { listen, receiveInBackground } = await import('../../../utils/messaging/receive.ts');
const { sendToTab } = await import('../../../utils/messaging/send.ts');
const { BadMessageError } = await import('../../../utils/messaging/envelope.ts');

const PAGE = 'https://evil.example/story';
const TAB = { id: 'offprint', url: PAGE, frameId: 0, tab: { id: 7, incognito: false } };
const VERDICT = { isArticle: true, reason: 'articleData' as const, score: 1 };
const FINGERPRINT = { page: 4, blocks: [1, 2], hidden: [3], shown: [] };
const remember = (fingerprint: unknown) => ({ fingerprint, opened: 0 });

beforeEach(() => {
  wire.listeners.length = 0;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('what a tab asks of the background', () => {
  const handle = vi.fn(() => null);
  const send = async (type: string, data: unknown, sender: object = TAB): Promise<unknown> => {
    handle.mockClear();
    wire.listeners.length = 0;
    receiveInBackground({
      'gate/verdict': { fromTab: true, handle },
      'page/returned': { fromTab: true, handle },
      'rules/drop': { fromTab: true, handle },
      'site/remember': { fromTab: true, handle },
      'rules/add': { fromTab: true, handle },
      'article/save': { fromTab: false, handle },
    } as never);
    return wire.listeners[0]?.({ offprint: 'background', type, data }, sender);
  };

  it('reaches its handler with nothing else in it', async () => {
    expect(await send('gate/verdict', { url: PAGE, verdict: VERDICT, ms: 1, extra: 'x' })).toMatchObject({
      ok: true,
    });
    expect(handle).toHaveBeenCalledWith({ url: PAGE, verdict: VERDICT, ms: 1 }, expect.anything());
    await send('rules/drop', { id: 'a', host: 'paper.example' });
    expect(handle).toHaveBeenCalledWith({ id: 'a' }, expect.anything());
    await send('site/remember', remember({ ...FINGERPRINT, words: 'more' }));
    expect(handle).toHaveBeenCalledWith(remember(FINGERPRINT), expect.anything());
  });

  it.each([
    [
      'another site’s address',
      'gate/verdict',
      { url: 'https://paper.example/story', verdict: VERDICT, ms: 1 },
    ],
    ['an address of no site', 'page/returned', { url: 'javascript:alert(1)' }],
    ['a reason nobody knows', 'gate/verdict', { url: PAGE, verdict: { ...VERDICT, reason: '<b>' }, ms: 1 }],
    [
      'a number that is none',
      'gate/verdict',
      { url: PAGE, verdict: { ...VERDICT, score: Number.NaN }, ms: 1 },
    ],
    ['no data at all', 'gate/verdict', null],
    ['a rule that hides the whole page', 'rules/add', { rule: { id: 'a', action: 'hide', tag: 'body' } }],
    ['what is not for tabs', 'article/save', { tabId: 1 }],
    ['no fingerprint', 'site/remember', remember(null)],
    ['words for a fingerprint', 'site/remember', remember('words')],
    ['a page that is no number', 'site/remember', remember({ ...FINGERPRINT, page: 'a' })],
    ['words among numbers', 'site/remember', remember({ ...FINGERPRINT, blocks: ['words'] })],
    ['a list that is none', 'site/remember', remember({ ...FINGERPRINT, hidden: null })],
    ['half a number', 'site/remember', remember({ ...FINGERPRINT, shown: [0.5] })],
    ['too many numbers', 'site/remember', remember({ ...FINGERPRINT, blocks: new Array(100_000).fill(1) })],
  ])('is refused with %s', async (_, type, data) => {
    expect(await send(type, data)).toMatchObject({ ok: false });
    expect(handle).not.toHaveBeenCalled();
  });

  it('is refused from a frame in the page', async () => {
    const message = { url: PAGE, verdict: VERDICT, ms: 1 };
    expect(await send('gate/verdict', message, { ...TAB, frameId: 3 })).toMatchObject({ ok: false });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('what a tab tells', () => {
  const hear = (type: 'page/changed' | 'pages/progress', data: unknown, sender: object = TAB) => {
    const heard = vi.fn();
    wire.listeners.length = 0;
    listen(type, heard, new AbortController().signal);
    wire.listeners[0]?.({ offprint: 'event', type, data }, sender);
    return heard;
  };

  it('is heard of its own page alone', () => {
    expect(hear('page/changed', { tabId: 99, url: PAGE })).toHaveBeenCalledWith({ tabId: 7, url: PAGE });
    expect(hear('page/changed', { tabId: 99, url: 'https://paper.example/' })).not.toHaveBeenCalled();
    expect(hear('page/changed', { tabId: 7, url: PAGE }, { ...TAB, frameId: 3 })).not.toHaveBeenCalled();
    expect(hear('page/changed', null)).not.toHaveBeenCalled();
  });

  it('is nothing that only our own pages can know', () => {
    const progress = { tabId: null, articleId: 'a', page: 2, total: 3 };
    expect(hear('pages/progress', progress)).not.toHaveBeenCalled();
    const own = { id: 'offprint', url: 'chrome-extension://offprint/background.html' };
    expect(hear('pages/progress', progress, own)).toHaveBeenCalledWith(progress);
  });
});

describe('a tab’s report', () => {
  const { article } = makeSave({ url: PAGE });
  const at = article.text.indexOf('We waited');
  const quote = makeQuote('We waited long enough,', 'Mira Voss', at);
  const correction = { text: 'We waited long enough,', start: at, speaker: 'Mira Voss' };
  const report: PageReport = {
    state: 'article',
    url: PAGE,
    verdict: VERDICT,
    article,
    pages: null,
    corrections: [correction],
    known: [quote],
    hidden: [],
    clutterOn: true,
    clutterPaused: false,
    error: null,
    ms: { gate: 1, assistant: 2 },
  };
  const ask = (value: unknown): Promise<PageReport> => {
    wire.state.answer = value;
    return sendToTab(7, 'page/report', { html: true });
  };

  it('comes through as it is', async () => {
    expect(await ask(report)).toEqual(report);
  });

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
  ])('is refused with %s', async (_, change) => {
    await expect(ask({ ...report, ...change })).rejects.toBeInstanceOf(BadMessageError);
  });

  it('is refused where it is none', async () => {
    for (const nonsense of [null, 'report', 7, [], { ...report, article: 'text' }])
      await expect(ask(nonsense)).rejects.toThrow();
  });

  it('is cut and cleaned where it says too much', async () => {
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

  it('says where its page is at home, and nothing but an address', async () => {
    const canonicalUrl = 'https://paper.example/2026/harbour';
    expect(await ask({ ...report, canonicalUrl })).toMatchObject({ canonicalUrl });
    await expect(ask({ ...report, canonicalUrl: 'javascript:alert(1)' })).rejects.toThrow('canonicalUrl');
  });

  it('speaks for no other owner’s address', async () => {
    const forged = { ...article, canonicalUrl: 'https://paper.example/2026/harbour' };
    expect((await ask({ ...report, article: forged })).article).toMatchObject({
      canonicalUrl: PAGE,
      claimedUrl: 'https://paper.example/2026/harbour',
    });
  });
});
