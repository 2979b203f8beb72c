/**
 * Runs inside a page of the extension: looks for words in everything that the extension has stored. It reads the stores as
 * any script could, and knows nothing of the library but how its packed files are cut into frames.
 */

/** A frame of the change log: `FR`, length and checksum (4 bytes each), then deflated lines. */
const FRAME_HEAD = 10;

async function inflate(bytes: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<string> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
    return new TextDecoder().decode(await new Response(stream).arrayBuffer());
  } catch {
    // Nothing that was packed so.
    return '';
  }
}

/** Everything that bytes may say: as UTF-8, as UTF-16 from either byte on, and unpacked. */
async function readings(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const texts = [
    new TextDecoder().decode(bytes),
    new TextDecoder('utf-16le').decode(bytes),
    new TextDecoder('utf-16le').decode(bytes.subarray(1)),
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + FRAME_HEAD <= bytes.length; at += 1) {
    if (view.getUint16(at, true) !== 0x5246) continue;
    const end = at + FRAME_HEAD + view.getUint32(at + 2, true);
    if (end > bytes.length) continue;
    texts.push(await inflate(bytes.slice(at + FRAME_HEAD, end), 'deflate-raw'));
  }
  for (const format of ['gzip', 'deflate', 'deflate-raw'] as const) texts.push(await inflate(bytes, format));
  return texts;
}

/** Does anything in a stored value hold the word? */
async function holds(value: unknown, word: string): Promise<boolean> {
  if (typeof value === 'string') return value.toLowerCase().includes(word);
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Blob) return holds(await value.arrayBuffer(), word);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
    return (await readings(bytes)).some((text) => text.toLowerCase().includes(word));
  }
  const parts = value instanceof Map || value instanceof Set ? [...value] : Object.entries(value);
  for (const part of parts.flat()) if (await holds(part, word)) return true;
  return false;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inDatabases(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answer(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = (): IDBObjectStore => db.transaction(store).objectStore(store);
      const [keys, values] = [await answer(rows().getAllKeys()), await answer(rows().getAll())];
      if ((await holds(keys, word)) || (await holds(values, word))) found.push(`${name}/${store}`);
    }
    db.close();
  }
  return found;
}

async function inFolder(folder: FileSystemDirectoryHandle, path: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    const place = `${path}/${name}`;
    if (name.toLowerCase().includes(word)) found.push(place);
    if (handle.kind === 'directory') {
      found.push(...(await inFolder(handle as FileSystemDirectoryHandle, place, word)));
    } else if (await holds(await (handle as FileSystemFileHandle).getFile(), word)) found.push(place);
  }
  return found;
}

async function inCaches(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const body = await (await cache.match(request))?.blob();
      if ((await holds(request.url, word)) || (await holds(body, word))) {
        found.push(`caches/${name}/${request.url}`);
      }
    }
  }
  return found;
}

interface Stores {
  storage: Record<string, { get?(key: null): Promise<unknown> }>;
  scripting: { getRegisteredContentScripts(): Promise<unknown> };
}

async function inExtensionStores(word: string): Promise<string[]> {
  const { chrome } = globalThis as unknown as { chrome: Stores };
  const found: string[] = [];
  for (const area of ['local', 'session', 'sync']) {
    const stored = await chrome.storage[area]?.get?.(null).catch((error: unknown) => String(error));
    if (await holds(stored, word)) found.push(`storage.${area}`);
  }
  if (await holds(await chrome.scripting.getRegisteredContentScripts(), word)) found.push('scripts');
  return found;
}

/** Everywhere that a word, in whatever letters, is stored. */
export async function findTraces(anyCase: string): Promise<string[]> {
  const word = anyCase.toLowerCase();
  const found = [...(await inDatabases(word)), ...(await inCaches(word)), ...(await inExtensionStores(word))];
  found.push(...(await inFolder(await navigator.storage.getDirectory(), 'files', word)));
  if (await holds({ ...localStorage }, word)) found.push('localStorage');
  if (await holds({ ...sessionStorage }, word)) found.push('sessionStorage');
  return found.sort();
}
