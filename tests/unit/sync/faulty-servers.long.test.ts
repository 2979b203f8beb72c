import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import { openWebDav } from '../../../utils/sync/remote/web-dav.ts';
import { type Fault, FaultServer } from '../../servers/fault-server.ts';
import { saveQuay } from '../library/random-users.ts';
import { scatter, TestDevice } from './sync-devices.ts';

const NAMES = ['Desk', 'Kitchen', 'Phone'];
/** Runs that a device may need: each begins where the last one was cut off. */
const MOST_RUNS = 200;

/** One request of three, by lot: where it is just every third, a run of as many steps fails at the same one for ever. */
const hasBadLuck = (before: number): boolean => scatter(before) % 3 === 0;

let server: FaultServer;
let address: string;
let devices: TestDevice[];

/** Each device speaks with the server over a connection of its own. */
const openLogStore = () =>
  openWebDav({ address, folder: 'Offprint', user: 'ada', password: 'secret' }, { retryDelays: [1, 1] });

beforeEach(async () => {
  server = new FaultServer();
  address = await server.start();
  const place = openLogStore();
  await place.prepare();
  devices = [];
  for (const [at, deviceName] of NAMES.entries()) {
    const device = new TestDevice(openLogStore());
    devices.push(await device.setUp(at === 0 ? 'begin' : 'join', { deviceName }));
  }
});
afterEach(() => server.stop());

/** @returns codes of what went wrong on the way */
async function syncUntilDone(device: TestDevice): Promise<string[]> {
  const codes: string[] = [];
  for (;;) {
    try {
      await device.sync();
      return codes;
    } catch (error) {
      if (!(error instanceof RemoteError) || codes.push(error.code) > MOST_RUNS) throw error;
    }
  }
}

/** What three users do: each saves, all write into what the first one saved. */
async function live(): Promise<void> {
  for (const [at, device] of devices.entries())
    for (let quay = at * 4; quay < at * 4 + 4; quay += 1) await saveQuay(device.db, quay, 1);
  for (const device of devices) await syncUntilDone(device);
  for (const [at, device] of devices.entries()) {
    await syncUntilDone(device);
    const ids = await device.db.articles.toCollection().primaryKeys();
    await changeTags(ids.slice(at, at + 5), { tagsToAdd: [`of ${NAMES[at]}`] }, device.db);
    const first = await device.db.articles.where('identity').equals('paper.example/quay-0').first();
    await addHighlight(first?.id ?? '', { start: at, end: at + 5 }, { note: NAMES[at] ?? '' }, device.db);
  }
}

async function endTheSame(): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const device of devices) await syncUntilDone(device);
  const [first, ...others] = await Promise.all(devices.map((device) => device.seen()));
  for (const other of others) expect(other).toEqual(first);
  expect(first?.articles).toHaveLength(12);
  expect(first?.articles).toContainEqual(
    expect.objectContaining({
      identity: 'paper.example/quay-0',
      hasText: true,
      highlights: 3,
      notesCounted: 3,
    }),
  );
  for (const { db } of devices) expect((await readState(db, 'status'))?.unreadable).toBe(0);
}

describe('three devices end the same at a server', () => {
  const FAULTS: [string, Fault][] = [
    ['fails', { status: 500 }],
    ['is busy', { status: 503 }],
    ['wants a rest', { status: 429, headers: { 'retry-after': '0' } }],
    ['has locked the file', { status: 423 }],
    ['breaks off before anything is done', 'tearBefore'],
    ['loses its answer', 'tearAfter'],
    ['breaks off in the middle of its answer', 'tearMiddle'],
    ['keeps half of an upload', 'halfWritten'],
  ];

  it.each(FAULTS)('that at one of three requests %s', async (_what, fault) => {
    server.fault = (_, before) => (hasBadLuck(before) ? fault : null);
    await live();
    await endTheSame();
  });
});

it('leaves nothing half-written behind under a name that others read', async () => {
  const [desk, kitchen] = devices as [TestDevice, TestDevice, TestDevice];
  await saveQuay(desk.db, 1, 1);
  // It can't move, keeps half of what comes, and is gone after that: the worst that a server does.
  server.fault = ({ method }) =>
    method === 'MOVE' ? { status: 501 } : method === 'PUT' ? 'halfWritten' : null;
  await expect(desk.sync()).rejects.toBeInstanceOf(RemoteError);
  server.fault = ({ method }) => (method === 'MOVE' ? { status: 501 } : null);
  await kitchen.sync();
  for (let round = 0; round < 2; round += 1) for (const device of devices) await syncUntilDone(device);
  expect(await kitchen.seen()).toEqual(await desk.seen());
  expect(await kitchen.db.articles.toArray()).toMatchObject([{ hasText: true }]);
});
