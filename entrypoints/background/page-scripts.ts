import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { completePendingRequest } from '../../utils/platform/request-automatic-reading.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import {
  getExactSitePatterns,
  getOverriddenSitePatterns,
  getReadingPatterns,
  isHost,
  overridePage,
  overrideSite,
  shouldReadAutomatically,
} from '../../utils/settings/site-settings.ts';
import { inject, injectAssistant } from './inject.ts';

/**
 * Registers a content script for exactly these pages, to run at document start. The browser runs it without waking the
 * background, and keeps the registration across restarts.
 *
 * @param matches match patterns; an empty list unregisters the script
 * @returns whether the registration has changed
 */
async function registerScript(id: string, matches: readonly string[]): Promise<boolean> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const registered = before?.matches ?? [];
  if ([...registered].sort().join() === [...matches].sort().join()) return false;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
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

/** Runs registrations in sequence, because concurrent ones would register the same id twice. */
function enqueue(register: () => Promise<unknown>): Promise<void> {
  registering = registering
    .then(register)
    .then(() => undefined)
    .catch((error: unknown) => console.warn('offprint: script not registered', error));
  return registering;
}

/** Set after an installation or update, when no script of this version runs in open pages yet. */
let wasInstalledOrUpdated = false;
/** Set after an update, when scripts of the previous version may still run in open pages. */
let wasUpdated = false;

async function updateGate(): Promise<void> {
  const matches = getReadingPatterns(await loadSettings());
  // Runs before the gate, see `entrypoints/world.ts`.
  await registerScript('world', matches);
  const mustInject = (await registerScript('gate', matches)) || wasInstalledOrUpdated;
  const takesOver = wasUpdated;
  wasInstalledOrUpdated = false;
  wasUpdated = false;
  if (mustInject && matches.length > 0) await injectIntoOpenPages(matches, takesOver);
}

async function injectGate(target: { tabId: number; frameIds: number[] }, takesOver: boolean): Promise<void> {
  if (takesOver) await browser.scripting.executeScript({ target, func: takeOver });
  await browser.scripting.executeScript({ target, files: ['/gate.js'] });
}

/** Injects the gate into open pages, in which the registered script would run only after a reload. */
async function injectIntoOpenPages(matches: string[], takesOver: boolean): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(
    tabs.map(({ id = -1 }) =>
      injectGate({ tabId: id, frameIds: [0] }, takesOver)
        // The tab was closed, or browsers exclude extensions from the page.
        .catch((error: unknown) => console.warn('offprint: page not looked at', error)),
    ),
  );
}

/**
 * Registers the gate for exactly the pages that the user lets Offprint read. It is not a content script of the manifest,
 * because that could not be unregistered.
 */
const registerGate = (): Promise<void> => enqueue(updateGate);

/**
 * Stops the scripts of the previous version in an open page after an update, and tells the new ones that changes by the
 * old ones may remain. In Chromium the old scripts receive the event; Firefox has already stopped them. Injected, so it
 * must be self-contained.
 */
function takeOver(): void {
  EventTarget.prototype.dispatchEvent.call(document, new Event('offprint-take-over'));
  const globals = globalThis as unknown as Record<symbol, { takesOver?: boolean } | undefined>;
  const key = Symbol.for('offprint');
  globals[key] ??= {};
  globals[key].takesOver = true;
}

/** Registers `override.js` for exactly the sites that have an override by the user. */
const registerOverride = (): Promise<void> =>
  enqueue(async () => registerScript('override', getOverriddenSitePatterns(await loadSettings())));

/**
 * Stores the user's override for the page in a tab or for its site, and applies it there. Nothing is stored for a
 * private window.
 */
export async function applyOverride({
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

/** Registers `site.js`, which hides elements early, for exactly the sites for which the user has made rules. */
async function updateSiteScript(): Promise<void> {
  const settings = await loadSettings();
  const hosts = Object.keys(settings.sites).filter(
    (host) =>
      settings.sites[host]?.rules && isHost(host) && shouldReadAutomatically(settings, `https://${host}`),
  );
  await registerScript('site', hosts.sort().flatMap(getExactSitePatterns));
}

/** Registers scripts after updates (Chromium drops registrations then), at each start, and when settings change. */
export function setUpPageScripts(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    wasInstalledOrUpdated = true;
    wasUpdated = reason !== 'install';
  });
  const registerAll = (): void => {
    void registerGate();
    void registerOverride();
    void enqueue(updateSiteScript);
  };
  browser.runtime.onInstalled.addListener(registerAll);
  browser.runtime.onStartup.addListener(registerAll);
  watchSettings(registerAll);
}

/** Set once the welcome page was shown. A temporary add-on is installed anew at every start of the browser. */
const WELCOMED_KEY = 'welcomed';

async function welcome(): Promise<void> {
  await registerGate();
  const stored = await browser.storage.local.get(WELCOMED_KEY);
  if (stored[WELCOMED_KEY] === true) return;
  await browser.storage.local.set({ [WELCOMED_KEY]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the welcome page once, after the installation. */
export function setUpWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    welcome().catch((error: unknown) => console.error('offprint: no welcome', error));
  });
}

/** Completes the user's choice of a site in the popup, which the browser closes when it asks for the permission. */
export function setUpPendingRequest(): void {
  browser.permissions.onAdded.addListener(() => {
    completePendingRequest().catch((error: unknown) => console.error('offprint: site not chosen', error));
  });
}
