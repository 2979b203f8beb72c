import { useRef } from 'preact/hooks';
import { type PluralKey, type Strings, useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ImportFailures } from './ImportFailures.tsx';
import type { FailureLine, ImportProgress } from './transfer-types.ts';

export interface JobActions {
  onStop: (id: string) => void;
  onResume: (id: string) => void;
  onDismiss: (id: string) => void;
  onFetchTexts: (id: string) => void;
  /** Downloads what restored backups did not hold. */
  onFetchImages: () => void;
  loadFailures: (id: string) => Promise<FailureLine[]>;
  onSaveFailures: (id: string) => void;
}

interface Props {
  job: ImportProgress;
  /** Articles of the library that have no text. */
  textless: number;
  actions: JobActions;
}

/** Articles done of a backup, records of anything else. */
function doneOf(job: ImportProgress): number {
  return job.format === 'backup' ? job.added + job.folded : job.position;
}

/** Minutes left at a pace; null where nobody knows yet. */
function minutesLeft(remaining: number | null, { grown, elapsed }: Progress): number | null {
  if (remaining === null || grown <= 0 || elapsed < 2000 || remaining <= 0) return null;
  return (remaining * elapsed) / grown / 60_000;
}

/** An amount in words, with the time that is left where it is known. */
function withTimeLeft({ t, count }: Strings, amount: string, minutes: number | null): string {
  if (minutes === null) return amount;
  return `${amount} · ${minutes < 1 ? t('importLeftSoon') : count('importLeft', Math.round(minutes))}`;
}

/** An import that is begun or over, with what came of it. */
export function ImportJob({ job, textless, actions }: Props) {
  const strings = useStrings();
  const { t, find } = strings;
  const name = find(`importFormat_${job.format}`) ?? job.format;
  return (
    <article class="transfer-card" aria-label={`${name}, ${job.fileName}`} data-state={job.state}>
      <h3>{t(TITLES[job.state], name)}</h3>
      <p class="transfer-card__line">{job.fileName}</p>
      {job.state === 'running' && <Running job={job} />}
      {job.state === 'fetching' && <Fetching job={job} />}
      {job.state === 'failed' && (
        <p role="alert">{find(`transferError_${job.error ?? 'failed'}`) ?? t('transferError_failed')}</p>
      )}
      {job.state !== 'running' && <Outcome job={job} />}
      {job.state === 'done' && job.missing !== undefined && <MissingPictures {...job.missing} />}
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

function Running({ job }: { job: ImportProgress }) {
  const strings = useStrings();
  const { t, number } = strings;
  const done = doneOf(job);
  const left = minutesLeft(job.total === null ? null : job.total - done, useProgressRate(done));
  const amount =
    job.total === null ? t('importLooked', number(done)) : t('importOf', number(done), number(job.total));
  return (
    <>
      <ProgressBar
        label={t('importProgress')}
        share={job.total === null ? null : done / Math.max(1, job.total)}
      />
      <p class="transfer-card__line transfer-card__amount">{withTimeLeft(strings, amount, left)}</p>
      <p class="note">{t('importGoesOn')}</p>
    </>
  );
}

function Fetching({ job }: { job: ImportProgress }) {
  const strings = useStrings();
  const { t, number } = strings;
  const done = job.textsFetched + job.textsFailed;
  const total = done + job.textsWaiting;
  const left = minutesLeft(job.textsWaiting, useProgressRate(done));
  return (
    <>
      <ProgressBar label={t('importProgress')} share={done / Math.max(1, total)} />
      <p class="transfer-card__line transfer-card__amount">
        {withTimeLeft(strings, t('importTextsOf', number(done), number(total)), left)}
      </p>
      <p class="note">{t('importFetchesOn')}</p>
    </>
  );
}

/** Nothing is fetched because a file says so: the user is told how many sites would be asked. */
function MissingPictures({ images, sites }: NonNullable<ImportProgress['missing']>) {
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
    ['importFolded', job.folded],
    ['importTwice', job.twice ?? 0],
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

function Buttons({ job, textless, actions }: Props) {
  const { t, count } = useStrings();
  if (job.state === 'running' || job.state === 'fetching') {
    return (
      <div class="transfer-card__buttons">
        <button type="button" class="button" onClick={() => actions.onStop(job.id)}>
          {t(job.state === 'running' ? 'importStop' : 'importStopFetching')}
        </button>
      </div>
    );
  }
  return (
    <div class="transfer-card__buttons">
      {job.canResume && (
        <button type="button" class="button" onClick={() => actions.onResume(job.id)}>
          {t('importResume')}
        </button>
      )}
      {job.state === 'done' && job.missing !== undefined && (
        <button type="button" class="button" onClick={actions.onFetchImages}>
          {t('importFetchPictures')}
        </button>
      )}
      {job.state === 'done' && textless > 0 && (
        <button type="button" class="button" onClick={() => actions.onFetchTexts(job.id)}>
          {count('importFetchNow', textless)}
        </button>
      )}
      <button type="button" class="button" onClick={() => actions.onDismiss(job.id)}>
        {t('importDismiss')}
      </button>
    </div>
  );
}

/** The growth of an amount since it was first shown, and the time it took, in ms. */
interface Progress {
  grown: number;
  elapsed: number;
}

/** Measures how fast an amount grows since it was first shown; progress before a pause or restart does not count. */
function useProgressRate(amount: number): Progress {
  const now = Date.now();
  const first = useRef({ amount, at: now });
  if (amount < first.current.amount) first.current = { amount, at: now };
  return { grown: amount - first.current.amount, elapsed: now - first.current.at };
}
