import { sealDatabase } from '../../utils/library/schema/seal-database.ts';
import { browser } from '../../utils/platform/browser.ts';

/** In the storage of the browser's session: gone when the browser is. */
const KEY = 'logSealed';

async function sealOnce(): Promise<void> {
  if ((await browser.storage.session.get(KEY))[KEY] === true) return;
  await sealDatabase();
  await browser.storage.session.set({ [KEY]: true });
}

/**
 * Once in each session of the browser, as early as anything of ours runs: sees to it that what a crash left of the
 * database's log can do no harm; see `seal-database.ts`. Firefox keeps its databases otherwise and needs none of it.
 */
export async function sealLibrary(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await navigator.locks.request('offprint-seal', sealOnce);
}
