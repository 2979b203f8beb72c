import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stashFile, takeStashedFile } from '../../../utils/platform/stash-file.ts';

/** As much of cache storage as is used here. */
class MemoryCache {
  readonly #entries = new Map<string, Response>();
  keys = async () => [...this.#entries.keys()];
  match = async (key: string) => this.#entries.get(key)?.clone();
  put = async (key: string, response: Response) => void this.#entries.set(key, response);
  delete = async (key: string) => this.#entries.delete(key);
}

const shelves = new Map<string, MemoryCache>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  shelves.clear();
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const shelf = shelves.get(name) ?? new MemoryCache();
      shelves.set(name, shelf);
      return shelf;
    },
    delete: async (name: string) => shelves.delete(name),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (mark) => mark.charCodeAt(0));
const textAt = async (key: string): Promise<string | undefined> => (await takeStashedFile(key))?.text();

it('keeps files under separate keys, and returns each once', async () => {
  const first = await stashFile(bytesOf('first'));
  const second = await stashFile(bytesOf('second'));
  expect(await textAt(second)).toBe('second');
  expect(await textAt(first)).toBe('first');
  expect(await takeStashedFile(first)).toBeNull();
});

it('deletes files that were not taken in time', async () => {
  const lost = await stashFile(bytesOf('lost'));
  vi.setSystemTime(Date.now() + 11 * 60 * 1000);
  const next = await stashFile(bytesOf('next'));
  expect(await takeStashedFile(lost)).toBeNull();
  expect(await textAt(next)).toBe('next');
});
