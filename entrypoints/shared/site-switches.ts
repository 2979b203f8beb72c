import { updateSettings } from '../../utils/platform/settings-storage.ts';
import { siteKey } from '../../utils/settings/read-settings.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';

/** Edits what the reader decided for a site; a site without decisions is forgotten. */
export async function editSite(host: string, change: (site: SiteSettings) => void): Promise<void> {
  await updateSettings((settings) => {
    const site = Object.hasOwn(settings.sites, host) ? { ...settings.sites[host] } : {};
    change(site);
    if (Object.keys(site).length === 0) delete settings.sites[host];
    else settings.sites[host] = site;
  });
}

/** Turns one switch of the site of an address on or off. */
export function changeSite(url: string, which: 'off' | 'clutterOff', on: boolean): Promise<void> {
  return editSite(siteKey(url), (site) => {
    if (on) site[which] = true;
    else delete site[which];
  });
}
