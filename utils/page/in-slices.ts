/**
 * Work that may rest after each `yield`, and be finished at once or bit by bit. A `yield` gives false where the page
 * had no turn meanwhile.
 */
export type Steps<T> = Generator<undefined, T, boolean | undefined>;

/** The page was changed between two steps in such a way that the work lost its place. */
export class PageChangedError extends Error {
  override name = 'PageChangedError';
}

/** Small things, such as words, that are done between two chances to rest: a millisecond or so. */
export const REST_EVERY = 500;

/** Does all of it in this task. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next(false);
    if (step.done === true) return step.value;
  }
}

/** Strings that are joined from one step to the next: a millisecond or two. */
const JOIN_EVERY = 5000;

/** Joins any number of strings. */
export function* joinInSteps(parts: readonly string[], separator: string): Steps<string> {
  let joined = '';
  for (let start = 0; start < parts.length; start += JOIN_EVERY) {
    if (start > 0) {
      yield;
      joined += separator;
    }
    joined += parts.slice(start, start + JOIN_EVERY).join(separator);
  }
  return joined;
}

/** Milliseconds of work before the page gets its turn: a task of 50 ms is felt (W3C Long Tasks API). */
const SLICE_MS = 16;

export interface Pacing {
  now?: () => number;
  /** Lets the page do what waits, and comes back in a new task. */
  pause?: () => Promise<void>;
  /** Called before the first pause; work that fits in one slice never calls it. */
  onPause?: () => void;
  /** Called after each slice with the milliseconds it took; what the page does in the pauses does not count. */
  onSlice?: (ms: number) => void;
}

/** Does it in slices, each a task of its own. */
export async function runInSlices<T>(
  steps: Steps<T>,
  { now = () => performance.now(), pause = pauseTask, onPause, onSlice }: Pacing = {},
): Promise<T> {
  let start = now();
  let hasPaused = false;
  let hasRested = false;
  for (;;) {
    const step = steps.next(hasRested);
    hasRested = false;
    const ms = now() - start;
    if (step.done === true || ms >= SLICE_MS) onSlice?.(ms);
    if (step.done === true) return step.value;
    if (ms < SLICE_MS) continue;
    if (!hasPaused) onPause?.();
    hasPaused = true;
    await pause();
    hasRested = true;
    start = now();
  }
}

/** The scheduler goes on before other work that waits, where a browser has one (Prioritized Task Scheduling). */
function pauseTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
