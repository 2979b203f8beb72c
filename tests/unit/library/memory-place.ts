import type { JournalDisk, JournalFiles } from '../../../utils/library/log/log-types.ts';

/** Journals in memory, with their bytes open to be damaged. */
export class MemoryJournals implements JournalDisk {
  readonly journals = new Map<string, Map<number, Uint8Array<ArrayBuffer>>>();
  /** Files of imports. */
  readonly imports = new Map<string, Blob>();
  /** Bytes of all files together, above which nothing can be written. */
  room = Number.POSITIVE_INFINITY;

  get bytes(): number {
    return [...this.journals.values()].reduce(
      (sum, files) => sum + [...files.values()].reduce((all, { length }) => all + length, 0),
      0,
    );
  }

  /** The files of the only journal there is. */
  get files(): Map<number, Uint8Array<ArrayBuffer>> {
    const [files] = this.journals.values();
    if (files === undefined) throw new Error('no journal');
    return files;
  }

  /** The journals as they are now, as a killed browser leaves them. */
  left(): MemoryJournals {
    const copy = new MemoryJournals();
    for (const [id, files] of this.journals) copy.journals.set(id, new Map(files));
    for (const [id, file] of this.imports) copy.imports.set(id, file);
    return copy;
  }

  /** The same journals, seen by somebody who is stopped at the nth change of a file. */
  stoppingAfter(n: number): JournalDisk {
    let left = n;
    const step = (): void => {
      if (left-- === 0) throw new Error('stopped');
    };
    return {
      list: () => this.list(),
      remove: async (id) => {
        step();
        await this.remove(id);
      },
      open: async (id) => {
        const files = await this.open(id);
        return {
          ...files,
          write: async (segment, bytes) => {
            step();
            await files.write(segment, bytes);
          },
          remove: async (segment) => {
            step();
            await files.remove(segment);
          },
        };
      },
    };
  }

  async list(): Promise<string[]> {
    return [...this.journals.keys()];
  }

  async open(id: string): Promise<JournalFiles> {
    const files = this.journals.get(id) ?? new Map<number, Uint8Array<ArrayBuffer>>();
    this.journals.set(id, files);
    return {
      list: async () => [...files.keys()].sort((a, b) => a - b),
      read: async (segment) => {
        const bytes = files.get(segment);
        if (bytes === undefined) throw new DOMException('no such file', 'NotFoundError');
        return bytes;
      },
      write: async (segment, packing) => {
        const bytes = await packing;
        if (this.bytes + bytes.length > this.room) throw new DOMException('full', 'QuotaExceededError');
        files.set(segment, bytes);
      },
      remove: async (segment) => {
        files.delete(segment);
      },
      file: async (importId) => this.imports.get(importId) ?? null,
      keepFile: async (importId, file) => void this.imports.set(importId, file),
      dropFile: async (importId) => void this.imports.delete(importId),
    };
  }

  async remove(id: string): Promise<void> {
    this.journals.delete(id);
  }
}
