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

/** The backup a day into a folder: the page has the user choose it, the background writes. */
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
    // What was written into another folder is there still; here nothing is ours yet, so that nothing goes.
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
    // Forgotten with the browser's databases: there is nothing to give access to.
    if ((await loadFolderHandle(id)) === null) return choose();
    if ((await FOLDER.regain?.({ kind: FOLDER.id, id })) === true) await writeNow();
  };
  /** From now on older ones go again, and as many as there are now count as all. */
  const confirm = async (): Promise<void> => {
    const now = await loadDailyBackup();
    if (now !== null) await storeDailyBackup({ ...now, most: now.articles, trouble: null });
  };
  return {
    daily: daily && { ...daily, folder: daily.folder.name },
    isOffered: FOLDER.isOffered(),
    isWriting,
    onChoose: () => run(choose()),
    onRegain: () => daily !== null && run(regain(daily.folder.id)),
    onConfirm: () => run(confirm()),
    onNow: () => run(writeNow()),
    onStop: () => run(storeDailyBackup(null)),
  };
}
