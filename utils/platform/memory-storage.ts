/**
 * The memory of sites where the browser keeps it: one key a site, and one that lists them. Sites are numbers there, see
 * `site-number.ts`: what is remembered of the web is never a name.
 */
import { readMemory, type SiteMemory } from '../clutter/memory/site-memory.ts';
import { browser } from './browser.ts';
import { forgetSecret, numberOfSite } from './site-number.ts';

const PREFIX = 'seen:';
export const SEEN_SITES = 'seenSites';
/** When the user had all of it forgotten last, in ms since 1970. */
const FORGOTTEN = 'seenForgotten';
/** Sites that are remembered; the one not visited for longest goes first. */
const SITES_LIMIT = 150;
const DAY = 86_400_000;
/** Days after which a site that was not visited is forgotten. */
const DAYS_LIMIT = 120;

/** When each site was last visited, in days since 1970, by its number. */
type SeenSites = Record<string, number>;

function readSeen(value: unknown): SeenSites {
  if (typeof value !== 'object' || value === null) return {};
  const sites = Object.entries(value).filter(([site, day]) => /^\d+$/.test(site) && typeof day === 'number');
  return Object.fromEntries(sites);
}

/** The sites that are remembered. */
export async function listSeenSites(): Promise<SeenSites> {
  const stored = await browser.storage.local.get(SEEN_SITES);
  return readSeen(stored[SEEN_SITES]);
}

/** Is anything remembered of a site? */
export async function isRemembered(host: string): Promise<boolean> {
  const seen = await listSeenSites();
  return Object.keys(seen).length > 0 && Object.hasOwn(seen, await numberOfSite(host));
}

/** What is remembered of a site. */
export async function loadMemory(host: string): Promise<SiteMemory> {
  const key = PREFIX + (await numberOfSite(host));
  const stored = await browser.storage.local.get(key);
  return readMemory(stored[key]);
}

/** Whether the user had everything forgotten after a moment, in ms since 1970. */
async function isForgottenSince(moment: number): Promise<boolean> {
  const at = (await browser.storage.local.get(FORGOTTEN))[FORGOTTEN];
  return typeof at === 'number' && at >= moment;
}

/**
 * Stores what is remembered of a site, and forgets sites that were not visited for long. A page that was open when the
 * user had everything forgotten is not remembered.
 *
 * @param opened when the page was, in ms since 1970
 */
export async function storeMemory(
  host: string,
  memory: SiteMemory,
  opened: number,
  now: number = Date.now(),
): Promise<void> {
  if (await isForgottenSince(opened)) return;
  const { local } = browser.storage;
  const site = await numberOfSite(host);
  const today = Math.floor(now / DAY);
  const seen = await listSeenSites();
  const before = seen[site];
  seen[site] = today;
  const latest = Object.entries(seen).sort(([, a], [, b]) => b - a);
  const kept = latest.filter(([, day], at) => at < SITES_LIMIT && today - day <= DAYS_LIMIT);
  const gone = latest.filter((entry) => !kept.includes(entry));
  await local.set({ [PREFIX + site]: memory });
  if (before !== today || gone.length > 0) await local.set({ [SEEN_SITES]: Object.fromEntries(kept) });
  if (gone.length > 0) await local.remove(gone.map(([other]) => PREFIX + other));
  // Meanwhile, perhaps: what was read before that must not come back.
  if (await isForgottenSince(opened)) await local.remove([PREFIX + site, SEEN_SITES]);
}

/** How much is remembered: sites, and bytes as they are stored. */
export async function measureMemory(): Promise<{ sites: number; bytes: number }> {
  const sites = Object.keys(await listSeenSites());
  if (sites.length === 0) return { sites: 0, bytes: 0 };
  const stored = await browser.storage.local.get([...sites.map((site) => PREFIX + site), SEEN_SITES]);
  return { sites: sites.length, bytes: JSON.stringify(stored).length };
}

/** Forgets one site. */
export async function forgetSite(host: string): Promise<void> {
  if (!(await isRemembered(host))) return;
  const site = await numberOfSite(host);
  const { [site]: _, ...others } = await listSeenSites();
  await browser.storage.local.set({ [SEEN_SITES]: others });
  await browser.storage.local.remove([PREFIX + site]);
}

/** Forgets every site, also one that no list names. */
export async function clearMemory(): Promise<void> {
  const { local } = browser.storage;
  await local.set({ [FORGOTTEN]: Date.now() });
  const keys = Object.keys(await local.get(null)).filter((key) => key.startsWith(PREFIX));
  await local.remove([...keys, SEEN_SITES]);
  await forgetSecret();
}
