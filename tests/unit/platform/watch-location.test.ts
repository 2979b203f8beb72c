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
