/**
 * A folder on a WebDAV server (RFC 4918) as a remote store, for example Nextcloud, ownCloud, Apache, rclone, network
 * drives and mail providers. Does not use locks, ETags or `Depth: infinity`, which many servers don't support.
 */
import type { FileBytes } from '../../library/log/file-store.ts';
import {
  isIgnorable,
  isOwnPath,
  isOwnPathSegment,
  isUploadName,
  makeUploadName,
  parentFolders,
  requireOwnPath,
} from './file-names.ts';
import {
  errorCodeOfStatus,
  type RemoteConfig,
  RemoteError,
  type RemoteKind,
  type RemoteStore,
} from './remote-store.ts';
import { folderUrl, nameOfHref, parseWebDavAddress } from './web-dav-address.ts';
import { MAX_LISTING_BYTES, PROPFIND_BODY, parseListing } from './web-dav-listing.ts';
import { DavClient, type DavClientOptions, type DavResponse } from './web-dav-request.ts';

export interface WebDavSettings {
  /** URL of an existing folder. */
  address: string;
  /** Path of a subfolder, which is created if it is missing; may be empty. */
  folder: string;
  user: string;
  /** Preferably an app password. Stored only in the extension's storage. */
  password: string;
}

/** An upload that has not been completed after this time is abandoned. */
const STALE_UPLOAD_MS = 24 * 3_600_000;
/** Maximum number of abandoned uploads that are deleted per listing, so that it is not delayed much. */
const MAX_UPLOADS_DELETED = 5;

/**
 * How a file gets its final name: `MOVE` to a URL after the upload, `MOVE` to a path, or direct upload under that name.
 * Each method is used if the previous one fails.
 */
type NamingMethod = 'address' | 'path' | 'none';
const NEXT_NAMING_METHOD: Record<NamingMethod, NamingMethod> = {
  address: 'path',
  path: 'none',
  none: 'none',
};
/** Statuses of `MOVE` that mean that the method is not supported, not allowed, or broken by a proxy. */
const MOVE_UNSUPPORTED = [400, 403, 405, 409, 501, 502];

/** The status if the file exists and must not be replaced. */
const PRECONDITION_FAILED = 412;

interface Listing {
  files: string[];
  folders: string[];
}

/**
 * The status while another client creates the same folder (RFC 4918, 11.3).
 */
const LOCKED = 423;
/** How often, and at which interval, we check whether that folder exists. */
const MAX_LOCK_CHECKS = 5;
const LOCK_CHECK_DELAY_MS = 200;

class WebDavStore implements RemoteStore {
  readonly #client: DavClient;
  readonly #root: URL;
  readonly #baseFolders: readonly string[];
  /** Folders that exist or are being created. Creating a folder twice at once must be avoided, since Apache returns 403. */
  readonly #createdFolders = new Map<string, Promise<void>>();
  #namingMethod: NamingMethod = 'address';
  /** True once a folder was missing: parent folders are then created before an upload, not after it has failed. */
  #createsFoldersFirst = false;

  constructor(settings: WebDavSettings, options: Partial<DavClientOptions>) {
    const { root, folders } = parseWebDavAddress(settings.address, settings.folder);
    this.#root = root;
    this.#baseFolders = folders;
    this.#client = new DavClient({ ...options, user: settings.user, password: settings.password });
  }

  /** Creates the subfolders of the configured folder. @throws RemoteError also if that folder does not exist */
  async prepare(): Promise<void> {
    const { url } = await this.#propfind(this.#root, []);
    if (url.pathname !== this.#root.pathname)
      throw new RemoteError('moved', 'the server redirects to another address');
    for (const at of this.#baseFolders.keys())
      await this.#createFolder(folderUrl(this.#root, this.#baseFolders.slice(0, at + 1)));
  }

  async list(folder?: string): Promise<string[]> {
    if (folder !== undefined) requireOwnPath(folder);
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
      expectedStatuses: [404],
      ...(maxBytes !== undefined && { maxBytes }),
    });
    return status === 404 ? null : body;
  }

  async put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void> {
    requireOwnPath(name);
    await this.#writeFile(name, new Blob([await bytes]), 'T');
  }

  async putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean> {
    requireOwnPath(name);
    return this.#writeFile(name, new Blob([await bytes]), 'F');
  }

  /**
   * Uploads a file under a temporary name, then moves it to its final name.
   *
   * @param overwrite the header of `MOVE` (RFC 4918, 10.6); `F` does not replace an existing file
   * @returns false if the file exists and must not be replaced
   */
  async #writeFile(name: string, file: Blob, overwrite: 'T' | 'F'): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      if (this.#namingMethod === 'none') return this.#putDirectly(name, file, overwrite);
      const upload = makeUploadName(name);
      await this.#upload(upload, file);
      const { status } = await this.#client.send({
        method: 'MOVE',
        url: this.#urlOf(upload),
        headers: { destination: this.#destination(name), overwrite },
        expectedStatuses: [404, ...MOVE_UNSUPPORTED, ...(overwrite === 'F' ? [PRECONDITION_FAILED] : [])],
      });
      if (status < 300) return true;
      await this.#deleteFile(upload);
      if (status === PRECONDITION_FAILED) return false;
      // The response to the first MOVE was lost, so the retry did not find its source. Start over.
      if (status === 404 && attempt < 2) continue;
      this.#namingMethod = NEXT_NAMING_METHOD[this.#namingMethod];
    }
  }

  async delete(name: string): Promise<void> {
    requireOwnPath(name);
    await this.#deleteFile(name);
  }

  #urlOf(name: string): URL {
    if (!isUploadName(name)) requireOwnPath(name);
    const segments = [...this.#baseFolders, ...name.split('/')];
    const file = segments.pop() ?? '';
    return new URL(folderUrl(this.#root, segments).href + encodeURIComponent(file));
  }

  #folderUrl(folder: string): URL {
    return folderUrl(this.#root, [...this.#baseFolders, ...folder.split('/').filter((name) => name !== '')]);
  }

  /** The `Destination` header. Apache requires a full URL. If a proxy changes scheme, host or port, only a path works. */
  #destination(name: string): string {
    const url = this.#urlOf(name);
    return this.#namingMethod === 'path' ? url.pathname : url.href;
  }

  async #propfind(
    url: URL,
    expectedStatuses: readonly number[],
    depth: '0' | '1' = '0',
  ): Promise<DavResponse> {
    const response = await this.#client.send({
      method: 'PROPFIND',
      url,
      headers: { depth, 'content-type': 'application/xml; charset=utf-8' },
      body: PROPFIND_BODY,
      maxBytes: MAX_LISTING_BYTES,
      expectedStatuses,
    });
    const { status } = response;
    // For example, an HTML page such as the login page of a Wi-Fi network.
    if (status !== 207 && !expectedStatuses.includes(status))
      throw new RemoteError('notWebDav', `PROPFIND returned ${status}`);
    return response;
  }

  async #listFolder(folder: string): Promise<Listing> {
    // Our own folder must exist. If a missing folder were mistaken for an empty one, all files would seem deleted.
    const { status, headers, url, body } = await this.#propfind(
      this.#folderUrl(folder),
      folder === '' ? [] : [404],
      '1',
    );
    const listing: Listing = { files: [], folders: [] };
    if (status === 404) {
      this.#createsFoldersFirst = true;
      return listing;
    }
    if (folder !== '') this.#createdFolders.set(folder, Promise.resolve());
    const abandoned: string[] = [];
    const now = Date.parse(headers.get('date') ?? '');
    let includesItself = false;
    for (const resource of parseListing(await body.text())) {
      const entryName = nameOfHref(resource.href, url);
      if (entryName === '') includesItself = true;
      if (entryName === null || entryName === '' || !isOwnPathSegment(entryName)) continue;
      const name = folder === '' ? entryName : `${folder}/${entryName}`;
      if (!resource.isFolder && isUploadName(name)) {
        // Both times are from the server's clock, so it does not matter if that is wrong.
        if (resource.changedAt !== null && now - resource.changedAt > STALE_UPLOAD_MS) abandoned.push(name);
      } else if (isOwnPath(name)) (resource.isFolder ? listing.folders : listing.files).push(name);
    }
    // Nor must a listing of another folder be mistaken for that of an empty folder.
    if (!includesItself) throw new RemoteError('badAnswer', 'a listing is of another folder');
    for (const name of abandoned.slice(0, MAX_UPLOADS_DELETED)) await this.#deleteFile(name);
    return listing;
  }

  /**
   * Creates a folder. 405 means that it exists (RFC 4918, 9.3.1). If another device creates it at the same time, servers
   * respond with other statuses, so we check whether it exists.
   */
  async #createFolder(url: URL): Promise<void> {
    const { status } = await this.#client.send({
      method: 'MKCOL',
      url,
      expectedStatuses: [403, 405, 409, LOCKED],
    });
    if (status !== 403 && status !== 409 && status !== LOCKED) return;
    for (let checksLeft = status === LOCKED ? MAX_LOCK_CHECKS : 1; checksLeft > 0; checksLeft--) {
      const { status: found } = await this.#propfind(url, [404]);
      if (found !== 404) return;
      if (checksLeft > 1) await new Promise((resolve) => setTimeout(resolve, LOCK_CHECK_DELAY_MS));
    }
    throw new RemoteError(errorCodeOfStatus(status), `MKCOL failed with ${status}`);
  }

  async #createFoldersFor(name: string): Promise<void> {
    for (const folder of parentFolders(name)) {
      const creating = this.#createdFolders.get(folder) ?? this.#createFolder(this.#folderUrl(folder));
      this.#createdFolders.set(folder, creating);
      try {
        await creating;
      } catch (error) {
        this.#createdFolders.delete(folder);
        throw error;
      }
    }
  }

  /**
   * Uploads a file. If parent folders are missing, they are created, and the upload is repeated.
   *
   * @returns false if the file exists and must not be replaced
   */
  async #upload(name: string, file: Blob, overwrite: 'T' | 'F' = 'T'): Promise<boolean> {
    const expectedIfExists = overwrite === 'F' ? [PRECONDITION_FAILED] : [];
    const request = {
      method: 'PUT',
      url: this.#urlOf(name),
      headers: {
        'content-type': 'application/octet-stream',
        ...(overwrite === 'F' && { 'if-none-match': '*' }),
      },
      body: file,
    } as const;
    if (this.#createsFoldersFirst) await this.#createFoldersFor(name);
    // If a folder is missing, servers respond with either status. Some create the parent folder themselves.
    const { status } = await this.#client.send({
      ...request,
      expectedStatuses: [404, 409, ...expectedIfExists],
    });
    if (status < 300 || status === PRECONDITION_FAILED) return status < 300;
    this.#createsFoldersFirst = true;
    // Another client may have deleted existing folders.
    for (const folder of parentFolders(name)) this.#createdFolders.delete(folder);
    await this.#createFoldersFor(name);
    return (await this.#client.send({ ...request, expectedStatuses: expectedIfExists })).status < 300;
  }

  /** Uploads a file directly, for servers without `MOVE`. If its size on the server is wrong, it is deleted again. */
  async #putDirectly(name: string, file: Blob, overwrite: 'T' | 'F'): Promise<boolean> {
    if (!(await this.#upload(name, file, overwrite))) return false;
    const { status, headers } = await this.#client.send({
      method: 'HEAD',
      url: this.#urlOf(name),
      expectedStatuses: [404, 405],
    });
    const length = headers.get('content-encoding') === null ? headers.get('content-length') : null;
    if (status >= 300 || length === null || Number(length) === file.size) return true;
    await this.#deleteFile(name);
    throw new RemoteError('badAnswer', 'the file on the server has another size');
  }

  async #deleteFile(name: string): Promise<void> {
    await this.#client.send({ method: 'DELETE', url: this.#urlOf(name), expectedStatuses: [404] });
  }
}

/** Opens a WebDAV folder without contacting it. @throws RemoteError `badAddress` or `needsHttps` */
export function openWebDav(settings: WebDavSettings, options: Partial<DavClientOptions> = {}): RemoteStore {
  return new WebDavStore(settings, options);
}

const toSettings = (values: Readonly<Record<string, string>>): WebDavSettings => ({
  address: values.address ?? '',
  folder: values.folder ?? '',
  user: values.user ?? '',
  password: values.password ?? '',
});

const parseConfigAddress = (stored: RemoteConfig) =>
  parseWebDavAddress(stored.address ?? '', stored.folder ?? '');

export const WEB_DAV: RemoteKind = {
  id: 'webDav',
  fields: [
    { name: 'address', type: 'url' },
    { name: 'folder', type: 'text', isOptional: true, initial: 'Offprint' },
    { name: 'user', type: 'text' },
    { name: 'password', type: 'password' },
  ],
  isSupported: () => true,
  makeConfig: (values) => {
    const settings = toSettings(values);
    // In Basic authentication, a colon ends the user name (RFC 7617).
    if (settings.user.includes(':')) throw new RemoteError('signIn', 'a colon in the user name');
    const { root, folders } = parseWebDavAddress(settings.address, settings.folder);
    return { ...settings, kind: WEB_DAV.id, address: root.href, folder: folders.join('/') };
  },
  address: (stored) => parseConfigAddress(stored).root.href,
  describe: (stored) => {
    const { root, folders } = parseConfigAddress(stored);
    return [root.host, ...folders].join('/');
  },
  isUnencrypted: (stored) => parseConfigAddress(stored).isUnencrypted,
  open: async (stored) => openWebDav(toSettings(stored)),
};
