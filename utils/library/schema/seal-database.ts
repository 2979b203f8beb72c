/**
 * Prevents the browser from deleting its database after a crash. Chromium stores IndexedDB in LevelDB and opens it with
 * `reuse_logs`: after a kill in the middle of a record, new records are appended to the truncated one. At the next
 * opening, the log counts as corrupt and the origin's whole database is deleted
 * (https://github.com/google/leveldb/issues/1287).
 *
 * LevelDB closes a log permanently, converts it to a table and deletes it as soon as its write buffer is full. So we
 * fill the buffer once with random values, before the log can be read by a second opening.
 */

import { promisify } from './raw-library.ts';

/** A separate database, since all databases of an origin share one log. */
const SCRATCH_DATABASE = 'offprint-seal';

/** Size of one value. From 64 KB on, Chromium stores values in files outside of the log (`IDBValueWrapper`). */
const VALUE_BYTES = 48 * 1024;

/**
 * Bytes to write: more than LevelDB's write buffer, which is 1 to 4 MB in Chromium, depending on the size of the disk
 * (`leveldb_env::WriteBufferSize`), with a margin.
 */
const TOTAL_BYTES = 4.5 * 1024 * 1024;

function fillWriteBuffer(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('filling', 'readwrite');
    const store = transaction.objectStore('filling');
    // Random, because compressed values would fill less.
    const value = crypto.getRandomValues(new Uint8Array(VALUE_BYTES));
    for (let written = 0; written < TOTAL_BYTES; written += VALUE_BYTES) store.add(value);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/**
 * Makes the browser start a new log. The library can be read and written meanwhile.
 *
 * @throws the database's error, such as a full disk; the library is never affected
 */
export async function sealDatabase(factory: IDBFactory = indexedDB): Promise<void> {
  // Left over if the browser was killed during an earlier call.
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
