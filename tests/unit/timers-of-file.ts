import { afterAll } from 'vitest';

const { setTimeout: later, setInterval: again } = globalThis;
const waiting = new Set<ReturnType<typeof setTimeout>>();

/**
 * Ends what a file's tests have left waiting. It would come when the document is gone, or in the middle of another file
 * that shares the worker.
 */
export function endTimersOfFile(): void {
  for (const timer of waiting) clearTimeout(timer);
  waiting.clear();
}

/** What a program calls to put work off, with a note of each that it calls. */
function noted<T extends typeof later | typeof again>(start: T): T {
  const noting = (...call: Parameters<typeof later>) => {
    const timer = start(...call);
    waiting.add(timer);
    return timer;
  };
  // Node gives some of its own kinds by symbols, as for `promisify`.
  return Object.assign(noting, start) as unknown as T;
}

globalThis.setTimeout = noted(later);
globalThis.setInterval = noted(again);
afterAll(() => {
  endTimersOfFile();
  globalThis.setTimeout = later;
  globalThis.setInterval = again;
});
