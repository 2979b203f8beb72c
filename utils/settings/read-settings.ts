import { readRule, type UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import { mayFetch } from '../fetching/address-policy.ts';
import { readPrefs } from './reader-prefs.ts';
import {
  DEFAULT_SETTINGS,
  type HighlightOffer,
  MAX_CHOSEN,
  type PageOverride,
  type ReadingAccess,
  type Settings,
  type SiteSettings,
  type Theme,
  type TreatAs,
  type UnderlineQuotes,
} from './schema.ts';
import { isHost } from './site-settings.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];
const READINGS: readonly ReadingAccess[] = ['all', 'chosen', 'click'];
const UNDERLINES: readonly UnderlineQuotes[] = ['always', 'open', 'off'];
const OFFERS: readonly HighlightOffer[] = ['saved', 'always', 'never'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTreatAs = (value: unknown): value is TreatAs => value === 'article' || value === 'not-article';

/** The options page shows these addresses as links, so `javascript:` and the like are rejected. */
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
  return [...new Set(hosts)].slice(0, MAX_CHOSEN);
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

/** Maximum number of rules of one site; each is evaluated on every page of the site. */
export const MAX_RULES = 200;

function readRules(value: unknown): UserRule[] {
  if (!Array.isArray(value)) return [];
  const rules = value.map(readRule).filter((rule): rule is UserRule => !('wrong' in rule));
  return rules.slice(-MAX_RULES);
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
 * Parses the settings from the browser's storage.
 *
 * @param stored of any shape, since it may be damaged, edited by hand or of another version
 * @returns complete settings; fields that are missing or invalid have their defaults
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
  for (const key of ['singleKeys', 'summaries'] as const) {
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
 * Parses the settings of a backup, which may come from anyone. Unlike `readSettings` it drops overrides for pages on this
 * computer or its local network: a click on such a link would send a request to a router or a printer.
 *
 * @param stored of any shape
 */
export function readForeignSettings(stored: unknown): Settings {
  const settings = readSettings(stored);
  settings.pages = settings.pages.filter(({ url }) => mayFetch(url));
  return settings;
}
