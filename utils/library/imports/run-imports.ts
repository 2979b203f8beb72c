/** Does the imports in the database, a piece in one transaction: killed at any moment, it goes on where it was. */
import { type ImportFormatName, readRecords } from '../../transfer/import/detect-format.ts';
import type { ImportRecord } from '../../transfer/import/import-types.ts';
import { TransferError } from '../../transfer/transfer-error.ts';
import { runRestore } from '../backup/run-restore.ts';
import { library } from '../db.ts';
import { queueTexts } from '../jobs/text-jobs.ts';
import type { CleanHtml } from '../restore/clean-texts.ts';
import { explainFailure, LibraryFullError } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { tidySearchIndex } from '../search/search-index.ts';
import type { ImportRow } from '../user-types.ts';
import type { DigestedText, ImportedText } from './digest-import.ts';
import { ImportRun, takeRecords } from './import-records.ts';
import { doStep, finishImport } from './import-steps.ts';
import { readLatestStates, withLatestState } from './latest-states.ts';

/** Records of one transaction; fewer where each brings a text to be read. */
const BATCH = 500;
const BATCH_OF_TEXTS = 20;
/** UTF-16 units of HTML that are enough for one transaction: with pictures in them, a few texts fill the memory. */
const BATCH_OF_HTML = 16_000_000;

export interface ImportTools {
  /** Reads a text where a DOM is. */
  digest: (text: ImportedText) => Promise<DigestedText | null>;
  /** Keeps a backup's settings. */
  takeSettings: (settings: unknown) => Promise<void>;
  /** Sanitises HTML where a DOM is. */
  cleanHtml: CleanHtml;
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
  run: ImportRun,
  batch: readonly ImportRecord[],
  tools: ImportTools,
): Promise<boolean> {
  const repeats = new Set(batch.filter((record) => run.isRepeated(record)));
  const texts = new Map<ImportRecord, DigestedText>();
  for (const record of batch) {
    if (!('item' in record) || record.item.html === null) continue;
    const { html, url, title, byline, lang } = record.item;
    const text = await readText(tools, { html, url, title, byline, lang });
    if (text !== null) texts.set(record, text);
  }
  const done = await doStep(db, job, async (row) => {
    const taken = await takeRecords(db, run, batch, texts, repeats, Date.now());
    row.added += taken.added;
    row.folded += taken.folded;
    row.twice = (row.twice ?? 0) + taken.twice;
    row.failed += taken.failed;
    row.highlights += taken.highlights;
    row.position += batch.length;
    if (row.options.fetchTexts) await queueTexts(db, row.id, taken.withoutText, Date.now());
  });
  await tidySearchIndex(db);
  return done;
}

async function runRecords(db: LibraryDb, job: ImportRow, file: Blob, tools: ImportTools): Promise<void> {
  const format = job.format as ImportFormatName;
  const latest = await readLatestStates(readRecords(file, format));
  const run = new ImportRun(job.id);
  let skip = job.position;
  let batch: ImportRecord[] = [];
  let texts = 0;
  let size = 0;
  for await (const raw of readRecords(file, format)) {
    const record = withLatestState(raw, latest);
    if (skip > 0) {
      run.skip(record);
      skip -= 1;
      continue;
    }
    batch.push(record);
    const html = 'item' in record ? record.item.html : null;
    if (html !== null) texts += 1;
    size += html?.length ?? 0;
    if (batch.length < BATCH && texts < BATCH_OF_TEXTS && size < BATCH_OF_HTML) continue;
    if (!(await takeBatch(db, job, run, batch, tools))) return;
    batch = [];
    texts = 0;
    size = 0;
  }
  if (batch.length > 0 && !(await takeBatch(db, job, run, batch, tools))) return;
  await finishImport(db, job);
}

/**
 * Notes why an import stopped: what is in the library stays, and it can be tried again from there.
 *
 * @param error whatever went wrong
 */
export async function failImport(importId: string, error: unknown, db: LibraryDb = library): Promise<void> {
  const cause = explainFailure(error);
  console.warn('offprint: import stopped', cause);
  const code =
    cause instanceof TransferError ? cause.code : cause instanceof LibraryFullError ? 'diskFull' : 'failed';
  await db.imports
    .where('id')
    .equals(importId)
    .modify({ state: 'failed', error: code, updatedAt: Date.now() });
}

/** True while an import is begun and neither over nor cancelled, fetching aside. */
export async function isImportRunning(importId: string, db: LibraryDb = library): Promise<boolean> {
  return (await db.imports.get(importId))?.state === 'running';
}

/**
 * Does an import from where it is. Never throws for what is wrong with its file.
 *
 * @param importId of one that is begun
 */
export async function runImport(importId: string, tools: ImportTools): Promise<void> {
  const db = tools.db ?? library;
  const job = await db.imports.get(importId);
  if (job?.state !== 'running') return;
  try {
    const kept = await db.importFiles.get(job.id);
    if (kept === undefined) throw new TransferError('damaged', 'the file is gone');
    if (job.format === 'backup') await runRestore(db, job, kept.file, tools);
    else await runRecords(db, job, kept.file, tools);
  } catch (error) {
    await failImport(job.id, error, db);
  }
}

/** The import that is to be done next; undefined where none is begun. */
export function nextImport(db: LibraryDb = library): Promise<ImportRow | undefined> {
  return db.imports
    .orderBy('startedAt')
    .filter(({ state }) => state === 'running')
    .first();
}

/** Does all imports that are begun, one after the other, where it is called. */
export async function runImports(tools: ImportTools): Promise<void> {
  const db = tools.db ?? library;
  for (let job = await nextImport(db); job !== undefined; job = await nextImport(db))
    await runImport(job.id, tools);
}

/** True while an import is begun and not over, fetching aside. */
export async function hasImportsToRun(db: LibraryDb = library): Promise<boolean> {
  return (await db.imports.filter(({ state }) => state === 'running').count()) > 0;
}
