/**
 * Folders that the user chose, by a name of ours. The browser stores handles in IndexedDB alone; in a database of its
 * own, as the library's knows nothing of places.
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

export async function keepFolder(id: string, handle: FileSystemDirectoryHandle): Promise<void> {
  await withStore('readwrite', (store) => store.put(handle, id));
}

/** @returns null where it was forgotten, as when the browser's data was cleared */
export async function findFolder(id: string): Promise<FileSystemDirectoryHandle | null> {
  const found: unknown = await withStore('readonly', (store) => store.get(id));
  return (found as FileSystemDirectoryHandle | undefined) ?? null;
}
