import { browser } from '../../utils/platform/browser.ts';
import { listSeenSites, SEEN_SITES } from '../../utils/platform/memory-storage.ts';
import { loadSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { isHost, readsByItself } from '../../utils/settings/read-settings.ts';

const SCRIPT = 'site';

let registering: Promise<void> = Promise.resolve();

/** Sites with rules of the reader's, or with blocks that are known by name, as match patterns. */
async function listPatterns(): Promise<string[]> {
  const settings = await loadSettings();
  const hosts = new Set<string>();
  for (const [host, { rules }] of Object.entries(settings.sites)) if (rules !== undefined) hosts.add(host);
  if (settings.siteMemory) {
    for (const [host, { known }] of Object.entries(await listSeenSites())) if (known) hosts.add(host);
  }
  return [...hosts]
    .filter((host) => isHost(host) && readsByItself(settings, `https://${host}`))
    .sort()
    .flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
}

async function register(): Promise<void> {
  const matches = await listPatterns();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if ([...(known?.matches ?? [])].sort().join() === [...matches].sort().join()) return;
  if (known !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT, matches, js: ['site.js'], runAt: 'document_start', persistAcrossSessions: true },
  ]);
}

/** One after the other: two at once would register the same id twice. */
function registerSoon(): void {
  registering = registering
    .then(register)
    .catch((error: unknown) => console.warn('offprint: not registered', error));
}

/** Has the browser put `site.js` into the pages of exactly those sites that have something to be hidden early. */
export function setUpSiteScript(): void {
  browser.runtime.onInstalled.addListener(registerSoon);
  browser.runtime.onStartup.addListener(registerSoon);
  watchSettings(registerSoon, new AbortController().signal);
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.hasOwn(changes, SEEN_SITES)) registerSoon();
  });
}
