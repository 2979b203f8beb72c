/** What the queues of things to fetch have in common: rows that are due at a time, taken by one worker each. */
import Dexie, { type Table } from 'dexie';

/** A row of a queue; its table has an index `[state+dueAt]`. */
export interface DueJob {
  id: number;
  /** To go easy on each. */
  host: string;
  state: 'waiting' | 'running';
  /** Tries begun. */
  attempts: number;
  /** Not before this moment, milliseconds since 1970. For a running job: when it was claimed. */
  dueAt: number;
}

type Queue<Job extends DueJob> = Table<Job, number, Omit<Job, 'id'>>;

/** All of one state that is due until a moment. */
function dueUntil<Job extends DueJob>(queue: Queue<Job>, state: DueJob['state'], until: unknown) {
  return queue.where('[state+dueAt]').between([state, Dexie.minKey], [state, until], true, true);
}

/**
 * Takes the next due job, so that nobody else takes it.
 *
 * @param busyHosts hosts to leave alone for now
 * @param now milliseconds since 1970
 * @param lookAhead due jobs looked through for a host that is free
 * @returns null where nothing is due
 */
export function claimDue<Job extends DueJob>(
  queue: Queue<Job>,
  busyHosts: ReadonlySet<string>,
  now: number,
  lookAhead: number,
): Promise<Job | null> {
  return queue.db.transaction('rw', queue, async () => {
    const due = await dueUntil(queue, 'waiting', now).limit(lookAhead).toArray();
    const job = due.find(({ host }) => !busyHosts.has(host));
    if (job === undefined) return null;
    const claimed: Job = { ...job, state: 'running', attempts: job.attempts + 1, dueAt: now };
    await queue.put(claimed);
    return claimed;
  });
}

/**
 * Puts back what was claimed and never finished, because the background was killed.
 *
 * @param before claims older than this, milliseconds since 1970
 * @returns how many
 */
export function requeueClaims<Job extends DueJob>(queue: Queue<Job>, before: number): Promise<number> {
  return dueUntil(queue, 'running', before).modify((job) => {
    job.state = 'waiting';
  });
}

/** How long a job waits that could not be tried, in ms: without a network that costs nothing. */
const NO_TRY = 30_000;

/** Puts a claimed job back as if it had not been claimed: it could not be tried at all. */
export async function postpone<Job extends DueJob>(
  queue: Queue<Job>,
  { id, attempts }: Job,
  now: number,
): Promise<void> {
  await queue
    .where('id')
    .equals(id)
    .modify((job) => {
      job.state = 'waiting';
      job.attempts = Math.max(0, attempts - 1);
      job.dueAt = now + NO_TRY;
    });
}

/** When the next job is due, milliseconds since 1970; null where none is waiting. */
export async function nextDue<Job extends DueJob>(queue: Queue<Job>): Promise<number | null> {
  return (await dueUntil(queue, 'waiting', Dexie.maxKey).first())?.dueAt ?? null;
}
