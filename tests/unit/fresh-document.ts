import { afterAll, vi } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';
import { endTimersOfFile } from './timers-of-file.ts';

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
    endTimersOfFile();
    await teardown(globalThis);
  });
}
