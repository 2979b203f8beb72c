import { existsSync } from 'node:fs';
import { findCommand } from './find-browser.ts';
import { installers } from './install-browser.ts';

export interface Apache {
  command: string;
  /** The folder that its modules are in. */
  modules: string;
}

/** A server is not installed. The message is one line that says what to install. */
export class NoServerError extends Error {
  override name = 'NoServerError';
}

/** Debian's, Fedora's, Arch's and macOS's. */
const MODULE_FOLDERS = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/etc/httpd/modules',
  '/usr/libexec/apache2',
];
/** Folders of administrators' commands, which are not on other users' PATH. */
const ADMIN_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

function findApache(): Apache | null {
  const command = findCommand(['apache2', 'httpd'], ADMIN_FOLDERS);
  const modules = MODULE_FOLDERS.find((folder) => existsSync(`${folder}/mod_dav_fs.so`));
  return command === null || modules === undefined ? null : { command, modules };
}

/**
 * Finds a server, or installs it as root on Debian.
 *
 * @throws NoServerError if it is missing
 */
function requireServer<T>(find: () => T | null, packageName: string, what: string): T {
  let found = find();
  if (found === null && installers.installOnDebian([packageName])) found = find();
  if (found === null) throw new NoServerError(`please install ${what}`);
  return found;
}

/**
 * Apache with mod_dav. Debian's `apache2-bin` is the server without a service that starts by itself.
 *
 * @throws NoServerError if it is missing
 */
export const requireApache = (): Apache =>
  requireServer(findApache, 'apache2-bin', 'Apache with mod_dav (Debian: apache2-bin)');

/**
 * The path of rclone.
 *
 * @throws NoServerError if it is missing
 */
export const requireRclone = (): string => requireServer(() => findCommand(['rclone']), 'rclone', 'rclone');
