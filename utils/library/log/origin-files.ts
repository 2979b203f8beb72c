/** A file store in the origin's private file system, which browsers keep separate from their databases. */
import type { FileBytes, FileStore } from './file-store.ts';

/** The folder that contains a folder for each log. Its name is older than the name “log”. */
const ROOT = 'library-journal';

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: FileBytes | PromiseLike<FileBytes>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  // Writes to a temporary file, which replaces the file when closed.
  const stream = await handle.createWritable();
  try {
    await stream.write(await bytes);
    await stream.close();
  } catch (error) {
    await stream.abort().catch((second: unknown) => console.warn('offprint: file not let go', second));
    await folder
      .removeEntry(name)
      .catch((second: unknown) => console.warn('offprint: file left over', second));
    throw error;
  }
}

/** Runs an operation on a file that may not exist. */
async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as DOMException).name !== 'NotFoundError') throw error;
    return null;
  }
}

/** @param storage the browser's @returns null without a private file system, as in Firefox's private windows */
export async function openOriginFiles(storage: StorageManager | undefined): Promise<FileStore | null> {
  if (typeof storage?.getDirectory !== 'function') return null;
  let root: FileSystemDirectoryHandle;
  try {
    root = await (await storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  } catch (error) {
    console.warn('offprint: no private file system', error);
    return null;
  }
  const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();
  const find = async (name: string): Promise<[FileSystemDirectoryHandle, string]> => {
    const [log = '', file = ''] = name.split('/');
    const folder = folders.get(log) ?? root.getDirectoryHandle(log, { create: true });
    folders.set(log, folder);
    return [await folder, file];
  };
  return {
    list: async () => {
      const names: string[] = [];
      for await (const [log, folder] of root.entries()) {
        if (folder.kind !== 'directory') continue;
        for await (const file of (folder as FileSystemDirectoryHandle).keys()) names.push(`${log}/${file}`);
      }
      return names;
    },
    get: async (name) => {
      const [folder, file] = await find(name);
      return (await ifThere(folder.getFileHandle(file)))?.getFile() ?? null;
    },
    put: async (name, bytes) => write(...(await find(name)), bytes),
    delete: async (name) => {
      const [folder, file] = await find(name);
      await ifThere(folder.removeEntry(file));
    },
  };
}
