import { afterAll, vi } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';

/** What a screen puts off is done within this, in ms: effects after a frame, a selection once it rests. */
const PUT_OFF_MS = 200;

// Before each test file: files that share a worker share its modules, and no document, clock or replaced global.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
if (typeof document !== 'undefined') {
  const { teardown } = await builtinEnvironments.jsdom.setup(globalThis, {});
  const { leaveScreen } = await import('./components/render.tsx');
  afterAll(async () => {
    vi.useRealTimers();
    leaveScreen();
    await new Promise((resolve) => setTimeout(resolve, PUT_OFF_MS));
    await teardown(globalThis);
  });
}
