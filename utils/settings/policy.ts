import * as v from 'valibot';
import type { ReadingAccess, Settings, SiteSettings } from './schema.ts';
import { getSiteSettings, isHost } from './site-settings.ts';

/**
 * Settings that an organisation enforces by policy; see docs/policies.md. Each value, and each entry of a list or object,
 * is validated separately: invalid ones are skipped and reported, and the others apply. A typo must not disable the
 * whole policy.
 */

/** Features that a policy can disable. */
type PolicyFeature = 'sync' | 'summaries' | 'underlineQuotes' | 'highlightOffer';

/** The enforced sync location. The user enters the user name and the password. */
interface PolicySyncLocation {
  /** The URL of a folder on a WebDAV server. */
  address: string;
  /** A path below it, separated by slashes. */
  folder?: string | undefined;
}

/** A policy. The user's own settings apply to absent fields. */
export interface PolicySettings {
  reading?: ReadingAccess;
  /** The sites to read automatically if `reading` is `chosen`; the user can't add any. */
  chosenSites?: string[];
  sites?: Record<string, SiteSettings>;
  syncPlace?: PolicySyncLocation;
  offFeatures?: PolicyFeature[];
}

const FEATURES = ['sync', 'summaries', 'underlineQuotes', 'highlightOffer'] as const;
/** Maximum number of sites. Each is compared with every URL that the user visits. */
const MAX_SITES = 1000;

/** A parsed value of a policy, with a message for each invalid part. `value` is absent if all of it is invalid. */
interface ParseResult<T> {
  value?: T;
  problems: string[];
}

const NOT_A_SITE_NAME = 'is not the name of a site (without https:// and www., in lower case)';
/** `__proto__` is excluded, because assigning to it would change an object's prototype. */
const isSiteName = (host: unknown): host is string =>
  typeof host === 'string' && host !== '__proto__' && isHost(host);
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses a value that is either valid as a whole or rejected. */
function parseWhole<T>(schema: v.GenericSchema<unknown, T>, value: unknown): ParseResult<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, problems: [] };
  return { problems: [`${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`.trim()] };
}

/** Keeps the first `MAX_SITES` entries and reports how many were dropped. */
function limitToMaxSites<T>(all: readonly T[]): Required<ParseResult<T[]>> {
  const excess = all.length - MAX_SITES;
  const problems = excess > 0 ? [`more than ${MAX_SITES} sites: the last ${excess} are ignored`] : [];
  return { value: all.slice(0, MAX_SITES), problems };
}

/** Fails safe: if the list is invalid, no site is chosen, instead of the user's chosen sites. */
function parseHosts(value: unknown): ParseResult<string[]> {
  if (!Array.isArray(value)) return { value: [], problems: ['is not a list, so no site is chosen'] };
  const { value: hosts, problems } = limitToMaxSites([...new Set<unknown>(value)].filter(isSiteName));
  const invalid = value
    .filter((host) => !isSiteName(host))
    .map((host) => `${JSON.stringify(host)} ${NOT_A_SITE_NAME}`);
  return { value: hosts, problems: [...invalid, ...problems] };
}

const SITE_FIELDS = {
  off: v.boolean(),
  clutterOff: v.boolean(),
  treatAs: v.picklist(['article', 'not-article']),
} as const;

/** Parses a site's settings. `false` leaves a switch to the user, and a site without settings has no value. */
function parseSite(host: string, value: unknown): ParseResult<SiteSettings> {
  if (!isSiteName(host)) return { problems: [`${host} ${NOT_A_SITE_NAME}`] };
  if (!isRecord(value)) return { problems: [`${host} is not an object`] };
  const site: SiteSettings = {};
  const problems: string[] = [];
  for (const [name, field] of Object.entries(value)) {
    const schema = Object.hasOwn(SITE_FIELDS, name)
      ? SITE_FIELDS[name as keyof typeof SITE_FIELDS]
      : v.never();
    const result = v.safeParse(schema, field);
    if (!result.success) problems.push(`${host}.${name} ${result.issues[0].message}`);
    else if (result.output !== false) Object.assign(site, { [name]: result.output });
  }
  return Object.keys(site).length > 0 ? { value: site, problems } : { problems };
}

function parseSites(value: unknown): ParseResult<Record<string, SiteSettings>> {
  if (!isRecord(value)) return { problems: ['is not an object'] };
  const { value: entries, problems } = limitToMaxSites(Object.entries(value));
  const sites: Record<string, SiteSettings> = {};
  for (const [host, siteValue] of entries) {
    const site = parseSite(host, siteValue);
    problems.push(...site.problems);
    if (site.value !== undefined) sites[host] = site.value;
  }
  return { value: sites, problems };
}

function parseFeatures(value: unknown): ParseResult<PolicyFeature[]> {
  if (!Array.isArray(value)) return { problems: ['is not a list'] };
  const isKnown = (feature: unknown): boolean => FEATURES.some((known) => known === feature);
  return {
    value: FEATURES.filter((feature) => value.includes(feature)),
    problems: value
      .filter((feature) => !isKnown(feature))
      .map((feature) => `${JSON.stringify(feature)} is not known`),
  };
}

const ReadingSchema = v.picklist(['all', 'chosen', 'click']);
const SyncLocationSchema = v.strictObject({
  address: v.pipe(v.string(), v.check(isWebAddress, 'is not a web address')),
  folder: v.exactOptional(v.string()),
});

type FieldParsers = {
  [Name in keyof PolicySettings]-?: (value: unknown) => ParseResult<PolicySettings[Name]>;
};

/** Parsers of a policy's fields. `public/managed-schema.json` declares the same fields to browsers. */
const FIELD_PARSERS: FieldParsers = {
  reading: (value) => parseWhole(ReadingSchema, value),
  chosenSites: parseHosts,
  sites: parseSites,
  syncPlace: (value) => parseWhole(SyncLocationSchema, value),
  offFeatures: parseFeatures,
};

/** The names of all fields of a policy. */
export const POLICY_FIELD_NAMES = Object.keys(FIELD_PARSERS) as (keyof FieldParsers)[];

/**
 * Parses a policy.
 *
 * @param stored the browser's managed storage, of any shape
 * @returns the valid part of the policy, and a message for each invalid value or entry
 */
export function parsePolicy(stored: unknown): { policy: PolicySettings; problems: string[] } {
  const policy: PolicySettings = {};
  const problems: string[] = [];
  if (!isRecord(stored)) return { policy, problems: ['the policy is not an object'] };
  for (const [name, value] of Object.entries(stored)) {
    if (!Object.hasOwn(FIELD_PARSERS, name)) {
      problems.push(`${name} is not known`);
      continue;
    }
    const result = FIELD_PARSERS[name as keyof FieldParsers](value);
    if (result.value !== undefined) Object.assign(policy, { [name]: result.value });
    problems.push(...result.problems.map((problem) => `${name}: ${problem}`));
  }
  return { policy, problems };
}

/** True if a policy disables a feature. */
export const isDisabledByPolicy = ({ offFeatures = [] }: PolicySettings, feature: PolicyFeature): boolean =>
  offFeatures.includes(feature);

/** Returns the effective settings: those of the policy, and the user's where the policy has none. */
export function applyPolicy(own: Settings, policy: PolicySettings): Settings {
  const settings = { ...own };
  const isOff = (feature: PolicyFeature): boolean => isDisabledByPolicy(policy, feature);
  if (policy.reading !== undefined) settings.reading = policy.reading;
  if (policy.chosenSites !== undefined) settings.chosen = [...new Set(policy.chosenSites)];
  // Merge site settings by field: a policy with `treatAs` does not enable Offprint on a site where the user disabled it.
  if (policy.sites !== undefined) {
    settings.sites = { ...own.sites };
    for (const [host, site] of Object.entries(policy.sites))
      settings.sites[host] = { ...(Object.hasOwn(own.sites, host) ? own.sites[host] : {}), ...site };
    // Overrides of single pages take precedence over their site, so they would bypass the policy.
    settings.pages = own.pages.filter(({ url }) => getPolicyForSite(policy, url).treatAs === undefined);
  }
  if (isOff('summaries')) settings.summaries = false;
  if (isOff('underlineQuotes')) settings.underlineQuotes = 'off';
  if (isOff('highlightOffer')) settings.highlightOffer = 'never';
  return settings;
}

/**
 * Returns the policy for a page's site.
 *
 * @param policy null until the policy is loaded
 * @returns `{}` if there is no policy for the site
 */
export function getPolicyForSite(policy: PolicySettings | null, url: string): SiteSettings {
  return getSiteSettings({ sites: policy?.sites ?? {} }, url);
}

/**
 * Returns the user's site settings to store after an edit of the effective ones. Fields that the policy sets are not
 * taken from the edit, because they must not outlive the policy; the user's earlier values are kept instead.
 *
 * @param own the user's settings for the site before the edit
 * @param edited the effective settings after the edit; null removes the user's settings
 * @param policy the policy for the site
 */
export function withoutPolicyFields(
  own: SiteSettings,
  edited: SiteSettings | null,
  policy: SiteSettings,
): SiteSettings | null {
  if (edited === null) return null;
  const isSetByPolicy = ([name]: [string, unknown]): boolean => Object.hasOwn(policy, name);
  return Object.fromEntries([
    ...Object.entries(edited).filter((entry) => !isSetByPolicy(entry)),
    ...Object.entries(own).filter(isSetByPolicy),
  ]);
}
