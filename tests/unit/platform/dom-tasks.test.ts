import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What the offscreen document answers; by default nothing, ever. */
let answer: () => Promise<unknown> = () => new Promise(() => undefined);

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: { runtime: { id: 'offprint', sendMessage: () => answer() } },
}));

const offscreen = {
  createDocument: vi.fn(async () => undefined),
  closeDocument: vi.fn(async () => undefined),
};

beforeEach(() => vi.stubGlobal('chrome', { offscreen, runtime: { getContexts: async () => [] } }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it('closes the offscreen document if a task exceeds its timeout, and throws TaskTimeoutError', async () => {
  const { runDomTask, TaskTimeoutError } = await import('../../../utils/platform/dom-tasks.ts');
  await expect(runDomTask({ kind: 'page' }, null, 20)).rejects.toBeInstanceOf(TaskTimeoutError);
  expect(offscreen.closeDocument).toHaveBeenCalledOnce();
  // The next page gets a new one.
  answer = async () => ({ ok: true, value: 'read' });
  expect(await runDomTask({ kind: 'page' }, null, 1000)).toBe('read');
  expect(offscreen.createDocument).toHaveBeenCalledTimes(2);
});

it('sets no timeout for tasks with their own', async () => {
  const { runDomTask } = await import('../../../utils/platform/dom-tasks.ts');
  answer = () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: 'done' }), 60));
  expect(await runDomTask({ kind: 'imports' }, null, null)).toBe('done');
  expect(offscreen.closeDocument).not.toHaveBeenCalled();
});
