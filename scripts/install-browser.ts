/** Ways to get a browser that is not installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Cache } from '@puppeteer/browsers';
import { ROOT } from './run-command.ts';

/** Where downloaded browsers are kept. Not in the project: `npm ci` would delete them. */
const CACHE = path.join(homedir(), '.cache', 'offprint', 'browsers');
/** Browsers that `@puppeteer/browsers` downloads, by its own names for them. */
const DOWNLOAD_NAMES = { chrome: 'Chrome for Testing', firefox: 'Firefox' };
export type DownloadableBrowser = keyof typeof DOWNLOAD_NAMES;

const MAX_DOWNLOAD_MS = 15 * 60_000;

export interface Installers {
  /** Installs Debian's packages; returns false if it can't. */
  installOnDebian(packages: readonly string[]): boolean;
  /** Downloads a browser into the cache; returns false if it can't. */
  download(browser: DownloadableBrowser): boolean;
  /** The executable of a browser in the cache, or null. */
  findDownloaded(browser: DownloadableBrowser): string | null;
}

/**
 * Whether the system is Debian itself, going by `/etc/os-release` (freedesktop.org, os-release). Not its descendants:
 * Ubuntu's packages of browsers are snaps, and others name them differently.
 */
export const isDebian = (osRelease: string): boolean => /^ID=["']?debian["']?$/m.test(osRelease);

const readOsRelease = (): string =>
  existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';

const isRoot = (): boolean => process.getuid?.() === 0;

/** Runs a command and prints only why it failed: of a failing download, which prints its usage too, one line. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, timeout?: number): boolean {
  const { status, stderr, error } = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    timeout,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return true;
  const reason = error?.message ?? /^Error: .*$/m.exec(stderr)?.[0] ?? stderr;
  console.error(`That failed: ${reason.trim()}`);
  return false;
}

function installOnDebian(packages: readonly string[]): boolean {
  if (!isRoot() || !isDebian(readOsRelease())) return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get (once; takes a few minutes at most) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-q', 'update'], env) && run('apt-get', ['-q', 'install', '-y', ...packages], env);
}

function download(browser: DownloadableBrowser): boolean {
  console.log(`Downloading ${DOWNLOAD_NAMES[browser]} into ${CACHE} (once; takes a few minutes at most) …`);
  const cli = path.join(ROOT, 'node_modules/@puppeteer/browsers/lib/main-cli.js');
  // A minimal system lacks libraries that Chrome needs; only root may install them, with apt-get.
  const libraries = isRoot() && existsSync('/usr/bin/apt-get') ? ['--install-deps'] : [];
  const args = [cli, 'install', `${browser}@stable`, '--path', CACHE, ...libraries];
  return run(process.execPath, args, process.env, MAX_DOWNLOAD_MS);
}

function findDownloaded(browser: DownloadableBrowser, folder = CACHE): string | null {
  const all = new Cache(folder).getInstalledBrowsers();
  const files = all.filter((one) => one.browser === browser);
  return files.map(({ executablePath }) => executablePath).find((file) => existsSync(file)) ?? null;
}

export const installers: Installers = { installOnDebian, download, findDownloaded };
