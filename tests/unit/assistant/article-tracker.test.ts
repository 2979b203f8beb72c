// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageChangeWatch } from '../../../entrypoints/assistant/page-change-watch.ts';
import { QuoteCache } from '../../../entrypoints/assistant/quote-cache.ts';
import { UrlMatcher } from '../../../entrypoints/assistant/url-matcher.ts';
import { Waiters } from '../../../entrypoints/assistant/waiters.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import type { TabState } from '../../../utils/platform/tab-state.ts';
import type { NavigationKind } from '../../../utils/platform/watch-location.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';

const TEXT = 'Rain fell. “No.” The tide came in.';
const QUOTE = makeQuote('No.', 'Ann Weir', TEXT.indexOf('No.'));

it('keeps quotes of the text that is there, until it is read again', () => {
  const kept = new QuoteCache();
  kept.store([QUOTE], TEXT.length, `${TEXT} It went out again.`);
  expect(kept.quotes).toBeNull();
  kept.store([QUOTE], TEXT.length, TEXT.replace('No', 'Ye'));
  expect(kept.quotes).toBeNull();
  kept.store([QUOTE], TEXT.length, TEXT);
  expect(kept.quotes).toEqual([QUOTE]);
  kept.quotes = null;
  expect(kept.quotes).toBeNull();
});

it('keeps the latest corrections, however often the text is read', () => {
  const kept = new QuoteCache();
  for (let start = 0; start < 300; start++) {
    kept.addCorrections([{ text: 'No.', start, speaker: null }]);
  }
  kept.quotes = null;
  expect(kept.corrections).toHaveLength(200);
  expect(kept.corrections.at(-1)?.start).toBe(299);
});

it('takes back what was said last of a quote, and of no other', () => {
  const kept = new QuoteCache();
  const of = (start: number, speaker: string) => ({ text: 'No.', start, speaker });
  kept.addCorrections([of(1, 'Ann Weir'), of(9, 'Ann Weir')]);
  kept.addCorrections([of(1, 'Mira Voss')]);
  kept.revert([{ text: 'No.', start: 1 }]);
  expect(kept.corrections).toEqual([of(1, 'Ann Weir'), of(9, 'Ann Weir')]);
  kept.revert([1, 9, 30].map((start) => ({ text: 'No.', start })));
  expect(kept.corrections).toEqual([]);
});

it('waits until something holds, and no longer than is said', async () => {
  vi.useFakeTimers();
  const waiters = new Waiters();
  let isThere = false;
  const told = vi.fn();
  void waiters.waitUntil(() => isThere, 1000).then(() => told('first'));
  void waiters.waitUntil(() => false, 1000).then(() => told('never'));
  waiters.checkAll();
  await vi.advanceTimersByTimeAsync(500);
  expect(told).not.toHaveBeenCalled();
  isThere = true;
  waiters.checkAll();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.mock.calls).toEqual([['first']]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toHaveBeenLastCalledWith('never');
  vi.useRealTimers();
});

const A = 'https://paper.example/app/ferry';
const B = 'https://paper.example/app/goat';
const C = 'https://paper.example/app/boat';

const prose = (about: string, from = 0, to = 12): string =>
  Array.from({ length: to - from }, (_, at) =>
    ['came', 'saw', 'said', 'left'].map((word) => `${word}${about} ${about}${from + at}`).join(' and '),
  ).join('\n\n');
const FERRY = { title: 'Ferry leaves late again', text: prose('ferry') };
const GOAT = { title: 'A goat is led out with a cabbage', text: prose('goat') };
const BOAT = { title: 'Oldest boat wins', text: prose('boat') };

const read = (
  url: string,
  { title, text }: { title: string; text: string },
  canonicalUrl = url,
): Extraction => ({
  article: makeSave({ url, canonicalUrl, title, text }).article,
  root: {} as Element,
  elements: [],
});

/** A tab in which A was read, and whose address was then changed. */
function moved(how: NavigationKind, first = read(A, FERRY)) {
  const world: TabState = {};
  let now = 1000;
  const late = new UrlMatcher(world, () => now);
  late.assignUrl(first);
  const move = (by: NavigationKind): void => {
    world.moved = { how: by, at: now };
    late.onUrlChange();
  };
  move(how);
  return { world, late, move, wait: (ms: number) => (now += ms) };
}

it('files a text that has not followed its address under the address it was read at', () => {
  const { late } = moved('push');
  expect(late.assignUrl(read(B, FERRY)).article).toMatchObject({ url: A, canonicalUrl: A });
  expect(late.isStale).toBe(true);
});

it('takes the text that follows, however late and however short', () => {
  const { late, wait, world } = moved('push');
  late.assignUrl(read(B, FERRY));
  wait(9000);
  expect(late.isStale).toBe(true);
  const short = { ...GOAT, text: 'A goat got into the substation and was led out again with a cabbage.' };
  expect(late.assignUrl(read(B, short)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
  expect(world.lastRead?.url).toBe(B);
});

it.each([
  ['has grown meanwhile', { ...FERRY, text: prose('ferry', 0, 40) }],
  ['is under the new headline already', { ...FERRY, title: GOAT.title }],
  ['has the new beginning', { title: GOAT.title, text: `${prose('goat', 0, 2)}\n\n${prose('ferry', 2)}` }],
])('waits for the text where the one before %s', (_, story) => {
  const { late } = moved('push');
  expect(late.assignUrl(read(B, story)).article.url).toBe(A);
  expect(late.isStale).toBe(true);
});

it('waits a moment for the headline where only the text has followed', () => {
  const { late, wait } = moved('push');
  late.assignUrl(read(B, { ...GOAT, title: FERRY.title }));
  expect(late.isStale).toBe(true);
  expect(late.assignUrl(read(B, GOAT)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
  // An application with one title for all that it shows has no other to wait for.
  const other = moved('push');
  other.late.assignUrl(read(B, { ...GOAT, title: FERRY.title }));
  other.wait(2600);
  expect(other.late.assignUrl(read(B, { ...GOAT, title: FERRY.title })).article.url).toBe(B);
  expect(other.late.isStale).toBe(false);
  expect(wait(0)).toBeGreaterThan(0);
});

it('holds a text that never follows for what it is', () => {
  const { late, wait } = moved('traverse');
  late.assignUrl(read(B, FERRY));
  wait(20_000);
  expect(late.isStale).toBe(false);
  expect(late.assignUrl(read(B, FERRY)).article.url).toBe(A);
});

it('follows a page that is given another address and stays', () => {
  const { late, wait } = moved('replace');
  late.assignUrl(read(B, FERRY));
  expect(late.isStale).toBe(true);
  wait(20_000);
  expect(late.assignUrl(read(B, FERRY)).article.url).toBe(B);
});

it('waits for nothing where the page had said that this is its address', () => {
  const { late } = moved('push', read(`${B}?from=mail`, FERRY, B));
  expect(late.assignUrl(read(B, FERRY)).article.url).toBe(B);
  expect(late.isStale).toBe(false);
});

it('is not sure of another text at the same address, and gives it the address that follows', () => {
  const { late, move, wait, world } = moved('push');
  late.assignUrl(read(B, GOAT));
  late.assignUrl(read(B, BOAT));
  expect(late.isStale).toBe(true);
  expect(world.lastRead?.text).toBe(GOAT.text);
  wait(900);
  move('push');
  expect(late.assignUrl(read(C, BOAT)).article.url).toBe(C);
  expect(late.isStale).toBe(false);
});

it('takes a text that was changed at its own address at once', () => {
  const { late } = moved('push');
  late.assignUrl(read(B, GOAT));
  expect(late.assignUrl(read(B, { ...GOAT, text: prose('goat', 3, 20) })).article.url).toBe(B);
  expect(late.isStale).toBe(false);
});

it('is not sure whose text it is where the address was changed twice before one came', () => {
  const { late, move, wait } = moved('push');
  late.assignUrl(read(B, FERRY));
  move('push');
  late.assignUrl(read(C, GOAT));
  expect(late.isStale).toBe(true);
  wait(500);
  expect(late.assignUrl(read(C, BOAT)).article.text).toBe(BOAT.text);
  expect(late.isStale).toBe(true);
  wait(2600);
  late.assignUrl(read(C, BOAT));
  expect(late.isStale).toBe(false);
});

it('is sure of a text where the address is made of its headline', () => {
  const named = 'https://paper.example/2026/05/oldest-boat-wins-the-cup';
  const { late, move } = moved('push');
  late.assignUrl(read(B, FERRY));
  move('push');
  late.assignUrl(read(named, BOAT));
  expect(late.isStale).toBe(false);
});

describe('watching the text', () => {
  const callbacks = { extract: vi.fn(), notify: vi.fn() };
  let watch: PageChangeWatch;

  /** A change, and the turn in which observers hear of it. */
  async function change(): Promise<void> {
    document.body.append(document.createElement('p'));
    await Promise.resolve();
  }

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    watch = new PageChangeWatch(document, callbacks);
    watch.onExtractionStart();
  });
  afterEach(() => {
    watch.close();
    vi.useRealTimers();
  });

  it('knows of a change in the same turn, and sets no timer where nobody shows the page', async () => {
    expect(watch.isOutdated).toBe(false);
    document.body.append('more');
    expect(watch.isOutdated).toBe(true);
    await change();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears of no second change until the page is read again', async () => {
    const heard = vi.spyOn(MutationObserver.prototype, 'observe');
    await change();
    await change();
    expect(heard).not.toHaveBeenCalled();
    watch.onExtractionStart();
    expect(watch.isOutdated).toBe(false);
    heard.mockRestore();
  });

  it('has the page read for those who show it, less often where that was in vain', async () => {
    watch.onRequest();
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await change();
      const before = Date.now();
      vi.advanceTimersToNextTimer();
      waits.push(Date.now() - before);
      watch.onExtractionStart();
      watch.onExtractionEnd(false);
    }
    expect(callbacks.extract).toHaveBeenCalledTimes(4);
    // At least a second after the reading before.
    expect(waits).toEqual([300, 1000, 1200, 2400]);
  });

  it('reads what has changed already when somebody asks', async () => {
    await change();
    watch.onRequest();
    vi.advanceTimersByTime(300);
    expect(callbacks.extract).toHaveBeenCalledTimes(1);
  });

  it('rests once those who were told ask no more', async () => {
    watch.onRequest();
    await change();
    vi.advanceTimersByTime(300);
    watch.onExtractionStart();
    watch.onExtractionEnd(true);
    await change();
    vi.advanceTimersByTime(60_000);
    expect(callbacks.extract).toHaveBeenCalledTimes(1);
    expect(callbacks.notify).not.toHaveBeenCalled();
  });

  it('only tells those who have not asked for long', async () => {
    watch.onRequest();
    vi.advanceTimersByTime(61_000);
    await change();
    vi.advanceTimersByTime(300);
    expect(callbacks.extract).not.toHaveBeenCalled();
    expect(callbacks.notify).toHaveBeenCalledTimes(1);
    watch.onExtractionStart();
    await change();
    vi.advanceTimersByTime(60_000);
    expect(callbacks.notify).toHaveBeenCalledTimes(1);
  });

  it('looks at each change while the text of a new address is awaited', async () => {
    watch.isAwaited = true;
    for (let turn = 0; turn < 6; turn++) {
      await change();
      vi.advanceTimersByTime(800);
      watch.onExtractionStart();
      watch.onExtractionEnd(false);
    }
    expect(callbacks.extract).toHaveBeenCalledTimes(6);
  });

  it('does not let the text of a new address wait for a look that was put off for long', async () => {
    watch.onRequest();
    for (let turn = 0; turn < 8; turn++) {
      await change();
      vi.advanceTimersToNextTimer();
      watch.onExtractionStart();
      watch.onExtractionEnd(false);
    }
    await change();
    vi.clearAllMocks();
    watch.isAwaited = true;
    vi.advanceTimersByTime(800);
    expect(callbacks.extract).toHaveBeenCalledTimes(1);
  });
});
