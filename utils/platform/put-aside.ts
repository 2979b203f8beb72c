/**
 * Bytes from the background to one of our pages: messages are text, and a file of some megabytes is too long for one. They
 * lie in the extension's own cache storage until they are taken.
 */

const SHELF = 'put-aside';
/** Keys of the cache are addresses of the web; nobody asks for this one. */
const ROOT = 'https://put-aside.invalid/';

/** What nobody took after so long is of a page that was closed (ms). */
const KEEP_MS = 10 * 60 * 1000;
/** When it was put aside, ms since 1970. */
const PUT_AT = 'x-put-at';

async function clearAway(shelf: Cache): Promise<void> {
  for (const request of await shelf.keys()) {
    const putAt = Number((await shelf.match(request))?.headers.get(PUT_AT) ?? 0);
    const age = Date.now() - putAt;
    // A clock that was set back is no reason to keep it for years.
    if (!(age >= 0 && age < KEEP_MS)) await shelf.delete(request);
  }
}

/** Puts bytes aside, beside what other pages have not taken yet. @returns the key to take them with */
export async function putAside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const shelf = await caches.open(SHELF);
  await clearAway(shelf);
  const key = ROOT + crypto.randomUUID();
  await shelf.put(key, new Response(bytes, { headers: { [PUT_AT]: String(Date.now()) } }));
  return key;
}

/** Takes what was put aside; null where it is gone: it was taken, or lay there for too long. */
export async function takeAside(key: string): Promise<Blob | null> {
  const shelf = await caches.open(SHELF);
  const blob = (await (await shelf.match(key))?.blob()) ?? null;
  await shelf.delete(key);
  return blob;
}
