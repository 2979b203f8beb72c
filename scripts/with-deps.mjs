/**
 * `node scripts/with-deps.mjs <script.ts> [arguments]`: runs a script of the project with the project's own Node, after
 * installing missing dependencies of the lockfile. Plain JavaScript without dependencies, because it runs on a fresh
 * clone with any installed Node (20 or later).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

/** Whether every package of the lockfile is installed in its version; optional ones may be for other platforms. */
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

/** Runs a command with inherited streams; exits with its status unless that is 0. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

if (!isInstalled()) {
  console.error('Installing the dependencies (npm ci) …');
  // Some packages require a newer Node than the installed one, but run with the project's own; so only errors are
  // printed.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: isWindows,
    stdio: ['ignore', 2, 2],
  });
}
/** Installed by the package's install script, which npm does not run with `ignore-scripts`. */
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
