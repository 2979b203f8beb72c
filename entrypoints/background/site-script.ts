import { browser } from '../../utils/platform/browser.ts';
import { isRemembered, SEEN_SITES } from '../../utils/platform/memory-storage.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import { isHost, readsAutomatically } from '../../utils/settings/site-settings.ts';
import { keepRegistered, matchesOf, registerScript, takeTurns } from './page-scripts.ts';

/** For the sites the user made rules for: the browser keeps it, as the rules are kept. */
const SCRIPT = 'site';

/**
 * For sites with blocks that are known by name, from the first visit in a session of the browser's on. It is gone when
 * the browser is: a kept one would be a list of visited sites on the disk.
 */
const PASSING_SCRIPT = 'site-passing';

const inTurn = takeTurns();

const patternsOf = (host: string): string[] => [`*://${host}/*`, `*://www.${host}/*`];

const mayBeRead = (settings: Settings, host: string): boolean =>
  isHost(host) && readsAutomatically(settings, `https://${host}`);

/** Has the browser put `site.js` into pages of exactly these sites. */
function registerFor(id: string, hosts: readonly string[], isKept: boolean): Promise<boolean> {
  const matches = [...hosts].sort().flatMap(patternsOf);
  return registerScript({ id, js: 'site.js', matches, runAt: 'document_start', isKept });
}

/** Hosts that the passing script is registered for; none of them begins with `www.`, see `siteKey`. */
async function passingHosts(): Promise<string[]> {
  const hosts = (await matchesOf(PASSING_SCRIPT)).map(
    (pattern) => /^\*:\/\/(.*)\/\*$/.exec(pattern)?.[1] ?? '',
  );
  return hosts.filter((host) => host !== '' && !host.startsWith('www.'));
}

async function register(): Promise<void> {
  const settings = await loadSettings();
  const ruled = Object.entries(settings.sites).flatMap(([host, { rules }]) => (rules ? [host] : []));
  await registerFor(
    SCRIPT,
    ruled.filter((host) => mayBeRead(settings, host)),
    true,
  );
  const passing: string[] = [];
  for (const host of settings.siteMemory ? await passingHosts() : []) {
    if (mayBeRead(settings, host) && (await isRemembered(host))) passing.push(host);
  }
  await registerFor(PASSING_SCRIPT, passing, false);
}

async function registerPassing(host: string): Promise<void> {
  const hosts = await passingHosts();
  if (hosts.includes(host) || !mayBeRead(await loadSettings(), host)) return;
  // The user may have had all sites forgotten since it was visited.
  if (!(await isRemembered(host))) return;
  await registerFor(PASSING_SCRIPT, [...hosts, host], false);
}

const registerSoon = (): void => void inTurn(register);

/** A site with blocks that are known by name was visited: its next pages have them hidden before they are painted. */
export function expectSite(host: string): void {
  void inTurn(() => registerPassing(host));
}

/** Has the browser put `site.js` into the pages of exactly those sites that have something to be hidden early. */
export function setUpSiteScript(): void {
  keepRegistered(registerSoon);
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.hasOwn(changes, SEEN_SITES)) registerSoon();
  });
}
