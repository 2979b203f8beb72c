import { type DueJob, nextDue, type Queue, requeueClaims } from '../../../utils/library/jobs/due-jobs.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { oneAtATime } from './run-work.ts';

/** The shortest period that browsers allow is half a minute. */
const ALARM_MINUTES = 0.5;
/** Jobs due within this time are awaited with a timer; the alarm wakes a background that was stopped. */
const MAX_TIMER_MS = 60_000;

/** Jobs stored in the database, each for one host, and how to run them. */
interface JobQueueOptions<Job extends DueJob> {
  /** Name of the alarm that wakes the background while jobs wait; a stopped worker hears nothing else. */
  name: string;
  table: Queue<Job>;
  /** Maximum of jobs at the same time, in total and per host. */
  maxConcurrent: number;
  maxConcurrentPerHost: number;
  /** Pause after each job before the next one for the same host, in ms. */
  pauseMs?: number;
  /** Takes the next due job whose host is not busy. */
  claim(busyHosts: ReadonlySet<string>): Promise<Job | null>;
  /** Completes a job: done, failed, or scheduled for another try. */
  run(job: Job): Promise<void>;
  onEmpty?(): Promise<unknown>;
}

export interface JobQueue {
  /** Starts due jobs. Returns at once. */
  wake(): void;
  /** Continues where the background was stopped: at every start, and by alarm while jobs wait. */
  setUp(): void;
}

/** Runs jobs from the database concurrently, and wakes the background for those due later. */
export function makeJobQueue<Job extends DueJob>(options: JobQueueOptions<Job>): JobQueue {
  const { name, table, maxConcurrent, maxConcurrentPerHost, pauseMs = 0 } = options;
  const running = new Map<string, number>();
  let active = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const addToHost = (host: string, by: 1 | -1): void => {
    const count = (running.get(host) ?? 0) + by;
    if (count > 0) running.set(host, count);
    else running.delete(host);
  };
  const busyHosts = (): Set<string> =>
    new Set([...running].filter(([, count]) => count >= maxConcurrentPerHost).map(([host]) => host));

  const start = (job: Job): void => {
    active += 1;
    addToHost(job.host, 1);
    const release = (): void => {
      addToHost(job.host, -1);
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
  const fill = async (): Promise<void> => {
    while (active < maxConcurrent) {
      const job = await options.claim(busyHosts());
      if (job === null) break;
      start(job);
    }
    const due = await nextDue(table);
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
  const worker = oneAtATime(name, fill);

  return {
    wake: worker.wake,
    setUp() {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) worker.wake();
      });
      // There is only one background, and it has just started: whatever claimed a job no longer runs.
      requeueClaims(table, Date.now())
        .then(worker.wake)
        .catch((error: unknown) => console.error(`offprint: ${name}`, error));
    },
  };
}
