/**
 * A local folder, by the File System Access API. A program that syncs the folder (Syncthing, Dropbox, iCloud Drive) may
 * write to it at any moment, and adds files of its own, which are ignored.
 */
import type { FileBytes } from '../../library/log/file-store.ts';
import { isIgnorable, isOwnName, isOwnPathSegment, requireOwnName } from './file-names.ts';
import { RemoteError, type RemoteErrorCode, type RemoteKind, type RemoteStore } from './remote-store.ts';

const CODES: Readonly<Record<string, RemoteErrorCode>> = {
  NotAllowedError: 'noAccess',
  SecurityError: 'noAccess',
  NotFoundError: 'notFound',
  QuotaExceededError: 'full',
  // Another program has opened the file.
  NoModificationAllowedError: 'locked',
  InvalidStateError: 'locked',
};

/** Converts browser errors. @param allows the name of an error for which null is returned @throws RemoteError */
export async function attempt<T>(work: () => Promise<T>, allows?: string): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    const { name } = cause as Error;
    if (name === allows) return null;
    if (cause instanceof RemoteError) throw cause;
    // The browser's message may contain the folder's path.
    throw new RemoteError(CODES[name] ?? 'refused', `the folder failed: ${name}`);
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
    if (folder !== '') requireOwnName(folder);
    const names: string[] = [];
    const walk = async (handle: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [entryName, entry] of handle.entries()) {
        const name = `${path}${entryName}`;
        if (!isOwnPathSegment(entryName) || !isOwnName(name)) continue;
        if (entry.kind === 'file') names.push(name);
        else await walk(entry as FileSystemDirectoryHandle, `${name}/`);
      }
    };
    // The root folder must exist; subfolders may not exist yet.
    const start = await attempt(
      () => this.#folder(folder, false),
      folder === '' ? undefined : 'NotFoundError',
    );
    if (start !== null) await attempt(() => walk(start, folder === '' ? '' : `${folder}/`));
    return names;
  }

  async isEmpty(): Promise<boolean> {
    const names = await attempt(async () => {
      for await (const [entryName] of this.#root.entries()) if (!isIgnorable(entryName)) return [entryName];
      return [];
    });
    return names?.length === 0;
  }

  async get(name: string, maxBytes = Number.POSITIVE_INFINITY): Promise<Blob | null> {
    requireOwnName(name);
    return attempt(async () => {
      const handle = await (await this.#parent(name, false)).getFileHandle(lastOf(name));
      const file = await handle.getFile();
      if (file.size > maxBytes) throw new RemoteError('badAnswer', `more than ${maxBytes} bytes`);
      // Read at once: a program that syncs the folder may replace the file, after which the browser refuses to read it.
      return new Blob([await file.arrayBuffer()]);
    }, 'NotFoundError');
  }

  async put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void> {
    requireOwnName(name);
    const file = await bytes;
    await attempt(async () => {
      const handle = await (await this.#parent(name, true)).getFileHandle(lastOf(name), { create: true });
      // Writes to a temporary file, which replaces the file when closed.
      const stream = await handle.createWritable();
      try {
        await stream.write(file);
        await stream.close();
      } catch (error) {
        await stream
          .abort()
          .catch((second: unknown) => console.warn('offprint: file not let go', (second as Error).name));
        await this.#deleteIfEmpty(name);
        throw error;
      }
    });
  }

  /**
   * Not atomic: another writer may create the same file at the same moment, or on another device that syncs this
   * folder.
   */
  async putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean> {
    if ((await this.get(name)) !== null) return false;
    await this.put(name, bytes);
    return true;
  }

  async delete(name: string): Promise<void> {
    requireOwnName(name);
    await attempt(async () => (await this.#parent(name, false)).removeEntry(lastOf(name)), 'NotFoundError');
  }

  /** Deletes a file that was created but never written. */
  async #deleteIfEmpty(name: string): Promise<void> {
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
export function openFolderStore(root: FileSystemDirectoryHandle): RemoteStore {
  return new FolderStore(root);
}

const MODE = { mode: 'readwrite' } as const;

/** Chromium's additions to a handle (https://wicg.github.io/file-system-access/), which TypeScript's library lacks. */
interface AskableHandle extends FileSystemDirectoryHandle {
  queryPermission(options: typeof MODE): Promise<PermissionState>;
  requestPermission(options: typeof MODE): Promise<PermissionState>;
}

type Picker = (options: typeof MODE & { id: string }) => Promise<FileSystemDirectoryHandle>;

function findPicker(): Picker | null {
  const { showDirectoryPicker } = globalThis as { showDirectoryPicker?: Picker };
  return showDirectoryPicker ?? null;
}

async function find(id: string | undefined): Promise<AskableHandle | null> {
  return id === undefined ? null : ((await loadFolderHandle(id)) as AskableHandle | null);
}

/**
 * Opens a folder that the user chose before.
 *
 * @throws RemoteError `noAccess` if it was forgotten, or the browser requires asking the user again
 */
export async function openChosenFolder(id: string | undefined): Promise<FileSystemDirectoryHandle> {
  const handle = await find(id);
  if (handle === null) throw new RemoteError('noAccess', 'the folder was forgotten');
  if ((await handle.queryPermission(MODE)) !== 'granted')
    throw new RemoteError('noAccess', 'access to the folder has ended');
  return handle;
}

export const FOLDER: RemoteKind = {
  id: 'folder',
  fields: [],
  isOffered: () => findPicker() !== null,
  pick: async () => {
    const picker = findPicker();
    if (picker === null) throw new RemoteError('noFolders', 'no File System Access');
    try {
      const handle = await picker({ ...MODE, id: 'offprint' });
      const id = crypto.randomUUID();
      await saveFolderHandle(id, handle);
      return { id, name: handle.name };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
      throw error;
    }
  },
  make: ({ id, name }) => {
    if (!id || !name) throw new RemoteError('notFound', 'no folder was chosen');
    return { kind: FOLDER.id, id, name };
  },
  address: () => null,
  describe: ({ name }) => name ?? '',
  isPlain: () => false,
  regain: async ({ id }) => {
    const handle = await find(id);
    return handle !== null && (await handle.requestPermission(MODE)) === 'granted';
  },
  open: async ({ id }) => openFolderStore(await openChosenFolder(id)),
};

/**
 * Handles of chosen folders, by a random id. Browsers can store handles only in IndexedDB; they have their own database
 * because the library's does not deal with remote stores.
 */
const DATABASE = 'offprint-places';
const STORE = 'folders';

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  try {
    return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

export async function saveFolderHandle(id: string, handle: FileSystemDirectoryHandle): Promise<void> {
  await withStore('readwrite', (store) => store.put(handle, id));
}

/** @returns null if the handle no longer exists, for example because the browser's data was cleared */
export async function loadFolderHandle(id: string): Promise<FileSystemDirectoryHandle | null> {
  const found: unknown = await withStore('readonly', (store) => store.get(id));
  return (found as FileSystemDirectoryHandle | undefined) ?? null;
}
