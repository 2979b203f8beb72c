import { browser } from '../../../utils/platform/browser.ts';

/** Browsers stop a background after 30 s without a call to an extension API. */
const CALL_INTERVAL_MS = 20_000;

/** Keeps the background awake during long work that makes no extension API calls. */
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
