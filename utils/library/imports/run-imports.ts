/** Runs stored imports, one batch per transaction, so that an interrupted import can continue. */
import { type ImportFormatName, readRecords } from '../../transfer/import/detect-format.ts';
import type { ImportRecord } from '../../transfer/import/import-types.ts';
import { TransferError } from '../../transfer/transfer-error.ts';
import { runRestore } from '../backup/run-restore.ts';
import { library } from '../db.ts';
import { queueTexts } from '../jobs/text-jobs.ts';
import type { SanitiseHtml } from '../restore/sanitise-rows.ts';
import { LibraryFullError, toLibraryError } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { compactSearchIndex } from '../search/search-index.ts';
import type { ImportRow } from '../user-types.ts';
import { ConcurrentWriteDetector } from './concurrent-write-detector.ts';
import { finishImport, runStep } from './import-jobs.ts';
import { ImportRun, importRecords } from './import-records.ts';
import { LibraryWriter } from './import-writer.ts';
import { readLatestStates, withLatestState } from './latest-states.ts';
import type { ImportedText, ProcessedText } from './prepare-import.ts';

/** Records per transaction, for which other queries have to wait; fewer if they have texts to process. */
const MAX_BATCH_RECORDS = 150;
const MAX_BATCH_TEXTS = 20;
/** Maximum HTML per transaction in UTF-16 units, since a few texts with inline pictures could fill the memory. */
const MAX_BATCH_HTML_LENGTH = 16_000_000;

export interface ImportTools {
  /** Processes a text in a context that has a DOM. */
  processText: (text: ImportedText) => Promise<ProcessedText | null>;
  /** Stores a backup's settings. */
  storeSettings: (settings: unknown) => Promise<void>;
  /** Sanitises HTML in a context that has a DOM. */
  cleanHtml: SanitiseHtml;
  db?: LibraryDb;
}

/** If a text can't be processed, its article is imported without it. */
async function tryProcessText(tools: ImportTools, text: ImportedText): Promise<ProcessedText | null> {
  try {
    return await tools.processText(text);
  } catch (error) {
    console.warn('offprint: text not read', text.url, error);
    return null;
  }
}

async function importBatch(
  db: LibraryDb,
  job: ImportRow,
  run: ImportRun,
  detector: ConcurrentWriteDetector,
  batch: readonly ImportRecord[],
  tools: ImportTools,
): Promise<boolean> {
  const repeats = new Set(batch.filter((record) => run.isRepeated(record)));
  const texts = new Map<ImportRecord, ProcessedText>();
  for (const record of batch) {
    if (!('item' in record) || record.item.html === null) continue;
    const { html, url, title, byline, lang, isPage } = record.item;
    const text = await tryProcessText(tools, { html, url, title, byline, lang, isPage });
    if (text !== null) texts.set(record, text);
  }
  const done = await runStep(db, job, async (row) => {
    const writer = new LibraryWriter(db, row, detector, Date.now());
    const imported = await importRecords(writer, run, batch, texts, repeats);
    const failures = imported.failures.map(({ at, url, title, why }) => ({
      importId: row.id,
      at,
      url,
      title,
      why,
    }));
    await db.importFailures.bulkAdd(failures);
    row.added += imported.added;
    row.merged += imported.merged;
    row.duplicates = (row.duplicates ?? 0) + imported.duplicates;
    row.failed += failures.length;
    row.highlights += imported.highlights;
    row.position += batch.length;
    if (!row.options.fetchTexts) return;
    const rows = (await db.articles.bulkGet(imported.articleIds)).filter((one) => one !== undefined);
    const missing = rows.filter(({ hasText }) => !hasText);
    await queueTexts(db, row.id, missing, Date.now());
  });
  await compactSearchIndex(db);
  return done;
}

async function runRecords(db: LibraryDb, job: ImportRow, file: Blob, tools: ImportTools): Promise<void> {
  const format = job.format as ImportFormatName;
  const latest = await readLatestStates(readRecords(file, format));
  const run = new ImportRun();
  const detector = new ConcurrentWriteDetector();
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
    if (batch.length < MAX_BATCH_RECORDS && texts < MAX_BATCH_TEXTS && size < MAX_BATCH_HTML_LENGTH) continue;
    if (!(await importBatch(db, job, run, detector, batch, tools))) return;
    batch = [];
    texts = 0;
    size = 0;
  }
  if (batch.length > 0 && !(await importBatch(db, job, run, detector, batch, tools))) return;
  await finishImport(db, job);
}

/** Records why an import stopped. What was imported stays, and the import can be resumed. @param error any error */
export async function failImport(importId: string, error: unknown, db: LibraryDb = library): Promise<void> {
  const cause = toLibraryError(error);
  console.warn('offprint: import stopped', cause);
  const code =
    cause instanceof TransferError ? cause.code : cause instanceof LibraryFullError ? 'diskFull' : 'failed';
  await db.imports
    .where('id')
    .equals(importId)
    .modify({ state: 'failed', error: code, updatedAt: Date.now() });
}

/** Whether the user has stopped or removed an import. False for a finished one. */
export async function isImportCancelled(importId: string, db: LibraryDb = library): Promise<boolean> {
  const row = await db.imports.get(importId);
  return row === undefined || row.state === 'cancelled';
}

/** Runs or continues an import. Does not throw for errors in its file. @param importId of an import in progress */
export async function runImport(importId: string, tools: ImportTools): Promise<void> {
  const db = tools.db ?? library;
  const job = await db.imports.get(importId);
  if (job?.state !== 'running') return;
  try {
    const stored = await db.importFiles.get(job.id);
    if (stored === undefined) throw new TransferError('damaged', 'the file is gone');
    if (job.format === 'backup') await runRestore(db, job, stored.file, tools);
    else await runRecords(db, job, stored.file, tools);
  } catch (error) {
    await failImport(job.id, error, db);
  }
}

/** The next import to run; undefined if there is none. */
export function nextImport(db: LibraryDb = library): Promise<ImportRow | undefined> {
  return db.imports
    .orderBy('startedAt')
    .filter(({ state }) => state === 'running')
    .first();
}

/** Runs all started imports, one after the other, in this context. */
export async function runImports(tools: ImportTools): Promise<void> {
  const db = tools.db ?? library;
  for (let job = await nextImport(db); job !== undefined; job = await nextImport(db))
    await runImport(job.id, tools);
}

/** Whether any import is in progress, not counting the fetching of texts. */
export async function hasImportsToRun(db: LibraryDb = library): Promise<boolean> {
  return (await db.imports.filter(({ state }) => state === 'running').count()) > 0;
}
