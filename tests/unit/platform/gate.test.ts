// @vitest-environment jsdom
// @apart
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tabState } from '../../../utils/platform/tab-state.ts';

const runtime: Record<string, unknown> = {
  id: 'offprint',
  sendMessage: async () => undefined,
  onMessage: { addListener: () => undefined },
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
  expect(tabState().gate?.url).toMatch(/second$/);
  // As in a page that stayed open while the extension was updated.
  delete runtime.id;
  history.pushState(null, '', '/third');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tabState().gate?.url).toMatch(/second$/);
  expect(vi.getTimerCount()).toBe(0);
});
