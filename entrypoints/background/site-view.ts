import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import {
  addRule,
  findCanonicalSite,
  getSiteSettings,
  getSiteView,
  mergeDisabledFeatures,
  removeRule,
  type SiteView,
  siteKey,
} from '../../utils/settings/site-settings.ts';

type Answer = BackgroundMessages['site/ask']['response'];

/** The settings that a page's site may know, including what is off for the canonical address if it has the same owner. */
async function viewForPage(settings: Settings, url: string, canonicalUrl: string | null): Promise<SiteView> {
  const view = getSiteView(settings, url);
  const other = await findCanonicalSite(url, canonicalUrl);
  if (other === null) return view;
  const own = getSiteSettings(view, url);
  const site = { ...own, ...mergeDisabledFeatures(own, getSiteSettings(settings, other)) };
  return Object.keys(site).length > 0 ? { ...view, sites: { [siteKey(url)]: site } } : view;
}

/**
 * Returns the settings that a tab may know, which are those of its own site. The site is taken from the sender, not from the
 * message.
 *
 * @param canonicalUrl the address that the page claims; null while it is unknown
 */
export async function answerSiteView(canonicalUrl: string | null, sender: Sender): Promise<Answer> {
  return { settings: await viewForPage(await loadSettings(), sender.url, canonicalUrl) };
}

/** Returns a URL for each site that was switched off or on. */
function switchedSites({ sites }: Settings, { sites: before }: Settings): string[] {
  const hosts = [...new Set([...Object.keys(sites), ...Object.keys(before)])];
  const isSame = (host: string): boolean =>
    sites[host]?.off === before[host]?.off && sites[host]?.clutterOff === before[host]?.clutterOff;
  return hosts.filter((host) => !isSame(host)).map((host) => `https://${host}/`);
}

async function notifyTabs(settings: Settings, before: Settings): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  const switched = switchedSites(settings, before);
  const isAffected = async (url: string): Promise<boolean> => {
    if (JSON.stringify(getSiteView(settings, url)) !== JSON.stringify(getSiteView(before, url))) return true;
    // The canonical address of the tab's page may belong to a switched site.
    const canonicalSites = await Promise.all(switched.map((other) => findCanonicalSite(url, other)));
    return canonicalSites.some((other) => other !== null);
  };
  // The message contains no settings, because the tab may show another page when it arrives; the tab then asks for them.
  const notifications = tabs.map(async ({ id, url }) => {
    if (id !== undefined && url !== undefined && (await isAffected(url)))
      await sendToTab(id, 'site/changed', null);
  });
  for (const { status, reason } of (await Promise.allSettled(notifications)).filter(isFailure)) {
    if (!(reason instanceof NoReceiverError)) console.warn('offprint: tab not notified', status, reason);
  }
}

const isFailure = (result: PromiseSettledResult<void>): result is PromiseRejectedResult =>
  result.status === 'rejected';

/** Notifies tabs whose site is affected by a change of the settings. */
export function setUpSiteView(): void {
  watchSettings((settings, before) => {
    notifyTabs(settings, before).catch((error: unknown) =>
      console.warn('offprint: tabs not notified', error),
    );
  });
}

/**
 * Stores a rule that the user made in a page. The site is taken from the sender. Nothing is stored for private windows.
 */
export async function storeRule({ rule }: { rule: UserRule }, sender: Sender): Promise<void> {
  const host = siteKey(sender.url);
  if (host === '' || sender.incognito) return;
  await updateSettings((settings) => addRule(settings, host, rule));
}

/** Deletes a rule of the sender's site. */
export async function deleteRule({ id }: { id: string }, sender: Sender): Promise<void> {
  const host = siteKey(sender.url);
  if (!sender.incognito) await updateSettings((settings) => removeRule(settings, host, id));
}
