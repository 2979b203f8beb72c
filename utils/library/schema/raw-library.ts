/** Reads the library without Dexie, for code that has no time to load it. */
import { LIBRARY_NAME } from './library-name.ts';

/** Converts an IndexedDB request to a promise of its result. */
export function promisify<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens the library if it exists. Never creates it. Null if nothing was ever saved. */
async function openIfExists(): Promise<IDBDatabase | null> {
  const request = indexedDB.open(LIBRARY_NAME);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction?.abort();
  };
  try {
    const db = await promisify(request);
    // Don't block an upgrade of the database by another window.
    db.onversionchange = () => db.close();
    if (db.objectStoreNames.contains('articles')) return db;
    db.close();
    return null;
  } catch (error) {
    if (isNew) return null;
    throw error;
  }
}

/**
 * Opens the library, runs a query, and closes it again.
 *
 * @param fallback the result if there is no library
 * @throws the browser's error if the database can't be opened or read
 */
export async function readWithoutDexie<T>(read: (db: IDBDatabase) => Promise<T>, fallback: T): Promise<T> {
  const db = await openIfExists();
  if (db === null) return fallback;
  try {
    return await read(db);
  } finally {
    db.close();
  }
}
