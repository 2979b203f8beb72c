import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { completePendingRequest } from '../../utils/platform/request-automatic-reading.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import {
  exactSitePatterns,
  isHost,
  overriddenSites,
  overridePage,
  overrideSite,
  readingPatterns,
  readsAutomatically,
} from '../../utils/settings/site-settings.ts';
import { inject, injectAssistant } from './inject.ts';

/**
 * Registers a script for exactly these pages, at their start. The browser runs it by itself, without waking the
 * background, and keeps the registration over restarts.
 *
 * @param matches match patterns; empty to unregister the script
 * @returns whether that changed anything
 */
async function registerScript(id: string, matches: readonly string[]): Promise<boolean> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const known = before?.matches ?? [];
  if ([...known].sort().join() === [...matches].sort().join()) return false;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      {
        id,
        matches: [...matches],
        js: [`${id}.js`],
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
  }
  return true;
}

let registering: Promise<void> = Promise.resolve();

/** Runs registrations in sequence: two at once would register the same id twice. */
function queue(register: () => Promise<unknown>): Promise<void> {
  registering = registering
    .then(register)
    .then(() => undefined)
    .catch((error: unknown) => console.warn('offprint: script not registered', error));
  return registering;
}

/** Set after an install or update: open pages have no working script of ours, whatever registrations the browser kept. */
let isFresh = false;
/** Set after an update: scripts of the previous version may still run in open pages. */
let isUpdate = false;

async function updateGate(): Promise<void> {
  const matches = readingPatterns(await loadSettings());
  // Runs before the gate, see `entrypoints/world.ts`.
  await registerScript('world', matches);
  const isNew = (await registerScript('gate', matches)) || isFresh;
  const takesOver = isUpdate;
  isFresh = false;
  isUpdate = false;
  if (isNew && matches.length > 0) await injectIntoOpenPages(matches, takesOver);
}

async function injectGate(target: { tabId: number; frameIds: number[] }, takesOver: boolean): Promise<void> {
  if (takesOver) await browser.scripting.executeScript({ target, func: takeOver });
  await browser.scripting.executeScript({ target, files: ['/gate.js'] });
}

/** Injects the gate into open pages, which registered scripts would reach only at their next load. */
async function injectIntoOpenPages(matches: string[], takesOver: boolean): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(
    tabs.map(({ id = -1 }) =>
      injectGate({ tabId: id, frameIds: [0] }, takesOver)
        // Closed meanwhile, or a page from which browsers exclude every extension.
        .catch((error: unknown) => console.warn('offprint: page not looked at', error)),
    ),
  );
}

/**
 * Registers the gate for exactly the pages that the user lets Offprint read. The manifest can't list it as a content
 * script, because it could not be unregistered then.
 */
const registerGate = (): Promise<void> => queue(updateGate);

/**
 * Runs in open pages after an update, as a self-contained function: stops the scripts of the previous version, and tells
 * ours that some of their changes may still be there. Chromium's old scripts hear the event; Firefox has stopped its own.
 */
function takeOver(): void {
  EventTarget.prototype.dispatchEvent.call(document, new Event('offprint-take-over'));
  const holder = globalThis as unknown as Record<symbol, { takesOver?: boolean } | undefined>;
  const key = Symbol.for('offprint');
  holder[key] ??= {};
  holder[key].takesOver = true;
}

/** Registers `override.js` for exactly the sites with an override by the user. */
const registerOverride = (): Promise<void> =>
  queue(async () => registerScript('override', overriddenSites(await loadSettings())));

/**
 * Stores the user's override for the page in a tab or for its site, and applies it there. Nothing is stored for a
 * private window.
 */
export async function override({
  tabId,
  url,
  scope,
  treatAs,
}: BackgroundMessages['page/override']['request']): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  if (tab.incognito) {
    if (treatAs === 'article') await injectAssistant(tabId);
    return;
  }
  await updateSettings((settings) => {
    if (scope === 'page' && treatAs !== null) overridePage(settings, url, treatAs);
    else overrideSite(settings, url, treatAs);
  });
  await registerOverride();
  await inject(tabId, '/override.js');
}

/** Registers `site.js` for exactly the sites with rules by the user, which hide something early. */
async function updateSiteScript(): Promise<void> {
  const settings = await loadSettings();
  const hosts = Object.keys(settings.sites).filter(
    (host) => settings.sites[host]?.rules && isHost(host) && readsAutomatically(settings, `https://${host}`),
  );
  await registerScript('site', hosts.sort().flatMap(exactSitePatterns));
}

/** Registers again on updates, which make Chromium forget registrations, at each start, and when settings change. */
export function setUpPageScripts(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    isFresh = true;
    isUpdate = reason !== 'install';
  });
  const again = (): void => {
    void registerGate();
    void registerOverride();
    void queue(updateSiteScript);
  };
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  watchSettings(again, new AbortController().signal);
}

/** Set once the welcome page was shown, because a temporary installation is "installed" at every start of the browser. */
const SHOWN = 'welcomed';

async function welcome(): Promise<void> {
  await registerGate();
  const stored = await browser.storage.local.get(SHOWN);
  if (stored[SHOWN] === true) return;
  await browser.storage.local.set({ [SHOWN]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the welcome page once, after the installation. */
export function setUpWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    welcome().catch((error: unknown) => console.error('offprint: no welcome', error));
  });
}

/** Opens up the site the user chose in a popup, which the browser closed when it asked for the permission. */
export function setUpChosenSite(): void {
  browser.permissions.onAdded.addListener(() => {
    completePendingRequest().catch((error: unknown) => console.error('offprint: site not chosen', error));
  });
}
