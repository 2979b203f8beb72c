/**
 * Imports as database rows: starting, listing and cancelling them, and running single steps. Each step is one
 * transaction, so that an interrupted import can continue. `run-imports.ts` runs whole imports.
 */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportFailureRow, ImportOptions, ImportRow } from '../user-types.ts';

export interface ImportToStart {
  file: Blob;
  fileName: string;
  /** The result of `detectFormat`. */
  format: string;
  /** Number of records, or of articles in a backup, if they were counted. */
  total: number | null;
  options: ImportOptions;
}

/**
 * Stores an import with its file, so that it continues after pages are closed.
 *
 * @throws LibraryFullError if there is no room for the file
 */
export async function startImport(
  input: ImportToStart,
  db: LibraryDb = library,
  now = Date.now(),
): Promise<string> {
  return db.write([db.imports, db.importFiles, db.articles], async () => {
    const { file, ...fields } = input;
    const row: ImportRow = {
      id: crypto.randomUUID(),
      ...fields,
      state: 'running',
      error: null,
      wasEmpty: (await db.articles.count()) === 0,
      position: 0,
      added: 0,
      merged: 0,
      failed: 0,
      highlights: 0,
      textsFetched: 0,
      textsFailed: 0,
      startedAt: now,
      updatedAt: now,
    };
    await db.imports.add(row);
    // A copy, because a file on the disk may be changed or deleted.
    await db.importFiles.add({ importId: row.id, file: file.slice(0, file.size) });
    return row.id;
  });
}

/** An import, for views. */
export type ImportState = ImportRow & {
  /** It can be resumed from where it stopped. */
  canResume: boolean;
  textsWaiting: number;
};

/** All imports, the latest first. */
export async function listImports(db: LibraryDb = library): Promise<ImportState[]> {
  return db.transaction('r', db.imports, db.importFiles, db.textJobs, async () => {
    const withFile = new Set(await db.importFiles.toCollection().primaryKeys());
    const rows = await db.imports.orderBy('startedAt').reverse().toArray();
    return Promise.all(
      rows.map(async (fields) => ({
        ...fields,
        canResume: withFile.has(fields.id) && (fields.state === 'failed' || fields.state === 'cancelled'),
        textsWaiting: await db.textJobs.where('importId').equals(fields.id).count(),
      })),
    );
  });
}

/** Rejected records, in order. */
export function importFailures(
  importId: string,
  limit = Number.POSITIVE_INFINITY,
  db: LibraryDb = library,
): Promise<ImportFailureRow[]> {
  const found = db.importFailures.where('importId').equals(importId);
  return (Number.isFinite(limit) ? found.limit(limit) : found).toArray();
}

/** Stops an import, or its fetching of texts. What was imported so far stays. */
export async function cancelImport(id: string, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.imports, db.textJobs, async () => {
    await db.textJobs.where('importId').equals(id).delete();
    const row = await db.imports.get(id);
    if (row === undefined) return;
    if (row.state === 'running') await db.imports.update(id, { state: 'cancelled', updatedAt: Date.now() });
    if (row.state === 'fetching') await db.imports.update(id, { state: 'done', updatedAt: Date.now() });
  });
}

/** Resumes an import that failed or was cancelled. */
export async function resumeImport(id: string, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.imports, db.importFiles, async () => {
    if ((await db.importFiles.where('importId').equals(id).count()) === 0) return;
    await db.imports.update(id, { state: 'running', error: null });
  });
}

/** Removes a finished import from the list, with its failures. Its articles stay. */
export async function dismissImport(id: string, db: LibraryDb = library): Promise<void> {
  await db.transaction('rw', db.imports, db.importFiles, db.importFailures, db.textJobs, async () => {
    await db.importFiles.delete(id);
    await db.importFailures.where('importId').equals(id).delete();
    await db.textJobs.where('importId').equals(id).delete();
    await db.imports.delete(id);
  });
}

/**
 * Runs a step of an import, unless it was cancelled or another context has run it.
 *
 * @param step changes the import's row and writes; runs inside a transaction that includes the tables of `importStep`
 * @returns whether the step was run
 */
export function runStep(
  db: LibraryDb,
  job: ImportRow,
  step: (row: ImportRow) => Promise<void>,
): Promise<boolean> {
  return db.write('importStep', async () => {
    const row = await db.imports.get(job.id);
    if (row === undefined || row.state !== 'running' || row.position !== job.position) return false;
    await step(row);
    row.updatedAt = Date.now();
    await db.imports.put(row);
    Object.assign(job, row);
    return true;
  });
}

/** Ends the reading of an import, and deletes its file. */
export async function finishImport(db: LibraryDb, job: ImportRow): Promise<void> {
  await runStep(db, job, async (row) => {
    const waiting = await db.textJobs.where('importId').equals(row.id).count();
    row.state = waiting > 0 ? 'fetching' : 'done';
    await db.importFiles.delete(row.id);
  });
}
