// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchDrawing } from '../../../utils/page/watch-drawing.ts';

async function draw(): Promise<void> {
  document.body.append(document.createElement('p'));
  await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('looks at once, and again soon after something was drawn, however late', async () => {
  const look = vi.fn(() => false);
  watchDrawing(document, look).look();
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
  watchDrawing(document, look).look();
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
  const drawing = watchDrawing(document, look);
  drawing.look();
  await draw();
  vi.advanceTimersByTime(20_000);
  expect(look).toHaveBeenCalledTimes(1);
  drawing.look();
  expect(look).toHaveBeenCalledTimes(2);
});
