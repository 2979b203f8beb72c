import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { finishChoosing } from '../../utils/platform/choose-site.ts';
import { loadSettings, updateSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import type { Settings } from '../../utils/settings/schema.ts';
import {
  isHost,
  overriddenSites,
  overridePage,
  overrideSite,
  readingPatterns,
  readsAutomatically,
} from '../../utils/settings/site-settings.ts';
import { treatAsArticle } from './article-tabs.ts';

/** A content script that the browser runs by itself, without waking the background. */
interface PageScript {
  id: string;
  js: string;
  /** Match patterns; empty to unregister the script. */
  matches: readonly string[];
  runAt: 'document_start' | 'document_end';
  /** Whether the registration survives a restart of the browser. */
  isPersistent: boolean;
}

/**
 * Registers a script for exactly these pages.
 *
 * @returns whether that changed anything
 */
export async function registerScript({ id, js, matches, runAt, isPersistent }: PageScript): Promise<boolean> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const known = before?.matches ?? [];
  // A registration that the browser kept over an update may be that of the previous version.
  const isSame = known.length === 0 || before?.runAt === runAt;
  if (isSame && [...known].sort().join() === [...matches].sort().join()) return false;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      { id, matches: [...matches], js: [js], runAt, persistAcrossSessions: isPersistent },
    ]);
  }
  return true;
}

/** Runs registrations of the same scripts in sequence: two at once would register the same id twice. */
export function makeSerialQueue(): (register: () => Promise<unknown>) => Promise<void> {
  let registering: Promise<void> = Promise.resolve();
  return (register) => {
    registering = registering
      .then(register)
      .then(() => undefined)
      .catch((error: unknown) => console.warn('offprint: script not registered', error));
    return registering;
  };
}

/** Registers again on updates, which make Chromium forget registrations, at each start, and when settings change. */
export function registerOnChanges(again: () => void): void {
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  watchSettings(again, new AbortController().signal);
}

const GATE = 'gate';
/** Runs before the gate, see `entrypoints/world.ts`. */
const WORLD = 'world';

const queueGate = makeSerialQueue();
/** Set after an install or update: open pages have no working script of ours, whatever registrations the browser kept. */
let isFresh = false;
/** Set after an update: scripts of the previous version may still run in open pages. */
let isUpdate = false;

async function updateGate(): Promise<void> {
  const matches = readingPatterns(await loadSettings());
  await registerScript({ id: WORLD, js: 'world.js', matches, runAt: 'document_start', isPersistent: true });
  const gate = { id: GATE, js: 'gate.js', matches, runAt: 'document_start', isPersistent: true } as const;
  const isNew = (await registerScript(gate)) || isFresh;
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
export function registerGate(): Promise<void> {
  return queueGate(updateGate);
}

export function setUpGateScript(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    isFresh = true;
    isUpdate = reason !== 'install';
  });
  registerOnChanges(() => void registerGate());
}

/**
 * Runs in open pages after an update, as a self-contained function: stops the scripts of the previous version, and tells
 * ours that some of their changes may still be there. Chromium's old scripts hear the event; Firefox has stopped its own.
 */
export function takeOver(): void {
  EventTarget.prototype.dispatchEvent.call(document, new Event('offprint-take-over'));
  const holder = globalThis as unknown as Record<symbol, { takesOver?: boolean } | undefined>;
  const key = Symbol.for('offprint');
  holder[key] ??= {};
  holder[key].takesOver = true;
}

const OVERRIDE = 'override';

const queueOverride = makeSerialQueue();

/**
 * Registers `override.js` for exactly the sites with an override by the user. The browser runs it without waking the
 * background, and keeps the registration over restarts.
 */
function registerOverride(): Promise<void> {
  return queueOverride(async () =>
    registerScript({
      id: OVERRIDE,
      js: 'override.js',
      matches: overriddenSites(await loadSettings()),
      runAt: 'document_start',
      isPersistent: true,
    }),
  );
}

/**
 * Stores the user's override for the page in a tab or for its site, and applies it there. Nothing is stored for a
 * private window.
 */
export async function override({
  tabId,
  url,
  scope,
  treatAs,
}: BackgroundMessages['page/override']['request']): Promise<BackgroundMessages['page/override']['response']> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito) {
      return treatAs === 'article' ? await treatAsArticle(tabId) : { ok: true, message: null };
    }
    await updateSettings((settings) => {
      if (scope === 'page' && treatAs !== null) return overridePage(settings, url, treatAs);
      return overrideSite(settings, url, treatAs);
    });
    await registerOverride();
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/override.js'],
      injectImmediately: true,
    });
    return { ok: true, message: null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

export function setUpOverride(): void {
  registerOnChanges(() => void registerOverride());
}

/** For sites with rules by the user. The registration persists, like the rules. */
const RULES_SCRIPT = 'site';

const queueSite = makeSerialQueue();

const patternsOf = (host: string): string[] => [`*://${host}/*`, `*://www.${host}/*`];

const mayBeRead = (settings: Settings, host: string): boolean =>
  isHost(host) && readsAutomatically(settings, `https://${host}`);

async function updateSiteScript(): Promise<void> {
  const settings = await loadSettings();
  const hosts = Object.entries(settings.sites).flatMap(([host, { rules }]) =>
    rules && mayBeRead(settings, host) ? [host] : [],
  );
  const matches = hosts.sort().flatMap(patternsOf);
  await registerScript({
    id: RULES_SCRIPT,
    js: 'site.js',
    matches,
    runAt: 'document_start',
    isPersistent: true,
  });
}

/** Keeps `site.js` registered for exactly the sites that have something to hide early. */
export function setUpSiteScript(): void {
  registerOnChanges(() => void queueSite(updateSiteScript));
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
    finishChoosing().catch((error: unknown) => console.error('offprint: site not chosen', error));
  });
}
