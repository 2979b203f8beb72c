import { openFolder } from './folder.ts';
import { findFolder, keepFolder } from './folder-handles.ts';
import { PlaceError } from './place-error.ts';
import type { PlaceKind } from './place-types.ts';

const MODE = { mode: 'readwrite' } as const;

/** What Chromium adds to a handle (https://wicg.github.io/file-system-access/), which TypeScript's library lacks. */
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
  return id === undefined ? null : ((await findFolder(id)) as AskableHandle | null);
}

/**
 * A folder that the user chose before.
 *
 * @throws PlaceError `noAccess` where it was forgotten, or the browser wants the user to be asked again
 */
export async function openKeptFolder(id: string | undefined): Promise<FileSystemDirectoryHandle> {
  const handle = await find(id);
  if (handle === null) throw new PlaceError('noAccess', 'the folder was forgotten');
  if ((await handle.queryPermission(MODE)) !== 'granted')
    throw new PlaceError('noAccess', 'access to the folder has ended');
  return handle;
}

export const FOLDER: PlaceKind = {
  id: 'folder',
  fields: [],
  isOffered: () => findPicker() !== null,
  pick: async () => {
    const picker = findPicker();
    if (picker === null) throw new PlaceError('noFolders', 'no File System Access');
    try {
      const handle = await picker({ ...MODE, id: 'offprint' });
      const id = crypto.randomUUID();
      await keepFolder(id, handle);
      return { id, name: handle.name };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
      throw error;
    }
  },
  make: ({ id, name }) => {
    if (!id || !name) throw new PlaceError('notFound', 'no folder was chosen');
    return { kind: FOLDER.id, id, name };
  },
  address: () => null,
  describe: ({ name }) => name ?? '',
  isPlain: () => false,
  regain: async ({ id }) => {
    const handle = await find(id);
    return handle !== null && (await handle.requestPermission(MODE)) === 'granted';
  },
  open: async ({ id }) => openFolder(await openKeptFolder(id)),
};
