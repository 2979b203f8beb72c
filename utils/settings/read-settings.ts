import * as v from 'valibot';
import { parseRule, type UserRule } from '../clutter/rules/user-rules.ts';
import type { ClutterKind } from '../clutter/types.ts';
import { mayFetch } from '../fetching/address-policy.ts';
import { flag, oneOf, readPrefs } from './reader-prefs.ts';
import {
  DEFAULT_SETTINGS,
  MAX_CHOSEN_SITES,
  MAX_RULES,
  type PageOverride,
  type Settings,
  type SiteSettings,
  type TreatAs,
} from './schema.ts';
import { isHost } from './site-settings.ts';

/** Settings that are validated independently of each other. */
const SimpleSettings = v.object({
  theme: oneOf(['system', 'light', 'dark', 'contrast'], DEFAULT_SETTINGS.theme),
  reading: oneOf(['all', 'chosen', 'click'], DEFAULT_SETTINGS.reading),
  underlineQuotes: oneOf(['always', 'open', 'off'], DEFAULT_SETTINGS.underlineQuotes),
  showHighlightButton: flag(DEFAULT_SETTINGS.showHighlightButton),
  singleKeys: flag(DEFAULT_SETTINGS.singleKeys),
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTreatAs = (value: unknown): value is TreatAs => value === 'article' || value === 'not-article';

/** The options page shows these URLs as links, so `javascript:` and the like are rejected. */
const isWebUrl = (url: unknown): url is string =>
  typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function parsePages(value: unknown): PageOverride[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((page: unknown) =>
    isRecord(page) && isWebUrl(page.url) && isTreatAs(page.treatAs)
      ? [{ url: page.url, treatAs: page.treatAs }]
      : [],
  );
}

function parseHosts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const hosts = value.filter((host): host is string => typeof host === 'string' && isHost(host));
  return [...new Set(hosts)].slice(0, MAX_CHOSEN_SITES);
}

const KINDS = Object.keys(DEFAULT_SETTINGS.clutter) as ClutterKind[];

function parseKinds(value: unknown): Partial<Record<ClutterKind, boolean>> {
  const kinds: Partial<Record<ClutterKind, boolean>> = {};
  if (!isRecord(value)) return kinds;
  for (const kind of KINDS) {
    const isOn = value[kind];
    if (typeof isOn === 'boolean') kinds[kind] = isOn;
  }
  return kinds;
}

function parseRules(value: unknown): UserRule[] {
  if (!Array.isArray(value)) return [];
  const rules = value.map(parseRule).filter((rule): rule is UserRule => !('invalidField' in rule));
  return rules.slice(-MAX_RULES);
}

function parseSite(value: unknown): SiteSettings | null {
  if (!isRecord(value)) return null;
  const site: SiteSettings = {};
  if (value.off === true) site.off = true;
  if (value.clutterOff === true) site.clutterOff = true;
  if (isTreatAs(value.treatAs)) site.treatAs = value.treatAs;
  const kinds = parseKinds(value.kinds);
  if (Object.keys(kinds).length > 0) site.kinds = kinds;
  const rules = parseRules(value.rules);
  if (rules.length > 0) site.rules = rules;
  return Object.keys(site).length > 0 ? site : null;
}

/**
 * Parses the settings from the browser's storage.
 *
 * @param stored of any shape, since it may be damaged, edited by hand, or from another version
 * @returns complete settings; missing and invalid fields have their default values
 */
export function readSettings(stored: unknown): Settings {
  const settings: Settings = structuredClone(DEFAULT_SETTINGS);
  if (!isRecord(stored)) return settings;
  Object.assign(settings, v.parse(SimpleSettings, stored));
  Object.assign(settings.clutter, parseKinds(stored.clutter));
  settings.chosen = parseHosts(stored.chosen);
  if (isRecord(stored.reader)) settings.reader = readPrefs(stored.reader);
  if (isRecord(stored.sites)) {
    for (const [host, value] of Object.entries(stored.sites)) {
      const site = parseSite(value);
      if (site !== null) settings.sites[host] = site;
    }
  }
  settings.pages = parsePages(stored.pages);
  return settings;
}

/**
 * Parses the settings of a backup, which may come from anyone. Unlike `readSettings`, it drops overrides for pages on this
 * computer or its local network, because a click on such a link would send a request to a router or a printer.
 *
 * @param stored of any shape
 */
export function readBackupSettings(stored: unknown): Settings {
  const settings = readSettings(stored);
  settings.pages = settings.pages.filter(({ url }) => mayFetch(url));
  return settings;
}
