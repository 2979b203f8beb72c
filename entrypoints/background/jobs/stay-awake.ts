import { browser } from '../../../utils/platform/browser.ts';

/** A worker is stopped after 30 s without a call of the extension API. */
const CALL_INTERVAL_MS = 20_000;

/** Keeps the background awake during long work that makes no calls of the extension API. */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const awake = setInterval(() => {
    browser.runtime.getPlatformInfo().catch((error: unknown) => console.warn('offprint: awake', error));
  }, CALL_INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(awake);
  }
}
