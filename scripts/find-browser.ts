import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

/** No browser, and none could be installed. The message is one line that says what to install. */
export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

/** Where to look: an environment variable for the user's own choice, commands on the PATH, usual places. */
const PLACES: Record<BrowserKind, { env: string; commands: string[]; files: string[]; packageName: string }> =
  {
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
    },
  };

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * The first of some commands that is on the PATH, or in one of further folders.
 *
 * @returns the path of its executable, or null
 */
export function findCommand(
  commands: readonly string[],
  folders: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): string | null {
  for (const command of commands) {
    for (const folder of [...(env.PATH ?? '').split(path.delimiter), ...folders]) {
      const file = path.join(folder, command);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  return null;
}

/**
 * An installed browser.
 *
 * @returns the path of its executable, or null
 */
export function findBrowser(kind: BrowserKind, env: NodeJS.ProcessEnv = process.env): string | null {
  const places = PLACES[kind];
  const chosen = env[places.env];
  if (chosen) return chosen;
  const command = findCommand(places.commands, [], env);
  if (command !== null) return command;
  for (const place of places.files) {
    const file = place.replace(/%([^%]+)%/g, (_match, name: string) => env[name] ?? '');
    if (isExecutable(file)) return file;
  }
  return null;
}

/** Debian's own packages, as root; quiet unless it fails. */
export function installOnDebian(packages: string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get (once, some minutes at most) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['-q', 'update'],
    ['-q', 'install', '-y', ...packages],
  ]) {
    const run = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (run.status !== 0) {
      console.error(`apt-get ${args.join(' ')} failed:\n${run.stderr || run.error?.message || ''}`);
      return false;
    }
  }
  return true;
}

/**
 * Makes sure that the browsers are there: finds them, else installs them where that can be done.
 *
 * @returns the path of each executable
 * @throws NoBrowserError with one line that says what to install
 */
export function requireBrowsers(kinds: readonly BrowserKind[]): Record<BrowserKind, string> {
  const missing = kinds.filter((kind) => findBrowser(kind) === null);
  if (missing.length > 0) installOnDebian(missing.map((kind) => PLACES[kind].packageName));
  const found: Record<BrowserKind, string> = { chromium: '', firefox: '' };
  for (const kind of kinds) {
    const file = findBrowser(kind);
    if (file === null) {
      const what = kind === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox 140 or later';
      throw new NoBrowserError(`Please install ${what}, or set ${PLACES[kind].env} to its executable.`);
    }
    found[kind] = file;
  }
  return found;
}
