/** Restores a backup, some hundreds of articles per transaction; see `run-imports.ts`. */

import Dexie from 'dexie';
import { getHost } from '../articles/article-identity.ts';
import { ArticleWrites } from '../articles/article-writes.ts';
import { ConcurrentWrites } from '../imports/concurrent-writes.ts';
import { finishImport, runStep } from '../imports/import-jobs.ts';
import type { SkippedRow } from '../restore/check-rows.ts';
import { type SanitiseHtml, sanitiseRows } from '../restore/sanitise-rows.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageRow } from '../types.ts';
import type { ImportRow } from '../user-types.ts';
import { Backup, MAX_LISTED, type RowsByTable } from './backup-read.ts';
import { type PreparedGroup, prepareGroup, restoreGroup, restoreShelf } from './backup-restore.ts';

/** Groups per transaction, since rows that several groups change are written only once. */
const GROUPS_PER_TRANSACTION = 4;

export interface RestoreTools {
  takeSettings: (settings: unknown) => Promise<void>;
  cleanHtml: SanitiseHtml;
}

/** The data that the next step writes. */
type Piece = { steps: number; skipped: readonly SkippedRow[] } & (
  | { shelf: RowsByTable; group: null }
  | { shelf: null; group: PreparedGroup }
);

/** Reads pieces of a backup by the import's position. A piece is prepared when it is requested. */
function readPieces(backup: Backup, clean: SanitiseHtml): (from: number) => Promise<(() => Piece) | null> {
  const last = backup.manifest.groups;
  return async (from) => {
    if (from > last) return null;
    if (from === 0) {
      const { rows: shelf, skipped } = await backup.shelf();
      return () => ({ steps: 1, skipped, shelf, group: null });
    }
    // The first pieces are small, because the database is idle until the first one is prepared.
    const { rows, skipped, count } = await backup.groups(
      from,
      Math.min(GROUPS_PER_TRANSACTION, from, last - from + 1),
    );
    await sanitiseRows(rows, clean);
    return () => ({ steps: count, skipped, shelf: null, group: prepareGroup(rows) });
  };
}

async function recordSkipped(db: LibraryDb, row: ImportRow, skipped: readonly SkippedRow[]): Promise<void> {
  row.failed += skipped.length;
  await db.importFailures.bulkAdd(
    skipped.slice(0, MAX_LISTED).map((failure) => ({ importId: row.id, ...failure })),
  );
}

/** Maximum number of sites that are counted by name. */
const MAX_SITES = 1000;

/** Records pictures that the backup lacks, so that the user can decide about them. */
function recordMissing(row: ImportRow, missing: readonly ImageRow[]): void {
  if (missing.length === 0) return;
  const sites = new Set([...(row.missing?.sites ?? []), ...missing.map(({ url }) => getHost(url))]);
  row.missing = {
    images: (row.missing?.images ?? 0) + missing.length,
    sites: [...sites].slice(0, MAX_SITES),
  };
}

/** After the current task, so that the database's requests are sent first. */
const afterCurrentTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Restores a backup from where the import stopped.
 *
 * @param tools.takeSettings stores the backup's settings, if the user wants them
 */
export async function runRestore(
  db: LibraryDb,
  job: ImportRow,
  file: Blob,
  { takeSettings, cleanHtml }: RestoreTools,
): Promise<void> {
  const backup = await Backup.open(file);
  const read = readPieces(backup, cleanHtml);
  const own = new ConcurrentWrites();
  let piece = (await read(job.position))?.() ?? null;
  while (piece !== null) {
    const { steps, skipped, shelf, group }: Piece = piece;
    // Read while this piece is written, and prepared while the database is busy. Errors are reported when the piece is
    // needed.
    const reading = read(job.position + steps);
    reading.catch(() => undefined);
    let following: Promise<Piece | null> | null = null;
    const prepareNext = (): Promise<Piece | null> => {
      following ??= Promise.all([reading, afterCurrentTask()]).then(([prepare]) => prepare?.() ?? null);
      following.catch(() => undefined);
      return following;
    };
    const done = await runStep(db, job, async (row) => {
      if (shelf !== null) await restoreShelf(db, shelf);
      else {
        const surroundings = await own.look(db, row);
        const before = await db.highlights.count();
        const writes = new ArticleWrites(db, own.counts);
        const { added, merged, missing } = await restoreGroup(
          db,
          group,
          writes,
          surroundings,
          Date.now(),
          () =>
            // Preparing must not be part of the transaction.
            Dexie.ignoreTransaction(prepareNext),
        );
        await writes.finish();
        row.added += added;
        row.merged += merged;
        row.highlights += (await db.highlights.count()) - before;
        recordMissing(row, missing);
      }
      await recordSkipped(db, row, skipped);
      row.position += steps;
    });
    if (!done) return;
    if (group !== null) own.note(group.articles.flatMap(({ id, identity }) => [id, identity]));
    piece = await prepareNext();
  }
  if (job.options.takeSettings) await takeSettings(await backup.settings());
  await finishImport(db, job);
}
