import { browser } from '../../../utils/platform/browser.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Half a minute is the least there is. */
const ALARM_MINUTES = 0.5;
/** What is due within this time is waited for while awake; the alarm is for when we are not (ms). */
const WAIT = 60_000;

/** Jobs that lie in the database, each for one host, and how they are done. */
interface JobQueueOptions<Job extends { host: string }> {
  /** Of the alarm that wakes the background while jobs wait; a sleeping worker hears nothing else. */
  name: string;
  /** Jobs at once, in all and for one host. */
  atOnce: number;
  atOncePerHost: number;
  /** How long a host is left alone after each job, in ms. */
  rest?: number;
  /** Takes the next job that is due and whose host is not busy. */
  claim(busyHosts: ReadonlySet<string>): Promise<Job | null>;
  /** Does a job to its end: done, failed, or to be tried again. */
  run(job: Job): Promise<void>;
  /** When the next job is due (ms since 1970), or null. */
  nextDueAt(): Promise<number | null>;
  isEmpty(): Promise<boolean>;
  onEmpty?(): Promise<unknown>;
  /** Puts back what was claimed by a background that was stopped. */
  requeue(now: number): Promise<unknown>;
}

export interface JobQueue {
  /** Says that there may be jobs. Returns at once. */
  wake(): void;
  /** Goes on where the background was stopped: at every start, and by alarm while jobs wait. */
  setUp(): void;
}

/** Runs jobs out of the database, so many at once, and wakes the background for those that are due later. */
export function makeJobQueue<Job extends { host: string }>(options: JobQueueOptions<Job>): JobQueue {
  const { name, atOnce, atOncePerHost, rest = 0 } = options;
  const running = new Map<string, number>();
  let active = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const addToHost = (host: string, by: 1 | -1): void => {
    const count = (running.get(host) ?? 0) + by;
    if (count > 0) running.set(host, count);
    else running.delete(host);
  };
  const busyHosts = (): Set<string> =>
    new Set([...running].filter(([, count]) => count >= atOncePerHost).map(([host]) => host));

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
        if (rest === 0) return release();
        worker.wake();
        setTimeout(release, rest);
      });
  };

  /** Starts what is due and sets the alarm for what is not. */
  const fill = async (): Promise<void> => {
    while (active < atOnce) {
      const job = await options.claim(busyHosts());
      if (job === null) break;
      start(job);
    }
    if (active === 0 && (await options.isEmpty())) {
      await browser.alarms.clear(name);
      await options.onEmpty?.();
      return;
    }
    await browser.alarms.create(name, { periodInMinutes: ALARM_MINUTES });
    const due = await options.nextDueAt();
    const wait = due === null ? 0 : due - Date.now();
    clearTimeout(timer);
    if (wait > 0 && wait < WAIT) timer = setTimeout(worker.wake, wait + 50);
  };
  const worker = oneAtATime(name, fill);

  return {
    wake: worker.wake,
    setUp() {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) worker.wake();
      });
      // There is one background, and it has just started: whoever claimed a job is dead.
      options
        .requeue(Date.now())
        .then(worker.wake)
        .catch((error: unknown) => console.error(`offprint: ${name}`, error));
    },
  };
}
