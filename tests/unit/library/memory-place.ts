import type { FileStore } from '../../../utils/library/log/file-store.ts';
import { restoreLostLogs } from '../../../utils/library/log/restore-lost.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { freshLibrary } from './fresh-library.ts';

/** A place in memory, with its bytes open to be damaged. */
export class MemoryPlace implements FileStore {
  readonly files = new Map<string, Blob>();
  /** Bytes of all files together, above which nothing can be written. */
  room = Number.POSITIVE_INFINITY;
  /** Is waited for before a file is written. */
  gate: () => Promise<void> = async () => undefined;

  get bytes(): number {
    return [...this.files.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Names that end so, as `list` gives them. */
  named(ending: '.seg' | '.import'): string[] {
    return [...this.files.keys()].filter((name) => name.endsWith(ending));
  }

  /** Names of the logs. */
  get logs(): Set<string> {
    return new Set(this.named('.seg').map((name) => name.split('/')[0] ?? ''));
  }

  /** What is there now, as a killed browser leaves it. */
  left(): MemoryPlace {
    const copy = new MemoryPlace();
    for (const [name, file] of this.files) copy.files.set(name, file);
    return copy;
  }

  /** The same place, seen by somebody who is stopped at the nth change of a file. */
  stoppingAfter(n: number): FileStore {
    let left = n;
    const step = (): void => {
      if (left-- === 0) throw new Error('stopped');
    };
    return {
      list: () => this.list(),
      get: (name) => this.get(name),
      put: async (name, bytes) => {
        step();
        await this.put(name, bytes);
      },
      delete: async (name) => {
        step();
        await this.delete(name);
      },
    };
  }

  async list(): Promise<string[]> {
    return [...this.files.keys()];
  }

  async get(name: string): Promise<Blob | null> {
    return this.files.get(name) ?? null;
  }

  async put(name: string, bytes: Parameters<FileStore['put']>[1]): Promise<void> {
    const file = new Blob([await bytes]);
    await this.gate();
    if (this.bytes + file.size > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.files.set(name, file);
  }

  async delete(name: string): Promise<void> {
    this.files.delete(name);
  }
}

export const bytesOf = async (place: MemoryPlace, name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await place.files.get(name)?.arrayBuffer()) ?? []);

/** A new library with what came back out of a log. */
export async function restored(place: MemoryPlace): Promise<LibraryDb> {
  const db = freshLibrary();
  await restoreLostLogs(db, place);
  return db;
}
