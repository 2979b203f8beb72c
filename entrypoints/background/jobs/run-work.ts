/** Runs background work in many small steps with pauses, and none while the user is waiting for something. */

interface StepOptions {
  /** Runs one step. @returns whether there may be more work */
  step(): Promise<boolean>;
  /** Whether the user is waiting for other work; if so, the run ends. */
  isBusy(): Promise<boolean>;
  /** No step begins after this time. */
  maxDurationMs: number;
  /** Length of the pause after each step, as a multiple of the step's duration. */
  pauseFactor: number;
  minPauseMs: number;
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

const sleepFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs steps until there is no more work, the time is over, or the user is waiting for other work.
 *
 * @returns whether there may be more work
 * @throws the error of a step, which ends the run
 */
export async function runInSteps({
  step,
  isBusy,
  maxDurationMs,
  pauseFactor,
  minPauseMs,
  now = Date.now,
  sleep = sleepFor,
}: StepOptions): Promise<boolean> {
  const until = now() + maxDurationMs;
  while (now() < until) {
    if (await isBusy()) return true;
    const start = now();
    if (!(await step())) return false;
    await sleep(Math.max(minPauseMs, (now() - start) * pauseFactor));
  }
  return true;
}

/** Work that can be requested at any time, with at most one run at a time. */
export interface Worker {
  /** Requests a run and returns at once. A request during a run causes one more run after it. */
  wake(): void;
  isRunning(): boolean;
}

/**
 * Makes sure that at most one run of some work is in progress.
 *
 * @param name used in log messages about failures
 * @param work does everything that is pending, if anything
 * @param onRequestedAgain called after a run during which another was requested; by default starts that run at once
 */
export function oneAtATime(
  name: string,
  work: () => Promise<unknown>,
  onRequestedAgain?: () => void,
): Worker {
  let isRunning = false;
  let isRequestedAgain = false;
  const wake = (): void => {
    isRequestedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    work()
      .catch((error: unknown) => console.error(`offprint: ${name}`, error))
      .finally(() => {
        isRunning = false;
        if (isRequestedAgain) (onRequestedAgain ?? wake)();
      });
  };
  return { wake, isRunning: () => isRunning };
}
