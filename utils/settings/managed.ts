/**
 * What an organisation decides for its browsers, by policy; see docs/policies.md. It comes from outside, so each value
 * is checked by itself: one that is not understood is left out and named, and the others hold.
 */
import * as v from 'valibot';
import { isHost } from './read-settings.ts';
import type { ReadingAccess, Settings, SiteSettings } from './schema.ts';

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

const Host = v.pipe(
  v.string(),
  v.check(isHost, 'not the name of a site (without https:// and www., in lower case)'),
);
const Site = v.strictObject({
  off: v.exactOptional(v.literal(true)),
  clutterOff: v.exactOptional(v.literal(true)),
  treatAs: v.exactOptional(v.picklist(['article', 'not-article'])),
});
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

/** By the names that policies use; `public/managed-schema.json` tells browsers the same. */
const SCHEMAS = {
  reading: v.picklist(['all', 'chosen', 'click']),
  chosenSites: v.pipe(v.array(Host), v.maxLength(MOST_SITES)),
  sites: v.pipe(
    v.record(Host, Site),
    v.check((sites) => Object.keys(sites).length <= MOST_SITES, `more than ${MOST_SITES} sites`),
  ),
  syncPlace: v.strictObject({
    address: v.pipe(v.string(), v.check(isWebAddress, 'not an address of the web')),
    folder: v.exactOptional(v.string()),
  }),
  offFeatures: v.array(v.picklist(FEATURES)),
} as const;

/** Names of what a policy can decide. */
export const MANAGED_NAMES = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

/**
 * Reads a policy.
 *
 * @param stored what the browser hands over, of any shape
 * @returns what holds, and a sentence for each value that does not
 */
export function readManaged(stored: unknown): { managed: ManagedSettings; problems: string[] } {
  const managed: ManagedSettings = {};
  const problems: string[] = [];
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { managed, problems: ['the policy is not an object'] };
  for (const [name, value] of Object.entries(stored)) {
    if (!Object.hasOwn(SCHEMAS, name)) {
      problems.push(`${name} is not known`);
      continue;
    }
    const result = v.safeParse(SCHEMAS[name as keyof typeof SCHEMAS], value);
    if (result.success) Object.assign(managed, { [name]: result.output });
    else problems.push(`${name}: ${v.getDotPath(result.issues[0]) ?? ''} ${result.issues[0].message}`);
  }
  return { managed, problems };
}

/** True where an organisation has switched a feature off. */
export const isOffByPolicy = ({ offFeatures = [] }: ManagedSettings, feature: ManagedFeature): boolean =>
  offFeatures.includes(feature);

/** The user's settings with what the organisation decides in its place. */
export function applyManaged(own: Settings, managed: ManagedSettings): Settings {
  const settings = { ...own };
  const isOff = (feature: ManagedFeature): boolean => isOffByPolicy(managed, feature);
  if (managed.reading !== undefined) settings.reading = managed.reading;
  if (managed.chosenSites !== undefined) settings.chosen = [...new Set(managed.chosenSites)];
  // Rules and kinds that the user has for a site stay: the policy decides about the site as a whole.
  if (managed.sites !== undefined) {
    settings.sites = { ...own.sites };
    for (const [host, site] of Object.entries(managed.sites)) {
      const {
        off: _,
        clutterOff: __,
        treatAs: ___,
        ...rest
      } = Object.hasOwn(own.sites, host) ? (own.sites[host] ?? {}) : {};
      settings.sites[host] = { ...rest, ...site };
    }
  }
  if (isOff('summaries')) settings.summaries = false;
  if (isOff('siteMemory')) settings.siteMemory = false;
  if (isOff('underlineQuotes')) settings.underlineQuotes = 'off';
  if (isOff('highlightOffer')) settings.highlightOffer = 'never';
  return settings;
}
