import { useEffect, useState } from 'preact/hooks';
import type { LossNoticeProps } from '../../components/library/LibraryNotices.tsx';
import { library } from '../../utils/library/db.ts';
import { clearRestoreProgress, readRestoreProgress } from '../../utils/library/log/restore-progress.ts';
import type { LibraryCount } from '../../utils/platform/last-seen-library.ts';
import { checkForLoss, forgetLoss } from '../shared/check-for-loss.ts';
import { useLibrary } from '../shared/use-library.ts';

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
  const answer = useLibrary(() => readRestoreProgress(library), [], true);
  const putBack = answer.state === 'ready' ? answer.value : null;
  const isOver = putBack?.isOver === true;
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
      Promise.all([forgetLoss(), clearRestoreProgress(library)]).catch((error: unknown) =>
        console.warn('offprint: notice not kept', error),
      );
    },
  };
}
