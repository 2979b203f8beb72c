import { EMPTY_MEMORY, knownNames, remember } from '../../utils/clutter/memory/site-memory.ts';
import { NoReceiverError } from '../../utils/messaging/errors.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadMemory, storeMemory } from '../../utils/platform/memory-storage.ts';
import { loadSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { siteKey } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { viewForSite } from '../../utils/settings/site-view.ts';
import { expectSite } from './site-script.ts';

type Answer = BackgroundMessages['site/ask']['response'];

/** What a tab may know of its own site. The site is the sender's, whatever the message says. */
export async function tellSite(sender: Sender): Promise<Answer> {
  const host = siteKey(sender.url);
  const isRecalled = host !== '' && !sender.incognito;
  const [settings, memory] = await Promise.all([
    loadSettings(),
    isRecalled ? loadMemory(host) : EMPTY_MEMORY,
  ]);
  if (settings.siteMemory && knownNames(memory).size > 0) expectSite(host);
  return { settings: viewForSite(settings, sender.url), memory: settings.siteMemory ? memory : EMPTY_MEMORY };
}

/** Visits are added one after the other: each reads what the one before has stored. */
let adding: Promise<unknown> = Promise.resolve();

/** Adds a page to what is remembered of the sender's site; of a private window nothing is. */
export async function rememberVisit(
  { fingerprint, opened }: BackgroundMessages['site/remember']['request'],
  sender: Sender,
): Promise<null> {
  const host = siteKey(sender.url);
  if (host === '' || sender.incognito || !(await loadSettings()).siteMemory) return null;
  const add = async (): Promise<void> => {
    const memory = remember(await loadMemory(host), fingerprint);
    await storeMemory(host, memory, opened);
    if (knownNames(memory).size > 0) expectSite(host);
  };
  const added = adding.then(add);
  adding = added.catch(() => undefined);
  await added;
  return null;
}

async function tellTabs(settings: Settings, before: Settings): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  const isOther = (url: string): boolean =>
    JSON.stringify(viewForSite(settings, url)) !== JSON.stringify(viewForSite(before, url));
  // A tab hears of a change only where its own site is concerned, and then asks for itself: the message would
  // reach whatever page is in the tab by the time it arrives.
  const told = tabs.map(async ({ id, url }) => {
    if (id !== undefined && url !== undefined && isOther(url)) await sendToTab(id, 'site/changed', null);
  });
  for (const { status, reason } of (await Promise.allSettled(told)).filter(isFailure)) {
    if (!(reason instanceof NoReceiverError)) console.warn('offprint: tab not told', status, reason);
  }
}

const isFailure = (result: PromiseSettledResult<void>): result is PromiseRejectedResult =>
  result.status === 'rejected';

/** Tells the tabs whose own site it concerns that the settings were changed. */
export function setUpSiteView(): void {
  watchSettings((settings, before) => {
    tellTabs(settings, before).catch((error: unknown) => console.warn('offprint: tabs not told', error));
  }, new AbortController().signal);
}
