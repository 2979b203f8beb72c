/** Background work in many small steps: it takes a small share of the time, and none while the user waits. */

interface SmallSteps {
  /** Does one step. @returns whether there may be more */
  step(): Promise<boolean>;
  /** Whether something runs for the user: ends the run. */
  isBusy(): Promise<boolean>;
  /** No step begins after this time, in ms. */
  maxDurationMs: number;
  /** The pause after each step is this many times as long as the step, */
  pauseFactor: number;
  /** but at least this long, in ms. */
  minPauseMs: number;
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

const sleepHere = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Works until all is done, the time is over, or something runs for the user.
 *
 * @returns whether there may be more to do
 * @throws the error of a step, which ends the run
 */
export async function runInSteps({
  step,
  isBusy,
  maxDurationMs,
  pauseFactor,
  minPauseMs,
  now = Date.now,
  sleep = sleepHere,
}: SmallSteps): Promise<boolean> {
  const until = now() + maxDurationMs;
  while (now() < until) {
    if (await isBusy()) return true;
    const start = now();
    if (!(await step())) return false;
    await sleep(Math.max(minPauseMs, (now() - start) * pauseFactor));
  }
  return true;
}

/** Work that is requested from many places and runs once at a time. */
export interface Worker {
  /** Requests a run and returns at once. A request during a run causes one more run after it. */
  wake(): void;
  isRunning(): boolean;
}

/**
 * @param name used in log messages about failures
 * @param work does everything there is to do at the moment; may find nothing
 * @param again called after a run during which another was requested; runs again at once by default
 */
export function oneAtATime(name: string, work: () => Promise<unknown>, again?: () => void): Worker {
  let isRunning = false;
  let isAskedAgain = false;
  const wake = (): void => {
    isAskedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    work()
      .catch((error: unknown) => console.error(`offprint: ${name}`, error))
      .finally(() => {
        isRunning = false;
        if (isAskedAgain) (again ?? wake)();
      });
  };
  return { wake, isRunning: () => isRunning };
}
