/**
 * What an organisation decides for its browsers, by policy; see docs/policies.md. It comes from outside, so each value
 * is checked by itself, and in lists and objects each entry: what is not understood is left out and named, and the rest
 * holds. One slip must not set everything free that the organisation meant to decide.
 */
import * as v from 'valibot';
import { isHost } from './read-settings.ts';
import type { ReadingAccess, SiteSettings } from './schema.ts';

/** Features that can be switched off for good. */
export type ManagedFeature = 'sync' | 'summaries' | 'siteMemory' | 'underlineQuotes' | 'highlightOffer';

/** The place that sync is set up with; the name and the password stay the user's. */
export interface ManagedPlace {
  /** Of a folder on a WebDAV server. */
  address: string;
  /** Names below it, parted by slashes. */
  folder?: string | undefined;
}

/** Absent is what the user decides. */
export interface ManagedSettings {
  reading?: ReadingAccess;
  /** Read where `reading` is `chosen`; the user can add none. */
  chosenSites?: string[];
  sites?: Record<string, SiteSettings>;
  syncPlace?: ManagedPlace;
  offFeatures?: ManagedFeature[];
}

const FEATURES = ['sync', 'summaries', 'siteMemory', 'underlineQuotes', 'highlightOffer'] as const;
/** Sites that a policy can name; each is compared with every address. */
const MOST_SITES = 1000;

/** One value of a policy as it was read, and what is wrong in it; absent where nothing of it holds. */
interface Read<T> {
  value?: T;
  problems: string[];
}

const NOT_A_HOST = 'is not the name of a site (without https:// and www., in lower case)';
/** An object can't have `__proto__` as a name like any other. */
const isSite = (host: unknown): host is string =>
  typeof host === 'string' && host !== '__proto__' && isHost(host);
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes the value as a whole or not at all. */
function readWhole<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Read<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output, problems: [] };
  return { problems: [`${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`.trim()] };
}

/** The first thousand; the others are counted. */
function readFirst<T>(all: readonly T[]): Required<Read<T[]>> {
  const more = all.length - MOST_SITES;
  const problems = more > 0 ? [`more than ${MOST_SITES} sites: the last ${more} are left out`] : [];
  return { value: all.slice(0, MOST_SITES), problems };
}

/** No list chooses no site: who meant to allow a few has not allowed those that users choose. */
function readHosts(value: unknown): Read<string[]> {
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

/** @returns no value where nothing is decided about the site: `false` leaves a switch to the user */
function readSite(host: string, value: unknown): Read<SiteSettings> {
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

function readSites(value: unknown): Read<Record<string, SiteSettings>> {
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

function readFeatures(value: unknown): Read<ManagedFeature[]> {
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

type Readers = { [Name in keyof ManagedSettings]-?: (value: unknown) => Read<ManagedSettings[Name]> };

/** By the names that policies use; `public/managed-schema.json` tells browsers the same. */
const READERS: Readers = {
  reading: (value) => readWhole(Reading, value),
  chosenSites: readHosts,
  sites: readSites,
  syncPlace: (value) => readWhole(Place, value),
  offFeatures: readFeatures,
};

/** Names of what a policy can decide. */
export const MANAGED_NAMES = Object.keys(READERS) as (keyof Readers)[];

/**
 * Reads a policy.
 *
 * @param stored what the browser hands over, of any shape
 * @returns what holds, and a sentence for each value or entry that does not
 */
export function readManaged(stored: unknown): { managed: ManagedSettings; problems: string[] } {
  const managed: ManagedSettings = {};
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

/** True where an organisation has switched a feature off. */
export const isOffByPolicy = ({ offFeatures = [] }: ManagedSettings, feature: ManagedFeature): boolean =>
  offFeatures.includes(feature);
