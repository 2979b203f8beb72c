import * as v from 'valibot';
import type { ReadingAccess, Settings, SiteSettings } from './schema.ts';
import { isHost, siteSettings } from './site-settings.ts';

/**
 * Settings that an organisation decides by policy; see docs/policies.md. Each value, and each entry of lists and objects,
 * is validated separately: invalid ones are skipped and reported, the others apply. A typing error must not disable the
 * whole policy.
 */

/** Features that a policy can disable. */
type ManagedFeature = 'sync' | 'summaries' | 'underlineQuotes' | 'highlightOffer';

/** The sync location; the user provides user name and password. */
interface ManagedPlace {
  /** The address of a folder on a WebDAV server. */
  address: string;
  /** A path below it, separated by slashes. */
  folder?: string | undefined;
}

/** A policy. The user decides about fields that are absent. */
export interface PolicySettings {
  reading?: ReadingAccess;
  /** The sites to read if `reading` is `chosen`; the user can't add any. */
  chosenSites?: string[];
  sites?: Record<string, SiteSettings>;
  syncPlace?: ManagedPlace;
  offFeatures?: ManagedFeature[];
}

const FEATURES = ['sync', 'summaries', 'underlineQuotes', 'highlightOffer'] as const;
/** Maximum number of sites, since each is compared with every address. */
const MAX_SITES = 1000;

/** A value of a policy with the problems found; `value` is absent if all of it is invalid. */
interface ReadResult<T> {
  value?: T;
  problems: string[];
}

const NOT_A_HOST = 'is not the name of a site (without https:// and www., in lower case)';
/** `__proto__` is excluded because it is no ordinary property name. */
const isSite = (host: unknown): host is string =>
  typeof host === 'string' && host !== '__proto__' && isHost(host);
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Accepts or rejects a value as a whole. */
function readWhole<T>(schema: v.GenericSchema<unknown, T>, value: unknown): ReadResult<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, problems: [] };
  return { problems: [`${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`.trim()] };
}

/** Keeps the first `MAX_SITES` entries and reports how many were dropped. */
function readFirst<T>(all: readonly T[]): Required<ReadResult<T[]>> {
  const more = all.length - MAX_SITES;
  const problems = more > 0 ? [`more than ${MAX_SITES} sites: the last ${more} are left out`] : [];
  return { value: all.slice(0, MAX_SITES), problems };
}

/** Fails safe: an invalid list chooses no site, rather than the sites that the user chooses. */
function readHosts(value: unknown): ReadResult<string[]> {
  if (!Array.isArray(value)) return { value: [], problems: ['is not a list, so no site is chosen'] };
  const { value: hosts, problems } = readFirst([...new Set<unknown>(value)].filter(isSite));
  const wrong = value.filter((host) => !isSite(host)).map((host) => `${JSON.stringify(host)} ${NOT_A_HOST}`);
  return { value: hosts, problems: [...wrong, ...problems] };
}

const SITE_FIELDS = {
  off: v.boolean(),
  clutterOff: v.boolean(),
  treatAs: v.picklist(['article', 'not-article']),
} as const;

/** @returns no value if nothing is decided about the site; `false` leaves a switch to the user */
function readSite(host: string, value: unknown): ReadResult<SiteSettings> {
  if (!isSite(host)) return { problems: [`${host} ${NOT_A_HOST}`] };
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

function readSites(value: unknown): ReadResult<Record<string, SiteSettings>> {
  if (!isRecord(value)) return { problems: ['is not an object'] };
  const { value: entries, problems } = readFirst(Object.entries(value));
  const sites: Record<string, SiteSettings> = {};
  for (const [host, one] of entries) {
    const site = readSite(host, one);
    problems.push(...site.problems);
    if (site.value !== undefined) sites[host] = site.value;
  }
  return { value: sites, problems };
}

function readFeatures(value: unknown): ReadResult<ManagedFeature[]> {
  if (!Array.isArray(value)) return { problems: ['is not a list'] };
  const isKnown = (feature: unknown): boolean => FEATURES.some((known) => known === feature);
  return {
    value: FEATURES.filter((feature) => value.includes(feature)),
    problems: value.filter((one) => !isKnown(one)).map((one) => `${JSON.stringify(one)} is not known`),
  };
}

const Reading = v.picklist(['all', 'chosen', 'click']);
const Place = v.strictObject({
  address: v.pipe(v.string(), v.check(isWebAddress, 'not an address of the web')),
  folder: v.exactOptional(v.string()),
});

type Readers = { [Name in keyof PolicySettings]-?: (value: unknown) => ReadResult<PolicySettings[Name]> };

/** The fields of a policy; `public/managed-schema.json` describes the same fields to browsers. */
const READERS: Readers = {
  reading: (value) => readWhole(Reading, value),
  chosenSites: readHosts,
  sites: readSites,
  syncPlace: (value) => readWhole(Place, value),
  offFeatures: readFeatures,
};

/** The names of all fields of a policy. */
export const POLICY_FIELD_NAMES = Object.keys(READERS) as (keyof Readers)[];

/**
 * Reads a policy.
 *
 * @param stored the value from the browser, of any shape
 * @returns the valid part, and a message for each value or entry that is invalid
 */
export function parsePolicy(stored: unknown): { managed: PolicySettings; problems: string[] } {
  const managed: PolicySettings = {};
  const problems: string[] = [];
  if (!isRecord(stored)) return { managed, problems: ['the policy is not an object'] };
  for (const [name, value] of Object.entries(stored)) {
    if (!Object.hasOwn(READERS, name)) {
      problems.push(`${name} is not known`);
      continue;
    }
    const read = READERS[name as keyof Readers](value);
    if (read.value !== undefined) Object.assign(managed, { [name]: read.value });
    problems.push(...read.problems.map((problem) => `${name}: ${problem}`));
  }
  return { managed, problems };
}

/** True if a policy disables a feature. */
export const isDisabledByPolicy = ({ offFeatures = [] }: PolicySettings, feature: ManagedFeature): boolean =>
  offFeatures.includes(feature);

/** Applies an organisation's policy to the user's settings. */

/** The effective settings: those of the policy, otherwise the user's. */
export function applyPolicy(own: Settings, managed: PolicySettings): Settings {
  const settings = { ...own };
  const isOff = (feature: ManagedFeature): boolean => isDisabledByPolicy(managed, feature);
  if (managed.reading !== undefined) settings.reading = managed.reading;
  if (managed.chosenSites !== undefined) settings.chosen = [...new Set(managed.chosenSites)];
  // Site settings are merged per field: a policy with `treatAs` does not switch on a site that the user switched off.
  if (managed.sites !== undefined) {
    settings.sites = { ...own.sites };
    for (const [host, site] of Object.entries(managed.sites))
      settings.sites[host] = { ...(Object.hasOwn(own.sites, host) ? own.sites[host] : {}), ...site };
    // Overrides of single pages take precedence over their site, so they would bypass the policy.
    settings.pages = own.pages.filter(({ url }) => policyForSite(managed, url).treatAs === undefined);
  }
  if (isOff('summaries')) settings.summaries = false;
  if (isOff('underlineQuotes')) settings.underlineQuotes = 'off';
  if (isOff('highlightOffer')) settings.highlightOffer = 'never';
  return settings;
}

/**
 * The policy for a page's site.
 *
 * @param managed null until the policy is loaded
 * @returns `{}` if there is none
 */
export function policyForSite(managed: PolicySettings | null, url: string): SiteSettings {
  return siteSettings({ sites: managed?.sites ?? {} }, url);
}

/**
 * The site settings to store after an edit. Fields decided by the policy are not stored, because they must disappear
 * with the policy; the user's earlier values for these fields are kept.
 *
 * @param own the user's settings before the edit
 * @param edited the effective settings after the edit; null removes the user's settings
 * @param decided the policy for the site
 */
export function withoutPolicyFields(
  own: SiteSettings,
  edited: SiteSettings | null,
  decided: SiteSettings,
): SiteSettings | null {
  if (edited === null) return null;
  const isDecided = ([name]: [string, unknown]): boolean => Object.hasOwn(decided, name);
  return Object.fromEntries([
    ...Object.entries(edited).filter((entry) => !isDecided(entry)),
    ...Object.entries(own).filter(isDecided),
  ]);
}
