// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { SyncScreen } from '../../../entrypoints/library/SyncScreen.tsx';
import type { SyncState } from '../../../utils/sync/sync-types.ts';
import { eventually } from '../eventually.ts';
import { SYNC_ON } from './gallery/sync-cases.tsx';
import { type Shown, show } from './render.tsx';

type Respond = () => unknown;

const background = vi.hoisted(() => ({
  respond: {} as Record<string, () => unknown>,
  announceChange: () => undefined as unknown,
}));

vi.mock('../../../utils/messaging/send.ts', () => ({
  sendToBackground: async (type: string) => background.respond[type]?.(),
}));
vi.mock('../../../utils/messaging/receive.ts', () => ({
  listen: (_: string, listener: () => void) => {
    background.announceChange = listener;
  },
}));
vi.mock('../../../utils/library/db.ts', () => ({ library: {} }));
vi.mock('../../../utils/platform/device-name.ts', () => ({ defaultDeviceName: async () => 'Desk' }));
vi.mock('../../../utils/platform/metered.ts', () => ({ reportsConnectionType: () => false }));
vi.mock('../../../utils/platform/site-access.ts', () => ({ requestAccess: async () => true }));

const OFF: SyncState = { state: 'off' };

function respond(responses: Record<string, Respond>): void {
  background.respond = { 'sync/state': () => SYNC_ON, ...responses };
}

async function openScreen(): Promise<Shown> {
  const screen = await show(<SyncScreen />);
  await eventually(() => expect(screen.text()).toContain('Up to date'));
  return screen;
}

async function stopSyncing(screen: Shown): Promise<void> {
  await screen.click(/^Stop syncing$/);
  await act(() => screen.root.querySelector<HTMLButtonElement>('dialog .sync-danger')?.click());
}

const alertText = (screen: Shown): string =>
  [...screen.root.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent).join('');

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  respond({});
});

it('shows that syncing has stopped, also if an older state arrives after it', async () => {
  const screen = await openScreen();
  const older = Promise.withResolvers<SyncState>();
  respond({ 'sync/state': () => older.promise, 'sync/leave': () => ({ ok: true }) });
  // The run that was stopped has ended.
  await act(() => void background.announceChange());
  respond({ 'sync/state': () => OFF, 'sync/leave': () => ({ ok: true }) });
  await stopSyncing(screen);
  await eventually(() => expect(screen.text()).toContain('Step 1 of 3'));
  await act(async () => {
    older.resolve(SYNC_ON);
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(screen.text()).toContain('Step 1 of 3');
});

it('says that syncing is being stopped while a run still ends', async () => {
  const screen = await openScreen();
  const leaving = Promise.withResolvers<unknown>();
  respond({ 'sync/leave': () => leaving.promise });
  await stopSyncing(screen);
  const button = screen.root.querySelector<HTMLButtonElement>('.sync-section .sync-danger');
  expect(button?.textContent).toBe('One moment…');
  expect(button?.disabled).toBe(true);
  respond({ 'sync/state': () => OFF });
  await act(async () => leaving.resolve({ ok: true }));
  await eventually(() => expect(screen.text()).toContain('Step 1 of 3'));
});

it.each([
  ['the device is full', { trouble: { from: 'sync', code: 'diskFull' } }, 'Free up space here'],
  ['of an error in Offprint', { trouble: { from: 'sync', code: 'failed' } }, 'try again later'],
])('says what to do if syncing could not be stopped because %s', async (_, outcome, text) => {
  const screen = await openScreen();
  respond({ 'sync/leave': () => ({ ok: false, ...outcome }) });
  await stopSyncing(screen);
  await eventually(() => expect(alertText(screen)).toContain(text));
  respond({ 'sync/state': () => OFF, 'sync/leave': () => ({ ok: true }) });
  await stopSyncing(screen);
  await eventually(() => expect(screen.text()).toContain('Step 1 of 3'));
  expect(alertText(screen)).toBe('');
});

it('shows the state that was reached if the background did not respond', async () => {
  const gone = () => Promise.reject(new Error('the background is gone'));
  const screen = await openScreen();
  respond({ 'sync/leave': gone });
  await stopSyncing(screen);
  await eventually(() => expect(alertText(screen)).toContain('try again later'));
  respond({ 'sync/leave': gone, 'sync/state': () => OFF });
  await stopSyncing(screen);
  await eventually(() => expect(screen.text()).toContain('Step 1 of 3'));
  expect(alertText(screen)).toBe('');
});

it('says so if the state can’t be read, and reads it again on request', async () => {
  respond({ 'sync/state': () => Promise.reject(new Error('the database is closed')) });
  const screen = await show(<SyncScreen />);
  await eventually(() => expect(alertText(screen)).toContain('try again later'));
  respond({});
  await screen.click(/^Try again/);
  await eventually(() => expect(screen.text()).toContain('Up to date'));
  expect(alertText(screen)).toBe('');
});
