/** The common part of download queues: rows with a due time, each claimed by one worker. */
import Dexie, { type Table } from 'dexie';

/** A row of a queue; its table has an index `[state+dueAt]`. */
export interface DueJob {
  id: number;
  /** Used to limit requests per host. */
  host: string;
  state: 'waiting' | 'running';
  /** Number of started attempts. */
  attempts: number;
  /** Earliest start, in milliseconds since 1970; for a running job, when it was claimed. */
  dueAt: number;
}

/** A table of jobs. */
export type Queue<Job extends DueJob> = Table<Job, number, Omit<Job, 'id'>>;

/** Queries jobs of a state that are due by a given time, the earliest first. */
function queryDueJobs<Job extends DueJob>(queue: Queue<Job>, state: DueJob['state'], until: unknown) {
  return queue.where('[state+dueAt]').between([state, Dexie.minKey], [state, until], true, true);
}

/**
 * Claims the next due job.
 *
 * @param busyHosts hosts to skip for now
 * @param now milliseconds since 1970
 * @param lookAhead maximum number of due jobs to search for one with a free host
 * @returns null if no job is due
 */
export function claimDue<Job extends DueJob>(
  queue: Queue<Job>,
  busyHosts: ReadonlySet<string>,
  now: number,
  lookAhead: number,
): Promise<Job | null> {
  return queue.db.transaction('rw', queue, async () => {
    const due = await queryDueJobs(queue, 'waiting', now).limit(lookAhead).toArray();
    const job = due.find(({ host }) => !busyHosts.has(host));
    if (job === undefined) return null;
    const claimed: Job = { ...job, state: 'running', attempts: job.attempts + 1, dueAt: now };
    await queue.put(claimed);
    return claimed;
  });
}

/**
 * Returns jobs to the queue that were claimed but never finished, because the background was killed.
 *
 * @param before only claims older than this, milliseconds since 1970
 * @returns the number of jobs
 */
export function requeueClaims<Job extends DueJob>(queue: Queue<Job>, before: number): Promise<number> {
  return queryDueJobs(queue, 'running', before).modify((job) => {
    job.state = 'waiting';
  });
}

/** Delay in milliseconds for a job that could not be attempted, for example without a network. */
const POSTPONE_MS = 30_000;

/** Returns a claimed job to the queue without counting an attempt, which was impossible without a network. */
export async function postpone<Job extends DueJob>(queue: Queue<Job>, { id, attempts }: Job): Promise<void> {
  await queue
    .where('id')
    .equals(id)
    .modify((job) => {
      job.state = 'waiting';
      job.attempts = Math.max(0, attempts - 1);
      job.dueAt = Date.now() + POSTPONE_MS;
    });
}

/** When the next job is due, in milliseconds since 1970; null if none is waiting. */
export async function nextDueTime<Job extends DueJob>(queue: Queue<Job>): Promise<number | null> {
  return (await queryDueJobs(queue, 'waiting', Dexie.maxKey).first())?.dueAt ?? null;
}
