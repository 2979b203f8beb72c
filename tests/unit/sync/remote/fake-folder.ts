/** As much of the browser's folder as backups use, of sizes alone. */

/** What fails, by name of the step. */
export type Fails = Partial<Record<'open' | 'write' | 'close', string>>;

/** @param files sizes by name, in bytes */
export function fakeFolder(
  files: Map<string, number>,
  fails: () => Fails = () => ({}),
): FileSystemDirectoryHandle {
  const fail = (step: keyof Fails): void => {
    const name = fails()[step];
    if (name !== undefined) throw new DOMException('no', name);
  };
  const handleOf = (name: string) => ({
    getFile: async () => ({ size: files.get(name) }),
    createWritable: async () => {
      fail('open');
      let size = 0;
      return {
        write: async (part: Uint8Array) => {
          fail('write');
          size += part.length;
        },
        close: async () => {
          fail('close');
          files.set(name, size);
        },
        abort: async () => undefined,
      };
    },
  });
  const missing = () => new DOMException('no such file', 'NotFoundError');
  return {
    getFileHandle: async (name: string, options?: { create?: boolean }) => {
      if (!files.has(name) && !options?.create) throw missing();
      if (!files.has(name)) files.set(name, 0);
      return handleOf(name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw missing();
    },
    entries: async function* () {
      for (const name of [...files.keys()]) yield [name, { kind: 'file' }];
    },
  } as unknown as FileSystemDirectoryHandle;
}
