/**
 * Work that can pause at each `yield`, so that it can run at once or in slices. `yield` returns false if there was no pause,
 * so the page can't have changed.
 */
export type Steps<T> = Generator<undefined, T, boolean | undefined>;

/** The page changed during a pause, so that the work cannot continue. */
export class PageChangedError extends Error {
  override name = 'PageChangedError';
}

/** Number of small items, such as words, to process between two `yield`s; takes about a millisecond. */
export const ITEMS_PER_STEP = 500;

/** Runs all steps in the current task. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next(false);
    if (step.done === true) return step.value;
  }
}

/** Number of strings to join per step; takes one or two milliseconds. */
const STRINGS_PER_STEP = 5000;

/** Joins strings, with pauses between large groups. */
export function* joinInSteps(parts: readonly string[], separator: string): Steps<string> {
  let joined = '';
  for (let start = 0; start < parts.length; start += STRINGS_PER_STEP) {
    if (start > 0) {
      yield;
      joined += separator;
    }
    joined += parts.slice(start, start + STRINGS_PER_STEP).join(separator);
  }
  return joined;
}

/** Milliseconds of work before a pause. Tasks over 50 ms are noticeable (W3C Long Tasks API). */
const SLICE_MS = 16;

export interface Pacing {
  now?: () => number;
  /** Lets the page run pending tasks; resolves in a new task. */
  pause?: () => Promise<void>;
  /** Called before the first pause; work that fits in one slice never calls it. */
  onPause?: () => void;
  /** Called after each slice with its duration in ms, without the pauses. */
  onSlice?: (ms: number) => void;
}

/** Runs the steps in slices, each in a task of its own. */
export async function runInSlices<T>(
  steps: Steps<T>,
  { now = () => performance.now(), pause = pauseTask, onPause, onSlice }: Pacing = {},
): Promise<T> {
  let start = now();
  let hasPaused = false;
  let wasPaused = false;
  for (;;) {
    const step = steps.next(wasPaused);
    wasPaused = false;
    const ms = now() - start;
    if (step.done === true || ms >= SLICE_MS) onSlice?.(ms);
    if (step.done === true) return step.value;
    if (ms < SLICE_MS) continue;
    if (!hasPaused) onPause?.();
    hasPaused = true;
    await pause();
    wasPaused = true;
    start = now();
  }
}

/** `scheduler.yield` (Prioritized Task Scheduling) continues before other pending tasks, in browsers that have it. */
function pauseTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
