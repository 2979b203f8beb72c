import Dexie from 'dexie';
import { startImport } from '../../../utils/library/imports/import-jobs.ts';
import type { ImportedText, ProcessedText } from '../../../utils/library/imports/prepare-import.ts';
import { type ImportTools, runImports } from '../../../utils/library/imports/run-imports.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { detectFormat } from '../../../utils/transfer/import/detect-format.ts';

interface Options {
  fetchTexts: boolean;
  takeSettings: boolean;
}

/** Stands for reading a text where a DOM is: the text is the HTML without its tags. */
export async function digestPlainly({ html }: ImportedText): Promise<ProcessedText> {
  const text = html.replaceAll('</p><p>', '\n\n').replace(/<[^>]+>/g, '');
  return { html, text, images: [], wordCount: text.split(/\s+/).length, quotes: [] };
}

/** What an import needs of the background; nothing here reads a text with a DOM. */
export const importTools = (db: LibraryDb, changes: Partial<ImportTools> = {}): ImportTools => ({
  processText: async () => null,
  cleanHtml: async (html) => html,
  storeSettings: async () => undefined,
  db,
  ...changes,
});

/** Begins an import of a file, as the import page does. @returns its id */
export async function beginImport(
  db: LibraryDb,
  file: Blob,
  options: Partial<Options> = {},
): Promise<string> {
  const format = await detectFormat(file);
  const all = { fetchTexts: false, takeSettings: false, ...options };
  return startImport({ file, fileName: 'a file', format, total: null, options: all }, db);
}

/** Imports a file. @returns the row that says what became of it */
export async function importFile(db: LibraryDb, file: Blob, changes: Partial<ImportTools> = {}) {
  const id = await beginImport(db, file, { takeSettings: changes.storeSettings !== undefined });
  await runImports(importTools(db, changes));
  const row = await db.imports.get(id);
  if (row === undefined) throw new Error('the import is gone');
  return row;
}

/** A database whose window is closed at a step of an import. */
export function closingAt(db: LibraryDb, step: number): LibraryDb {
  let steps = 0;
  const write: LibraryDb['write'] = async (writer, work) => {
    if (writer === 'importStep' && Dexie.currentTransaction === null && ++steps === step)
      throw new Error('closed');
    return db.write(writer, work);
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
