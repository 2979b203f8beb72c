// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchRendering } from '../../../utils/page/watch-rendering.ts';
import { watchLocation } from '../../../utils/platform/watch-location.ts';
import { watchPageReloads } from '../../../utils/platform/watch-page-reloads.ts';

describe('watching the location', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    history.replaceState(null, '', '/first');
  });
  afterEach(() => vi.useRealTimers());

  it('reports a new URL, but not a new fragment', () => {
    const heard = vi.fn();
    const life = new AbortController();
    watchLocation(heard, life.signal);
    history.pushState(null, '', '/first#part-2');
    vi.advanceTimersByTime(3000);
    expect(heard).not.toHaveBeenCalled();
    history.pushState(null, '', '/second');
    vi.advanceTimersByTime(3000);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard.mock.lastCall?.[0]).toMatch(/\/second$/);
    life.abort();
    history.pushState(null, '', '/third');
    vi.advanceTimersByTime(3000);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('does not mistake an element named `navigation` for the Navigation API', () => {
    const window_ = {
      location: { href: 'https://paper.example/a' },
      navigation: document.createElement('form'),
    };
    const heard = vi.fn();
    const life = new AbortController();
    watchLocation(heard, life.signal, window_ as unknown as Window & typeof globalThis);
    window_.location.href = 'https://paper.example/b';
    vi.advanceTimersByTime(3000);
    expect(heard).toHaveBeenCalledWith('https://paper.example/b');
    life.abort();
  });

  it('uses the Navigation API instead of a timer if it is available', () => {
    const navigation = Object.defineProperty(new EventTarget(), Symbol.toStringTag, { value: 'Navigation' });
    const window_ = { location: { href: 'https://paper.example/a' }, navigation };
    const heard = vi.fn();
    watchLocation(heard, new AbortController().signal, window_ as unknown as Window & typeof globalThis);
    window_.location.href = 'https://paper.example/b';
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(heard).toHaveBeenCalledWith('https://paper.example/b');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('infers the kind of navigation from the number of history entries', () => {
    const history_ = { length: 5 };
    const window_ = Object.assign(new EventTarget(), {
      location: { href: 'https://paper.example/a' },
      history: history_,
    });
    const life = new AbortController();
    const watch = watchLocation(
      () => undefined,
      life.signal,
      window_ as unknown as Window & typeof globalThis,
    );
    const goTo = (page: string): string | null => {
      window_.location.href = `https://paper.example/${page}`;
      watch.check();
      return watch.lastMove();
    };
    expect(goTo('a?tidy')).toBe('replace');
    history_.length = 6;
    expect(goTo('b')).toBe('push');
    window_.location.href = 'https://paper.example/a';
    window_.dispatchEvent(new Event('popstate'));
    expect(watch.lastMove()).toBe('traverse');
    // The new entry takes the place of the one that was left behind.
    expect(goTo('c')).toBe('push');
    life.abort();
  });
});

const HERE = 'https://herald.example/lamp';

/** A window with the Navigation API, in which such a load begins. */
function begin(event: { userInitiated?: boolean; url?: string; sameDocument?: boolean }, isActive = false) {
  const navigation = new EventTarget();
  Object.defineProperty(navigation, Symbol.toStringTag, { value: 'Navigation' });
  const window_ = { navigation, location: { href: HERE }, navigator: { userActivation: { isActive } } };
  const heard = vi.fn();
  watchPageReloads(heard, window_ as unknown as Window);
  const { userInitiated = false, url = HERE, sameDocument = false } = event;
  const destination = { url, sameDocument };
  navigation.dispatchEvent(Object.assign(new Event('navigate'), { userInitiated, destination }));
  return heard.mock.calls.length === 1;
}

it('reports reloads by the page, but not those by the user or loads of another URL', () => {
  expect(begin({})).toBe(true);
  expect(begin({ url: `${HERE}#end` })).toBe(true);
  expect(begin({ userInitiated: true })).toBe(false);
  expect(begin({}, true)).toBe(false);
  expect(begin({ url: 'https://herald.example/pier' })).toBe(false);
  expect(begin({ sameDocument: true })).toBe(false);
});

/** Without the Navigation API: what the user does, all of it trusted, and then the page is left. */
function leave(events: readonly Event[], hasFocus = true): boolean {
  const listeners = new Map<string, (event: unknown) => void>();
  vi.spyOn(Document.prototype, 'hasFocus').mockReturnValue(hasFocus);
  const window_ = {
    location: { href: HERE },
    document,
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
  };
  const heard = vi.fn();
  watchPageReloads(heard, window_ as unknown as Window);
  for (const { type, timeStamp } of [...events, at('pagehide', 60_000)]) {
    listeners.get(type)?.({ type, timeStamp, isTrusted: true, relatedTarget: null });
  }
  return heard.mock.calls.length === 1;
}
const at = (type: string, timeStamp: number): Event => ({ type, timeStamp }) as Event;

it('without the Navigation API, considers input, and whether the pointer or the focus has left the page', () => {
  expect(leave([])).toBe(true);
  expect(leave([at('keydown', 10_000)])).toBe(true);
  expect(leave([at('keydown', 59_000)])).toBe(false);
  expect(leave([at('touchstart', 58_000)])).toBe(false);
  expect(leave([at('mouseout', 1000)])).toBe(false);
  expect(leave([], false)).toBe(false);
  expect(leave([at('mouseout', 1000), at('mouseover', 2000)])).toBe(true);
});

describe('what a page draws', () => {
  async function draw(): Promise<void> {
    document.body.append(document.createElement('p'));
    await Promise.resolve();
  }

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('looks at once, and again soon after something was drawn, however late', async () => {
    const look = vi.fn(() => false);
    watchRendering(document, look).look();
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(20_000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    await draw();
    vi.advanceTimersByTime(150);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('looks less and less often at a page that never rests', async () => {
    const look = vi.fn(() => false);
    watchRendering(document, look).look();
    for (let turn = 0; turn < 600; turn++) {
      await draw();
      vi.advanceTimersByTime(100);
    }
    // After 60 s: 150 ms doubled up to 10 s.
    expect(look.mock.calls.length).toBeLessThan(14);
    expect(look.mock.calls.length).toBeGreaterThan(9);
  });

  it('looks no more once it is settled, until it is told to', async () => {
    const look = vi.fn(() => true);
    const drawing = watchRendering(document, look);
    drawing.look();
    await draw();
    vi.advanceTimersByTime(20_000);
    expect(look).toHaveBeenCalledTimes(1);
    drawing.look();
    expect(look).toHaveBeenCalledTimes(2);
  });
});
