/**
 * Bytes from the background to one of our pages: messages are text, and a file of some megabytes is too long for one. They
 * lie in the extension's own cache storage until they are taken.
 */

const SHELF = 'put-aside';
/** Keys of the cache are addresses of the web; nobody asks for this one. */
const ROOT = 'https://put-aside.invalid/';

/** Puts bytes aside, in the place of what was put there before. @returns the key to take them with */
export async function putAside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // What nobody took is of a page that was closed.
  await caches.delete(SHELF);
  const key = ROOT + crypto.randomUUID();
  await (await caches.open(SHELF)).put(key, new Response(bytes));
  return key;
}

/** Takes what was put aside; null where another took its place. */
export async function takeAside(key: string): Promise<Blob | null> {
  const found = await (await caches.open(SHELF)).match(key);
  const blob = (await found?.blob()) ?? null;
  await caches.delete(SHELF);
  return blob;
}
