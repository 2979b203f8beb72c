/**
 * A folder of this computer, by the File System Access API. Whatever carries it to other devices (Syncthing, Dropbox,
 * iCloud Drive) may write into it at any moment, and leaves files of its own there: they are not looked at.
 */
import type { FileBytes } from '../../library/log/place.ts';
import { PlaceError, type PlaceErrorCode } from './place-error.ts';
import { isNothing, isOwnName, isOwnSegment, requireOwnName } from './place-names.ts';
import type { SyncPlace } from './place-types.ts';

const CODES: Readonly<Record<string, PlaceErrorCode>> = {
  NotAllowedError: 'noAccess',
  SecurityError: 'noAccess',
  NotFoundError: 'notFound',
  QuotaExceededError: 'full',
  // Another program has it open.
  NoModificationAllowedError: 'locked',
  InvalidStateError: 'locked',
};

/**
 * @returns null where `allows` names the kind of failure
 * @throws PlaceError
 */
export async function attempt<T>(work: () => Promise<T>, allows?: string): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    const { name } = cause as Error;
    if (name === allows) return null;
    if (cause instanceof PlaceError) throw cause;
    // The browser's message may hold the folder's path.
    throw new PlaceError(CODES[name] ?? 'refused', `the folder failed: ${name}`);
  }
}

class FolderPlace implements SyncPlace {
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async prepare(): Promise<void> {
    await this.list();
  }

  async list(folder = ''): Promise<string[]> {
    if (folder !== '') requireOwnName(folder);
    const names: string[] = [];
    const walk = async (handle: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [own, entry] of handle.entries()) {
        const name = `${path}${own}`;
        if (!isOwnSegment(own) || !isOwnName(name)) continue;
        if (entry.kind === 'file') names.push(name);
        else await walk(entry as FileSystemDirectoryHandle, `${name}/`);
      }
    };
    // The folder itself has to be there; one in it may not be there yet.
    const start = await attempt(
      () => this.#folder(folder, false),
      folder === '' ? undefined : 'NotFoundError',
    );
    if (start !== null) await attempt(() => walk(start, folder === '' ? '' : `${folder}/`));
    return names;
  }

  async isEmpty(): Promise<boolean> {
    const names = await attempt(async () => {
      for await (const [own] of this.#root.entries()) if (!isNothing(own)) return [own];
      return [];
    });
    return names?.length === 0;
  }

  async get(name: string, most = Number.POSITIVE_INFINITY): Promise<Blob | null> {
    requireOwnName(name);
    return attempt(async () => {
      const handle = await (await this.#parent(name, false)).getFileHandle(lastOf(name));
      const file = await handle.getFile();
      if (file.size > most) throw new PlaceError('badAnswer', `more than ${most} bytes`);
      // Read at once: whoever carries the folder may replace the file, after which the browser refuses to read it.
      return new Blob([await file.arrayBuffer()]);
    }, 'NotFoundError');
  }

  async put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void> {
    requireOwnName(name);
    const file = await bytes;
    await attempt(async () => {
      const handle = await (await this.#parent(name, true)).getFileHandle(lastOf(name), { create: true });
      // Goes into a file beside it, which takes its place on closing.
      const stream = await handle.createWritable();
      try {
        await stream.write(file);
        await stream.close();
      } catch (error) {
        await stream
          .abort()
          .catch((second: unknown) => console.warn('offprint: file not let go', (second as Error).name));
        await this.#dropEmpty(name);
        throw error;
      }
    });
  }

  /** Nobody can be kept from writing the same file at the very same moment, or on another device of this folder. */
  async putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean> {
    if ((await this.get(name)) !== null) return false;
    await this.put(name, bytes);
    return true;
  }

  async delete(name: string): Promise<void> {
    requireOwnName(name);
    await attempt(async () => (await this.#parent(name, false)).removeEntry(lastOf(name)), 'NotFoundError');
  }

  /** A file that was made and never written. */
  async #dropEmpty(name: string): Promise<void> {
    try {
      const parent = await this.#parent(name, false);
      const { size } = await (await parent.getFileHandle(lastOf(name))).getFile();
      if (size === 0) await parent.removeEntry(lastOf(name));
    } catch (error) {
      console.warn('offprint: file left over', (error as Error).name);
    }
  }

  #parent(name: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    return this.#folder(name.split('/').slice(0, -1).join('/'), create);
  }

  async #folder(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder = this.#root;
    for (const segment of path.split('/').filter((one) => one !== ''))
      folder = await folder.getDirectoryHandle(segment, { create });
    return folder;
  }
}

const lastOf = (name: string): string => name.split('/').at(-1) ?? '';

/** @param root a folder that may be read and written */
export function openFolder(root: FileSystemDirectoryHandle): SyncPlace {
  return new FolderPlace(root);
}
