/** Asking workers to do what of a restore needs no database; see `backup-work.ts`. What is lost is done here. */
import { type WorkLine, WorkLostError } from '../transfer/work-line.ts';
import { Backup, type RowCounts } from './backup-read.ts';
import type { BackupTask } from './backup-work.ts';
import type { NewSegment } from './search-segment.ts';

/** Articles looked at so far, all of them, and the identities of those just looked at. */
type OnProgress = (done: number, total: number, identities: readonly string[]) => void;

async function orHere<T>(asking: Promise<T>, doHere: () => Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof WorkLostError) return doHere();
    throw error;
  }
}

/**
 * Reads all of a backup once, and keeps nothing: every checksum, every row, every count.
 *
 * @param lines workers that share it; none does it here
 * @throws TransferError where anything does not hold
 */
export async function checkBackup(
  file: Blob,
  lines: readonly WorkLine<BackupTask>[] = [],
  onProgress: OnProgress = () => undefined,
): Promise<Backup> {
  const backup = await Backup.open(file);
  const total = backup.manifest.counts.articles ?? 0;
  let done = 0;
  const note = (identities: readonly string[]): void => {
    done += identities.length;
    onProgress(done, total, identities);
  };
  const shares = Math.max(1, lines.length);
  const counts = await Promise.all(
    Array.from({ length: shares }, (_, share): Promise<RowCounts> => {
      const line = lines[share];
      if (line === undefined) return backup.checkShare(share, shares, note);
      let noted = 0;
      const asking = async (): Promise<RowCounts> => {
        await line.ask({ kind: 'open', file });
        return line.ask<RowCounts>({ kind: 'check', share, shares }, (identities) => {
          noted += 1;
          note(identities as string[]);
        });
      };
      return orHere(asking(), () => {
        // Groups that were noted already are not counted twice.
        return backup.checkShare(share, shares, (identities) => {
          noted -= 1;
          if (noted < 0) note(identities);
        });
      });
    }),
  );
  backup.compareCounts(counts);
  return backup;
}

/** Weighs the words of a backup's groups in a worker. */
export class BackupIndexer {
  readonly #line: WorkLine<BackupTask>;
  readonly #opening: Promise<unknown>;

  constructor(line: WorkLine<BackupTask>, file: Blob) {
    this.#line = line;
    this.#opening = line.ask({ kind: 'open', file });
    this.#opening.catch(() => undefined);
  }

  /** @param doHere does the same, where the worker is lost */
  index(from: number, groups: number, doHere: () => Promise<NewSegment>): Promise<NewSegment> {
    const asking = this.#opening.then(() => this.#line.ask<NewSegment>({ kind: 'index', from, groups }));
    return orHere(asking, doHere);
  }

  stop(): void {
    this.#line.stop();
  }
}
