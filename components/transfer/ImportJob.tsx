import { useRef, useState } from 'preact/hooks';
import { Button, PrimaryButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { type PluralKey, type Strings, useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ChosenFile, FailedRecord, ImportPreview, ImportProgress } from './transfer-types.ts';

export interface JobActions {
  onStop: (id: string) => void;
  onResume: (id: string) => void;
  onDismiss: (id: string) => void;
  onFetchTexts: (id: string) => void;
  /** Downloads images that restored backups did not contain. */
  onFetchImages: () => void;
  loadFailures: (id: string) => Promise<FailedRecord[]>;
  onSaveFailures: (id: string) => void;
}

interface ImportJobProps {
  job: ImportProgress;
  /** The number of articles without text. */
  missingTextCount: number;
  actions: JobActions;
}

/** Returns the number of processed articles of a backup, or of processed records of another format. */
function getProcessedCount(job: ImportProgress): number {
  return job.format === 'backup' ? job.added + job.merged : job.position;
}

/** Estimates the minutes left from the progress so far; null if it is too early to tell. */
function estimateMinutesLeft(remaining: number | null, { growth, elapsed }: ProgressRate): number | null {
  if (remaining === null || growth <= 0 || elapsed < 2000 || remaining <= 0) return null;
  return (remaining * elapsed) / growth / 60_000;
}

/** Appends the time left, if known, to an amount. */
function addTimeLeft({ t, count }: Strings, amount: string, minutes: number | null): string {
  if (minutes === null) return amount;
  return `${amount} · ${minutes < 1 ? t('importLeftSoon') : count('importLeft', Math.round(minutes))}`;
}

/** A card with the progress and the result of an import. */
export function ImportJob({ job, missingTextCount, actions }: ImportJobProps) {
  const strings = useStrings();
  const { t, find } = strings;
  const name = find(`importFormat_${job.format}`) ?? job.format;
  return (
    <article class="transfer-card" aria-label={`${name}, ${job.fileName}`} data-state={job.state}>
      <h3>{t(TITLE_KEYS[job.state], name)}</h3>
      <p class="transfer-card__line">{job.fileName}</p>
      {(job.state === 'running' || job.state === 'fetching') && <InProgress key={job.state} job={job} />}
      {job.state === 'failed' && (
        <p role="alert">{find(`transferError_${job.error ?? 'failed'}`) ?? t('transferError_failed')}</p>
      )}
      {job.state !== 'running' && <JobResult job={job} />}
      {job.state === 'done' && job.missing !== undefined && <MissingImages {...job.missing} />}
      {job.failed + job.textsFailed > 0 && job.state !== 'running' && (
        <ImportFailures
          count={job.failed + job.textsFailed}
          load={() => actions.loadFailures(job.id)}
          onSave={() => actions.onSaveFailures(job.id)}
        />
      )}
      <JobButtons job={job} missingTextCount={missingTextCount} actions={actions} />
    </article>
  );
}

const TITLE_KEYS = {
  running: 'importRunning',
  fetching: 'importFetching',
  done: 'importDone',
  cancelled: 'importCancelled',
  failed: 'importStopped',
} as const;

/** Shows the progress of reading the file or of downloading texts. */
function InProgress({ job }: { job: ImportProgress }) {
  const strings = useStrings();
  const { t, formatNumber } = strings;
  const isFetching = job.state === 'fetching';
  const done = isFetching ? job.textsFetched + job.textsFailed : getProcessedCount(job);
  const total = isFetching ? done + job.textsWaiting : job.total;
  const left = estimateMinutesLeft(total === null ? null : total - done, useProgressRate(done));
  const amount =
    total === null
      ? t('importLooked', formatNumber(done))
      : t(isFetching ? 'importTextsOf' : 'importOf', formatNumber(done), formatNumber(total));
  return (
    <>
      <ProgressBar label={t('importProgress')} fraction={total === null ? null : done / Math.max(1, total)} />
      <p class="transfer-card__line transfer-card__amount">{addTimeLeft(strings, amount, left)}</p>
      <p class="note">{t(isFetching ? 'importFetchesOn' : 'importGoesOn')}</p>
    </>
  );
}

/**
 * Says how many images are missing and how many sites would be contacted to download them. They are downloaded only if
 * the user asks, because a file must not cause requests to arbitrary sites.
 */
function MissingImages({ images, sites }: NonNullable<ImportProgress['missing']>) {
  const { count } = useStrings();
  return (
    <p class="transfer-card__line">
      {count('importPicturesMissing', images)} {count('importPictureSites', sites.length)}
    </p>
  );
}

function JobResult({ job }: { job: ImportProgress }) {
  const { count } = useStrings();
  const lines: [PluralKey, number][] = [
    ['importAdded', job.added],
    ['importFolded', job.merged],
    ['importTwice', job.duplicates ?? 0],
    ['importHighlights', job.highlights],
    ['importTextsFetched', job.textsFetched],
    ['importBad', job.failed],
    ['importTextsFailed', job.textsFailed],
  ];
  return (
    <ul class="facts">
      {lines
        .filter(([key, amount]) => amount > 0 || key === 'importAdded')
        .map(([key, amount]) => (
          <li key={key} data-bad={key === 'importBad' || key === 'importTextsFailed'}>
            {count(key, amount)}
          </li>
        ))}
    </ul>
  );
}

function JobButtons({ job, missingTextCount, actions }: ImportJobProps) {
  const { t, count } = useStrings();
  if (job.state === 'running' || job.state === 'fetching') {
    return (
      <div class="transfer-card__buttons">
        <Button onClick={() => actions.onStop(job.id)}>
          {t(job.state === 'running' ? 'importStop' : 'importStopFetching')}
        </Button>
      </div>
    );
  }
  return (
    <div class="transfer-card__buttons">
      {job.canResume && <Button onClick={() => actions.onResume(job.id)}>{t('importResume')}</Button>}
      {job.state === 'done' && job.missing !== undefined && (
        <Button onClick={actions.onFetchImages}>{t('importFetchPictures')}</Button>
      )}
      {job.state === 'done' && missingTextCount > 0 && (
        <Button onClick={() => actions.onFetchTexts(job.id)}>
          {count('importFetchNow', missingTextCount)}
        </Button>
      )}
      <Button onClick={() => actions.onDismiss(job.id)}>{t('importDismiss')}</Button>
    </div>
  );
}

/** How much an amount has grown since it was first shown, and in what time (ms). */
interface ProgressRate {
  growth: number;
  elapsed: number;
}

/** Measures how fast an amount grows. Starts over if the amount decreases, as after a restart. */
function useProgressRate(amount: number): ProgressRate {
  const now = Date.now();
  const first = useRef({ amount, at: now });
  if (amount < first.current.amount) first.current = { amount, at: now };
  return { growth: amount - first.current.amount, elapsed: now - first.current.at };
}

interface ImportChoice {
  fetchTexts: boolean;
  takeSettings: boolean;
}

interface ImportPreviewProps {
  chosen: ChosenFile;
  onStart: (choice: ImportChoice) => void;
  onDiscard: () => void;
  onSaveFailures: () => void;
}

/** Shows what a chosen file contains and what importing it will do. Nothing is written before the user confirms. */
export function ImportPreviewCard({ chosen, onStart, onDiscard, onSaveFailures }: ImportPreviewProps) {
  const { t, find, formatNumber } = useStrings();
  if (chosen.state === 'reading') {
    const { done, total } = chosen;
    const share = total === null || total === 0 ? null : done / total;
    return (
      <div class="transfer-card">
        <h3 tabIndex={-1} data-survey>
          {t('importLooking', chosen.fileName)}
        </h3>
        <ProgressBar label={t('importLooking', chosen.fileName)} fraction={share} />
        <p class="transfer-card__line">{t('importLooked', formatNumber(done))}</p>
        <Button onClick={onDiscard}>{t('actionCancel')}</Button>
      </div>
    );
  }
  if (chosen.state === 'refused') {
    return (
      <div class="transfer-card transfer-card--bad" role="alert">
        <h3 tabIndex={-1} data-survey>
          {t('importRefused', chosen.fileName)}
        </h3>
        <p>{find(`transferError_${chosen.code}`) ?? t('transferError_failed')}</p>
        <p class="transfer-card__line">{t('importUntouched')}</p>
        <Button onClick={onDiscard}>{t('importOther')}</Button>
      </div>
    );
  }
  const { fileName, preview } = chosen;
  const actions = { onStart, onDiscard, onSaveFailures };
  return <PreviewDetails fileName={fileName} preview={preview} {...actions} />;
}

/** Returns the counts to list, with their messages. */
function getCounts(preview: ImportPreview): [PluralKey, number][] {
  const lines: [PluralKey, number][] = [
    ['importFresh', preview.fresh],
    ['importHere', preview.existing],
    ['importTwice', preview.duplicates],
    ['importBad', preview.failed],
    ['importWithText', preview.withText],
    ['importHighlights', preview.highlights],
    ['importLists', preview.lists],
    ['importTags', preview.tags],
    ['importImages', preview.backup?.images ?? 0],
  ];
  return lines.filter(([key, count]) => count > 0 || key === 'importFresh');
}

function PreviewDetails({
  fileName,
  preview,
  onStart,
  onDiscard,
  onSaveFailures,
}: { fileName: string; preview: ImportPreview } & Omit<ImportPreviewProps, 'chosen'>) {
  const { t, find, count, locale } = useStrings();
  const [fetchTexts, setFetchTexts] = useState(false);
  const [takeSettings, setTakeSettings] = useState(preview.libraryCount === 0);
  const isBackup = preview.backup !== null;
  const isEmpty = preview.fresh + preview.existing === 0;
  const missing = preview.fresh - preview.withText;
  // If there are only articles that already exist, the import updates them.
  const startLabel =
    preview.fresh > 0 || preview.existing === 0
      ? count('importStart', preview.fresh)
      : count('importUpdate', preview.existing);
  return (
    <div class="transfer-card">
      <h3 tabIndex={-1} data-survey>
        {find(`importFormat_${preview.format}`)}
      </h3>
      <p class="transfer-card__line">
        {fileName}
        {preview.backup !== null && ` · ${t('importMade', formatDate(preview.backup.createdAt, locale))}`}
      </p>
      <ul class="facts">
        {getCounts(preview).map(([key, amount]) => (
          <li key={key} data-bad={key === 'importBad'}>
            {count(key, amount)}
          </li>
        ))}
      </ul>
      {preview.failures.length > 0 && (
        <ImportFailures
          count={preview.failed}
          load={() => Promise.resolve(preview.failures.map((line, id) => ({ ...line, id })))}
          onSave={onSaveFailures}
        />
      )}
      <Columns columns={preview.columns} />
      {!isBackup && preview.existing > 0 && <p class="transfer-card__line">{t('importHereKept')}</p>}
      {isBackup && (
        <p class="transfer-card__line">{t(preview.libraryCount === 0 ? 'restoreEmpty' : 'restoreJoin')}</p>
      )}
      {!isBackup && missing > 0 && (
        <CheckboxRow
          name={count('importFetch', missing)}
          hint={count('importFetchHint', preview.fetchMinutes)}
          checked={fetchTexts}
          onChange={setFetchTexts}
        />
      )}
      {isBackup && (
        <CheckboxRow
          name={t('restoreSettings')}
          hint={t('restoreSettingsHint')}
          checked={takeSettings}
          onChange={setTakeSettings}
        />
      )}
      <div class="transfer-card__buttons">
        <PrimaryButton disabled={isEmpty} onClick={() => onStart({ fetchTexts, takeSettings })}>
          {isBackup ? t('restoreStart') : startLabel}
        </PrimaryButton>
        <Button onClick={onDiscard}>{t('actionCancel')}</Button>
      </div>
    </div>
  );
}

interface CheckboxRowProps {
  name: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function CheckboxRow({ name, hint, checked, onChange }: CheckboxRowProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        <span class="tick__name">{name}</span>
        <span class="tick__hint">{hint}</span>
      </span>
    </label>
  );
}

/** Maximum number of columns listed. */
const MAX_COLUMNS = 40;

/** Lists the columns of a table in an unrecognised format that are and are not imported. */
function Columns({ columns }: Pick<ImportPreview, 'columns'>) {
  const { t, formatList } = useStrings();
  if (columns === null) return null;
  const formatColumns = (names: readonly string[]): string => formatList(names.slice(0, MAX_COLUMNS));
  return (
    <>
      <p class="transfer-card__line">{t('importColumnsUsed', formatColumns(columns.used))}</p>
      {columns.unused.length > 0 && (
        <p class="transfer-card__line">{t('importColumnsUnused', formatColumns(columns.unused))}</p>
      )}
    </>
  );
}

/** Maximum number of failed records shown; the downloadable list contains all. */
const MAX_LISTED_FAILURES = 100;

interface ImportFailuresProps {
  count: number;
  load: () => Promise<FailedRecord[]>;
  onSave: () => void;
}

/** A collapsed list of the records that could not be imported, with reasons. */
function ImportFailures({ count: amount, load, onSave }: ImportFailuresProps) {
  const { t, find, count } = useStrings();
  const [lines, setLines] = useState<readonly FailedRecord[] | null>(null);
  return (
    <details
      class="failures"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        load().then(setLines, (error: unknown) =>
          console.error('offprint: could not load failed records', error),
        );
      }}
    >
      <summary>{count('importFailures', amount)}</summary>
      <ul class="failures__list">
        {(lines ?? []).slice(0, MAX_LISTED_FAILURES).map((line) => (
          <li key={line.id}>
            <span class="failures__what">{line.title || line.url || t('importNameless')}</span>
            <span class="failures__why">
              {[find(`importWhy_${line.why}`) ?? line.why, line.at === '' ? '' : t('importAt', line.at)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {line.title !== '' && line.url !== '' && <span class="failures__url">{line.url}</span>}
          </li>
        ))}
      </ul>
      {amount > MAX_LISTED_FAILURES && (
        <p class="note">{count('importFailuresMore', amount - MAX_LISTED_FAILURES)}</p>
      )}
      <Button onClick={onSave}>{t('importFailuresSave')}</Button>
    </details>
  );
}
