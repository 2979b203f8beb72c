// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageInTab } from '../../../entrypoints/shared/read-page-state.ts';
import { makeSave } from '../library/make-article.ts';

const TAB = { id: 1, windowId: 1, url: 'https://paper.example/harbour', title: 'Harbour', isPrivate: false };

/** How page and worker answer, and how often the page was asked. */
const world = vi.hoisted(() => ({
  page: (): Promise<unknown> => new Promise(() => undefined),
  quotes: (): Promise<unknown> => new Promise(() => undefined),
  asked: 0,
  hear: (): void => undefined,
}));

vi.mock('../../../utils/messaging/receive.ts', () => ({
  listen: (type: string, listener: (data: null, from: number) => void) => {
    if (type === 'page/changed') world.hear = () => listener(null, 1);
  },
}));
vi.mock('../../../utils/platform/active-tab.ts', () => ({
  findActiveTab: async () => TAB,
  watchTabs: () => undefined,
}));
vi.mock('../../../utils/platform/strings.ts', () => ({ readMessage: (key: string) => key }));
vi.mock('../../../entrypoints/shared/read-page-state.ts', () => ({
  readPageState: () => {
    world.asked += 1;
    return world.page();
  },
}));
vi.mock('../../../entrypoints/shared/quotes/find-quotes-in-worker.ts', () => ({
  askForQuotes: () => undefined,
}));
vi.mock('../../../entrypoints/shared/quotes/page-quotes.ts', () => ({ quotePage: () => world.quotes() }));

const { useWatchedPage } = await import('../../../entrypoints/shared/use-watched-page.ts');

const ARTICLE = {
  kind: 'article',
  tab: TAB,
  url: TAB.url,
  article: { ...makeSave({ url: TAB.url }).article, quotes: [], voices: [] },
  pendingQuotations: [],
  known: null,
  error: null,
};
const QUOTES = { quotes: [], voices: [], error: null };

const describe = (page: PageInTab): string => {
  if (page.kind === 'reading') return page.wait;
  if (page.kind === 'article') return page.pendingQuotations === null ? 'whole' : 'unquoted';
  return page.kind;
};

function Screen() {
  return <p>{describe(useWatchedPage(false).shown)}</p>;
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const shown = (): string | null => document.body.textContent;
const later = (ms: number, value: unknown) =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms);
  });

async function open(page: () => Promise<unknown>): Promise<void> {
  world.page = page;
  await act(() => render(<Screen />, document.body));
  await pass(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  world.asked = 0;
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

it('shows an article together with its quotes, or without if they take long', async () => {
  world.quotes = () => later(40, QUOTES);
  await open(async () => ARTICLE);
  expect(shown()).toBe('loading');
  await pass(40);
  expect(shown()).toBe('whole');
  render(null, document.body);

  world.quotes = () => later(500, QUOTES);
  await open(async () => ARTICLE);
  await pass(49);
  expect(shown()).toBe('loading');
  await pass(1);
  expect(shown()).toBe('unquoted');
  await pass(450);
  expect(shown()).toBe('whole');
});

it('waits longer for quotes that the page knows already', async () => {
  world.quotes = () => later(390, QUOTES);
  await open(async () => ({ ...ARTICLE, known: [] }));
  await pass(389);
  expect(shown()).toBe('loading');
  await pass(1);
  expect(shown()).toBe('whole');
});

it('says that a page is busy, or slow to read, and gives up at last', async () => {
  await open(() => new Promise(() => undefined));
  await pass(799);
  expect(shown()).toBe('loading');
  await pass(1);
  expect(shown()).toBe('busy');
  await pass(14_200);
  expect(shown()).toBe('failed');
  render(null, document.body);

  await open(async () => ({ kind: 'reading', tab: TAB, wait: 'reading' }));
  expect(shown()).toBe('reading');
  await pass(2500);
  expect(shown()).toBe('slow');
  await pass(12_500);
  expect(shown()).toBe('failed');
});

it('keeps an article for a moment while its page navigates, and asks again each second', async () => {
  world.quotes = async () => QUOTES;
  await open(async () => ARTICLE);
  expect(shown()).toBe('whole');
  world.page = async () => ({ kind: 'reading', tab: TAB, wait: 'following' });
  world.asked = 0;
  await act(() => world.hear());
  await pass(0);
  await pass(249);
  expect(shown()).toBe('whole');
  await pass(1);
  expect(shown()).toBe('following');
  for (const ms of [750, 1000, 1000]) await pass(ms);
  expect(world.asked).toBe(4);
  world.page = async () => ARTICLE;
  for (const ms of [1000, 0]) await pass(ms);
  expect(shown()).toBe('whole');
});
