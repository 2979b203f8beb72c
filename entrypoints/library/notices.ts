import { useEffect, useState } from 'preact/hooks';
import type { LossNoticeProps, UnreadableNoticeProps } from '../../components/library/LibraryNotices.tsx';
import { library } from '../../utils/library/db.ts';
import { clearRestoreProgress, readRestoreProgress } from '../../utils/library/log/restore-progress.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { LibraryCount } from '../../utils/platform/last-seen-library.ts';
import { checkForLoss, dismissLoss } from '../shared/check-for-loss.ts';
import { onLibraryUnreadable, useLibrary } from '../shared/use-library.ts';

async function findLoss(): Promise<LibraryCount | null> {
  const lost = await checkForLoss();
  if (lost === null) return null;
  // Loaded on demand, because a loss is rare.
  const { openLogStore } = await import('../../utils/library/log/open-store.ts');
  const { isRestoreDue } = await import('../../utils/library/log/restore-lost.ts');
  const store = await openLogStore();
  // The background is about to restore the library, which is shown by another notice.
  return store !== null && (await isRestoreDue(library, store)) ? null : lost;
}

/** The notice about a lost library, or null. */
export function useLossNotice(): LossNoticeProps | null {
  const [lost, setLost] = useState<LibraryCount | null>(null);
  const restoreProgress = useLibrary(() => readRestoreProgress(library), [], true) ?? null;
  const isFinished = restoreProgress?.isFinished === true;
  useEffect(() => {
    findLoss()
      .then(setLost)
      .catch((error: unknown) => console.warn('offprint: loss not checked', error));
  }, [isFinished]);
  if (lost === null && restoreProgress === null) return null;
  return {
    lost,
    restored: restoreProgress,
    onRestore: () => location.assign('transfer.html'),
    onDismiss: () => {
      setLost(null);
      Promise.all([dismissLoss(), clearRestoreProgress(library)]).catch((error: unknown) =>
        console.warn('offprint: notice not dismissed', error),
      );
    },
  };
}

/** Deletes an unreadable database at the user's request; the background then restores it from the change log. */
async function rebuildLibrary(): Promise<void> {
  await library.delete();
  await sendToBackground('log/wake', null);
  location.reload();
}

async function hasLog(): Promise<boolean> {
  const { openLogStore } = await import('../../utils/library/log/open-store.ts');
  const { hasAnyLog } = await import('../../utils/library/log/restore-lost.ts');
  const store = await openLogStore();
  return store !== null && (await hasAnyLog(store));
}

/** The notice about an unreadable library, or null. */
export function useUnreadableNotice(): UnreadableNoticeProps | null {
  const [state, setState] = useState<'fine' | 'lost' | 'logged'>('fine');
  useEffect(
    () =>
      onLibraryUnreadable(() => {
        hasLog()
          .then((isLogged) => setState(isLogged ? 'logged' : 'lost'))
          .catch((error: unknown) => {
            console.warn('offprint: change log not found', error);
            setState('lost');
          });
      }),
    [],
  );
  if (state === 'fine') return null;
  return {
    onRetry: () => location.reload(),
    onRebuild: state === 'logged' ? rebuildLibrary : null,
    onRestore: () => location.assign('transfer.html'),
  };
}
