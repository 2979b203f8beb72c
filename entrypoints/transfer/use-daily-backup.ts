import { useEffect, useState } from 'preact/hooks';
import type { DailyBackupProps } from '../../components/transfer/DailyBackup.tsx';
import { sendToBackground } from '../../utils/messaging/send.ts';
import {
  type DailyBackup,
  loadDailyBackup,
  storeDailyBackup,
  watchDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { FOLDER, loadFolderHandle } from '../../utils/sync/remote/folder.ts';

/** Daily backups: the user chooses the folder on this page, and the background writes. */
export function useDailyBackup(): DailyBackupProps {
  const [daily, setDaily] = useState<DailyBackup | null>(null);
  const [isWriting, setWriting] = useState(false);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: daily backup', error));
  };
  useEffect(() => {
    const life = new AbortController();
    watchDailyBackup(setDaily, life.signal);
    run(loadDailyBackup().then(setDaily));
    return () => life.abort();
  }, []);
  const writeNow = async (): Promise<void> => {
    setWriting(true);
    try {
      await sendToBackground('backup/now', null);
    } finally {
      setWriting(false);
    }
  };
  const choose = async (): Promise<void> => {
    const { id, name } = (await FOLDER.pick?.()) ?? {};
    if (id === undefined || name === undefined) return;
    const now = Date.now();
    // Files in a previous folder stay, and this one has no backups to delete yet.
    await storeDailyBackup({
      folder: { id, name },
      wroteAt: null,
      articles: 0,
      bytes: 0,
      most: 0,
      names: [],
      trouble: null,
      setUpAt: now,
      triedAt: now,
      tries: 0,
    });
    await writeNow();
  };
  const regain = async (id: string): Promise<void> => {
    // The handle was lost with the browser's databases, so there is nothing to grant access to.
    if ((await loadFolderHandle(id)) === null) return choose();
    if ((await FOLDER.requestPermission?.({ kind: FOLDER.id, id })) === true) await writeNow();
  };
  /** Resumes deleting older backups, and takes the current number of articles as the new maximum. */
  const confirm = async (): Promise<void> => {
    const now = await loadDailyBackup();
    if (now !== null) await storeDailyBackup({ ...now, most: now.articles, trouble: null });
  };
  return {
    daily: daily && { ...daily, folder: daily.folder.name },
    isSupported: FOLDER.isSupported(),
    isWriting,
    onChooseFolder: () => run(choose()),
    onRequestAccess: () => daily !== null && run(regain(daily.folder.id)),
    onConfirm: () => run(confirm()),
    onBackUpNow: () => run(writeNow()),
    onStop: () => run(storeDailyBackup(null)),
  };
}
