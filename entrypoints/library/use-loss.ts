import { useEffect, useState } from 'preact/hooks';
import type { LossNoticeProps } from '../../components/library/LossNotice.tsx';
import { library } from '../../utils/library/db.ts';
import { forgetPutBack, readPutBack } from '../../utils/library/log/log-facts.ts';
import type { LibraryCount } from '../../utils/platform/library-mark.ts';
import { forgetLoss, markLibrary } from '../shared/mark-library.ts';
import { useLibrary } from '../shared/use-library.ts';

async function findLoss(): Promise<LibraryCount | null> {
  const lost = await markLibrary();
  if (lost === null) return null;
  // Few libraries are ever lost: no page waits for this.
  const { openJournalDisk } = await import('../../utils/library/log/origin-files.ts');
  const { isPutBackDue } = await import('../../utils/library/log/keep-log.ts');
  const disk = await openJournalDisk();
  // The background is about to put it back, and will say so.
  return disk !== null && (await isPutBackDue(library, disk)) ? null : lost;
}

/** What the reader is to be told of a lost library, or null. */
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
