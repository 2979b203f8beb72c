import { beforeEach, expect, it, vi } from 'vitest';
import { backupName, writeIntoFolder } from '../../../../utils/sync/places/backup-folder.ts';
import { PlaceError } from '../../../../utils/sync/places/place-error.ts';
import type { FileSink } from '../../../../utils/transfer/zip/zip-writer.ts';

const DAY = 24 * 3_600_000;
const NOON = new Date(2026, 10, 14, 12).getTime();

let files: Map<string, number>;
/** What fails, by name of the step. */
let fails: Partial<Record<'open' | 'write' | 'close', string>>;

const fail = (step: keyof typeof fails): void => {
  if (fails[step] !== undefined) throw new DOMException('no', fails[step]);
};

/** As much of the browser's folder as is used, of sizes alone. */
function folder(): FileSystemDirectoryHandle {
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

const write = async (sink: FileSink) => {
  await sink(new Uint8Array(10));
  await sink(new Uint8Array(5));
  return { bytes: 15, articles: 3 };
};
const backUpAt = (at: number, mayPrune = true) => writeIntoFolder(folder(), write, at, () => mayPrune);

beforeEach(() => {
  files = new Map([['holiday.jpg', 7]]);
  fails = {};
});

it('keeps the last backup of each of the last seven days, and leaves other files alone', async () => {
  files.set('Offprint backup 2026-11-14.zip', 9);
  for (let day = 0; day < 10; day += 1) {
    await backUpAt(NOON + day * DAY - 3_600_000);
    await backUpAt(NOON + day * DAY);
  }
  const days = [3, 4, 5, 6, 7, 8, 9].map((day) => backupName(NOON + day * DAY));
  // The second one has been saved by hand.
  expect([...files.keys()]).toEqual(['holiday.jpg', 'Offprint backup 2026-11-14.zip', ...days]);
});

it('takes nothing away for a backup of a library that has lost much', async () => {
  for (let day = 0; day < 10; day += 1) await backUpAt(NOON + day * DAY, day < 7);
  expect(files.size).toBe(1 + 10);
});

it.each([
  ['open', 'NotAllowedError', 'noAccess'],
  ['write', 'QuotaExceededError', 'full'],
  ['close', 'QuotaExceededError', 'full'],
] as const)('says why it was not written (%s), and leaves the older ones', async (step, name, code) => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await backUpAt(NOON - DAY);
  fails = { [step]: name };
  const failure = await backUpAt(NOON).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PlaceError);
  expect((failure as PlaceError).code).toBe(code);
  expect([...files.keys()]).toEqual(['holiday.jpg', backupName(NOON - DAY)]);
});

it('does not count what a killed browser left as a backup', async () => {
  await backUpAt(NOON - 8 * DAY);
  for (let day = 1; day < 8; day += 1) files.set(backupName(NOON - day * DAY), 0);
  await backUpAt(NOON);
  expect([...files.keys()]).toEqual(['holiday.jpg', backupName(NOON - 8 * DAY), backupName(NOON)]);
});
