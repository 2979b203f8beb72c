import { detectFormat, readRecords } from '../../../../utils/transfer/import/detect-format.ts';
import type { ImportItem, ImportRecord } from '../../../../utils/transfer/import/import-types.ts';

type Of<Key extends string> = Extract<ImportRecord, Record<Key, unknown>>;

/** What a file is taken for, and its records by their kinds. */
export async function readAll(file: Blob) {
  const format = await detectFormat(file);
  const all: ImportRecord[] = [];
  for await (const record of readRecords(file, format)) all.push(record);
  return {
    format,
    all,
    items: all.flatMap((record) => ('item' in record ? [(record as Of<'item'>).item] : [])),
    unmatched: all.flatMap((record) =>
      'unmatched' in record ? [(record as Of<'unmatched'>).unmatched] : [],
    ),
    failures: all.flatMap((record) => ('why' in record ? [record as Of<'why'>] : [])),
  };
}

export const readText = (text: string) => readAll(new Blob([text]));
export const readJson = (value: unknown) => readText(JSON.stringify(value));

export const urlsOf = (items: readonly ImportItem[]): string[] => items.map(({ url }) => url);

/** A note on the whole article. */
export const note = (text: string): object => ({ text: '', note: text });
