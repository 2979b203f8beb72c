import type { JobActions } from '../../../../components/transfer/ImportJob.tsx';
import type { TransferProps } from '../../../../components/transfer/Transfer.tsx';
import type { ImportProgress } from '../../../../components/transfer/transfer-types.ts';
import { idle, nothing } from './idle.ts';

const NOT_WRITING = { progress: null, written: null, failure: null };

/** An import as its card shows it. */
export const job = (change: Partial<ImportProgress>): ImportProgress => ({
  id: String(change.state),
  fileName: 'pocket.zip',
  format: 'pocketCsv',
  state: 'running',
  error: null,
  position: 340,
  total: 1200,
  added: 320,
  merged: 14,
  failed: 6,
  highlights: 0,
  textsFetched: 0,
  textsFailed: 0,
  textsWaiting: 320,
  canResume: true,
  ...change,
});

export const JOB_ACTIONS: JobActions = {
  ...idle('onStop onResume onDismiss onFetchTexts onFetchImages'),
  loadFailures: async () => [],
  onSaveFailures: nothing,
};

const preview = {
  format: 'pocketCsv',
  total: 1200,
  fresh: 1100,
  existing: 80,
  duplicates: 14,
  failed: 6,
  failures: [
    { at: '12', title: 'Tide tables', url: '', why: 'noAddress' },
    { at: '40', title: 'Salt · Ina Holm', url: '', why: 'noMatch' },
  ],
  withText: 0,
  highlights: 12,
  lists: 2,
  tags: 31,
  fetchMinutes: 42,
  libraryCount: 300,
  backup: null,
  columns: null,
};

const transferProps = (change: Partial<TransferProps> = {}): TransferProps => ({
  libraryHref: '#',
  chosen: null,
  jobs: [],
  textless: 0,
  jobActions: JOB_ACTIONS,
  onFiles: nothing,
  pdfs: [],
  ...idle('onSaveFailures onStart onDiscardFile'),
  scopes: [
    { value: 'all', name: 'Everything', count: 300, group: 'views' },
    { value: 'tag:harbour', name: 'harbour', count: 20, group: 'tags' },
  ],
  initialScope: 'all',
  exporting: NOT_WRITING,
  onExport: nothing,
  onCancelExport: nothing,
  backup: NOT_WRITING,
  lastBackup: null,
  onBackup: nothing,
  onCancelBackup: nothing,
  ...change,
});

export const TRANSFER_CASES: Record<string, TransferProps> = {
  start: transferProps(),
  looking: transferProps({ chosen: { state: 'reading', fileName: 'pocket.zip', done: 400, total: 1200 } }),
  ready: transferProps({ chosen: { state: 'ready', fileName: 'pocket.zip', preview } }),
  refused: transferProps({ chosen: { state: 'refused', fileName: 'holiday.png', code: 'unknown' } }),
  jobs: transferProps({
    textless: 320,
    jobs: [
      job({ state: 'running' }),
      job({ state: 'fetching', textsFetched: 40 }),
      job({ state: 'done', position: 1200 }),
      job({
        id: 'backup',
        format: 'backup',
        state: 'done',
        missing: { images: 12, sites: ['a.example', 'b.example'] },
      }),
      job({ state: 'failed', error: 'failed' }),
    ],
  }),
  writing: transferProps({
    exporting: { ...NOT_WRITING, progress: { done: 120, total: 300 } },
    backup: { ...NOT_WRITING, written: { fileName: 'offprint.zip', articles: 300, bytes: 48_300_000 } },
    lastBackup: '14 November 2026',
  }),
  failed: transferProps({ exporting: { ...NOT_WRITING, failure: 'The disk is full.' } }),
};
