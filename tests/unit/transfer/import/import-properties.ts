/** What holds for every format of imports. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { detectFormat, readRecords } from '../../../../utils/transfer/import/detect-format.ts';
import type { ImportItem, ImportRecord } from '../../../../utils/transfer/import/import-types.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { LONG } from '../../../long.ts';
import { addressOf, type InventedExport } from '../invented-exports.ts';

type Failure = Extract<ImportRecord, { why: string }>;

/** All records of a file. */
export async function readAll(file: Blob): Promise<{ items: ImportItem[]; failures: Failure[] }> {
  const items: ImportItem[] = [];
  const failures: Failure[] = [];
  for await (const record of readRecords(file, await detectFormat(file))) {
    if ('item' in record) items.push(record.item);
    else if ('why' in record) failures.push(record);
  }
  return { items, failures };
}

export const urlsOf = (items: readonly ImportItem[]): string[] => items.map(({ url }) => url);

/** Bytes changed, the file cut: it is read or refused, and only addresses of web pages come out. */
export async function survivesDamage(file: InventedExport['file']): Promise<void> {
  const bytes = new Uint8Array(await (await file(12)).arrayBuffer());
  const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(bytes.length),
      fc.boolean(),
      async (changes, cut, cuts) => {
        const changed = bytes.slice(0, cuts ? cut : bytes.length);
        for (const { at, byte } of changes) if (at < changed.length) changed[at] = byte;
        try {
          const { items } = await readAll(new Blob([changed]));
          for (const { url } of items) expect(url).toMatch(/^https?:\/\//);
        } catch (error) {
          expect(error).toBeInstanceOf(TransferError);
        }
      },
    ),
    { numRuns: LONG ? 200 : 15 },
  );
}

/** Marks that mean something in one format or another. */
const MARKS = [
  '"',
  ',',
  '\n',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ';',
  "'",
  '|',
  '\u0000',
  '<!--',
  '</',
  '":',
  '\r\n',
  '&',
];

/** One mark too many, or instead of another, in the title or address of one record. */
export async function losesNoOtherRecord(file: InventedExport['file']): Promise<void> {
  const count = 12;
  const text = await (await file(count)).text();
  const change = fc.record({
    row: fc.integer({ min: 1, max: count - 2 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    mark: fc.constantFrom(...MARKS),
    replaces: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ row, from, mark, replaces }) => {
      const title = text.indexOf(`Story ${row},`);
      const address = text.search(new RegExp(`${addressOf(row)}(?!\\d)`));
      const ends = [title, address, address + addressOf(row).length].sort((a, b) => a - b);
      const at = Math.floor((ends[0] ?? 0) + from * ((ends[2] ?? 0) - (ends[0] ?? 0)));
      // A brace for a quotation mark turns what is text in JSON inside out, and may take the next with it.
      const without = replaces && mark !== '}' ? 1 : 0;
      const { items } = await readAll(new Blob([text.slice(0, at) + mark + text.slice(at + without)]));
      const others = Array.from({ length: count }, (_, i) => addressOf(i)).filter((_, i) => i !== row);
      expect(urlsOf(items)).toEqual(expect.arrayContaining(others));
    }),
    { numRuns: LONG ? 400 : 40 },
  );
}
