import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import english from '../../../locales/en.json' with { type: 'json' };
import { buildFolder } from '../../../scripts/build/build-if-stale.ts';
import { type Locale, toBrowserMessages } from '../../../scripts/build/to-browser-messages.ts';
import { type BrowserKind, requireBrowsers } from '../../../scripts/find-browser.ts';
import { clearChromium, clearFirefox } from './clear-browser.ts';
import { endAtOnce, newFirefoxProfile, removeProfile } from './firefox-profile.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { connectionOf, openPages } from './open-pages.ts';
import { waitFor } from './wait-for.ts';

const GECKO_ID = 'offprint@offprint.example';
/** Firefox gives each installation a random host; a fixed one lets us open its pages. */
const GECKO_UUID = '5f1d9d5e-7a3c-4b1f-9a55-0f7e3b2c6d01';
const UUIDS = 'extensions.webextensions.uuids';

/** How long a browser may take to start on a busy machine, in ms: alone it takes one or two seconds. */
export const START_LIMIT = 45_000;

/** A desktop's, in CSS px: without a window, browsers take a screen so low that the popup is laid out for it. */
const SCREEN = { width: 1600, height: 1200 };

export const CHROMIUM_ARGS = [
  `--screen-info={${SCREEN.width}x${SCREEN.height}}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--lang=en-US',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,OptimizationHints',
];

/** Silence what Firefox does on its own account, and everything that upgrades or guesses addresses. */
const FIREFOX_PREFS = {
  [UUIDS]: JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
  'dom.security.https_first': false,
  'dom.security.https_only_mode': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'layout.css.devPixelsPerPx': '1.0',
  // The user says yes to what our own screens ask the browser for; nobody could press that button.
  'extensions.webextOptionalPermissionPrompts': false,
  'intl.locale.requested': 'en-US',
  // What costs time and shows nothing here: a new process for each tab, ones started ahead, sixty frames a second.
  'dom.ipc.processCount': 2,
  'dom.ipc.processPrelaunch.enabled': false,
  'layout.frame_rate': 30,
  'browser.sessionstore.interval': 600_000,
};

/** A temporary installation that keeps its storage when it comes again after a crash. */
const KEEP_PREFS = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'toolkit.startup.max_resumed_crashes': -1,
};

/** One coarse pointer that hovers over nothing. */
const TOUCH_PREFS = {
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'dom.w3c_touch_events.enabled': 1,
};

/** What can be chosen at each installation of the extension in a running browser. */
export interface InstallOptions {
  /** Lets the extension into private windows too. */
  privateWindows?: boolean;
  /** Words instead of the browser's choice among the languages of the build, as in `locales`. */
  locale?: Locale;
  /** APIs to take away from the extension, as a browser that lacks them: `menus`, `windows` … */
  lacks?: readonly string[];
  /** Says that there is a finger and no mouse; Firefox only. */
  touch?: boolean;
  /** Files to add to the build, by name. */
  extraFiles?: Record<string, string>;
  /** Leaves the page open that shows itself after the installation. */
  keepsWelcome?: boolean;
}

export interface LaunchOptions extends InstallOptions {
  /** Port of the loopback proxy that all traffic goes through; none by default. */
  proxyPort?: number;
  /** Shows the window. */
  headed?: boolean;
  width?: number;
  height?: number;
  /** A profile that outlives the browser, and the copy of the build it runs: the same each time, as its path names it. */
  profile?: { folder: string; build: string };
}

/** A browser with the built extension in it. */
export interface Launched {
  kind: BrowserKind;
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at its end. */
  extensionUrl: string;
  /** Installs the same build over itself, as an update does. */
  update(): Promise<void>;
  /** Takes the extension away, and what it and the sites of these hosts have stored; all tabs are closed. */
  clear(hosts: readonly string[]): Promise<void>;
  /** Installs it once more after `clear`, in the same browser and under another address. */
  again(options: InstallOptions): Promise<Launched>;
  close(): Promise<void>;
}

/** The build is missing; the message says how to make it. */
export class NotBuiltError extends Error {
  override name = 'NotBuiltError';
}

/**
 * Leaves a build one language. A browser speaks only the languages it was installed with, and none of them is
 * Arabic here; with one language in the build it has no choice.
 */
function speakOnly(build: string, locale: Locale): void {
  const locales = path.join(build, '_locales');
  rmSync(locales, { recursive: true });
  mkdirSync(path.join(locales, 'en'), { recursive: true });
  writeFileSync(path.join(locales, 'en/messages.json'), JSON.stringify(toBrowserMessages(locale, english)));
}

/** Has every script of the extension's own run in a browser that lacks some APIs. */
function takeAway(build: string, names: readonly string[]): void {
  // Both names are the same API in Firefox, and may be two objects in Chromium.
  const script = `for (const api of new Set([globalThis.browser, globalThis.chrome])) {
  for (const name of ${JSON.stringify(names)}) {
    if (api !== undefined) Object.defineProperty(api, name, { value: undefined, configurable: true });
  }
}`;
  writeFileSync(path.join(build, 'lacks.js'), script);
  const background = path.join(build, 'background.js');
  replaceFile(background, `${script}\n${readFileSync(background, 'utf8')}`);
  for (const file of readdirSync(build).filter((name) => name.endsWith('.html'))) {
    const page = path.join(build, file);
    replaceFile(
      page,
      readFileSync(page, 'utf8').replace('<head>', '<head><script src="/lacks.js"></script>'),
    );
  }
}

/**
 * A copy of a build: a browser reads its files for as long as it runs, whoever builds anew meanwhile. It goes when the
 * browser does, but for a place that was given: that is the giver's.
 */
function copyBuild(
  browser: Browser,
  kind: BrowserKind,
  { profile, locale, lacks = [], extraFiles = {} }: LaunchOptions,
): string {
  const place = profile?.build;
  if (place !== undefined && existsSync(place)) return place;
  // Benches and scripts use what users get.
  const folder = buildFolder(kind, process.env.VITEST ? 'test' : 'production');
  if (!existsSync(path.join(folder, 'manifest.json')))
    throw new NotBuiltError(`${folder} is missing: npm run build, or npm run test:one for tests`);
  const copy = place ?? mkdtempSync(path.join(tmpdir(), 'offprint-'));
  if (place !== undefined) cpSync(folder, copy, { recursive: true });
  else linkAll(copyOnce(browser, folder), copy);
  if (locale !== undefined) speakOnly(copy, locale);
  if (lacks.length > 0) takeAway(copy, lacks);
  for (const [name, content] of Object.entries(extraFiles)) replaceFile(path.join(copy, name), content);
  if (place === undefined) browser.once('disconnected', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}

/** By browser: a copy of the build that each of its installations links to, as twenty megabytes take a while. */
const copies = new WeakMap<Browser, string>();

function copyOnce(browser: Browser, folder: string): string {
  const known = copies.get(browser);
  if (known !== undefined) return known;
  const copy = mkdtempSync(path.join(tmpdir(), 'offprint-build-'));
  cpSync(folder, copy, { recursive: true });
  copies.set(browser, copy);
  browser.once('disconnected', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}

function linkAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(to, path.relative(from, source));
    mkdirSync(path.dirname(target), { recursive: true });
    if (entry.isFile()) linkSync(source, target);
  }
}

/** Not into the file that is there, which may be a link to that of other installations. */
function replaceFile(place: string, content: string): void {
  rmSync(place, { force: true });
  writeFileSync(place, content);
}

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<Launched> {
  const proxy =
    options.proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${options.proxyPort}`];
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    timeout: START_LIMIT,
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: options.headed ? null : { width: options.width ?? 1200, height: options.height ?? 800 },
    // English, whatever the machine speaks: the tests look for English words.
    env: { ...process.env, LANGUAGE: 'en_US' },
    args: [...CHROMIUM_ARGS, '--ignore-certificate-errors', ...proxy],
    ...(options.profile === undefined ? {} : { userDataDir: options.profile.folder }),
  });
  const installed = async (how: LaunchOptions): Promise<Launched> => {
    // From a place of its own each time: its id is made of that.
    const build = copyBuild(browser, 'chromium', how);
    const install = (): Promise<string> =>
      browser.installExtension(build, { enabledInIncognito: how.privateWindows ?? false });
    const id = await install();
    return {
      kind: 'chromium',
      browser,
      extensionUrl: `chrome-extension://${id}`,
      update: async () => void (await install()),
      clear: async (hosts) => {
        await clearChromium(browser, id, hosts);
        rmSync(build, { recursive: true, force: true });
      },
      again: installed,
      close: () => browser.close(),
    };
  };
  return installed(options);
}

async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<Launched> {
  const proxy =
    options.proxyPort === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': options.proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': options.proxyPort,
        };
  const userDataDir = options.profile?.folder ?? newFirefoxProfile();
  const browser = await puppeteer.launch({
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: String(SCREEN.width),
      MOZ_HEADLESS_HEIGHT: String(SCREEN.height),
    },
    browser: 'firefox',
    executablePath,
    timeout: START_LIMIT,
    headless: !options.headed,
    acceptInsecureCerts: true,
    defaultViewport: options.headed ? null : { width: options.width ?? 1200, height: options.height ?? 800 },
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      ...proxy,
      ...(options.profile && KEEP_PREFS),
    },
    userDataDir,
  });
  if (options.profile === undefined) browser.process()?.once('exit', () => removeProfile(userDataDir));
  const inWindow = { launched: { browser } };
  const installed = async (how: LaunchOptions): Promise<Launched> => {
    const build = copyBuild(browser, 'firefox', how);
    for (const [name, value] of Object.entries(TOUCH_PREFS)) {
      const set = how.touch ? `setIntPref('${name}', ${value})` : `clearUserPref('${name}')`;
      await inFirefoxWindow(inWindow, `Services.prefs.${set}`);
    }
    // puppeteer's own `installExtension` cannot let the extension into private windows.
    const install = async (): Promise<void> => {
      await connectionOf(browser).send('webExtension.install', {
        extensionData: { type: 'path', path: build },
        'moz:allowPrivateBrowsing': how.privateWindows ?? false,
      });
    };
    await install();
    const host = `WebExtensionPolicy.getByID('${GECKO_ID}').mozExtensionHostname`;
    return {
      kind: 'firefox',
      browser,
      extensionUrl: `moz-extension://${await inFirefoxWindow<string>(inWindow, host)}`,
      update: install,
      clear: async () => {
        await clearFirefox(browser, GECKO_ID);
        if (how.profile === undefined) rmSync(build, { recursive: true, force: true });
      },
      again: async (next) => {
        // Under another host, of Firefox's choice: what is stored under the old one may not be deleted yet.
        await inFirefoxWindow(inWindow, `Services.prefs.setStringPref('${UUIDS}', '{}')`);
        return installed(next);
      },
      close: () => (options.profile === undefined ? endAtOnce(browser) : browser.close()),
    };
  };
  return installed(options);
}

/** Waits for the page that opens after the installation. */
export async function findWelcome(launched: Launched): Promise<Page> {
  const welcome = `${launched.extensionUrl}/welcome.html`;
  const { page } = await waitFor('the welcome page', async () =>
    (await openPages(launched)).find(({ url }) => url === welcome),
  );
  return page;
}

/**
 * Starts a browser of the given kind with the built extension (`npm run build` first).
 *
 * @throws NoBrowserError when there is none, NotBuiltError when there is no build
 */
export async function launchWithExtension(kind: BrowserKind, options: LaunchOptions = {}): Promise<Launched> {
  const executable = requireBrowsers([kind])[kind];
  const launch = kind === 'chromium' ? launchChromium : launchFirefox;
  const launched = await launch(executable, options);
  countStart(kind);
  // With a profile of its own, the page was shown at the first start.
  if (options.profile === undefined) await settle(launched, options);
  return launched;
}

let starts = 0;

/** Says how many browsers this run has started: each costs seconds. */
export function countStart(kind: BrowserKind): void {
  starts++;
  if (process.env.VITEST !== undefined) console.info(`${kind}: ${starts} started so far`);
}

async function settle(launched: Launched, options: InstallOptions): Promise<void> {
  // Firefox restarts the extension to let it into private windows, which closes the page.
  const isRestarted = launched.kind === 'firefox' && options.privateWindows === true;
  if (!options.keepsWelcome && !isRestarted) await (await findWelcome(launched)).close();
}

/** Installs the extension again after `clear`, in the same browser. */
export async function installAgain(launched: Launched, options: InstallOptions): Promise<Launched> {
  const again = await launched.again(options);
  await settle(again, options);
  return again;
}
