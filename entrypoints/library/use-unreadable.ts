import { useEffect, useState } from 'preact/hooks';
import type { UnreadableNoticeProps } from '../../components/library/LibraryNotices.tsx';
import { library } from '../../utils/library/db.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { onUnread } from '../shared/unreadable-library.ts';

/** A database that can't be read is deleted, as the user asked; the background then restores what its log holds. */
async function makeAnew(): Promise<void> {
  await library.delete();
  await sendToBackground('log/wake', null);
  location.reload();
}

async function hasLog(): Promise<boolean> {
  const { openLogStore } = await import('../../utils/library/log/open-store.ts');
  const { isAnyLogThere } = await import('../../utils/library/log/restore-lost.ts');
  const place = await openLogStore();
  return place !== null && (await isAnyLogThere(place));
}

/** What the user is to be told where the library can't be read, or null. */
export function useUnreadable(): UnreadableNoticeProps | null {
  const [state, setState] = useState<'fine' | 'lost' | 'logged'>('fine');
  useEffect(
    () =>
      onUnread(() => {
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
    onTryAgain: () => location.reload(),
    onRebuild: state === 'logged' ? makeAnew : null,
    onRestore: () => location.assign('transfer.html'),
  };
}
