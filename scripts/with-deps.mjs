/**
 * `node scripts/with-deps.mjs <script.ts> [arguments]`: runs a script of the project with the project's own Node,
 * after making sure that the dependencies of the lockfile are installed. Plain JavaScript without a dependency,
 * since it is what starts on a fresh clone under whatever Node (20 or later) the machine has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

/** True when every package of the lockfile is installed in its version; optional ones may be for other machines. */
function isInstalled() {
  const installedFile = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (installed[place] ? installed[place].version === version : optional),
  );
}

/** Runs a command with our own streams and ends with its status unless that is 0. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (!isInstalled()) {
  console.error('Installing the dependencies (npm ci) …');
  // Packages that ask for a newer Node than the machine has run under the project's own: only errors matter.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: isWindows,
    stdio: ['ignore', 2, 2],
  });
}
/** Its install script puts it there, which npm leaves out with `ignore-scripts`. */
const node = `${root}node_modules/node/bin/node${isWindows ? '.exe' : ''}`;
if (!existsSync(node)) {
  console.error("Fetching the project's own Node, as npm runs no install scripts here …");
  run(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: `${root}node_modules/node`,
    stdio: ['ignore', 2, 2],
  });
}
const [script, ...args] = process.argv.slice(2);
run(node, [`${root}${script}`, ...args]);
