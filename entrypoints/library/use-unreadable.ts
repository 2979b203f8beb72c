import { useEffect, useState } from 'preact/hooks';
import type { UnreadableNoticeProps } from '../../components/library/UnreadableNotice.tsx';
import { library } from '../../utils/library/db.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { onUnread } from '../shared/unreadable-library.ts';

/** A database that can't be read is deleted, as the user asked; the background then puts back what its journal holds. */
async function makeAnew(): Promise<void> {
  await library.delete();
  await sendToBackground('copy/wake', null);
  location.reload();
}

async function hasCopy(): Promise<boolean> {
  const { openJournalDisk } = await import('../../utils/library/log/journal-disk.ts');
  const { isAnyJournalThere } = await import('../../utils/library/log/journal-keep.ts');
  const disk = await openJournalDisk();
  return disk !== null && (await isAnyJournalThere(disk));
}

/** What the user is to be told where the library can't be read, or null. */
export function useUnreadable(): UnreadableNoticeProps | null {
  const [state, setState] = useState<'fine' | 'alone' | 'copied'>('fine');
  useEffect(
    () =>
      onUnread(() => {
        hasCopy()
          .then((isCopied) => setState(isCopied ? 'copied' : 'alone'))
          .catch((error: unknown) => {
            console.warn('offprint: second copy not found', error);
            setState('alone');
          });
      }),
    [],
  );
  if (state === 'fine') return null;
  return {
    onTryAgain: () => location.reload(),
    onMakeAnew: state === 'copied' ? makeAnew : null,
    onRestore: () => location.assign('transfer.html'),
  };
}
