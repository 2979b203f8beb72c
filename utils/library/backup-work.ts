/** What of a restore needs no database, for other threads: looking a backup through, and weighing its words. */
import { answerWork, type WorkScope } from '../transfer/work-line.ts';
import { Backup, type RowCounts } from './backup-read.ts';
import { indexRows } from './backup-restore.ts';
import type { NewSegment } from './search-segment.ts';
import { SegmentBook } from './segment-book.ts';

/** One worker reads one file: it is opened first. */
export type BackupTask =
  | { kind: 'open'; file: Blob }
  /** A share of the check; notes the identities of each group's articles. */
  | { kind: 'check'; share: number; shares: number }
  /** The groups that are written together. */
  | { kind: 'index'; from: number; groups: number };

/** For the worker: see `entrypoints/backup-work.ts`. */
export function answerBackupWork(scope: WorkScope): void {
  let opening: Promise<Backup> = Promise.reject(new Error('no file'));
  // Heard of by whoever asks for something of it.
  opening.catch(() => undefined);
  // What it has learnt of words holds for all pieces of a backup.
  const book = new SegmentBook();
  const work = async (
    task: BackupTask,
    note: (note: unknown) => void,
  ): Promise<RowCounts | NewSegment | null> => {
    if (task.kind === 'open') {
      opening = Backup.open(task.file);
      await opening;
      return null;
    }
    const backup = await opening;
    if (task.kind === 'check') return backup.checkShare(task.share, task.shares, note);
    return indexRows(await backup.groups(task.from, task.groups), book);
  };
  answerWork<BackupTask>(scope, work);
}
