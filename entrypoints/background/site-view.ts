import { EMPTY_MEMORY, knownNames, remember } from '../../utils/clutter/memory/site-memory.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadMemory, storeMemory } from '../../utils/platform/memory-storage.ts';
import { loadSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import {
  offInEither,
  otherSiteOf,
  type SiteView,
  siteKey,
  siteSettings,
  viewForSite,
} from '../../utils/settings/site-settings.ts';
import { expectSite } from './site-script.ts';

type Answer = BackgroundMessages['site/ask']['response'];

/** The view of a page's own site, with what is switched off at the canonical address of the same owner. */
async function viewForPage(settings: Settings, url: string, canonicalUrl: string | null): Promise<SiteView> {
  const view = viewForSite(settings, url);
  const other = await otherSiteOf(url, canonicalUrl);
  if (other === null) return view;
  const own = siteSettings(view, url);
  const site = { ...own, ...offInEither(own, siteSettings(settings, other)) };
  return Object.keys(site).length > 0 ? { ...view, sites: { [siteKey(url)]: site } } : view;
}

/**
 * What a tab may know of its own site. The site is the sender's, whatever the message says.
 *
 * @param canonicalUrl what the page says is its address; null where that is not known yet
 */
export async function tellSite(canonicalUrl: string | null, sender: Sender): Promise<Answer> {
  const host = siteKey(sender.url);
  const isRecalled = host !== '' && !sender.incognito;
  const [settings, memory] = await Promise.all([
    loadSettings(),
    isRecalled ? loadMemory(host) : EMPTY_MEMORY,
  ]);
  if (settings.siteMemory && knownNames(memory).size > 0) expectSite(host);
  return {
    settings: await viewForPage(settings, sender.url, canonicalUrl),
    memory: settings.siteMemory ? memory : EMPTY_MEMORY,
  };
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

/** An address of each site that was switched off or on. */
function switchedSites({ sites }: Settings, { sites: former }: Settings): string[] {
  const hosts = [...new Set([...Object.keys(sites), ...Object.keys(former)])];
  const isSame = (host: string): boolean =>
    sites[host]?.off === former[host]?.off && sites[host]?.clutterOff === former[host]?.clutterOff;
  return hosts.filter((host) => !isSame(host)).map((host) => `https://${host}/`);
}

async function tellTabs(settings: Settings, before: Settings): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  const switched = switchedSites(settings, before);
  const isOther = async (url: string): Promise<boolean> => {
    if (JSON.stringify(viewForSite(settings, url)) !== JSON.stringify(viewForSite(before, url))) return true;
    // Its canonical address may be there.
    const near = await Promise.all(switched.map((other) => otherSiteOf(url, other)));
    return near.some((other) => other !== null);
  };
  // A tab hears of a change only where its own site is concerned, and then asks for itself: the message would
  // reach whatever page is in the tab by the time it arrives.
  const told = tabs.map(async ({ id, url }) => {
    if (id !== undefined && url !== undefined && (await isOther(url)))
      await sendToTab(id, 'site/changed', null);
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
