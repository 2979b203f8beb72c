/**
 * Prevents Chromium from deleting the database after a crash. Chromium stores IndexedDB in LevelDB, and opens it with
 * `reuse_logs`: if the browser was killed in the middle of a record, it appends new records to the truncated one. At
 * the next opening, the log is considered corrupt, and the whole database of the origin is deleted
 * (https://github.com/google/leveldb/issues/1287).
 *
 * Once its write buffer is full, LevelDB closes the log for good, converts it to a table and deletes it. So we fill the
 * buffer with random values once, before the log can be opened a second time.
 */

import { promisify } from './raw-library.ts';

/** A separate database is enough, because all databases of an origin share one log. */
const SCRATCH_DATABASE = 'offprint-seal';

/** Size of one value. Chromium stores values of 64 KB or more in files outside the log (`IDBValueWrapper`). */
const VALUE_BYTES = 48 * 1024;

/**
 * Bytes to write. Must exceed LevelDB's write buffer, which is 1 to 4 MB in Chromium, depending on the size of the disk
 * (`leveldb_env::WriteBufferSize`).
 */
const TOTAL_BYTES = 4.5 * 1024 * 1024;

function fillWriteBuffer(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('filling', 'readwrite');
    const store = transaction.objectStore('filling');
    // Random, because other values would be compressed and fill less of the buffer.
    const value = crypto.getRandomValues(new Uint8Array(VALUE_BYTES));
    for (let written = 0; written < TOTAL_BYTES; written += VALUE_BYTES) store.add(value);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/**
 * Makes the browser start a new log. The library can be used meanwhile.
 *
 * @throws the database's error, such as a full disk; the library is not affected
 */
export async function sealDatabase(factory: IDBFactory = indexedDB): Promise<void> {
  // It may be left over from an earlier call, if the browser was killed.
  await promisify(factory.deleteDatabase(SCRATCH_DATABASE));
  const opening = factory.open(SCRATCH_DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('filling', { autoIncrement: true });
  const db = await promisify(opening);
  try {
    await fillWriteBuffer(db);
  } finally {
    db.close();
    await promisify(factory.deleteDatabase(SCRATCH_DATABASE));
  }
}
