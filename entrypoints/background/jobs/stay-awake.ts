import { browser } from '../../../utils/platform/browser.ts';

/** A worker is stopped after 30 s without a call of the extension API (ms). */
const CALL_EVERY = 20_000;

/** Keeps the background awake for work that takes longer than it would live, and hasn't a call of the API in it. */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const awake = setInterval(() => {
    browser.runtime.getPlatformInfo().catch((error: unknown) => console.warn('offprint: awake', error));
  }, CALL_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(awake);
  }
}
