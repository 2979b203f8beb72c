import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { JobActions } from '../../components/transfer/ImportJob.tsx';
import type { ChosenFile, FailedRecord } from '../../components/transfer/transfer-types.ts';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { runInFileWorker } from '../../utils/library/imports/file-worker.ts';
import {
  cancelImport,
  dismissImport,
  importFailures,
  resumeImport,
  startImport,
} from '../../utils/library/imports/import-jobs.ts';
import type { ImportSummary } from '../../utils/library/imports/preview-import.ts';
import { queueMissingImages } from '../../utils/library/jobs/missing-images.ts';
import { queueMissingTexts } from '../../utils/library/jobs/text-jobs.ts';
import { LibraryFullError } from '../../utils/library/schema/errors.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { UTF8_BOM, writeCsvRow } from '../../utils/transfer/export/csv-write.ts';
import { bundleFiles } from '../../utils/transfer/import/archive-files.ts';
import { type ImportAbortReason, TransferError } from '../../utils/transfer/transfer-error.ts';
import { saveFile } from '../shared/save-file.ts';

/** Maximum number of failures shown; the saved list contains all. */
const MAX_SHOWN_FAILURES = 100;

/** Maximum number of files whose names are shown. */
const MAX_NAMED_FILES = 3;

/** Interval of messages that keep the background awake; shorter than its idle limit. */
const WAKE_INTERVAL_MS = 10_000;

function wakeBackground(): Promise<unknown> {
  return sendToBackground('transfer/wake', null);
}

function toImportStop(error: unknown): ImportAbortReason {
  if (error instanceof TransferError) return error.code;
  return error instanceof LibraryFullError ? 'diskFull' : 'failed';
}

/** Combines the names of several files for display. */
function combineNames(files: readonly File[]): string {
  const names = files.slice(0, MAX_NAMED_FILES).map(({ name }) => name);
  return `${names.join(', ')}${files.length > MAX_NAMED_FILES ? ' …' : ''}`;
}

/** The chosen file with its preview, and the actions on imports. */
export function useImports() {
  const { t, find } = useContext(StringsContext);
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const file = useRef<{ file: Blob; name: string } | null>(null);
  const controller = useRef<AbortController | null>(null);

  // If the background was stopped during an import, it would resume only at its alarm.
  useEffect(() => {
    const wake = (): void => {
      wakeBackground().catch((error: unknown) => console.warn('offprint: background', error));
    };
    wake();
    const timer = setInterval(wake, WAKE_INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);

  const showRefusal = (fileName: string, error: unknown): void => {
    console.warn('offprint: not imported', error);
    setChosen({ state: 'refused', fileName, code: toImportStop(error) });
  };

  const look = async (files: readonly File[]): Promise<void> => {
    const [first] = files;
    if (first === undefined) return;
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const fileName = combineNames(files);
    setChosen({ state: 'reading', fileName, done: 0, total: null });
    try {
      const next = files.length === 1 ? first : await bundleFiles(files);
      if (own.signal.aborted) return;
      file.current = { file: next, name: fileName };
      const onProgress = (done: number, total: number | null): void => {
        if (!own.signal.aborted) setChosen({ state: 'reading', fileName, done, total });
      };
      const survey = (await runInFileWorker(
        () => new Worker('read-file.js'),
        { kind: 'survey', file: next },
        { onProgress, signal: own.signal },
      )) as ImportSummary;
      if (own.signal.aborted) return;
      setChosen({ state: 'ready', fileName, preview: survey });
      announce(find(`importFormat_${survey.format}`) ?? '');
    } catch (error) {
      if (!own.signal.aborted) showRefusal(fileName, error);
    }
  };

  const drop = (): void => {
    controller.current?.abort();
    file.current = null;
    setChosen(null);
  };

  const start = async (options: { fetchTexts: boolean; takeSettings: boolean }): Promise<void> => {
    const { current } = file;
    if (current === null || chosen?.state !== 'ready') return;
    const { format, total } = chosen.preview;
    try {
      await startImport({ file: current.file, fileName: current.name, format, total, options });
      drop();
      await wakeBackground();
    } catch (error) {
      showRefusal(current.name, error);
    }
  };

  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint: import', error));
  };

  const saveFailureList = (lines: readonly Omit<FailedRecord, 'id'>[]): void => {
    const rows = lines.map(({ url, title, why, at }) =>
      writeCsvRow([title, url, find(`importWhy_${why}`) ?? why, at]),
    );
    const header = UTF8_BOM + writeCsvRow(['Title', 'URL', 'Reason', 'Place']);
    saveFile(new Blob([header, ...rows], { type: 'text/csv' }), `${t('importFailuresFile')}.csv`);
  };
  const saveFailures = async (id: string): Promise<void> => saveFailureList(await importFailures(id));
  const saveSurveyed = (): void => {
    if (chosen?.state === 'ready') saveFailureList(chosen.preview.failures);
  };

  const actions: JobActions = {
    onStop: (id) => run(cancelImport(id)),
    onFetchImages: () => run(queueMissingImages().then(wakeBackground)),
    onResume: (id) => run(resumeImport(id).then(wakeBackground)),
    onDismiss: (id) => run(dismissImport(id)),
    onFetchTexts: (id) => run(queueMissingTexts(id).then(wakeBackground)),
    loadFailures: (id) => importFailures(id, MAX_SHOWN_FAILURES),
    onSaveFailures: (id) => run(saveFailures(id)),
  };

  return {
    chosen,
    look: (files: readonly File[]) => run(look(files)),
    saveSurveyed,
    drop,
    start: (choice: { fetchTexts: boolean; takeSettings: boolean }) => run(start(choice)),
    actions,
  };
}
