import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findCommand, installOnDebian } from './find-browser.ts';

export interface DavServers {
  /** Apache's executable. */
  apache: string;
  /** The folder that its modules are in. */
  modules: string;
  rclone: string;
}

type FoundServers = { [part in keyof DavServers]: string | undefined };

/** A server that tests need is not there, and could not be installed. The message says what to install. */
export class NoServerError extends Error {
  override name = 'NoServerError';
}

const APACHE_COMMANDS = ['apache2', 'httpd'];
/** Debian's, Fedora's, Arch's, macOS's. */
const MODULE_FOLDERS = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/etc/httpd/modules',
  '/usr/libexec/apache2',
];
/** Administrators' commands, which are on no other user's PATH. */
const ADMIN_PATHS = ['/usr/sbin', '/usr/local/sbin'];

function find(): FoundServers {
  return {
    apache: findCommand(APACHE_COMMANDS, ADMIN_PATHS) ?? undefined,
    modules: MODULE_FOLDERS.find((folder) => existsSync(`${folder}/mod_dav_fs.so`)),
    rclone: findCommand(['rclone']) ?? undefined,
  };
}

const isWhole = (found: FoundServers): found is DavServers =>
  found.apache !== undefined && found.modules !== undefined && found.rclone !== undefined;

/**
 * The WebDAV servers that tests run against: found, or else installed where that can be done.
 *
 * @throws NoServerError with one line that says what to install
 */
export function requireDavServers(): DavServers {
  let found = find();
  // `apache2-bin` is the server without a service that starts by itself.
  if (!isWhole(found) && installOnDebian(['apache2-bin', 'rclone'])) found = find();
  if (!isWhole(found))
    throw new NoServerError('Please install Apache with mod_dav (apache2-bin) and rclone.');
  const { status, stderr } = spawnSync(found.rclone, ['version'], { encoding: 'utf8' });
  if (status !== 0) throw new NoServerError(`rclone does not run: ${stderr}`);
  return found;
}
