import { mayFetch } from '../../fetching/address-policy.ts';
import { RemoteError } from './remote-store.ts';

/** Characters in folder names that not all servers accept. */
const FORBIDDEN_IN_FOLDER = /[\\:*?"<>|\p{Cc}]/u;

export interface WebDavAddress {
  /** The existing folder on the server, with a slash at the end. */
  root: URL;
  /** Names of the subfolders that we create, decoded. */
  folders: string[];
  /** Whether the password is sent unencrypted, which is allowed only on this computer and its local network. */
  isPlain: boolean;
}

/** True for an address on this computer or its local network. */
const isLocal = (url: URL): boolean => !mayFetch(url.href);

/**
 * Parses the user's input.
 *
 * @param address of a folder on the server; `https://` may be omitted
 * @param folder names of subfolders, separated by slashes; may be empty
 * @throws RemoteError `badAddress`, or `needsHttps` for plain http over the internet
 */
export function readAddress(address: string, folder: string): WebDavAddress {
  const text = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(full)) throw new RemoteError('badAddress', 'no address');
  const root = new URL(full);
  if (root.protocol !== 'https:' && root.protocol !== 'http:')
    throw new RemoteError('badAddress', 'neither https nor http');
  if (root.username !== '' || root.password !== '' || root.search !== '' || root.hash !== '')
    throw new RemoteError('badAddress', 'more than a folder is in the address');
  const isPlain = root.protocol === 'http:';
  if (isPlain && !isLocal(root)) throw new RemoteError('needsHttps', 'plain http over the internet');
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  const folders = folder.split('/').filter((name) => name !== '');
  if (folders.some((name) => name === '.' || name === '..' || FORBIDDEN_IN_FOLDER.test(name)))
    throw new RemoteError('badAddress', 'not a name of a folder');
  return { root, folders, isPlain };
}

/** The address of a folder. @param names of subfolders of `root`, decoded */
export function folderUrl(root: URL, names: readonly string[]): URL {
  const below = names.map((name) => `${encodeURIComponent(name)}/`).join('');
  return new URL(root.href + below);
}

/**
 * The segments of a path. Each is decoded separately, so that `%2F` is not taken for a separator; null if one can't be
 * decoded.
 */
function decodePath(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    // A stray `%`: the server does not encode its paths.
    return null;
  }
}

/**
 * Interprets an `href` in a listing (RFC 4918, 8.3: an absolute address or path, encoded in one of several ways).
 *
 * @param listed address of the listed folder
 * @returns the name in that folder, `''` for the folder itself; null if it is neither
 * @throws RemoteError `badAnswer` if it names another host
 */
export function nameOfHref(href: string, listed: URL): string | null {
  if (!URL.canParse(href, listed.href)) return null;
  const url = new URL(href, listed);
  // Behind a proxy, servers may assume another scheme or port. Only the path is used.
  if (url.hostname !== listed.hostname) throw new RemoteError('badAnswer', 'a listing names another host');
  const base = decodePath(listed.pathname.replace(/\/+$/, ''));
  const path = decodePath(url.pathname.replace(/\/+$/, ''));
  if (base === null || path === null || !base.every((segment, at) => path[at] === segment)) return null;
  if (path.length > base.length + 1) return null;
  return path[base.length] ?? '';
}
