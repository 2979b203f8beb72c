/**
 * A folder on a WebDAV server (RFC 4918): Nextcloud, ownCloud, Apache, rclone, many network drives and mail providers.
 * Does not need locks, ETags and `Depth: infinity`, which many servers lack or refuse.
 */
import type { FileBytes } from '../../library/log/file-store.ts';
import {
  isIgnorable,
  isOwnName,
  isOwnPathSegment,
  isUploadName,
  parentFolders,
  requireOwnName,
  uploadName,
} from './file-names.ts';
import {
  errorCodeOfStatus,
  type RemoteConfig,
  RemoteError,
  type RemoteKind,
  type RemoteStore,
} from './remote-store.ts';
import { folderUrl, nameOfHref, readAddress } from './web-dav-address.ts';
import { MAX_LISTING_BYTES, PROPFIND_BODY, parseListing } from './web-dav-listing.ts';
import { DavClient, type DavClientOptions, type DavResponse } from './web-dav-request.ts';

export interface WebDavSettings {
  /** The address of an existing folder. */
  address: string;
  /** Subfolders, created if missing; may be empty. */
  folder: string;
  user: string;
  /** Preferably one for this purpose alone (“app password”). Stored only in the extension's storage. */
  password: string;
}

/** An upload that is not finished after this time counts as abandoned. */
const STALE_UPLOAD_MS = 24 * 3_600_000;
/** Maximum number of abandoned uploads deleted per listing, so that the listing is not delayed. */
const MAX_UPLOADS_DELETED = 5;

/**
 * How a file gets its final name after its upload: `MOVE` to an address, `MOVE` to a path, or uploaded directly. The
 * later ones are for servers where the earlier ones fail.
 */
type Naming = 'address' | 'path' | 'none';
const NEXT_NAMING: Record<Naming, Naming> = { address: 'path', path: 'none', none: 'none' };
/** Answers to `MOVE` that say nothing about the file: not supported, not allowed, or broken by a proxy. */
const MOVE_UNSUPPORTED = [400, 403, 405, 409, 501, 502];

/** 412: the file exists and must not be replaced. */
const PRECONDITION_FAILED = 412;

interface Listing {
  files: string[];
  folders: string[];
}

/**
 * The answer while another client creates the same folder (RFC 4918, 11.3), and how often and at what interval in
 * milliseconds we check for it.
 */
const LOCKED = 423;
const MAX_LOCK_CHECKS = 5;
const LOCK_CHECK_DELAY_MS = 200;

class WebDavStore implements RemoteStore {
  readonly #client: DavClient;
  readonly #root: URL;
  readonly #base: readonly string[];
  /** Folders that exist or are being created. None is created twice at once, for which Apache answers 403. */
  readonly #made = new Map<string, Promise<void>>();
  #naming: Naming = 'address';
  /** A folder was missing, so folders of further files are created before the upload, instead of after a failure. */
  #isNew = false;

  constructor(settings: WebDavSettings, options: Partial<DavClientOptions>) {
    const { root, folders } = readAddress(settings.address, settings.folder);
    this.#root = root;
    this.#base = folders;
    this.#client = new DavClient({ ...options, user: settings.user, password: settings.password });
  }

  /** Creates the folder. @throws RemoteError also if the server's own folder does not exist */
  async prepare(): Promise<void> {
    const { url } = await this.#propfind(this.#root, []);
    if (url.pathname !== this.#root.pathname)
      throw new RemoteError('moved', 'the server has another address');
    for (const at of this.#base.keys())
      await this.#makeFolder(folderUrl(this.#root, this.#base.slice(0, at + 1)));
  }

  async list(folder?: string): Promise<string[]> {
    if (folder !== undefined) requireOwnName(folder);
    const names: string[] = [];
    const open = [folder ?? ''];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const listing = await this.#listFolder(next);
      names.push(...listing.files);
      open.push(...listing.folders);
    }
    return names;
  }

  async isEmpty(): Promise<boolean> {
    const { url, body } = await this.#propfind(this.#folderUrl(''), [], '1');
    const names = parseListing(await body.text()).map(({ href }) => nameOfHref(href, url));
    return names.every((name) => name === '' || (name !== null && isIgnorable(name)));
  }

  async get(name: string, maxBytes?: number): Promise<Blob | null> {
    const { status, body } = await this.#client.send({
      method: 'GET',
      url: this.#urlOf(name),
      expects: [404],
      ...(maxBytes !== undefined && { limit: maxBytes }),
    });
    return status === 404 ? null : body;
  }

  async put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void> {
    requireOwnName(name);
    await this.#write(name, new Blob([await bytes]), 'T');
  }

  async putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean> {
    requireOwnName(name);
    return this.#write(name, new Blob([await bytes]), 'F');
  }

  /**
   * @param overwrite the header of `MOVE` (RFC 4918, 10.6): F does not replace an existing file
   * @returns whether the file was written
   */
  async #write(name: string, file: Blob, overwrite: 'T' | 'F'): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      if (this.#naming === 'none') return this.#putAtOnce(name, file, overwrite);
      const upload = uploadName(name);
      await this.#upload(upload, file);
      const { status } = await this.#client.send({
        method: 'MOVE',
        url: this.#urlOf(upload),
        headers: { destination: this.#destination(name), overwrite },
        expects: [404, ...MOVE_UNSUPPORTED, ...(overwrite === 'F' ? [PRECONDITION_FAILED] : [])],
      });
      if (status < 300) return true;
      await this.#remove(upload);
      if (status === PRECONDITION_FAILED) return false;
      // The answer to the first MOVE was lost, and the second one did not find its source. Start over.
      if (status === 404 && attempt < 2) continue;
      this.#naming = NEXT_NAMING[this.#naming];
    }
  }

  async delete(name: string): Promise<void> {
    requireOwnName(name);
    await this.#remove(name);
  }

  #urlOf(name: string): URL {
    if (!isUploadName(name)) requireOwnName(name);
    const segments = [...this.#base, ...name.split('/')];
    const file = segments.pop() ?? '';
    return new URL(folderUrl(this.#root, segments).href + encodeURIComponent(file));
  }

  #folderUrl(folder: string): URL {
    return folderUrl(this.#root, [...this.#base, ...folder.split('/').filter((name) => name !== '')]);
  }

  /** Apache accepts only a full address. If a proxy changes scheme, host or port on the way, only a path works. */
  #destination(name: string): string {
    const url = this.#urlOf(name);
    return this.#naming === 'path' ? url.pathname : url.href;
  }

  async #propfind(url: URL, expects: readonly number[], depth: '0' | '1' = '0'): Promise<DavResponse> {
    const answer = await this.#client.send({
      method: 'PROPFIND',
      url,
      headers: { depth, 'content-type': 'application/xml; charset=utf-8' },
      body: PROPFIND_BODY,
      limit: MAX_LISTING_BYTES,
      expects,
    });
    const { status } = answer;
    // An HTML page, such as the log-in page of a wireless network.
    if (status !== 207 && !expects.includes(status))
      throw new RemoteError('notWebDav', `PROPFIND gave ${status}`);
    return answer;
  }

  async #listFolder(folder: string): Promise<Listing> {
    // Our own folder must exist: if a missing one were taken for empty, all files would seem to be deleted.
    const { status, headers, url, body } = await this.#propfind(
      this.#folderUrl(folder),
      folder === '' ? [] : [404],
      '1',
    );
    const listing: Listing = { files: [], folders: [] };
    if (status === 404) {
      this.#isNew = true;
      return listing;
    }
    if (folder !== '') this.#made.set(folder, Promise.resolve());
    const abandoned: string[] = [];
    const now = Date.parse(headers.get('date') ?? '');
    let isItself = false;
    for (const resource of parseListing(await body.text())) {
      const entryName = nameOfHref(resource.href, url);
      if (entryName === '') isItself = true;
      if (entryName === null || entryName === '' || !isOwnPathSegment(entryName)) continue;
      const name = folder === '' ? entryName : `${folder}/${entryName}`;
      if (!resource.isFolder && isUploadName(name)) {
        // Compares two times of the server's clock, even if that is wrong.
        if (resource.changedAt !== null && now - resource.changedAt > STALE_UPLOAD_MS) abandoned.push(name);
      } else if (isOwnName(name)) (resource.isFolder ? listing.folders : listing.files).push(name);
    }
    // A listing of another folder must not be taken for an empty one either.
    if (!isItself) throw new RemoteError('badAnswer', 'a listing is of another folder');
    for (const name of abandoned.slice(0, MAX_UPLOADS_DELETED)) await this.#remove(name);
    return listing;
  }

  /**
   * 405 means that the folder exists (RFC 4918, 9.3.1). If another device creates it at the same moment, servers have
   * other answers, and we check whether it exists.
   */
  async #makeFolder(url: URL): Promise<void> {
    const { status } = await this.#client.send({ method: 'MKCOL', url, expects: [403, 405, 409, LOCKED] });
    if (status !== 403 && status !== 409 && status !== LOCKED) return;
    for (let looks = status === LOCKED ? MAX_LOCK_CHECKS : 1; looks > 0; looks--) {
      const { status: found } = await this.#propfind(url, [404]);
      if (found !== 404) return;
      if (looks > 1) await new Promise((resolve) => setTimeout(resolve, LOCK_CHECK_DELAY_MS));
    }
    throw new RemoteError(errorCodeOfStatus(status), `MKCOL was answered with ${status}`);
  }

  async #makeFoldersFor(name: string): Promise<void> {
    for (const folder of parentFolders(name)) {
      const making = this.#made.get(folder) ?? this.#makeFolder(this.#folderUrl(folder));
      this.#made.set(folder, making);
      try {
        await making;
      } catch (error) {
        this.#made.delete(folder);
        throw error;
      }
    }
  }

  /**
   * Uploads a file under that name. Missing folders are created after the first attempt.
   *
   * @returns false if the file exists and must not be replaced
   */
  async #upload(name: string, file: Blob, overwrite: 'T' | 'F' = 'T'): Promise<boolean> {
    const mayStay = overwrite === 'F' ? [PRECONDITION_FAILED] : [];
    const request = {
      method: 'PUT',
      url: this.#urlOf(name),
      headers: {
        'content-type': 'application/octet-stream',
        ...(overwrite === 'F' && { 'if-none-match': '*' }),
      },
      body: file,
    } as const;
    if (this.#isNew) await this.#makeFoldersFor(name);
    // Servers answer either status if a folder is missing; some create the parent folder themselves.
    const { status } = await this.#client.send({ ...request, expects: [404, 409, ...mayStay] });
    if (status < 300 || status === PRECONDITION_FAILED) return status < 300;
    this.#isNew = true;
    // Another client may have deleted existing folders.
    for (const folder of parentFolders(name)) this.#made.delete(folder);
    await this.#makeFoldersFor(name);
    return (await this.#client.send({ ...request, expects: mayStay })).status < 300;
  }

  /** For servers without `MOVE`: a file with a wrong length is deleted again. */
  async #putAtOnce(name: string, file: Blob, overwrite: 'T' | 'F'): Promise<boolean> {
    if (!(await this.#upload(name, file, overwrite))) return false;
    const { status, headers } = await this.#client.send({
      method: 'HEAD',
      url: this.#urlOf(name),
      expects: [404, 405],
    });
    const length = headers.get('content-encoding') === null ? headers.get('content-length') : null;
    if (status >= 300 || length === null || Number(length) === file.size) return true;
    await this.#remove(name);
    throw new RemoteError('badAnswer', 'a file has another length than was sent');
  }

  async #remove(name: string): Promise<void> {
    await this.#client.send({ method: 'DELETE', url: this.#urlOf(name), expects: [404] });
  }
}

/** @throws RemoteError `badAddress` or `needsHttps`, before anything is sent */
export function openWebDav(settings: WebDavSettings, options: Partial<DavClientOptions> = {}): RemoteStore {
  return new WebDavStore(settings, options);
}

const read = (values: Readonly<Record<string, string>>): WebDavSettings => ({
  address: values.address ?? '',
  folder: values.folder ?? '',
  user: values.user ?? '',
  password: values.password ?? '',
});

const addressOf = (stored: RemoteConfig) => readAddress(stored.address ?? '', stored.folder ?? '');

export const WEB_DAV: RemoteKind = {
  id: 'webDav',
  fields: [
    { name: 'address', type: 'url' },
    { name: 'folder', type: 'text', isOptional: true, initial: 'Offprint' },
    { name: 'user', type: 'text' },
    { name: 'password', type: 'password' },
  ],
  isOffered: () => true,
  make: (values) => {
    const settings = read(values);
    // A colon would end the user name and begin the password (RFC 7617).
    if (settings.user.includes(':')) throw new RemoteError('signIn', 'a colon in the name');
    const { root, folders } = readAddress(settings.address, settings.folder);
    return { ...settings, kind: WEB_DAV.id, address: root.href, folder: folders.join('/') };
  },
  address: (stored) => addressOf(stored).root.href,
  describe: (stored) => {
    const { root, folders } = addressOf(stored);
    return [root.host, ...folders].join('/');
  },
  isPlain: (stored) => addressOf(stored).isPlain,
  open: async (stored) => openWebDav(read(stored)),
};
