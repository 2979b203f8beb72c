// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchLocation } from '../../../utils/platform/watch-location.ts';

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/first');
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells of a new address, but not of a new fragment', () => {
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

it('takes no element with that name for the Navigation API', () => {
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

it('uses the Navigation API where there is one, and no timer', () => {
  const navigation = Object.defineProperty(new EventTarget(), Symbol.toStringTag, { value: 'Navigation' });
  const window_ = { location: { href: 'https://paper.example/a' }, navigation };
  const heard = vi.fn();
  watchLocation(heard, new AbortController().signal, window_ as unknown as Window & typeof globalThis);
  window_.location.href = 'https://paper.example/b';
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(heard).toHaveBeenCalledWith('https://paper.example/b');
  expect(vi.getTimerCount()).toBe(0);
});

it('takes a new address for that of the same page only where nothing else is possible', () => {
  const history_ = { length: 5 };
  const window_ = Object.assign(new EventTarget(), {
    location: { href: 'https://paper.example/a' },
    history: history_,
  });
  const life = new AbortController();
  const watch = watchLocation(() => undefined, life.signal, window_ as unknown as Window & typeof globalThis);
  const goTo = (page: string): string | null => {
    window_.location.href = `https://paper.example/${page}`;
    watch.look();
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
