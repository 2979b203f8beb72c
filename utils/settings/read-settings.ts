import { DEFAULT_SETTINGS, type Settings, type SiteSettings, type Theme } from './schema.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSite(value: unknown): SiteSettings | null {
  if (!isRecord(value)) return null;
  const site: SiteSettings = {};
  if (value.off === true) site.off = true;
  if (value.clutterOff === true) site.clutterOff = true;
  if (value.treatAs === 'article' || value.treatAs === 'not-article') site.treatAs = value.treatAs;
  return Object.keys(site).length > 0 ? site : null;
}

/**
 * Settings out of whatever the browser's storage holds.
 *
 * @param stored the stored value, of any shape (older, damaged, written by hand)
 * @returns complete settings: every field that is missing or not understood has its default
 */
export function readSettings(stored: unknown): Settings {
  const settings: Settings = structuredClone(DEFAULT_SETTINGS);
  if (!isRecord(stored)) return settings;
  const theme = THEMES.find((known) => known === stored.theme);
  if (theme !== undefined) settings.theme = theme;
  if (isRecord(stored.clutter)) {
    for (const kind of Object.keys(settings.clutter) as (keyof Settings['clutter'])[]) {
      const on = stored.clutter[kind];
      if (typeof on === 'boolean') settings.clutter[kind] = on;
    }
  }
  if (isRecord(stored.sites)) {
    for (const [host, value] of Object.entries(stored.sites)) {
      const site = readSite(value);
      if (site !== null) settings.sites[host] = site;
    }
  }
  return settings;
}

/**
 * The key of a page's site in `Settings.sites`.
 *
 * @param url an absolute URL
 * @returns the host name without `www.`, or `''` where there is none
 */
export function siteKey(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // Not an address at all: no site, so no settings of its own.
    return '';
  }
}

/**
 * What the reader decided for a page's site.
 *
 * @returns `{}` where nothing was decided; a host named like something every object has gives `{}` too
 */
export function siteSettings(settings: Settings, url: string): SiteSettings {
  const key = siteKey(url);
  return Object.hasOwn(settings.sites, key) ? (settings.sites[key] ?? {}) : {};
}
