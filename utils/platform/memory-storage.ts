/** The memory of sites where the browser keeps it: one key a site, and one that lists them. */
import { knownNames, readMemory, type SiteMemory } from '../clutter/site-memory.ts';
import { browser } from './browser.ts';

const PREFIX = 'seen:';
export const SEEN_SITES = 'seenSites';
/** When the reader had all of it forgotten last, in ms since 1970. */
const FORGOTTEN = 'seenForgotten';
/** Sites that are remembered; the one not visited for longest goes first. */
const SITES_LIMIT = 150;
const DAY = 86_400_000;
/** Days after which a site that was not visited is forgotten. */
const DAYS_LIMIT = 120;

/** When a site was last visited, in days since 1970, and whether some of its blocks are known by name. */
export interface SeenSite {
  day: number;
  known: boolean;
}

function readSeen(value: unknown): Record<string, SeenSite> {
  const sites: Record<string, SeenSite> = {};
  if (typeof value !== 'object' || value === null) return sites;
  for (const [host, site] of Object.entries(value)) {
    const { day, known } = (site ?? {}) as Record<string, unknown>;
    if (typeof day === 'number') sites[host] = { day, known: known === true };
  }
  return sites;
}

/** The sites that are remembered. */
export async function listSeenSites(): Promise<Record<string, SeenSite>> {
  const stored = await browser.storage.local.get(SEEN_SITES);
  return readSeen(stored[SEEN_SITES]);
}

/** What is remembered of a site. */
export async function loadMemory(host: string): Promise<SiteMemory> {
  const key = PREFIX + host;
  const stored = await browser.storage.local.get(key);
  return readMemory(stored[key]);
}

/** Whether the reader had everything forgotten after a moment, in ms since 1970. */
async function isForgottenSince(moment: number): Promise<boolean> {
  const at = (await browser.storage.local.get(FORGOTTEN))[FORGOTTEN];
  return typeof at === 'number' && at >= moment;
}

/**
 * Stores what is remembered of a site, and forgets sites that were not visited for long. A page that was open when the
 * reader had everything forgotten is not remembered.
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
  const today = Math.floor(now / DAY);
  const seen = await listSeenSites();
  const before = JSON.stringify(seen[host]);
  seen[host] = { day: today, known: knownNames(memory).size > 0 };
  const latest = Object.entries(seen).sort(([, a], [, b]) => b.day - a.day);
  const kept = latest.filter(([, { day }], at) => at < SITES_LIMIT && today - day <= DAYS_LIMIT);
  const gone = latest.filter((site) => !kept.includes(site));
  await local.set({ [PREFIX + host]: memory });
  // The background listens to the list, and is not woken for nothing.
  if (before !== JSON.stringify(seen[host]) || gone.length > 0) {
    await local.set({ [SEEN_SITES]: Object.fromEntries(kept) });
  }
  if (gone.length > 0) await local.remove(gone.map(([other]) => PREFIX + other));
  // Meanwhile, perhaps: what was read before that must not come back.
  if (await isForgottenSince(opened)) await local.remove([PREFIX + host, SEEN_SITES]);
}

/** How much is remembered: sites, and bytes as they are stored. */
export async function measureMemory(): Promise<{ sites: number; bytes: number }> {
  const hosts = Object.keys(await listSeenSites());
  if (hosts.length === 0) return { sites: 0, bytes: 0 };
  const stored = await browser.storage.local.get([...hosts.map((host) => PREFIX + host), SEEN_SITES]);
  return { sites: hosts.length, bytes: JSON.stringify(stored).length };
}

/** Forgets every site. */
export async function clearMemory(): Promise<void> {
  const { local } = browser.storage;
  await local.set({ [FORGOTTEN]: Date.now() });
  const hosts = Object.keys(await listSeenSites());
  await local.remove([...hosts.map((host) => PREFIX + host), SEEN_SITES]);
}
