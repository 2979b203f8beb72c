import { type DueJob, nextDueTime, type Queue, requeueClaims } from '../../../utils/library/jobs/due-jobs.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { oneAtATime } from './run-work.ts';

/** The shortest period that browsers allow. */
const ALARM_MINUTES = 0.5;
/** For jobs due within this time a timer is set as well; the alarm is for a background that was stopped. */
const MAX_TIMER_MS = 60_000;

/** Describes jobs that are stored in the database, each for one host. */
interface JobQueueOptions<Job extends DueJob> {
  /** Name of the alarm that wakes a stopped background while jobs are pending; also used in log messages. */
  name: string;
  table: Queue<Job>;
  /** Maximum number of concurrent jobs, in total and per host. */
  maxConcurrent: number;
  maxConcurrentPerHost: number;
  /** Pause after each job before the next one for the same host, in ms. */
  pauseMs?: number;
  /** Claims the next due job whose host is not busy; null if there is none. */
  claim(busyHosts: ReadonlySet<string>): Promise<Job | null>;
  /** Runs a job and records the outcome: done, failed, or to be retried. */
  run(job: Job): Promise<void>;
  onEmpty?(): Promise<unknown>;
}

export interface JobQueue {
  /** Starts due jobs. Returns at once. */
  wake(): void;
  /** Resumes pending jobs at every start of the background and, while there are any, by an alarm. */
  setUp(): void;
}

/** Runs jobs from the database concurrently, and wakes the background for those due later. */
export function makeJobQueue<Job extends DueJob>(options: JobQueueOptions<Job>): JobQueue {
  const { name, table, maxConcurrent, maxConcurrentPerHost, pauseMs = 0 } = options;
  const runningByHost = new Map<string, number>();
  let active = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changeCount = (host: string, delta: 1 | -1): void => {
    const count = (runningByHost.get(host) ?? 0) + delta;
    if (count > 0) runningByHost.set(host, count);
    else runningByHost.delete(host);
  };
  const busyHosts = (): Set<string> =>
    new Set([...runningByHost].filter(([, count]) => count >= maxConcurrentPerHost).map(([host]) => host));

  const startJob = (job: Job): void => {
    active += 1;
    changeCount(job.host, 1);
    const release = (): void => {
      changeCount(job.host, -1);
      worker.wake();
    };
    options
      .run(job)
      .catch((error: unknown) => console.error(`offprint: ${name}, a job`, error))
      .finally(() => {
        active -= 1;
        if (pauseMs === 0) return release();
        worker.wake();
        setTimeout(release, pauseMs);
      });
  };

  /** Starts due jobs and sets the alarm for the others. */
  const startDueJobs = async (): Promise<void> => {
    while (active < maxConcurrent) {
      const job = await options.claim(busyHosts());
      if (job === null) break;
      startJob(job);
    }
    const due = await nextDueTime(table);
    if (active === 0 && due === null) {
      await browser.alarms.clear(name);
      await options.onEmpty?.();
      return;
    }
    await browser.alarms.create(name, { periodInMinutes: ALARM_MINUTES });
    const wait = due === null ? 0 : due - Date.now();
    clearTimeout(timer);
    if (wait > 0 && wait < MAX_TIMER_MS) timer = setTimeout(worker.wake, wait + 50);
  };
  const worker = oneAtATime(name, startDueJobs);

  return {
    wake: worker.wake,
    setUp() {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) worker.wake();
      });
      // The background has just started and is the only one, so claims are left over from before it was stopped.
      requeueClaims(table, Date.now())
        .then(worker.wake)
        .catch((error: unknown) => console.error(`offprint: ${name}`, error));
    },
  };
}
