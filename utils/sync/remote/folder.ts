/**
 * A local folder as a remote store, accessed through the File System Access API. A program that syncs the folder
 * (Syncthing, Dropbox, iCloud Drive) may write to it at any time, and add its own files, which are ignored.
 */
import type { FileBytes } from '../../library/log/file-store.ts';
import { isIgnorable, isOwnPath, isOwnPathSegment, requireOwnPath } from './file-names.ts';
import { RemoteError, type RemoteErrorCode, type RemoteKind, type RemoteStore } from './remote-store.ts';

const CODE_BY_ERROR_NAME: Readonly<Record<string, RemoteErrorCode>> = {
  NotAllowedError: 'noAccess',
  SecurityError: 'noAccess',
  NotFoundError: 'notFound',
  QuotaExceededError: 'full',
  // Another program has the file open.
  NoModificationAllowedError: 'locked',
  InvalidStateError: 'locked',
};

/**
 * Runs a function, and converts the browser's errors.
 *
 * @param ignoredErrorName the name of an error for which null is returned
 * @throws RemoteError
 */
async function convertErrors<T>(work: () => Promise<T>, ignoredErrorName?: string): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    const { name } = cause as Error;
    if (name === ignoredErrorName) return null;
    if (cause instanceof RemoteError) throw cause;
    // The browser's message may contain the folder's path.
    throw new RemoteError(CODE_BY_ERROR_NAME[name] ?? 'refused', `the folder failed: ${name}`);
  }
}

class FolderStore implements RemoteStore {
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async prepare(): Promise<void> {
    await this.list();
  }

  async list(folder = ''): Promise<string[]> {
    if (folder !== '') requireOwnPath(folder);
    const names: string[] = [];
    const listInto = async (handle: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [entryName, entry] of handle.entries()) {
        const name = `${path}${entryName}`;
        if (!isOwnPathSegment(entryName) || !isOwnPath(name)) continue;
        if (entry.kind === 'file') names.push(name);
        else await listInto(entry as FileSystemDirectoryHandle, `${name}/`);
      }
    };
    // The root folder must exist. Subfolders may not have been created yet.
    const folderHandle = await convertErrors(
      () => this.#folder(folder, false),
      folder === '' ? undefined : 'NotFoundError',
    );
    if (folderHandle !== null)
      await convertErrors(() => listInto(folderHandle, folder === '' ? '' : `${folder}/`));
    return names;
  }

  async isEmpty(): Promise<boolean> {
    const names = await convertErrors(async () => {
      for await (const [entryName] of this.#root.entries()) if (!isIgnorable(entryName)) return [entryName];
      return [];
    });
    return names?.length === 0;
  }

  async get(name: string, maxBytes = Number.POSITIVE_INFINITY): Promise<Blob | null> {
    requireOwnPath(name);
    return convertErrors(async () => {
      const handle = await (await this.#parent(name, false)).getFileHandle(baseName(name));
      const file = await handle.getFile();
      if (file.size > maxBytes) throw new RemoteError('badAnswer', `more than ${maxBytes} bytes`);
      // Read it immediately. If a folder-sync program replaced the file, the browser would refuse to read it later.
      return new Blob([await file.arrayBuffer()]);
    }, 'NotFoundError');
  }

  async put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void> {
    requireOwnPath(name);
    const file = await bytes;
    await convertErrors(async () => {
      const handle = await (await this.#parent(name, true)).getFileHandle(baseName(name), { create: true });
      // Writes to a temporary file, which replaces the file when it is closed.
      const stream = await handle.createWritable();
      try {
        await stream.write(file);
        await stream.close();
      } catch (error) {
        await stream
          .abort()
          .catch((abortError: unknown) =>
            console.warn('offprint: could not close a file', (abortError as Error).name),
          );
        await this.#deleteIfEmpty(name);
        throw error;
      }
    });
  }

  /**
   * Not atomic: another tab, or another device that syncs this folder, may create the same file at the same time.
   */
  async putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean> {
    if ((await this.get(name)) !== null) return false;
    await this.put(name, bytes);
    return true;
  }

  async delete(name: string): Promise<void> {
    requireOwnPath(name);
    await convertErrors(
      async () => (await this.#parent(name, false)).removeEntry(baseName(name)),
      'NotFoundError',
    );
  }

  /** Deletes a file that was created but never written. */
  async #deleteIfEmpty(name: string): Promise<void> {
    try {
      const parent = await this.#parent(name, false);
      const { size } = await (await parent.getFileHandle(baseName(name))).getFile();
      if (size === 0) await parent.removeEntry(baseName(name));
    } catch (error) {
      console.warn('offprint: could not delete an empty file', (error as Error).name);
    }
  }

  #parent(name: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    return this.#folder(name.split('/').slice(0, -1).join('/'), create);
  }

  async #folder(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder = this.#root;
    for (const segment of path.split('/').filter((name) => name !== ''))
      folder = await folder.getDirectoryHandle(segment, { create });
    return folder;
  }
}

const baseName = (name: string): string => name.split('/').at(-1) ?? '';

/** Opens a folder as a remote store. @param root a handle with permission to read and write */
export function openFolderStore(root: FileSystemDirectoryHandle): RemoteStore {
  return new FolderStore(root);
}

const READ_WRITE = { mode: 'readwrite' } as const;

/** Chromium's additional methods of a handle (https://wicg.github.io/file-system-access/), which TypeScript's types lack. */
interface PermissionHandle extends FileSystemDirectoryHandle {
  queryPermission(options: typeof READ_WRITE): Promise<PermissionState>;
  requestPermission(options: typeof READ_WRITE): Promise<PermissionState>;
}

type Picker = (options: typeof READ_WRITE & { id: string }) => Promise<FileSystemDirectoryHandle>;

function findPicker(): Picker | null {
  const { showDirectoryPicker } = globalThis as { showDirectoryPicker?: Picker };
  return showDirectoryPicker ?? null;
}

/** The handle of a chosen folder; null if it no longer exists, for example after the browser's data was cleared. */
async function findHandle(id: string | undefined): Promise<PermissionHandle | null> {
  const handle: unknown =
    id === undefined ? undefined : await withStore('readonly', (store) => store.get(id));
  return (handle as PermissionHandle | undefined) ?? null;
}

/**
 * Returns the handle of a folder that the user has chosen.
 *
 * @param id the id under which the handle is stored
 * @throws RemoteError `noAccess` if the handle is no longer stored, or the user must grant permission again
 */
async function openChosenFolder(id: string | undefined): Promise<FileSystemDirectoryHandle> {
  const handle = await findHandle(id);
  if (handle === null) throw new RemoteError('noAccess', 'the folder’s handle is no longer stored');
  if ((await handle.queryPermission(READ_WRITE)) !== 'granted')
    throw new RemoteError('noAccess', 'the permission for the folder has expired');
  return handle;
}

export const FOLDER: RemoteKind = {
  id: 'folder',
  fields: [],
  isSupported: () => findPicker() !== null,
  pick: async () => {
    const picker = findPicker();
    if (picker === null) throw new RemoteError('noFolders', 'no File System Access');
    try {
      const handle = await picker({ ...READ_WRITE, id: 'offprint' });
      const id = crypto.randomUUID();
      await saveFolderHandle(id, handle);
      return { id, name: handle.name };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
      throw error;
    }
  },
  makeConfig: ({ id, name }) => {
    if (!id || !name) throw new RemoteError('notFound', 'no folder was chosen');
    return { kind: FOLDER.id, id, name };
  },
  address: () => null,
  describe: ({ name }) => name ?? '',
  isUnencrypted: () => false,
  requestPermission: async ({ id }) => {
    const handle = await findHandle(id);
    return handle !== null && (await handle.requestPermission(READ_WRITE)) === 'granted';
  },
  open: async ({ id }) => openFolderStore(await openChosenFolder(id)),
};

/**
 * Handles of chosen folders are stored by a random id. They can be stored only in IndexedDB, and have their own database,
 * because the library's database is independent of remote stores.
 */
const DATABASE_NAME = 'offprint-places';
const STORE_NAME = 'folders';

function resolveRequest<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE_NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE_NAME);
  const database = await resolveRequest(opening);
  try {
    return await resolveRequest(work(database.transaction(STORE_NAME, mode).objectStore(STORE_NAME)));
  } finally {
    database.close();
  }
}

/** Stores the handle of a chosen folder. */
async function saveFolderHandle(id: string, handle: FileSystemDirectoryHandle): Promise<void> {
  await withStore('readwrite', (store) => store.put(handle, id));
}
