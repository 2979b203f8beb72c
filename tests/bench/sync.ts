import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { SyncSetUp } from '../../utils/sync/sync-types.ts';
import { startDavServer } from '../servers/dav-server.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type CountedServer, countRequests } from './count-requests.ts';
import { tree } from './kill-browser.ts';
import { round } from './statistics.ts';
import { ask, type Device, openDevice, syncNow, waitUntilSynced } from './sync-device.ts';

const FILL_STEP = 100;
const LOOK_AT_MEMORY = 2000;

const call = <T>({ page }: Device, expression: string): Promise<T> =>
  page.evaluate(`OffprintLibrary.${expression}`) as Promise<T>;

/** Megabytes of the largest process of a browser but its own: at work that is the one with the extension in it. */
function largestMb({ launched }: Device): number {
  const [own, ...children] = tree(launched.browser.process()?.pid ?? 0);
  const list = execFileSync('ps', ['-o', 'rss=', '-p', (children.length > 0 ? children : [own]).join(',')]);
  return Math.max(...String(list).trim().split(/\s+/).map(Number)) / 1024;
}

interface FirstRun {
  s: number;
  requests: number;
  /** Both ways. */
  bytes: number;
  /** The largest process at its largest. */
  mb: number;
}

/** Sets sync up, and waits for the first run. */
async function setUp(device: Device, asked: SyncSetUp, server: CountedServer): Promise<FirstRun> {
  server.take();
  const since = Date.now();
  let mb = 0;
  const looking = setInterval(() => {
    mb = Math.max(mb, Math.round(largestMb(device)));
  }, LOOK_AT_MEMORY);
  try {
    const outcome = await ask(device, 'sync/setUp', asked);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
    await waitUntilSynced(device, since);
    return { s: round((Date.now() - since) / 1000), ...server.take(), mb };
  } finally {
    clearInterval(looking);
  }
}

async function measure(
  a: Device,
  b: Device,
  server: CountedServer,
  place: SyncSetUp['place'],
  articles: number,
) {
  for (let from = 0; from < articles; from += FILL_STEP)
    await call(a, `fillAtOnce(${from}, ${Math.min(articles, from + FILL_STEP)})`);
  const asked = { place, placeLabel: 'bench', passphrase: 'ebb and flood', pictures: 'all' } as const;
  const upload = await setUp(a, { ...asked, how: 'begin', deviceName: 'A' }, server);
  console.error(`upload: ${JSON.stringify(upload)}`);
  const download = await setUp(b, { ...asked, how: 'join', deviceName: 'B' }, server);
  console.error(`download: ${JSON.stringify(download)}`);
  // What followed the first runs by itself is over.
  for (const device of [b, a, b, a]) await syncNow(device);
  server.take();
  const since = Date.now();
  await call(a, 'timeBulkTag(1)');
  await syncNow(a);
  await syncNow(b);
  const change = { s: round((Date.now() - since) / 1000), requests: server.take().requests };
  for (const device of [b, a, b, a]) await syncNow(device);
  server.take();
  await syncNow(b);
  const idle = server.take();
  const stored = await call<number>(b, 'countStored()');
  const articleBytes = await call<number>(a, 'articleBytes()');
  const share = {
    upload: round(upload.bytes / articleBytes),
    download: round(download.bytes / articleBytes),
  };
  return { articles, stored, upload, download, change, idle, articleBytes, share };
}

/**
 * Measures sync between two profiles of Chromium and a WebDAV server in this process.
 *
 * @param articles how many generated articles the first profile has
 * @param outFile gets the figures: seconds, requests, and bytes over the wire
 */
export async function benchSync(articles: number, outFile: string): Promise<void> {
  if (!Number.isInteger(articles) || articles < 1) throw new RangeError('how many articles?');
  const script = await bundleForPage(new URL('./library-in-page.ts', import.meta.url), 'OffprintLibrary');
  const dav = await startDavServer();
  const server = await countRequests(dav.address);
  const devices: Device[] = [];
  try {
    for (const _ of [1, 2]) devices.push(await openDevice('chromium', script));
    const [a, b] = devices as [Device, Device];
    const { user, password } = dav;
    const place = { kind: 'webDav', address: server.address, folder: 'Offprint', user, password };
    const figures = await measure(a, b, server, place, articles);
    writeFileSync(outFile, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    for (const { launched } of devices) await launched.browser.close();
    await server.close();
    await dav.stop();
  }
}
