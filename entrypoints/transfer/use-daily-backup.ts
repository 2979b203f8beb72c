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

/** Settings of the daily backup. The user chooses the folder on this page; the background writes the backups. */
export function useDailyBackup(): DailyBackupProps {
  const [daily, setDaily] = useState<DailyBackup | null>(null);
  const [isWriting, setWriting] = useState(false);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: daily backup', error));
  };
  useEffect(() => {
    const controller = new AbortController();
    watchDailyBackup(setDaily, controller.signal);
    run(loadDailyBackup().then(setDaily));
    return () => controller.abort();
  }, []);
  const writeNow = async (): Promise<void> => {
    setWriting(true);
    try {
      await sendToBackground('backup/now', null);
    } finally {
      setWriting(false);
    }
  };
  const chooseFolder = async (): Promise<void> => {
    const { id, name } = (await FOLDER.pick?.()) ?? {};
    if (id === undefined || name === undefined) return;
    const now = Date.now();
    // Backups in a previous folder are kept. The new one has none yet, so `names` is empty.
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
  const requestFolderAccess = async (id: string): Promise<void> => {
    // The folder handle was lost with the browser's database, so the user has to choose the folder again.
    if ((await loadFolderHandle(id)) === null) return chooseFolder();
    if ((await FOLDER.requestPermission?.({ kind: FOLDER.id, id })) === true) await writeNow();
  };
  /** Resumes deleting older backups, and takes the current number of articles as the new maximum. */
  const acceptArticleCount = async (): Promise<void> => {
    const now = await loadDailyBackup();
    if (now !== null) await storeDailyBackup({ ...now, most: now.articles, trouble: null });
  };
  return {
    daily: daily && { ...daily, folder: daily.folder.name },
    isSupported: FOLDER.isSupported(),
    isWriting,
    onChooseFolder: () => run(chooseFolder()),
    onRequestAccess: () => daily !== null && run(requestFolderAccess(daily.folder.id)),
    onConfirm: () => run(acceptArticleCount()),
    onBackUpNow: () => run(writeNow()),
    onStop: () => run(storeDailyBackup(null)),
  };
}
