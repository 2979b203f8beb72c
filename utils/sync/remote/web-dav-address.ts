import { mayFetch } from '../../fetching/address-policy.ts';
import { RemoteError } from './remote-store.ts';

/** Characters in folder names that some servers don't accept. */
const FORBIDDEN_IN_FOLDER = /[\\:*?"<>|\p{Cc}]/u;

export interface WebDavAddress {
  /** URL of the existing folder on the server, ending with a slash. */
  root: URL;
  /** Names of the subfolders that we create, outermost first, decoded. */
  folders: string[];
  /** Whether the password is sent unencrypted, which is allowed only to this computer and its local network. */
  isUnencrypted: boolean;
}

/** True for a URL on this computer or its local network. */
const isLocal = (url: URL): boolean => !mayFetch(url.href);

/**
 * Parses the address that the user entered.
 *
 * @param address URL of a folder on the server; `https://` may be omitted
 * @param folder names of subfolders, separated by slashes; may be empty
 * @throws RemoteError `badAddress`, or `needsHttps` for plain HTTP over the internet
 */
export function parseWebDavAddress(address: string, folder: string): WebDavAddress {
  const trimmed = address.trim();
  const fullUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(fullUrl)) throw new RemoteError('badAddress', 'no address');
  const root = new URL(fullUrl);
  if (root.protocol !== 'https:' && root.protocol !== 'http:')
    throw new RemoteError('badAddress', 'neither https nor http');
  if (root.username !== '' || root.password !== '' || root.search !== '' || root.hash !== '')
    throw new RemoteError('badAddress', 'the address contains more than a folder');
  const isUnencrypted = root.protocol === 'http:';
  if (isUnencrypted && !isLocal(root)) throw new RemoteError('needsHttps', 'plain HTTP over the internet');
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  const folders = folder.split('/').filter((name) => name !== '');
  if (folders.some((name) => name === '.' || name === '..' || FORBIDDEN_IN_FOLDER.test(name)))
    throw new RemoteError('badAddress', 'not a folder name');
  return { root, folders, isUnencrypted };
}

/** Returns the URL of a folder. @param names of nested subfolders of `root`, decoded */
export function folderUrl(root: URL, names: readonly string[]): URL {
  const subpath = names.map((name) => `${encodeURIComponent(name)}/`).join('');
  return new URL(root.href + subpath);
}

/**
 * Splits a path into segments, which are decoded separately so that `%2F` is not mistaken for a separator. Null if one
 * can't be decoded.
 */
function decodePath(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    // A stray `%`, because the server does not encode its paths.
    return null;
  }
}

/**
 * Parses an `href` in a listing (RFC 4918, 8.3: an absolute URL or path, with one of several encodings).
 *
 * @param listedFolder URL of the listed folder
 * @returns the name of an entry of that folder, or `''` for the folder itself; null if it is neither
 * @throws RemoteError `badAnswer` if it refers to another host
 */
export function nameOfHref(href: string, listedFolder: URL): string | null {
  if (!URL.canParse(href, listedFolder.href)) return null;
  const url = new URL(href, listedFolder);
  // Behind a proxy, servers may report another scheme or port, so only the path is used.
  if (url.hostname !== listedFolder.hostname)
    throw new RemoteError('badAnswer', 'a listing refers to another host');
  const base = decodePath(listedFolder.pathname.replace(/\/+$/, ''));
  const path = decodePath(url.pathname.replace(/\/+$/, ''));
  if (base === null || path === null || !base.every((segment, at) => path[at] === segment)) return null;
  if (path.length > base.length + 1) return null;
  return path[base.length] ?? '';
}
