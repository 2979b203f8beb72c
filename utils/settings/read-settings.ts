import { readRule } from '../clutter/rules/read-rule.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import { mayFetch } from '../fetching/address-policy.ts';
import { editSite } from './edit-site.ts';
import { readPrefs } from './reader-prefs.ts';
import {
  DEFAULT_SETTINGS,
  type HighlightOffer,
  type PageOverride,
  type ReadingAccess,
  type Settings,
  type SiteSettings,
  type Theme,
  type TreatAs,
  type UnderlineQuotes,
} from './schema.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];
const READINGS: readonly ReadingAccess[] = ['all', 'chosen', 'click'];
const UNDERLINES: readonly UnderlineQuotes[] = ['always', 'open', 'off'];
const OFFERS: readonly HighlightOffer[] = ['saved', 'always', 'never'];
/** Sites the user can choose; each is a pattern that the browser compares every address with. */
const MOST_CHOSEN = 1000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTreatAs = (value: unknown): value is TreatAs => value === 'article' || value === 'not-article';

/** The options page makes links of these addresses: `javascript:` and the like must never get there. */
const isWebPage = (url: unknown): url is string =>
  typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function readPages(value: unknown): PageOverride[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((page: unknown) =>
    isRecord(page) && isWebPage(page.url) && isTreatAs(page.treatAs)
      ? [{ url: page.url, treatAs: page.treatAs }]
      : [],
  );
}

function readHosts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const hosts = value.filter((host): host is string => typeof host === 'string' && isHost(host));
  return [...new Set(hosts)].slice(0, MOST_CHOSEN);
}

const KINDS = Object.keys(DEFAULT_SETTINGS.clutter) as ClutterKind[];

function readKinds(value: unknown): Partial<Record<ClutterKind, boolean>> {
  const kinds: Partial<Record<ClutterKind, boolean>> = {};
  if (!isRecord(value)) return kinds;
  for (const kind of KINDS) {
    const on = value[kind];
    if (typeof on === 'boolean') kinds[kind] = on;
  }
  return kinds;
}

/** Rules that one site can have; more would be read on each of its pages. */
export const RULES_LIMIT = 200;

function readRules(value: unknown): UserRule[] {
  if (!Array.isArray(value)) return [];
  const rules = value.map(readRule).filter((rule): rule is UserRule => !('wrong' in rule));
  return rules.slice(-RULES_LIMIT);
}

function readSite(value: unknown): SiteSettings | null {
  if (!isRecord(value)) return null;
  const site: SiteSettings = {};
  if (value.off === true) site.off = true;
  if (value.clutterOff === true) site.clutterOff = true;
  if (isTreatAs(value.treatAs)) site.treatAs = value.treatAs;
  const kinds = readKinds(value.kinds);
  if (Object.keys(kinds).length > 0) site.kinds = kinds;
  const rules = readRules(value.rules);
  if (rules.length > 0) site.rules = rules;
  return Object.keys(site).length > 0 ? site : null;
}

/**
 * Settings out of whatever the browser's storage holds.
 *
 * @param stored the stored value, of any shape (damaged, written by hand, of another version)
 * @returns complete settings: every field that is missing or not understood has its default
 */
export function readSettings(stored: unknown): Settings {
  const settings: Settings = structuredClone(DEFAULT_SETTINGS);
  if (!isRecord(stored)) return settings;
  const theme = THEMES.find((known) => known === stored.theme);
  if (theme !== undefined) settings.theme = theme;
  Object.assign(settings.clutter, readKinds(stored.clutter));
  settings.reading = READINGS.find((known) => known === stored.reading) ?? settings.reading;
  settings.underlineQuotes =
    UNDERLINES.find((known) => known === stored.underlineQuotes) ?? settings.underlineQuotes;
  settings.highlightOffer =
    OFFERS.find((known) => known === stored.highlightOffer) ?? settings.highlightOffer;
  settings.chosen = readHosts(stored.chosen);
  if (isRecord(stored.reader)) settings.reader = readPrefs(stored.reader);
  for (const key of ['siteMemory', 'singleKeys', 'summaries'] as const) {
    const flag = stored[key];
    if (typeof flag === 'boolean') settings[key] = flag;
  }
  if (isRecord(stored.sites)) {
    for (const [host, value] of Object.entries(stored.sites)) {
      const site = readSite(value);
      if (site !== null) settings.sites[host] = site;
    }
  }
  settings.pages = readPages(stored.pages);
  return settings;
}

/**
 * Settings out of a backup, which anybody may have written. As `readSettings`, but without choices for pages on this
 * computer or its local network: a click on their links would send a request to a router or a printer.
 *
 * @param stored of any shape
 */
export function readForeignSettings(stored: unknown): Settings {
  const settings = readSettings(stored);
  settings.pages = settings.pages.filter(({ url }) => mayFetch(url));
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

/** A host name as `siteKey` gives it, and fit for a match pattern, which knows no IPv6 addresses. */
export function isHost(host: string): boolean {
  return /^[\w.-]+$/.test(host) && siteKey(`https://${host}`) === host;
}

/** Looks at a site by itself, or no more; changes the settings in place. */
export function chooseSite(settings: Settings, host: string, isChosen: boolean): void {
  const others = settings.chosen.filter((one) => one !== host);
  settings.chosen = isChosen && isHost(host) ? [...others, host].slice(-MOST_CHOSEN) : others;
}

/** True where Offprint looks at a page by itself, as far as the user's choice goes. */
export function readsByItself({ reading, chosen }: Settings, url: string): boolean {
  if (reading !== 'chosen') return reading === 'all';
  const host = siteKey(url);
  return chosen.some((one) => host === one || host.endsWith(`.${one}`));
}

/**
 * What the user decided for a page's site.
 *
 * @returns `{}` where nothing was decided; a host named like something every object has gives `{}` too
 */
export function siteSettings(settings: Pick<Settings, 'sites'>, url: string): SiteSettings {
  const key = siteKey(url);
  return Object.hasOwn(settings.sites, key) ? (settings.sites[key] ?? {}) : {};
}

/**
 * Which kinds of clutter are hidden on a page: what is said for its site, and for the rest what holds everywhere.
 */
export function clutterKinds(
  settings: Pick<Settings, 'sites' | 'clutter'>,
  url: string,
): Record<ClutterKind, boolean> {
  return { ...settings.clutter, ...siteSettings(settings, url).kinds };
}

/** Hides a kind of clutter on the site of a page, or shows it; what is as everywhere is not kept for the site. */
export function setKindHere(settings: Settings, url: string, kind: ClutterKind, on: boolean): void {
  editSite(settings, siteKey(url), (site) => {
    const kinds = { ...site.kinds };
    if (on === settings.clutter[kind]) delete kinds[kind];
    else kinds[kind] = on;
    if (Object.keys(kinds).length > 0) site.kinds = kinds;
    else delete site.kinds;
  });
}

/** What of the settings decides about clearing a page, to be compared. */
export function clearingChoices(settings: Pick<Settings, 'sites' | 'clutter'>, url: string): string {
  return JSON.stringify([clutterKinds(settings, url), siteSettings(settings, url).clutterOff]);
}
