/**
 * Passes files from the background to one of our pages. Messages are serialised as text, which is unsuitable for files of
 * several megabytes, so the bytes are kept in the extension's cache storage until the page takes them.
 */

const CACHE_NAME = 'put-aside';
/** Cache keys must be web URLs. This host can't exist (RFC 2606). */
const KEY_PREFIX = 'https://put-aside.invalid/';

/** Files that were not taken within this time (ms) are deleted, because their page was probably closed. */
const EXPIRY_MS = 10 * 60 * 1000;
/** A header with the time at which the file was stored, in ms since 1970. */
const STORED_AT_HEADER = 'x-put-at';

async function removeExpired(cache: Cache): Promise<void> {
  for (const request of await cache.keys()) {
    const storedAt = Number((await cache.match(request))?.headers.get(STORED_AT_HEADER) ?? 0);
    const age = Date.now() - storedAt;
    // If the clock was set back, the age is negative; such files also expire.
    if (!(age >= 0 && age < EXPIRY_MS)) await cache.delete(request);
  }
}

/** Stores bytes for one of our pages. @returns the key for `takeStashedFile` */
export async function stashFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const cache = await caches.open(CACHE_NAME);
  await removeExpired(cache);
  const key = KEY_PREFIX + crypto.randomUUID();
  await cache.put(key, new Response(bytes, { headers: { [STORED_AT_HEADER]: String(Date.now()) } }));
  return key;
}

/** Returns and deletes stored bytes; null if they were already taken or have expired. */
export async function takeStashedFile(key: string): Promise<Blob | null> {
  const cache = await caches.open(CACHE_NAME);
  const blob = (await (await cache.match(key))?.blob()) ?? null;
  await cache.delete(key);
  return blob;
}
