// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { watchOwnReloads } from '../../../utils/platform/watch-own-reloads.ts';

const HERE = 'https://herald.example/lamp';

/** A window with the Navigation API, in which such a load begins. */
function begin(event: { userInitiated?: boolean; url?: string; sameDocument?: boolean }, isActive = false) {
  const navigation = new EventTarget();
  Object.defineProperty(navigation, Symbol.toStringTag, { value: 'Navigation' });
  const window_ = { navigation, location: { href: HERE }, navigator: { userActivation: { isActive } } };
  const heard = vi.fn();
  watchOwnReloads(heard, window_ as unknown as Window);
  const { userInitiated = false, url = HERE, sameDocument = false } = event;
  const destination = { url, sameDocument };
  navigation.dispatchEvent(Object.assign(new Event('navigate'), { userInitiated, destination }));
  return heard.mock.calls.length === 1;
}

it('tells of a page that loads its own address again, and of nothing that the user or another address is behind', () => {
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
  watchOwnReloads(heard, window_ as unknown as Window);
  for (const { type, timeStamp } of [...events, at('pagehide', 60_000)]) {
    listeners.get(type)?.({ type, timeStamp, isTrusted: true, relatedTarget: null });
  }
  return heard.mock.calls.length === 1;
}
const at = (type: string, timeStamp: number): Event => ({ type, timeStamp }) as Event;

it('without that interface, goes by keys, clicks, and a pointer or focus that has left the page for the browser', () => {
  expect(leave([])).toBe(true);
  expect(leave([at('keydown', 10_000)])).toBe(true);
  expect(leave([at('keydown', 59_000)])).toBe(false);
  expect(leave([at('touchstart', 58_000)])).toBe(false);
  expect(leave([at('mouseout', 1000)])).toBe(false);
  expect(leave([], false)).toBe(false);
  expect(leave([at('mouseout', 1000), at('mouseover', 2000)])).toBe(true);
});
