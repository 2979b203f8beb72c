import { useRef, useState } from 'preact/hooks';
import { Button, PrimaryButton } from '../ui/Button.tsx';
import { formatDate } from '../ui/base/format.ts';
import { type PluralKey, type Strings, useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ChosenFile, FailureLine, ImportProgress, SurveyFacts } from './transfer-types.ts';

export interface JobActions {
  onStop: (id: string) => void;
  onResume: (id: string) => void;
  onDismiss: (id: string) => void;
  onFetchTexts: (id: string) => void;
  /** Downloads images that restored backups did not contain. */
  onFetchImages: () => void;
  loadFailures: (id: string) => Promise<FailureLine[]>;
  onSaveFailures: (id: string) => void;
}

interface ImportJobProps {
  job: ImportProgress;
  /** The number of articles without text. */
  textless: number;
  actions: JobActions;
}

/** The number of processed articles of a backup, or records of anything else. */
function getProcessedCount(job: ImportProgress): number {
  return job.format === 'backup' ? job.added + job.merged : job.position;
}

/** Minutes left at a given rate; null if unknown. */
function minutesLeft(remaining: number | null, { growth, elapsed }: Progress): number | null {
  if (remaining === null || growth <= 0 || elapsed < 2000 || remaining <= 0) return null;
  return (remaining * elapsed) / growth / 60_000;
}

/** A count, with the time left if known. */
function withTimeLeft({ t, count }: Strings, amount: string, minutes: number | null): string {
  if (minutes === null) return amount;
  return `${amount} · ${minutes < 1 ? t('importLeftSoon') : count('importLeft', Math.round(minutes))}`;
}

/** An import in progress or finished, with its result. */
export function ImportJob({ job, textless, actions }: ImportJobProps) {
  const strings = useStrings();
  const { t, find } = strings;
  const name = find(`importFormat_${job.format}`) ?? job.format;
  return (
    <article class="transfer-card" aria-label={`${name}, ${job.fileName}`} data-state={job.state}>
      <h3>{t(TITLES[job.state], name)}</h3>
      <p class="transfer-card__line">{job.fileName}</p>
      {(job.state === 'running' || job.state === 'fetching') && <InProgress key={job.state} job={job} />}
      {job.state === 'failed' && (
        <p role="alert">{find(`transferError_${job.error ?? 'failed'}`) ?? t('transferError_failed')}</p>
      )}
      {job.state !== 'running' && <Outcome job={job} />}
      {job.state === 'done' && job.missing !== undefined && <MissingImages {...job.missing} />}
      {job.failed + job.textsFailed > 0 && job.state !== 'running' && (
        <ImportFailures
          count={job.failed + job.textsFailed}
          load={() => actions.loadFailures(job.id)}
          onSave={() => actions.onSaveFailures(job.id)}
        />
      )}
      <Buttons job={job} textless={textless} actions={actions} />
    </article>
  );
}

const TITLES = {
  running: 'importRunning',
  fetching: 'importFetching',
  done: 'importDone',
  cancelled: 'importCancelled',
  failed: 'importStopped',
} as const;

/** The progress of reading the file, or of fetching texts. */
function InProgress({ job }: { job: ImportProgress }) {
  const strings = useStrings();
  const { t, formatNumber } = strings;
  const isFetching = job.state === 'fetching';
  const done = isFetching ? job.textsFetched + job.textsFailed : getProcessedCount(job);
  const total = isFetching ? done + job.textsWaiting : job.total;
  const left = minutesLeft(total === null ? null : total - done, useProgressRate(done));
  const amount =
    total === null
      ? t('importLooked', formatNumber(done))
      : t(isFetching ? 'importTextsOf' : 'importOf', formatNumber(done), formatNumber(total));
  return (
    <>
      <ProgressBar label={t('importProgress')} fraction={total === null ? null : done / Math.max(1, total)} />
      <p class="transfer-card__line transfer-card__amount">{withTimeLeft(strings, amount, left)}</p>
      <p class="note">{t(isFetching ? 'importFetchesOn' : 'importGoesOn')}</p>
    </>
  );
}

/** Images are never fetched just because a file says so: the user is told how many sites would be contacted. */
function MissingImages({ images, sites }: NonNullable<ImportProgress['missing']>) {
  const { count } = useStrings();
  return (
    <p class="transfer-card__line">
      {count('importPicturesMissing', images)} {count('importPictureSites', sites.length)}
    </p>
  );
}

function Outcome({ job }: { job: ImportProgress }) {
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

function Buttons({ job, textless, actions }: ImportJobProps) {
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
      {job.state === 'done' && textless > 0 && (
        <Button onClick={() => actions.onFetchTexts(job.id)}>{count('importFetchNow', textless)}</Button>
      )}
      <Button onClick={() => actions.onDismiss(job.id)}>{t('importDismiss')}</Button>
    </div>
  );
}

/** The growth of an amount since it was first shown, and the time it took, in ms. */
interface Progress {
  growth: number;
  elapsed: number;
}

/** Measures how fast an amount grows since it was first shown; progress before a pause or restart does not count. */
function useProgressRate(amount: number): Progress {
  const now = Date.now();
  const first = useRef({ amount, at: now });
  if (amount < first.current.amount) first.current = { amount, at: now };
  return { growth: amount - first.current.amount, elapsed: now - first.current.at };
}

interface Choice {
  fetchTexts: boolean;
  takeSettings: boolean;
}

interface ImportSurveyProps {
  chosen: ChosenFile;
  onStart: (choice: Choice) => void;
  onDrop: () => void;
  onSaveFailures: () => void;
}

/** Shows what a chosen file contains and what importing it will do. Nothing is written before the user confirms. */
export function ImportSurvey({ chosen, onStart, onDrop, onSaveFailures }: ImportSurveyProps) {
  const { t, find, formatNumber } = useStrings();
  if (chosen.state === 'looking') {
    const { done, total } = chosen;
    const share = total === null || total === 0 ? null : done / total;
    return (
      <div class="transfer-card">
        <h3 tabIndex={-1} data-survey>
          {t('importLooking', chosen.fileName)}
        </h3>
        <ProgressBar label={t('importLooking', chosen.fileName)} fraction={share} />
        <p class="transfer-card__line">{t('importLooked', formatNumber(done))}</p>
        <Button onClick={onDrop}>{t('actionCancel')}</Button>
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
        <Button onClick={onDrop}>{t('importOther')}</Button>
      </div>
    );
  }
  const { fileName, survey } = chosen;
  const actions = { onStart, onDrop, onSaveFailures };
  return <Ready fileName={fileName} survey={survey} {...actions} />;
}

/** The counts to list. */
function getLines(survey: SurveyFacts): [PluralKey, number][] {
  const lines: [PluralKey, number][] = [
    ['importFresh', survey.fresh],
    ['importHere', survey.here],
    ['importTwice', survey.duplicates],
    ['importBad', survey.failed],
    ['importWithText', survey.withText],
    ['importHighlights', survey.highlights],
    ['importLists', survey.lists],
    ['importTags', survey.tags],
    ['importImages', survey.backup?.images ?? 0],
  ];
  return lines.filter(([key, count]) => count > 0 || key === 'importFresh');
}

function Ready({
  fileName,
  survey,
  onStart,
  onDrop,
  onSaveFailures,
}: { fileName: string; survey: SurveyFacts } & Omit<ImportSurveyProps, 'chosen'>) {
  const { t, find, count, locale } = useStrings();
  const [fetchTexts, setFetchTexts] = useState(false);
  const [takeSettings, setTakeSettings] = useState(survey.libraryCount === 0);
  const isBackup = survey.backup !== null;
  const isEmpty = survey.fresh + survey.here === 0;
  const missing = survey.fresh - survey.withText;
  // The number announced as new; existing articles get what the file adds to them.
  const startLabel =
    survey.fresh > 0 || survey.here === 0
      ? count('importStart', survey.fresh)
      : count('importUpdate', survey.here);
  return (
    <div class="transfer-card">
      <h3 tabIndex={-1} data-survey>
        {find(`importFormat_${survey.format}`)}
      </h3>
      <p class="transfer-card__line">
        {fileName}
        {survey.backup !== null && ` · ${t('importMade', formatDate(survey.backup.createdAt, locale))}`}
      </p>
      <ul class="facts">
        {getLines(survey).map(([key, amount]) => (
          <li key={key} data-bad={key === 'importBad'}>
            {count(key, amount)}
          </li>
        ))}
      </ul>
      {survey.failures.length > 0 && (
        <ImportFailures
          count={survey.failed}
          load={() => Promise.resolve(survey.failures.map((line, id) => ({ ...line, id })))}
          onSave={onSaveFailures}
        />
      )}
      <Columns columns={survey.columns} />
      {!isBackup && survey.here > 0 && <p class="transfer-card__line">{t('importHereKept')}</p>}
      {isBackup && (
        <p class="transfer-card__line">{t(survey.libraryCount === 0 ? 'restoreEmpty' : 'restoreJoin')}</p>
      )}
      {!isBackup && missing > 0 && (
        <Tick
          name={count('importFetch', missing)}
          hint={count('importFetchHint', survey.fetchMinutes)}
          checked={fetchTexts}
          onChange={setFetchTexts}
        />
      )}
      {isBackup && (
        <Tick
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
        <Button onClick={onDrop}>{t('actionCancel')}</Button>
      </div>
    </div>
  );
}

interface TickProps {
  name: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Tick({ name, hint, checked, onChange }: TickProps) {
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

/** Maximum number of columns named. */
const MAX_COLUMNS = 40;

/** Which columns of a file of unknown origin are read. */
function Columns({ columns }: Pick<SurveyFacts, 'columns'>) {
  const { t, formatList } = useStrings();
  if (columns === null) return null;
  const nameSome = (names: readonly string[]): string => formatList(names.slice(0, MAX_COLUMNS));
  return (
    <>
      <p class="transfer-card__line">{t('importColumnsUsed', nameSome(columns.used))}</p>
      {columns.unused.length > 0 && (
        <p class="transfer-card__line">{t('importColumnsUnused', nameSome(columns.unused))}</p>
      )}
    </>
  );
}

/** Maximum number of lines shown; the rest is in the file. */
const MAX_LINES = 100;

interface ImportFailuresProps {
  count: number;
  load: () => Promise<FailureLine[]>;
  onSave: () => void;
}

/** The records that could not be imported, with reasons, collapsed. */
function ImportFailures({ count: amount, load, onSave }: ImportFailuresProps) {
  const { t, find, count } = useStrings();
  const [lines, setLines] = useState<readonly FailureLine[] | null>(null);
  return (
    <details
      class="failures"
      onToggle={(event) => {
        if (!event.currentTarget.open) return;
        load().then(setLines, (error: unknown) => console.error('offprint: failures not read', error));
      }}
    >
      <summary>{count('importFailures', amount)}</summary>
      <ul class="failures__list">
        {(lines ?? []).slice(0, MAX_LINES).map((line) => (
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
      {amount > MAX_LINES && <p class="note">{count('importFailuresMore', amount - MAX_LINES)}</p>}
      <Button onClick={onSave}>{t('importFailuresSave')}</Button>
    </details>
  );
}
