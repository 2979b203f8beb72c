import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForPage } from '../../bench/bundle-for-page.ts';
import { type CountedServer, countRequests } from '../../bench/count-requests.ts';
import { ask, type Device, openDevice, syncNow } from '../../bench/sync-device.ts';
import { startDavServer } from '../../servers/dav-server.ts';
import type { DavServer } from '../../servers/run-server.ts';
import { openExtensionPage } from '../harness/extension-console.ts';
import { openTab } from '../harness/open-pages.ts';
import { Screen } from '../harness/screen.ts';
import { waitFor } from '../harness/wait-for.ts';

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const NAMES = ['Kitchen', 'Attic', 'Ferry'];
const PASSPHRASE = 'lamp river ochre nine';
/** How long a run may take on a busy machine, in ms. */
const RUN_MS = 90_000;
/** Words of titles, addresses, tags, notes, lists, devices, and the passphrase. */
const MARKERS = [
  'Breakwater',
  'Lighthouse',
  'Heron',
  'tidal',
  'Oyster',
  'paper',
  '.example',
  ...NAMES,
  'ochre',
];
/** Words of a generated text. */
const SAID = ' said. ';

let server: DavServer;
let lines: CountedServer[];
let devices: Device[];

/** What a user does on a device, and whatever it answers. */
const does = (device: Device | undefined, call: string): Promise<string> =>
  device?.page.evaluate(`OffprintThree.${call}`) as Promise<string>;

async function setUp(at: number): Promise<void> {
  const [device, line] = [devices[at], lines[at]];
  if (device === undefined || line === undefined) throw new Error('no such device');
  const { user, password } = server;
  const outcome = await ask(device, 'sync/setUp', {
    ...{ how: at === 0 ? 'begin' : 'join', placeLabel: 'place', passphrase: PASSPHRASE, pictures: 'all' },
    place: { kind: 'webDav', address: line.address, folder: 'Offprint', user, password },
    deviceName: NAMES[at] ?? '',
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
}

async function syncAll(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const device of devices) await syncNow(device, RUN_MS);
}

beforeAll(async () => {
  const script = await bundleForPage(new URL('./three-in-page.ts', import.meta.url), 'OffprintThree');
  server = await startDavServer();
  lines = await Promise.all(NAMES.map(() => countRequests(server.address)));
  devices = await Promise.all(NAMES.map(() => openDevice(kind, script)));
});
afterAll(async () => {
  for (const { launched } of devices) await launched.browser.close();
  for (const line of lines) await line.close();
  await server.stop();
});

it('three devices that save, edit, highlight, delete, go offline and come back have the same library', async () => {
  const [kitchen, attic, ferry] = devices;
  await does(kitchen, `save('Breakwater', 1)`);
  await does(attic, `save('Lighthouse', 2)`);
  await does(ferry, `save('Heron', 3)`);
  for (const at of NAMES.keys()) await setUp(at);
  await syncAll(2);
  await does(kitchen, `highlight('Lighthouse', 10, 'tidal first')`);
  await syncAll(2);

  lines[2]?.cutOff(true);
  // Offline, one goes on: writes into what the others change and delete meanwhile.
  await does(ferry, `tag('Breakwater', 'tidal offline')`);
  await does(ferry, `rewrite('Lighthouse', 'tidal rewritten on the ferry')`);
  await does(ferry, `highlight('Lighthouse', 200, '')`);
  await does(ferry, `save('Oyster', 4)`);
  if (ferry === undefined) throw new Error('no ferry');
  await ask(ferry, 'sync/now', null);
  const state = await waitFor('the device to notice', async () => {
    const now = await ask(ferry, 'sync/state', null);
    return now.state === 'on' && now.trouble !== null && now;
  });
  expect(state.trouble?.code).toBe('unreachable');
  expect(state.waiting).toBeGreaterThan(0);
  await does(kitchen, `rewrite('Lighthouse', 'tidal rewritten in the kitchen')`);
  await does(kitchen, `archive('Breakwater')`);
  await does(attic, `remove('Heron')`);
  await does(attic, `addList('Oyster beds')`);
  for (const device of [kitchen, attic, kitchen]) if (device) await syncNow(device, RUN_MS);

  lines[2]?.cutOff(false);
  await syncAll(3);
  const [first, ...others] = await Promise.all(devices.map((device) => does(device, 'see()')));
  for (const other of others) expect(other).toBe(first);
  const { articles, lists } = JSON.parse(first ?? '') as {
    articles: { title: string; deletedAt: number | null; tags: string[]; notes: { note: string }[] }[];
    lists: { name: string }[];
  };
  const byTitle = new Map(articles.map((article) => [article.title, article]));
  expect(byTitle.get('Heron')?.deletedAt ?? null).not.toBeNull();
  expect(byTitle.get('Breakwater')).toMatchObject({
    tags: ['tidal offline'],
    archivedAt: expect.any(Number),
  });
  const notes = byTitle.get('Lighthouse')?.notes.map(({ note }) => note) ?? [];
  // Both notes, the earlier behind the later, and the highlight that has none.
  expect(notes).toHaveLength(2);
  expect(notes.join()).toContain('on the ferry');
  expect(notes.join()).toContain('in the kitchen');
  expect(lists.map(({ name }) => name)).toEqual(['Oyster beds']);

  // What one of them shows: it was offline, and has what the others did.
  const screen = await Screen.of(
    await openExtensionPage(ferry.launched, await openTab(ferry.launched), 'library.html'),
  );
  await screen.find('link', /Oyster/);
  await screen.find('link', /Lighthouse/);
  const text = await screen.text();
  expect(text).not.toContain('Heron');
  expect(text).not.toContain('Breakwater');

  const all = server.read();
  expect(all).toContain('age-encryption.org');
  expect([...MARKERS, SAID].filter((marker) => all.includes(marker))).toEqual([]);
});
