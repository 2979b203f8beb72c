/** Restores a backup, some hundreds of articles per transaction; see `run-imports.ts`. */
import Dexie from 'dexie';
import { getHost } from '../articles/article-identity.ts';
import { ArticleWrites } from '../articles/article-writes.ts';
import { ConcurrentWriteDetector } from '../imports/concurrent-write-detector.ts';
import { finishImport, runStep } from '../imports/import-jobs.ts';
import type { SkippedRow } from '../restore/check-rows.ts';
import { type SanitiseHtml, sanitiseRows } from '../restore/sanitise-rows.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageRow } from '../types.ts';
import type { ImportRow } from '../user-types.ts';
import { Backup, MAX_LISTED_FAILURES, type RowsByTable } from './backup-read.ts';
import { type PreparedGroup, prepareGroup, restoreGroup, restoreSharedTables } from './backup-restore.ts';

/** Groups per transaction. With several, a row that they all change is written only once. */
const GROUPS_PER_TRANSACTION = 4;

export interface RestoreTools {
  /** Stores the backup's settings. */
  storeSettings: (settings: unknown) => Promise<void>;
  cleanHtml: SanitiseHtml;
}

/**
 * The data that the next transaction writes: the rows that belong to no single article, or some groups.
 * `positions` is added to the import's position.
 */
type Chunk = { positions: number; skipped: readonly SkippedRow[] } & (
  | { sharedRows: RowsByTable; group: null }
  | { sharedRows: null; group: PreparedGroup }
);

/**
 * Creates a reader of a backup's chunks. Given the import's position, it resolves to a function that prepares the chunk,
 * or to null at the end.
 */
function createChunkReader(
  backup: Backup,
  cleanHtml: SanitiseHtml,
): (from: number) => Promise<(() => Chunk) | null> {
  const lastGroup = backup.manifest.groups;
  return async (from) => {
    if (from > lastGroup) return null;
    if (from === 0) {
      const { rows: sharedRows, skipped } = await backup.readSharedTables();
      return () => ({ positions: 1, skipped, sharedRows, group: null });
    }
    // The first chunks are small, because the database is idle until the first one is prepared.
    const { rows, skipped, count } = await backup.readGroups(
      from,
      Math.min(GROUPS_PER_TRANSACTION, from, lastGroup - from + 1),
    );
    await sanitiseRows(rows, cleanHtml);
    return () => ({ positions: count, skipped, sharedRows: null, group: prepareGroup(rows) });
  };
}

async function recordSkipped(db: LibraryDb, row: ImportRow, skipped: readonly SkippedRow[]): Promise<void> {
  row.failed += skipped.length;
  await db.importFailures.bulkAdd(
    skipped.slice(0, MAX_LISTED_FAILURES).map((failure) => ({ importId: row.id, ...failure })),
  );
}

/** Maximum number of distinct sites that are stored. */
const MAX_SITES = 1000;

/** Records pictures that the backup lacks, so that the user can decide whether to download them. */
function recordMissing(row: ImportRow, missing: readonly ImageRow[]): void {
  if (missing.length === 0) return;
  const sites = new Set([...(row.missing?.sites ?? []), ...missing.map(({ url }) => getHost(url))]);
  row.missing = {
    images: (row.missing?.images ?? 0) + missing.length,
    sites: [...sites].slice(0, MAX_SITES),
  };
}

/** Waits for the next task, so that pending requests to the database are sent first. */
const waitForNextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Restores a backup from the import's position. Stores the backup's settings only if the user has chosen that.
 */
export async function runRestore(
  db: LibraryDb,
  job: ImportRow,
  file: Blob,
  { storeSettings, cleanHtml }: RestoreTools,
): Promise<void> {
  const backup = await Backup.open(file);
  const read = createChunkReader(backup, cleanHtml);
  const detector = new ConcurrentWriteDetector();
  let chunk = (await read(job.position))?.() ?? null;
  while (chunk !== null) {
    const { positions, skipped, sharedRows, group }: Chunk = chunk;
    // The next chunk is read while this one is written, and prepared while the database is busy. Errors are reported
    // when it is needed.
    const reading = read(job.position + positions);
    reading.catch(() => undefined);
    let next: Promise<Chunk | null> | null = null;
    const prepareNext = (): Promise<Chunk | null> => {
      next ??= Promise.all([reading, waitForNextTask()]).then(([prepare]) => prepare?.() ?? null);
      next.catch(() => undefined);
      return next;
    };
    const done = await runStep(db, job, async (row) => {
      if (sharedRows !== null) await restoreSharedTables(db, sharedRows);
      else {
        const libraryState = await detector.check(db, row);
        const before = await db.highlights.count();
        const writes = new ArticleWrites(db, detector.counts);
        const { added, merged, missing } = await restoreGroup(
          db,
          group,
          writes,
          libraryState,
          Date.now(),
          // Preparing must not be part of the transaction.
          () => Dexie.ignoreTransaction(prepareNext),
        );
        await writes.finish();
        row.added += added;
        row.merged += merged;
        row.highlights += (await db.highlights.count()) - before;
        recordMissing(row, missing);
      }
      await recordSkipped(db, row, skipped);
      row.position += positions;
    });
    if (!done) return;
    if (group !== null) detector.recordWritten(group.articles.flatMap(({ id, identity }) => [id, identity]));
    chunk = await prepareNext();
  }
  if (job.options.takeSettings) await storeSettings(await backup.readSettings());
  await finishImport(db, job);
}
