import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/find-browser.ts';
import type { Reply } from '../../utils/messaging/envelope.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { type Launched, type LaunchOptions, launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { openTab } from '../e2e/harness/open-pages.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { pause } from './kill-browser.ts';

const LOOK_MS = 250;

/** The longest that a run is waited for, in ms. */
const LIMIT = 2 * 3_600_000;

/** A browser with a library, and a page of the extension in it. */
export interface Device {
  launched: Launched;
  page: Page;
}

/** @param script runs in the page, and stays there as a global */
export async function openDevice(
  kind: BrowserKind,
  script: string,
  options: LaunchOptions = {},
): Promise<Device> {
  const launched = await launchWithExtension(kind, options);
  const page = await openExtensionPage(launched, await openTab(launched), 'options.html');
  await page.evaluate(script);
  return { launched, page };
}

/** Asks the background. */
export async function ask<T extends keyof BackgroundMessages>(
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

/** Waits until a run that ended after `since` is over, and nothing waits. @throws Error where it failed */
export async function waitUntilSynced(device: Device, since: number, limit = LIMIT): Promise<void> {
  let last = '';
  for (const begun = Date.now(); Date.now() - begun < limit; await pause(LOOK_MS)) {
    const state = await ask(device, 'sync/state', null);
    if (state.state === 'off') throw new Error('not set up');
    if (state.trouble !== null && state.trouble.at >= since) throw new Error(JSON.stringify(state.trouble));
    if ((state.syncedAt ?? 0) >= since && state.waiting === 0 && state.progress === null) return;
    last = JSON.stringify({ ...state, devices: state.devices.length });
  }
  throw new Error(`not in step: ${last}`);
}

/**
 * Waits until no run is under way on a device. One that ends after a question may have looked at the place before it, and
 * lacks what others have written since.
 *
 * @param page any of the extension's
 */
export async function waitUntilIdle(page: Page, limit = LIMIT): Promise<void> {
  await waitFor(
    'the run that is under way to end',
    () =>
      page.evaluate(async () => {
        const { held = [], pending = [] } = await navigator.locks.query();
        return [...held, ...pending].every(({ name }) => name !== 'offprint-sync');
      }),
    limit,
  );
}

export async function syncNow(device: Device, limit = LIMIT): Promise<void> {
  await waitUntilIdle(device.page, limit);
  const since = Date.now();
  await ask(device, 'sync/now', null);
  await waitUntilSynced(device, since, limit);
}
