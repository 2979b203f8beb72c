import { readMemory, type SiteMemory } from '../clutter/memory/site-memory.ts';
import { browser } from './browser.ts';

/**
 * Stores the site memory in the browser's storage: one key per site, and one that lists all sites. Sites are stored as
 * short hashes, never by name.
 */

const PREFIX = 'seen:';
export const SEEN_SITES = 'seenSites';
/** Key of the time when the user last cleared the memory, in ms since 1970. */
const CLEARED_AT = 'seenForgotten';
/** Maximum number of sites; the least recently visited is removed first. */
const MAX_SITES = 150;
const DAY = 86_400_000;
/** Sites not visited for this many days are removed. */
const MAX_AGE_DAYS = 120;

/** The last visit to each site, in days since 1970, by the site's hash. */
type SeenSites = Record<string, number>;

function readSeen(value: unknown): SeenSites {
  if (typeof value !== 'object' || value === null) return {};
  const sites = Object.entries(value).filter(([site, day]) => /^\d+$/.test(site) && typeof day === 'number');
  return Object.fromEntries(sites);
}

/** All sites in the memory. */
export async function listSeenSites(): Promise<SeenSites> {
  const stored = await browser.storage.local.get(SEEN_SITES);
  return readSeen(stored[SEEN_SITES]);
}

/** True if a site is in the memory. */
export async function isRemembered(host: string): Promise<boolean> {
  const seen = await listSeenSites();
  return Object.keys(seen).length > 0 && Object.hasOwn(seen, await hashSite(host));
}

/** The memory of a site. */
export async function loadMemory(host: string): Promise<SiteMemory> {
  const key = PREFIX + (await hashSite(host));
  const stored = await browser.storage.local.get(key);
  return readMemory(stored[key]);
}

/** True if the user has cleared the memory since a time, in ms since 1970. */
async function isClearedSince(moment: number): Promise<boolean> {
  const at = (await browser.storage.local.get(CLEARED_AT))[CLEARED_AT];
  return typeof at === 'number' && at >= moment;
}

/**
 * Stores the memory of a site and removes sites that were not visited for long. Nothing is stored for a page that was
 * open when the user cleared the memory.
 *
 * @param opened when the page was loaded, in ms since 1970
 */
export async function storeMemory(
  host: string,
  memory: SiteMemory,
  opened: number,
  now: number = Date.now(),
): Promise<void> {
  if (await isClearedSince(opened)) return;
  const { local } = browser.storage;
  const site = await hashSite(host);
  const today = Math.floor(now / DAY);
  const seen = await listSeenSites();
  const before = seen[site];
  seen[site] = today;
  const latest = Object.entries(seen).sort(([, a], [, b]) => b - a);
  const kept = latest.filter(([, day], at) => at < MAX_SITES && today - day <= MAX_AGE_DAYS);
  const gone = latest.filter((entry) => !kept.includes(entry));
  await local.set({ [PREFIX + site]: memory });
  if (before !== today || gone.length > 0) await local.set({ [SEEN_SITES]: Object.fromEntries(kept) });
  if (gone.length > 0) await local.remove(gone.map(([other]) => PREFIX + other));
  // The user may have cleared the memory meanwhile: data read before must not come back.
  if (await isClearedSince(opened)) await local.remove([PREFIX + site, SEEN_SITES]);
}

/** The size of the memory: number of sites, and bytes as stored. */
export async function measureMemory(): Promise<{ sites: number; bytes: number }> {
  const sites = Object.keys(await listSeenSites());
  if (sites.length === 0) return { sites: 0, bytes: 0 };
  const stored = await browser.storage.local.get([...sites.map((site) => PREFIX + site), SEEN_SITES]);
  return { sites: sites.length, bytes: JSON.stringify(stored).length };
}

/** Removes one site from the memory. */
export async function forgetSite(host: string): Promise<void> {
  if (!(await isRemembered(host))) return;
  const site = await hashSite(host);
  const { [site]: _, ...others } = await listSeenSites();
  await browser.storage.local.set({ [SEEN_SITES]: others });
  await browser.storage.local.remove([PREFIX + site]);
}

/** Clears the memory, including sites missing from the list. */
export async function clearMemory(): Promise<void> {
  const { local } = browser.storage;
  await local.set({ [CLEARED_AT]: Date.now() });
  const keys = Object.keys(await local.get(null)).filter((key) => key.startsWith(PREFIX));
  await local.remove([...keys, SEEN_SITES]);
  await clearSecret();
}

/** Key of the secret: 32 random bytes, hexadecimal. */
const SECRET = 'seenSecret';

/**
 * Size of a site's hash. With a million hashes for several hundred million sites, a hash does not reveal which site was
 * visited; among 150 sites there is a collision in about one of a hundred profiles.
 */
const HASH_BITS = 20;

async function readSecret(): Promise<string | null> {
  const stored = (await browser.storage.local.get(SECRET))[SECRET];
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

let making: Promise<string> | null = null;

/** Creates the secret once, also for concurrent callers. */
function secret(): Promise<string> {
  const make = async (): Promise<string> => {
    const known = await readSecret();
    if (known !== null) return known;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const made = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    await browser.storage.local.set({ [SECRET]: made });
    return made;
  };
  making ??= make().finally(() => {
    making = null;
  });
  return making;
}

/** A hash of a host with this profile's secret: HMAC-SHA-256 (RFC 2104), cut to `HASH_BITS`. */
async function hashSite(host: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(await secret()), algorithm, false, [
    'sign',
  ]);
  const signed = new DataView(await crypto.subtle.sign('HMAC', key, encoder.encode(host)));
  return String(signed.getUint32(0) >>> (32 - HASH_BITS));
}

/** Deletes the secret. The next call of `hashSite` creates a new one, so that all hashes change. */
async function clearSecret(): Promise<void> {
  await browser.storage.local.remove([SECRET]);
}
