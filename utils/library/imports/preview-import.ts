/** Previews what an import would do. */
import { detectFormat, type ImportFormatName, readRecords } from '../../transfer/import/detect-format.ts';
import { describeFields, type FieldUsage } from '../../transfer/import/formats/any-fields.ts';
import type { ImportRecord } from '../../transfer/import/import-types.ts';
import { parseFileHead } from '../../transfer/import/read-head.ts';
import { MAX_LISTED_FAILURES } from '../backup/backup-read.ts';
import { type BackupSurvey, surveyBackup } from '../backup/survey-backup.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { CountingWriter } from './counting-writer.ts';
import { type FailedRecord, ImportRun, importRecords } from './import-records.ts';
import { findLatestStates, withLatestState } from './latest-states.ts';
import type { ProcessedText } from './prepare-import.ts';

export interface ImportSummary extends Omit<BackupSurvey, 'createdAt' | 'failures' | 'images'> {
  format: ImportFormatName;
  /** For a file of unknown origin: which of its columns are read. */
  columns: FieldUsage | null;
  /** Number of records in the file, or of articles in a backup. */
  total: number;
  /** The first rejected records. */
  failures: FailedRecord[];
  /** Estimated minimum duration of fetching the missing texts, in minutes, with a limited rate per site. */
  fetchMinutes: number;
  /** Current number of articles in the library. */
  libraryCount: number;
  /** For a backup: its creation date (ISO 8601), and the number of pictures. */
  backup: { createdAt: string; images: number } | null;
}

/** Seconds per page of one site, including the delay between requests; see `import-queue.ts` in the background. */
const SECONDS_PER_PAGE = 3.5;
/** Number of pages that the background fetches at the same time. */
const MAX_CONCURRENT_FETCHES = 4;

async function previewBackup(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  db: LibraryDb,
): Promise<ImportSummary> {
  const { createdAt, images, failures, ...counts } = await surveyBackup(file, onProgress, db);
  return {
    ...counts,
    format: 'backup',
    columns: null,
    failures,
    total: counts.fresh + counts.existing + counts.duplicates,
    fetchMinutes: 0,
    libraryCount: await db.articles.count(),
    backup: { createdAt, images },
  };
}

/** Records per step, and between two calls of `onProgress`. */
const BATCH_SIZE = 500;

/** Stands for a text, which a preview does not process. */
const UNPROCESSED_TEXT: ProcessedText = { html: '', text: '', images: [], wordCount: 0, quotes: [] };

/** An item without its text, of which only the existence matters. A file with texts may be larger than memory. */
const withoutText = (record: ImportRecord): ImportRecord =>
  'item' in record && record.item.html !== null ? { ...record, item: { ...record.item, html: '' } } : record;

/** Estimates the minimum duration of fetching texts, in minutes, with a limited rate per site. */
function estimateMinutes(hosts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1);
  const seconds = Math.max(0, ...counts.values(), hosts.length / MAX_CONCURRENT_FETCHES) * SECONDS_PER_PAGE;
  return Math.ceil(seconds / 60);
}

/**
 * Reads a file and counts what an import would do: runs the import with a writer that only counts. A backup is validated
 * completely. Blocks its thread for seconds, so it should run in a worker, which can be terminated to cancel it.
 *
 * @param onProgress called with the number of processed records, and the total if known
 * @throws TransferError if the file as a whole is invalid
 */
export async function previewImport(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  db: LibraryDb = library,
): Promise<ImportSummary> {
  const format = await detectFormat(file);
  if (format === 'backup') return previewBackup(file, onProgress, db);
  // Reading takes most of the time, so the records are kept for the second pass.
  const records: ImportRecord[] = [];
  for await (const record of readRecords(file, format)) {
    if (records.length > 0 && records.length % BATCH_SIZE === 0) onProgress(records.length, null);
    records.push(withoutText(record));
  }
  const writer = new CountingWriter(db);
  const counts = await countRecords(records, writer);
  const { withText, hostsWithoutText } = writer.countNewTexts();
  // The other formats belong to a known product.
  const isGeneric = format === 'csv' || format === 'json';
  return {
    format,
    total: records.length,
    ...counts,
    withText,
    ...(await writer.countCreated()),
    fetchMinutes: estimateMinutes(hostsWithoutText),
    libraryCount: await db.articles.count(),
    backup: null,
    columns: isGeneric ? describeFields(await parseFileHead(file)) : null,
  };
}

type RecordCounts = Pick<
  ImportSummary,
  'fresh' | 'existing' | 'duplicates' | 'failed' | 'failures' | 'highlights'
>;

async function countRecords(records: readonly ImportRecord[], writer: CountingWriter): Promise<RecordCounts> {
  const counts: RecordCounts = {
    fresh: 0,
    existing: 0,
    duplicates: 0,
    failed: 0,
    failures: [],
    highlights: 0,
  };
  // Of an article's state, only the title matters here, and only to highlights without an address.
  const latest = findLatestStates(records.some((record) => 'unmatched' in record) ? records : []);
  const run = new ImportRun();
  for (let from = 0; from < records.length; from += BATCH_SIZE) {
    const batch = records.slice(from, from + BATCH_SIZE).map((record) => withLatestState(record, latest));
    const repeats = new Set(batch.filter((record) => run.isRepeated(record)));
    const texts = new Map(
      batch.flatMap((record) =>
        'item' in record && record.item.html !== null ? [[record, UNPROCESSED_TEXT] as const] : [],
      ),
    );
    const { added, merged, duplicates, failures, highlights } = await importRecords(
      writer,
      run,
      batch,
      texts,
      repeats,
    );
    counts.fresh += added;
    counts.existing += merged;
    counts.duplicates += duplicates;
    counts.failed += failures.length;
    counts.failures.push(...failures.slice(0, MAX_LISTED_FAILURES - counts.failures.length));
    counts.highlights += highlights;
  }
  return counts;
}
