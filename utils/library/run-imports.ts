/** Does the imports in the database, a piece in one transaction: killed at any moment, it goes on where it was. */
import { type ImportFormatName, readRecords } from '../transfer/detect-format.ts';
import type { ImportRecord } from '../transfer/import-types.ts';
import { TransferError } from '../transfer/transfer-error.ts';
import { type LibraryDb, library } from './db.ts';
import type { DigestedText, ImportedText } from './digest-import.ts';
import { explainFailure, LibraryFullError } from './errors.ts';
import { takeRecords } from './import-records.ts';
import { doStep, finishImport } from './import-steps.ts';
import type { ImportRow } from './reader-types.ts';
import { runRestore } from './run-restore.ts';
import { tidySearchIndex } from './search-index.ts';
import { queueTexts } from './text-jobs.ts';

/** Records of one transaction; fewer where each brings a text to be read. */
const BATCH = 100;
const BATCH_OF_TEXTS = 20;

export interface ImportTools {
  /** Reads a text where a DOM is. */
  digest: (text: ImportedText) => Promise<DigestedText | null>;
  /** Keeps a backup's settings. */
  takeSettings: (settings: unknown) => Promise<void>;
  db?: LibraryDb;
}

/** A text that can't be read costs its article nothing but the text. */
async function readText(tools: ImportTools, text: ImportedText): Promise<DigestedText | null> {
  try {
    return await tools.digest(text);
  } catch (error) {
    console.warn('offprint: text not read', text.url, error);
    return null;
  }
}

async function takeBatch(
  db: LibraryDb,
  job: ImportRow,
  batch: readonly ImportRecord[],
  tools: ImportTools,
): Promise<boolean> {
  const texts = new Map<ImportRecord, DigestedText>();
  for (const record of batch) {
    if (!('item' in record) || record.item.html === null) continue;
    const { html, url, title, byline, lang } = record.item;
    const text = await readText(tools, { html, url, title, byline, lang });
    if (text !== null) texts.set(record, text);
  }
  const done = await doStep(db, job, async (row) => {
    const taken = await takeRecords(db, row.id, batch, texts, Date.now());
    row.added += taken.added;
    row.folded += taken.folded;
    row.failed += taken.failed;
    row.highlights += taken.highlights;
    row.position += batch.length;
    if (row.options.fetchTexts) await queueTexts(db, row.id, taken.withoutText, Date.now());
  });
  await tidySearchIndex(db);
  return done;
}

async function runRecords(db: LibraryDb, job: ImportRow, file: Blob, tools: ImportTools): Promise<void> {
  let skip = job.position;
  let batch: ImportRecord[] = [];
  let texts = 0;
  for await (const record of readRecords(file, job.format as ImportFormatName)) {
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    batch.push(record);
    if ('item' in record && record.item.html !== null) texts += 1;
    if (batch.length < BATCH && texts < BATCH_OF_TEXTS) continue;
    if (!(await takeBatch(db, job, batch, tools))) return;
    batch = [];
    texts = 0;
  }
  if (batch.length > 0 && !(await takeBatch(db, job, batch, tools))) return;
  await finishImport(db, job);
}

async function runOne(db: LibraryDb, job: ImportRow, tools: ImportTools): Promise<void> {
  try {
    const kept = await db.importFiles.get(job.id);
    if (kept === undefined) throw new TransferError('damaged', 'the file is gone');
    if (job.format === 'backup') await runRestore(db, job, kept.file, tools.takeSettings);
    else await runRecords(db, job, kept.file, tools);
  } catch (error) {
    const cause = explainFailure(error);
    console.warn('offprint: import stopped', cause);
    const code =
      cause instanceof TransferError ? cause.code : cause instanceof LibraryFullError ? 'diskFull' : 'failed';
    await db.imports
      .where('id')
      .equals(job.id)
      .modify({ state: 'failed', error: code, updatedAt: Date.now() });
  }
}

/** Does all imports that are begun, one after the other. Never throws for what is wrong with a file. */
export async function runImports(tools: ImportTools): Promise<void> {
  const db = tools.db ?? library;
  for (;;) {
    const job = await db.imports
      .orderBy('startedAt')
      .filter(({ state }) => state === 'running')
      .first();
    if (job === undefined) return;
    await runOne(db, job, tools);
  }
}

/** True while an import is begun and not over, fetching aside. */
export async function hasImportsToRun(db: LibraryDb = library): Promise<boolean> {
  return (await db.imports.filter(({ state }) => state === 'running').count()) > 0;
}
