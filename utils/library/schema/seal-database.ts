/**
 * Guards against the browser's own database deleting itself after a crash. Chromium keeps IndexedDB in LevelDB and
 * opens it with `reuse_logs`: after a kill in the middle of a record, new records are appended behind the torn one,
 * and at the next opening the log is taken for corrupt and the whole database of the origin is deleted
 * (https://github.com/google/leveldb/issues/1287).
 *
 * A log is closed for good, turned into a table and dropped as soon as LevelDB's write buffer is full. So we fill it
 * once, with values nobody needs, before a second opening can read the log.
 */

/** Of its own: the log is one for all databases of an origin. */
const SCRATCH = 'offprint-seal';

/** Bytes of one value. From 64 KB on, Chromium keeps values in files beside the log (`IDBValueWrapper`). */
const VALUE_BYTES = 48 * 1024;

/**
 * Bytes to write: more than LevelDB's write buffer, which Chromium makes 1 to 4 MB large by the size of the disk
 * (`leveldb_env::WriteBufferSize`), with what comes after it was found full.
 */
const TOTAL_BYTES = 4.5 * 1024 * 1024;

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function fill(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('filling', 'readwrite');
    const store = transaction.objectStore('filling');
    // Compressed values would fill less.
    const value = crypto.getRandomValues(new Uint8Array(VALUE_BYTES));
    for (let written = 0; written < TOTAL_BYTES; written += VALUE_BYTES) store.add(value);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/**
 * Makes the browser begin a new log. Reads and writes of the library may go on meanwhile.
 *
 * @throws the database's own error, such as a full disk; nothing of the library is touched either way
 */
export async function sealDatabase(factory: IDBFactory = indexedDB): Promise<void> {
  // Left over where the browser was killed in the middle of this.
  await settle(factory.deleteDatabase(SCRATCH));
  const opening = factory.open(SCRATCH, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('filling', { autoIncrement: true });
  const db = await settle(opening);
  try {
    await fill(db);
  } finally {
    db.close();
    await settle(factory.deleteDatabase(SCRATCH));
  }
}
