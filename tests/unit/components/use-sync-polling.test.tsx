// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSyncPolling } from '../../../entrypoints/shared/use-sync-polling.ts';
import { show } from './render.tsx';

const world = vi.hoisted(() => ({ isOn: true, sent: [] as string[] }));

vi.mock('../../../utils/messaging/send.ts', () => ({
  sendToBackground: async (type: string) => void world.sent.push(type),
}));
vi.mock('../../../utils/library/schema/peek-sync.ts', () => ({ isSyncSetUp: async () => world.isOn }));

function Page() {
  useSyncPolling();
  return null;
}

let isVisible = true;
const turn = (visible: boolean): Promise<void> =>
  act(() => {
    isVisible = visible;
    document.dispatchEvent(new Event('visibilitychange'));
  });

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(world, { isOn: true, sent: [] });
  isVisible = true;
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (isVisible ? 'visible' : 'hidden'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('asks as it is opened, and every ten seconds for as long as it is in view', async () => {
  await show(<Page />);
  await vi.advanceTimersByTimeAsync(1);
  expect(world.sent).toEqual(['sync/wake']);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(world.sent.length).toBe(361);
});

it('asks nothing while nobody sees it, and again when somebody does', async () => {
  await show(<Page />);
  await vi.advanceTimersByTimeAsync(1);
  await turn(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world.sent.length).toBe(1);
  await turn(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(world.sent.length).toBe(2);
});

it('sends nothing where sync is not set up', async () => {
  world.isOn = false;
  await show(<Page />);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world.sent).toEqual([]);
});

it('asks once where data costs money', async () => {
  vi.stubGlobal('navigator', { connection: { type: 'cellular' } });
  await show(<Page />);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world.sent.length).toBe(1);
  vi.unstubAllGlobals();
});
