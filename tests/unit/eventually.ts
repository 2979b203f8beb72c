import { vi } from 'vitest';

/** Waits until an assertion holds, as long as that takes on a machine that is busy with a browser beside. */
export function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(assertion, { timeout: 60_000 });
}
