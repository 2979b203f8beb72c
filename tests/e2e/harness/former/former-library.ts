/** Puts a library that an earlier release left into a running browser. */
import type { Page } from 'puppeteer-core';
import { SCHEMA_VERSIONS } from '../../../../utils/library/schema/schema-versions.ts';
import type { Dump } from '../../../unit/library/schema/dump.ts';

interface Index {
  name: string;
  path: string | string[];
  options: { unique: boolean; multiEntry: boolean };
}

interface Store {
  name: string;
  options: { keyPath: string | string[]; autoIncrement: boolean };
  indices: Index[];
}

/** Reads Dexie's way of writing keys and indices: `++id`, `&unique`, `*each`, `[a+b]`. */
function readIndex(written: string): Index & { autoIncrement: boolean } {
  const [, marks = '', name = ''] = /^([+&*]*)(.*)$/.exec(written.trim()) ?? [];
  return {
    name,
    path: name.startsWith('[') ? name.slice(1, -1).split('+') : name,
    options: { unique: marks.includes('&'), multiEntry: marks.includes('*') },
    autoIncrement: marks.includes('++'),
  };
}

/** The tables of one version, with their indices, as its release made them. */
function storesOf(version: number): Store[] {
  const written: Record<string, string | null> = {};
  for (const step of SCHEMA_VERSIONS) if (step.version <= version) Object.assign(written, step.stores);
  return Object.entries(written).flatMap(([name, spec]) => {
    if (spec === null) return [];
    const [key, ...indices] = spec.split(',').map(readIndex);
    const options = { keyPath: key?.path ?? 'id', autoIncrement: key?.autoIncrement === true };
    return [{ name, options, indices: indices.map(({ autoIncrement: _, ...index }) => index) }];
  });
}

/**
 * Replaces the library with one that an earlier version left. The second copy, and what was noted of the library that
 * was there, go with it. The page holds the database open as a page of that version did, so nothing upgrades it before
 * an update of the extension closes the page.
 *
 * @param page one of the extension's
 */
export async function plantLibrary(page: Page, { version, tables }: Dump): Promise<void> {
  const plan = JSON.stringify({ version, tables, stores: storesOf(version) });
  await page.evaluate(async (json) => {
    type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
    const former = JSON.parse(json) as { version: number; tables: Record<string, Json[]>; stores: Store[] };
    // As in `dump.ts`, which can't be called from within the page.
    const decode = (value: Json): unknown => {
      if (Array.isArray(value)) return value.map(decode);
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value.$u8)) return Uint8Array.from(value.$u8 as number[]);
      if (Array.isArray(value.$u32)) return Uint32Array.from(value.$u32 as number[]);
      if (typeof value.$blob === 'string')
        return new Blob([Uint8Array.from(value.bytes as number[])], { type: value.$blob });
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
    };
    const done = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const world = globalThis as unknown as {
      chrome: { storage: { local: { remove(key: string): Promise<void> } } };
      heldOpen?: unknown;
    };
    // The background takes this lock first and then opens the library. The other way round, each would wait for the other.
    await navigator.locks.request('offprint-change-log', async () => {
      const deleted = done(indexedDB.deleteDatabase('offprint'));
      // In the same task, so that nobody else opens one in between. Dexie multiplies its versions by ten.
      const opening = indexedDB.open('offprint', former.version * 10);
      opening.onupgradeneeded = () => {
        for (const { name, options, indices } of former.stores) {
          const store = opening.result.createObjectStore(name, options);
          for (const index of indices) store.createIndex(index.name, index.path, index.options);
          for (const row of former.tables[name] ?? []) store.add(decode(row));
        }
      };
      await deleted;
      world.heldOpen = await done(opening);
      for (const name of await caches.keys()) await caches.delete(name);
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys())
        names.push(name);
      for (const name of names) await root.removeEntry(name, { recursive: true });
      await world.chrome.storage.local.remove('libraryMark');
    });
  }, plan);
}
