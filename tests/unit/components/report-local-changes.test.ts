// @vitest-environment jsdom
// @apart: `AbortSignal` is of the first document that a worker has.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reportLocalChanges } from '../../../entrypoints/shared/report-local-changes.ts';
import { announceChange, onChangeInOtherWindows } from '../../../utils/library/schema/change-channel.ts';
import { eventually } from '../eventually.ts';

let life: AbortController;
let told: number;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  told = 0;
  reportLocalChanges(() => {
    told += 1;
  }, life.signal);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

it('tells once of many changes, a little later', () => {
  for (let at = 0; at < 5; at += 1) {
    announceChange();
    vi.advanceTimersByTime(500);
  }
  expect(told).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(told).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(1);
});

it('does not wait for the end of changes that go on, as while somebody reads', () => {
  for (let at = 0; at < 30; at += 1) {
    announceChange();
    vi.advanceTimersByTime(1000);
  }
  expect(told).toBeGreaterThanOrEqual(2);
});

it('tells at once where the page is closed right after a change', () => {
  announceChange();
  dispatchEvent(new Event('pagehide'));
  expect(told).toBe(1);
});

it('tells nothing of what other windows write, or sync and pages would answer each other for ever', async () => {
  vi.useRealTimers();
  const heard = vi.fn();
  onChangeInOtherWindows(heard, life.signal);
  const elsewhere = new BroadcastChannel('offprint-library-changed');
  elsewhere.postMessage(null);
  await eventually(() => expect(heard).toHaveBeenCalledOnce());
  elsewhere.close();
  dispatchEvent(new Event('pagehide'));
  expect(told).toBe(0);
});
