/**
 * Passes files from the background to one of our pages. Messages are text and too small for a file of several megabytes,
 * so the bytes are kept in the extension's cache storage until they are fetched.
 */

const SHELF = 'put-aside';
/** Cache keys must be web addresses; this one does not exist. */
const ROOT = 'https://put-aside.invalid/';

/** Files not fetched within this time belong to a page that was closed (ms). */
const KEEP_MS = 10 * 60 * 1000;
/** Header with the time of storing, in ms since 1970. */
const PUT_AT = 'x-put-at';

async function removeExpired(shelf: Cache): Promise<void> {
  for (const request of await shelf.keys()) {
    const putAt = Number((await shelf.match(request))?.headers.get(PUT_AT) ?? 0);
    const age = Date.now() - putAt;
    // A negative age means that the clock was set back; such files expire, too.
    if (!(age >= 0 && age < KEEP_MS)) await shelf.delete(request);
  }
}

/** Stores bytes for one of our pages. @returns the key for `takeStashedFile` */
export async function stashFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const shelf = await caches.open(SHELF);
  await removeExpired(shelf);
  const key = ROOT + crypto.randomUUID();
  await shelf.put(key, new Response(bytes, { headers: { [PUT_AT]: String(Date.now()) } }));
  return key;
}

/** Fetches and deletes stored bytes; null if they were fetched before or have expired. */
export async function takeStashedFile(key: string): Promise<Blob | null> {
  const shelf = await caches.open(SHELF);
  const blob = (await (await shelf.match(key))?.blob()) ?? null;
  await shelf.delete(key);
  return blob;
}
