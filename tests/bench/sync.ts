import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Reply } from '../../utils/messaging/envelope.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { SyncSetUp } from '../../utils/sync/sync-types.ts';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { type Launched, launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { startApache } from '../servers/apache.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type CountedServer, countRequests } from './count-requests.ts';
import { round } from './statistics.ts';

const FILL_STEP = 100;
const LOOK_MS = 250;

/** The longest that a run is waited for, in ms. */
const LIMIT = 2 * 3_600_000;

/** A profile of its own. */
interface Device {
  launched: Launched;
  page: Page;
}

async function openDevice(script: string): Promise<Device> {
  const launched = await launchWithExtension('chromium');
  const page = await openExtensionPage(launched, await launched.browser.newPage(), 'options.html');
  await page.evaluate(script);
  return { launched, page };
}

async function ask<T extends keyof BackgroundMessages>(
  { page }: Device,
  type: T,
  data: BackgroundMessages[T]['request'],
): Promise<BackgroundMessages[T]['response']> {
  const reply = (await page.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { offprint: 'background', type, data },
  )) as Reply;
  if (!reply.ok) throw new Error(`${type}: ${reply.error}`);
  return reply.value as BackgroundMessages[T]['response'];
}

const call = <T>({ page }: Device, expression: string): Promise<T> =>
  page.evaluate(`OffprintLibrary.${expression}`) as Promise<T>;

/** Until a run that began after `since` is over. */
async function waitUntilSynced(device: Device, since: number): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < LIMIT; ) {
    const state = await ask(device, 'sync/state', null);
    if (state.state === 'off') throw new Error('not set up');
    if (state.trouble !== null) throw new Error(JSON.stringify(state.trouble));
    if ((state.syncedAt ?? 0) >= since && state.waiting === 0 && state.progress === null) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('not in step');
}

async function run(device: Device): Promise<void> {
  const since = Date.now();
  await ask(device, 'sync/now', null);
  await waitUntilSynced(device, since);
}

/** Sets sync up, and waits for the first run. */
async function setUp(
  device: Device,
  asked: SyncSetUp,
  server: CountedServer,
): Promise<{ s: number; requests: number; bytes: number }> {
  server.take();
  const since = Date.now();
  const outcome = await ask(device, 'sync/setUp', asked);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  await waitUntilSynced(device, since);
  return { s: round((Date.now() - since) / 1000), ...server.take() };
}

async function measure(
  a: Device,
  b: Device,
  server: CountedServer,
  place: SyncSetUp['place'],
  articles: number,
) {
  for (let from = 0; from < articles; from += FILL_STEP)
    await call(a, `fill(${from}, ${Math.min(articles, from + FILL_STEP)})`);
  const asked = { place, placeLabel: 'bench', passphrase: 'ebb and flood', pictures: 'all' } as const;
  const upload = await setUp(a, { ...asked, how: 'begin', deviceName: 'A' }, server);
  console.error(`upload: ${JSON.stringify(upload)}`);
  const download = await setUp(b, { ...asked, how: 'join', deviceName: 'B' }, server);
  console.error(`download: ${JSON.stringify(download)}`);
  // What followed the first runs by itself is over.
  for (const device of [b, a, b, a]) await run(device);
  server.take();
  const since = Date.now();
  await call(a, 'timeBulkTag(1)');
  await run(a);
  await run(b);
  const change = { s: round((Date.now() - since) / 1000), requests: server.take().requests };
  for (const device of [b, a, b, a]) await run(device);
  server.take();
  await run(b);
  const idle = { requests: server.take().requests };
  const stored = await call<number>(b, 'countStored()');
  const libraryBytes = await call<number>(a, 'usedBytes()');
  return { articles, stored, upload, download, change, idle, libraryBytes };
}

/**
 * Measures sync between two profiles of Chromium and Apache's `mod_dav` on this machine.
 *
 * @param articles how many generated articles the first profile has
 * @param outFile gets the figures: seconds, requests, and bytes over the wire
 */
export async function benchSync(articles: number, outFile: string): Promise<void> {
  if (!Number.isInteger(articles) || articles < 1) throw new RangeError('how many articles?');
  const script = await bundleForPage(new URL('./library-in-page.ts', import.meta.url), 'OffprintLibrary');
  const apache = await startApache();
  const server = await countRequests(apache.address);
  const devices: Device[] = [];
  try {
    for (const _ of [1, 2]) devices.push(await openDevice(script));
    const [a, b] = devices as [Device, Device];
    const { user, password } = apache;
    const place = { kind: 'webDav', address: server.address, folder: 'Offprint', user, password };
    const figures = await measure(a, b, server, place, articles);
    writeFileSync(outFile, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    for (const { launched } of devices) await launched.browser.close();
    await server.close();
    await apache.stop();
  }
}
