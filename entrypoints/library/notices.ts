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
  // Loaded on demand, because libraries are rarely lost.
  const { openLogStore } = await import('../../utils/library/log/open-store.ts');
  const { isRestoreDue } = await import('../../utils/library/log/restore-lost.ts');
  const place = await openLogStore();
  // The background is about to restore it and will say so.
  return place !== null && (await isRestoreDue(library, place)) ? null : lost;
}

/** The notice about a lost library, or null. */
export function useLoss(): LossNoticeProps | null {
  const [lost, setLost] = useState<LibraryCount | null>(null);
  const putBack = useLibrary(() => readRestoreProgress(library), [], true) ?? null;
  const isOver = putBack?.isFinished === true;
  useEffect(() => {
    findLoss()
      .then(setLost)
      .catch((error: unknown) => console.warn('offprint: library not marked', error));
  }, [isOver]);
  if (lost === null && putBack === null) return null;
  return {
    lost,
    restored: putBack,
    onRestore: () => location.assign('transfer.html'),
    onDismiss: () => {
      setLost(null);
      Promise.all([dismissLoss(), clearRestoreProgress(library)]).catch((error: unknown) =>
        console.warn('offprint: notice not kept', error),
      );
    },
  };
}

/** Deletes an unreadable database at the user's request; the background then restores it from the change log. */
async function makeAnew(): Promise<void> {
  await library.delete();
  await sendToBackground('log/wake', null);
  location.reload();
}

async function hasLog(): Promise<boolean> {
  const { openLogStore } = await import('../../utils/library/log/open-store.ts');
  const { hasAnyLog } = await import('../../utils/library/log/restore-lost.ts');
  const place = await openLogStore();
  return place !== null && (await hasAnyLog(place));
}

/** The notice about an unreadable library, or null. */
export function useUnreadable(): UnreadableNoticeProps | null {
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
    onRebuild: state === 'logged' ? makeAnew : null,
    onRestore: () => location.assign('transfer.html'),
  };
}
