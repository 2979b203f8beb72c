import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type DownloadableBrowser, type Installers, installers } from './install-browser.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** There is no browser, and none could be installed. The message is one line that says what to install. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

interface KnownBrowser {
  /** The environment variable with the user's own choice. */
  env: string;
  /** Commands on the PATH. */
  commands: string[];
  /** Where macOS and Windows install it. */
  files: string[];
  /** Debian's package. */
  packageName: string;
  /** What to download. */
  download: DownloadableBrowser;
  /** What to install, in words. */
  what: string;
}

const KNOWN: Record<BrowserKind, KnownBrowser> = {
  chromium: {
    env: 'OFFPRINT_CHROMIUM',
    commands: [
      'chromium',
      'google-chrome-stable',
      'google-chrome',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe',
      '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    packageName: 'chromium',
    download: 'chrome',
    what: 'Chromium, Chrome or Edge',
  },
  firefox: {
    env: 'OFFPRINT_FIREFOX',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '%ProgramFiles%\\Mozilla Firefox\\firefox.exe',
      '%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe',
    ],
    packageName: 'firefox-esr',
    download: 'firefox',
    what: 'Firefox 140 or later',
  },
};

/** How much of a file is read to see whether it is a script that starts a snap. */
const MAX_SCRIPT_BYTES = 20_000;

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'EACCES', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Whether a command starts a snap, as Ubuntu's `chromium-browser` and `firefox` do. A snap has a `/tmp` of its own, so
 * it finds neither the profile nor the build that a test has put there.
 */
export function isSnap(file: string): boolean {
  const target = realpathSync(file);
  if (target === '/usr/bin/snap' || target.startsWith('/snap/')) return true;
  if (statSync(target).size > MAX_SCRIPT_BYTES) return false;
  const text = readFileSync(target, 'latin1');
  return text.startsWith('#!') && text.includes('/snap/bin/');
}

/**
 * The first of some commands that is on the PATH, or in one of further folders.
 *
 * @param isUsable refuses a command by its path
 * @param platform on Windows `.exe` is added to the names
 * @returns the path of its executable, or null
 */
export function findCommand(
  commands: readonly string[],
  folders: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
  { isUsable = () => true, platform = process.platform }: FindOptions = {},
): string | null {
  const isWindows = platform === 'win32';
  const onPath = (env.PATH ?? env.Path ?? '').split(isWindows ? ';' : ':');
  for (const command of commands) {
    for (const folder of [...onPath, ...folders]) {
      const file = path.join(folder, isWindows ? `${command}.exe` : command);
      if (folder !== '' && isExecutable(file) && isUsable(file)) return file;
    }
  }
  return null;
}

interface FindOptions {
  isUsable?: (file: string) => boolean;
  platform?: NodeJS.Platform;
}

/**
 * An installed browser: the user's choice, one on the PATH, one in its usual folder, or one that was downloaded before.
 *
 * @returns the path of its executable, or null
 * @throws NoBrowserError if the user's choice is not an executable file
 */
export function findBrowser(
  kind: BrowserKind,
  env: NodeJS.ProcessEnv = process.env,
  { findDownloaded }: Pick<Installers, 'findDownloaded'> = installers,
): string | null {
  const known = KNOWN[kind];
  const chosen = env[known.env];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new NoBrowserError(`${known.env} is set to ${chosen}, which is not an executable file.`);
  }
  const command = findCommand(known.commands, [], env, { isUsable: (file) => !isSnap(file) });
  if (command !== null) return command;
  for (const pattern of known.files) {
    const file = pattern.replace(/%([^%]+)%/g, (_match, name: string) => env[name] ?? '');
    if (isExecutable(file)) return file;
  }
  return findDownloaded(known.download);
}

/**
 * Finds the browsers; if one is missing, installs Debian's package as root on Debian, or else downloads it.
 *
 * @returns the path of each executable
 * @throws NoBrowserError with one line that says what to install
 */
export function requireBrowsers(
  kinds: readonly BrowserKind[],
  env: NodeJS.ProcessEnv = process.env,
  ways: Installers = installers,
): Record<BrowserKind, string> {
  const isThere = (kind: BrowserKind): boolean => findBrowser(kind, env, ways) !== null;
  const missing = kinds.filter((kind) => !isThere(kind));
  if (missing.length > 0) ways.installOnDebian(missing.map((kind) => KNOWN[kind].packageName));
  for (const kind of missing) if (!isThere(kind)) ways.download(KNOWN[kind].download);
  const found: Record<BrowserKind, string> = { chromium: '', firefox: '' };
  for (const kind of kinds) {
    const file = findBrowser(kind, env, ways);
    if (file === null)
      throw new NoBrowserError(
        `Please install ${KNOWN[kind].what} (not as a snap), or set ${KNOWN[kind].env} to its executable.`,
      );
    found[kind] = file;
  }
  return found;
}
