import { mayFetch } from '../../fetching/address-policy.ts';
import { PlaceError } from './place-error.ts';

/** Of a folder's name, on which servers differ. */
const FORBIDDEN_IN_FOLDER = /[\\:*?"<>|\p{Cc}]/u;

export interface WebDavAddress {
  /** Of the folder that is there already, with a slash at its end. */
  root: URL;
  /** Names of the folders below it that are ours to make, decoded. */
  folders: string[];
  /** Whether the password travels in the clear: only within this computer or its own network. */
  isPlain: boolean;
}

/** True where an address is on this computer or the network around it. */
const isLocal = (url: URL): boolean => !mayFetch(url.href);

/**
 * What the user entered, as addresses.
 *
 * @param address of a folder on the server; `https://` may be left out
 * @param folder names below it, parted by slashes; may be empty
 * @throws PlaceError `badAddress`, or `needsHttps` for plain http over the internet
 */
export function readAddress(address: string, folder: string): WebDavAddress {
  const text = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(full)) throw new PlaceError('badAddress', 'no address');
  const root = new URL(full);
  if (root.protocol !== 'https:' && root.protocol !== 'http:')
    throw new PlaceError('badAddress', 'neither https nor http');
  if (root.username !== '' || root.password !== '' || root.search !== '' || root.hash !== '')
    throw new PlaceError('badAddress', 'more than a folder is in the address');
  const isPlain = root.protocol === 'http:';
  if (isPlain && !isLocal(root)) throw new PlaceError('needsHttps', 'plain http over the internet');
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  const folders = folder.split('/').filter((name) => name !== '');
  if (folders.some((name) => name === '.' || name === '..' || FORBIDDEN_IN_FOLDER.test(name)))
    throw new PlaceError('badAddress', 'not a name of a folder');
  return { root, folders, isPlain };
}

/** A folder's address. @param names below `root`, decoded */
export function folderUrl(root: URL, names: readonly string[]): URL {
  const below = names.map((name) => `${encodeURIComponent(name)}/`).join('');
  return new URL(root.href + below);
}

/** Segments of a path, decoded one by one, so that `%2F` parts nothing; null where one can't be decoded. */
function decodePath(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    // A stray `%`: not written by a server that encodes its paths.
    return null;
  }
}

/**
 * What an `href` of a listing stands for (RFC 4918, 8.3: an absolute address or path, encoded in one of several ways).
 *
 * @param listed address of the folder that was listed
 * @returns the name in that folder, `''` for the folder itself; null where it is neither
 * @throws PlaceError `badAnswer` where it names another host
 */
export function nameOfHref(href: string, listed: URL): string | null {
  if (!URL.canParse(href, listed.href)) return null;
  const url = new URL(href, listed);
  // Behind a proxy servers believe in another scheme or port. Only the path is used.
  if (url.hostname !== listed.hostname) throw new PlaceError('badAnswer', 'a listing names another host');
  const base = decodePath(listed.pathname.replace(/\/+$/, ''));
  const path = decodePath(url.pathname.replace(/\/+$/, ''));
  if (base === null || path === null || !base.every((segment, at) => path[at] === segment)) return null;
  if (path.length > base.length + 1) return null;
  return path[base.length] ?? '';
}
