/**
 * A folder on a WebDAV server (RFC 4918): Nextcloud, ownCloud, Apache, rclone, many network drives and mail providers.
 * No locks, no ETags and no `Depth: infinity` are needed, which many servers lack or refuse.
 */
import type { FileBytes } from '../../library/log/place.ts';
import { codeOfStatus, PlaceError } from './place-error.ts';
import {
  foldersOf,
  isNothing,
  isOwnName,
  isOwnSegment,
  isUploadName,
  requireOwnName,
  uploadName,
} from './place-names.ts';
import type { SyncPlace } from './place-types.ts';
import { folderUrl, nameOfHref, readAddress } from './web-dav-address.ts';
import { LARGEST_LISTING, PROPFIND_BODY, readListing } from './web-dav-listing.ts';
import { type DavAnswer, DavClient, type DavClientOptions } from './web-dav-request.ts';

export interface WebDavSettings {
  /** Of a folder that is there. */
  address: string;
  /** Below it, made where it is missing; may be empty. */
  folder: string;
  user: string;
  /** Best one for this purpose alone (“app password”). Kept in the extension's storage and nowhere else. */
  password: string;
}

/** An upload that nobody has finished in this time never will be, in ms. */
const LEFT_OVER = 24 * 3_600_000;
/** Left-over uploads removed by one listing: it is not held up by them. */
const SWEPT_AT_ONCE = 5;

/** How a file gets its final name when it is whole. The later ones are for servers that fail at the ones before. */
type Naming = 'address' | 'path' | 'none';
const NEXT_NAMING: Record<Naming, Naming> = { address: 'path', path: 'none', none: 'none' };
/** Answers to `MOVE` that say nothing about the file: not known, not wanted, or lost behind a proxy. */
const NO_MOVE = [400, 403, 405, 409, 501, 502];

/** 412: a file is there that was to stay. */
const TAKEN = 412;

interface Listing {
  files: string[];
  folders: string[];
}

/** What a server answers while another makes the same folder (RFC 4918, 11.3), and how long that may take, in ms. */
const LOCKED = 423;
const LOOKS = 5;
const LOOK_AGAIN = 200;

class WebDavPlace implements SyncPlace {
  readonly #client: DavClient;
  readonly #root: URL;
  readonly #base: readonly string[];
  /** Folders that are known to be there, or are being made: never twice at once, for which Apache answers 403. */
  readonly #made = new Map<string, Promise<void>>();
  #naming: Naming = 'address';
  /** A folder was missing: those of further files are made before the file is sent, and not after it was refused. */
  #isNew = false;

  constructor(settings: WebDavSettings, options: Partial<DavClientOptions>) {
    const { root, folders } = readAddress(settings.address, settings.folder);
    this.#root = root;
    this.#base = folders;
    this.#client = new DavClient({ ...options, user: settings.user, password: settings.password });
  }

  /** Makes the folder. @throws PlaceError also where the server's own folder is not there */
  async prepare(): Promise<void> {
    const { url } = await this.#propfind(this.#root, []);
    if (url.pathname !== this.#root.pathname) throw new PlaceError('moved', 'the server has another address');
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
    const names = readListing(await body.text()).map(({ href }) => nameOfHref(href, url));
    return names.every((name) => name === '' || (name !== null && isNothing(name)));
  }

  async get(name: string, most?: number): Promise<Blob | null> {
    const { status, body } = await this.#client.send({
      method: 'GET',
      url: this.#urlOf(name),
      expects: [404],
      ...(most !== undefined && { limit: most }),
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
   * @param overwrite as `MOVE` has it (RFC 4918, 10.6): F leaves a file alone that is there
   * @returns whether it was written
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
        expects: [404, ...NO_MOVE, ...(overwrite === 'F' ? [TAKEN] : [])],
      });
      if (status < 300) return true;
      await this.#remove(upload);
      if (status === TAKEN) return false;
      // The answer to a first MOVE was lost, and what it moved is not there for the second: once more from the start.
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

  /** A full address, as Apache takes nothing else; a path where a proxy has changed scheme, host or port on the way. */
  #destination(name: string): string {
    const url = this.#urlOf(name);
    return this.#naming === 'path' ? url.pathname : url.href;
  }

  async #propfind(url: URL, expects: readonly number[], depth: '0' | '1' = '0'): Promise<DavAnswer> {
    const answer = await this.#client.send({
      method: 'PROPFIND',
      url,
      headers: { depth, 'content-type': 'application/xml; charset=utf-8' },
      body: PROPFIND_BODY,
      limit: LARGEST_LISTING,
      expects,
    });
    const { status } = answer;
    // A page for people, as a wireless network shows that wants a log-in first.
    if (status !== 207 && !expects.includes(status))
      throw new PlaceError('notWebDav', `PROPFIND gave ${status}`);
    return answer;
  }

  async #listFolder(folder: string): Promise<Listing> {
    // Our own folder has to be there: taken for an empty one, everything would seem to be deleted.
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
    const leftOver: string[] = [];
    const now = Date.parse(headers.get('date') ?? '');
    let isItself = false;
    for (const resource of readListing(await body.text())) {
      const own = nameOfHref(resource.href, url);
      if (own === '') isItself = true;
      if (own === null || own === '' || !isOwnSegment(own)) continue;
      const name = folder === '' ? own : `${folder}/${own}`;
      if (!resource.isFolder && isUploadName(name)) {
        // By the server's own clock, whatever that says.
        if (resource.changedAt !== null && now - resource.changedAt > LEFT_OVER) leftOver.push(name);
      } else if (isOwnName(name)) (resource.isFolder ? listing.folders : listing.files).push(name);
    }
    // A listing of something else must not pass for an empty one either.
    if (!isItself) throw new PlaceError('badAnswer', 'a listing is of another folder');
    for (const name of leftOver.slice(0, SWEPT_AT_ONCE)) await this.#remove(name);
    return listing;
  }

  /**
   * 405 is the answer where there is one already (RFC 4918, 9.3.1). Another device may make it at the same moment, for
   * which servers have other answers: then it is looked for.
   */
  async #makeFolder(url: URL): Promise<void> {
    const { status } = await this.#client.send({ method: 'MKCOL', url, expects: [403, 405, 409, LOCKED] });
    if (status !== 403 && status !== 409 && status !== LOCKED) return;
    for (let looks = status === LOCKED ? LOOKS : 1; looks > 0; looks--) {
      const { status: found } = await this.#propfind(url, [404]);
      if (found !== 404) return;
      if (looks > 1) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
    throw new PlaceError(codeOfStatus(status), `MKCOL was answered with ${status}`);
  }

  /** @param all false: those of which nothing is known, where some have turned out to be missing */
  async #makeFoldersFor(name: string, all = true): Promise<void> {
    if (!all && !this.#isNew) return;
    for (const folder of foldersOf(name)) {
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
   * Writes a file under that very name; its folders are made where it turns out that they are missing.
   *
   * @returns false where a file is there that has to stay
   */
  async #upload(name: string, file: Blob, overwrite: 'T' | 'F' = 'T'): Promise<boolean> {
    const mayStay = overwrite === 'F' ? [TAKEN] : [];
    const request = {
      method: 'PUT',
      url: this.#urlOf(name),
      headers: {
        'content-type': 'application/octet-stream',
        ...(overwrite === 'F' && { 'if-none-match': '*' }),
      },
      body: file,
    } as const;
    await this.#makeFoldersFor(name, false);
    // Servers say either where a folder is missing; some make the file's parent themselves.
    const { status } = await this.#client.send({ ...request, expects: [404, 409, ...mayStay] });
    if (status < 300 || status === TAKEN) return status < 300;
    this.#isNew = true;
    await this.#makeFoldersFor(name);
    const again = await this.#client.send({ ...request, expects: [404, 409, ...mayStay] });
    if (again.status < 300 || again.status === TAKEN) return again.status < 300;
    // Folders that were there once have been taken away.
    for (const folder of foldersOf(name)) this.#made.delete(folder);
    await this.#makeFoldersFor(name);
    return (await this.#client.send({ ...request, expects: mayStay })).status < 300;
  }

  /** For servers that can't move: what has the wrong length is taken away again. */
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
    throw new PlaceError('badAnswer', 'a file has another length than was sent');
  }

  async #remove(name: string): Promise<void> {
    await this.#client.send({ method: 'DELETE', url: this.#urlOf(name), expects: [404] });
  }
}

/** @throws PlaceError `badAddress` or `needsHttps`, before anything is sent */
export function openWebDav(settings: WebDavSettings, options: Partial<DavClientOptions> = {}): SyncPlace {
  return new WebDavPlace(settings, options);
}
