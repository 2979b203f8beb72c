import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ remote: null as unknown }));
vi.mock('../../../utils/platform/browser.ts', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const alarms = { get: async () => undefined, create: async () => undefined, clear: async () => true };
  const local = { get: async () => ({}), set: async () => undefined, onChanged: event };
  return { browser: { alarms, storage: { local, onChanged: event } } };
});
vi.mock('../../../utils/messaging/tab-side.ts', () => ({ announce: () => undefined }));
vi.mock('../../../utils/sync/remote/remote-kinds.ts', () => ({
  isRemoteAllowed: () => true,
  remoteKindOf: () => ({ address: () => null }),
  openRemote: async () => world.remote,
}));

const { library } = await import('../../../utils/library/db.ts');
const { SYNC_HANDLERS } = await import('../../../entrypoints/background/sync/sync-messages.ts');
const { SharedPlace, TestDevice } = await import('../sync/sync-devices.ts');

/** A server that takes its time with the listing, with which a removal begins. */
class SlowPlace extends SharedPlace {
  readonly asked = Promise.withResolvers<void>();
  readonly held = Promise.withResolvers<void>();
  isSlow = false;

  override async list(folder?: string): Promise<string[]> {
    if (this.isSlow) {
      this.asked.resolve();
      await this.held.promise;
    }
    return super.list(folder);
  }
}

it('stops removing a device when the user stops syncing, and writes nothing more', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const place = new SlowPlace();
  world.remote = place;
  const here = await new TestDevice(place, library).setUp('begin');
  const other = await new TestDevice(place).setUp('join');
  for (const device of [here, other, here]) await device.sync();
  const files = [...place.files.keys()];
  const { config } = await other.open();
  place.isSlow = true;
  const removing = SYNC_HANDLERS['sync/removeDevice']({ id: config.device });
  await place.asked.promise;
  const leaving = SYNC_HANDLERS['sync/leave'](null);
  place.held.resolve();
  expect(await removing).toMatchObject({ ok: false });
  expect(warn).toHaveBeenCalledWith('offprint: sync', expect.objectContaining({ name: 'AbortError' }));
  await leaving;
  expect([...place.files.keys()]).toEqual(files);
  expect(await SYNC_HANDLERS['sync/state'](null)).toEqual({ state: 'off' });
});
