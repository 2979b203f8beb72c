import { useEffect, useState } from 'preact/hooks';
import type { UnreadableNoticeProps } from '../../components/library/LibraryNotices.tsx';
import { library } from '../../utils/library/db.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { onUnread } from '../shared/unreadable-library.ts';

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
