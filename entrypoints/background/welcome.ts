import { browser } from '../../utils/platform/browser.ts';
import { registerGate } from './gate-script.ts';

/** Set once the first page was shown; a temporary installation is "installed" at every start of the browser. */
const SHOWN = 'welcomed';

async function welcome(): Promise<void> {
  await registerGate();
  const stored = await browser.storage.local.get(SHOWN);
  if (stored[SHOWN] === true) return;
  await browser.storage.local.set({ [SHOWN]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the page that tells what Offprint does, once, when it has been installed. */
export function setUpWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    welcome().catch((error: unknown) => console.error('offprint: no welcome', error));
  });
}
