// @vitest-environment jsdom
// @apart
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const listeners = new Set<unknown>();
const runtime: Record<string, unknown> = {
  id: 'offprint',
  sendMessage: async () => undefined,
  onMessage: {
    addListener: (listener: unknown) => listeners.add(listener),
    removeListener: (listener: unknown) => listeners.delete(listener),
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('chrome', { runtime });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('ends with the version of the extension that it belongs to', async () => {
  const { default: gate } = await import('../../../entrypoints/gate.ts');
  gate.main();
  history.pushState(null, '', '/second');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(listeners.size).toBe(1);
  // As in a page that stayed open while the extension was updated.
  delete runtime.id;
  history.pushState(null, '', '/third');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
