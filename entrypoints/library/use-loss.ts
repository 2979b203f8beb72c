import { useEffect, useState } from 'preact/hooks';
import type { LossNoticeProps } from '../../components/library/LossNotice.tsx';
import { library } from '../../utils/library/db.ts';
import { forgetPutBack, readPutBack } from '../../utils/library/log/journal-meta.ts';
import type { LibraryCount } from '../../utils/platform/last-seen-library.ts';
import { checkForLoss, forgetLoss } from '../shared/check-for-loss.ts';
import { useLibrary } from '../shared/use-library.ts';

async function findLoss(): Promise<LibraryCount | null> {
  const lost = await checkForLoss();
  if (lost === null) return null;
  // Few libraries are ever lost: no page waits for this.
  const { openJournalDisk } = await import('../../utils/library/log/journal-disk.ts');
  const { isPutBackDue } = await import('../../utils/library/log/journal-keep.ts');
  const disk = await openJournalDisk();
  // The background is about to put it back, and will say so.
  return disk !== null && (await isPutBackDue(library, disk)) ? null : lost;
}

/** What the user is to be told of a lost library, or null. */
export function useLoss(): LossNoticeProps | null {
  const [lost, setLost] = useState<LibraryCount | null>(null);
  const answer = useLibrary(() => readPutBack(library), [], true);
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
    putBack,
    onRestore: () => location.assign('transfer.html'),
    onDismiss: () => {
      setLost(null);
      Promise.all([forgetLoss(), forgetPutBack(library)]).catch((error: unknown) =>
        console.warn('offprint: notice not kept', error),
      );
    },
  };
}
