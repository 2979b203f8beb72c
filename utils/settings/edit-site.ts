import type { Settings, SiteSettings } from './schema.ts';

/** Puts down all that was decided for a site; changes the settings in place. A site without decisions is forgotten. */
export function putSite(settings: Pick<Settings, 'sites'>, host: string, site: SiteSettings | null): void {
  if (site !== null && Object.keys(site).length > 0) settings.sites[host] = site;
  else delete settings.sites[host];
}

/**
 * Edits what the user decided for a site; changes the settings in place. A site without decisions is forgotten.
 *
 * @param host as `siteKey` gives it; nothing happens where there is none
 * @param change edits a copy of the site's settings in place
 */
export function editSite(
  settings: Pick<Settings, 'sites'>,
  host: string,
  change: (site: SiteSettings) => void,
): void {
  if (host === '') return;
  // A host named like something every object has ("constructor") has no settings before it gets its own.
  const site = Object.hasOwn(settings.sites, host) ? { ...settings.sites[host] } : {};
  change(site);
  putSite(settings, host, site);
}
