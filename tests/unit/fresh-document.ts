import { afterAll, vi } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';

// Before each test file: files that share a worker share its modules, and no document, clock or replaced global.
if (typeof document !== 'undefined') {
  const { teardown } = await builtinEnvironments.jsdom.setup(globalThis, {});
  afterAll(() => teardown(globalThis));
}
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
