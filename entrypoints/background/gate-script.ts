import { browser } from '../../utils/platform/browser.ts';
import { loadSettings, watchSettings } from '../../utils/platform/settings-storage.ts';
import { readingPatterns } from '../../utils/settings/reading-places.ts';

const SCRIPT = 'gate';
/** What comes before it, see `entrypoints/world.ts`. */
const WORLD = 'world';

let registering: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = readingPatterns(await loadSettings());
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if ([...(known?.matches ?? [])].sort().join() === [...matches].sort().join()) return;
  const old = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT, WORLD] });
  if (old.length > 0) await browser.scripting.unregisterContentScripts({ ids: old.map(({ id }) => id) });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: WORLD, matches, js: ['world.js'], runAt: 'document_start', persistAcrossSessions: true },
    { id: SCRIPT, matches, js: ['gate.js'], runAt: 'document_end', persistAcrossSessions: true },
  ]);
  await lookAtOpenPages(matches);
}

/** Pages that are open already would be looked at only when they are loaded again. */
async function lookAtOpenPages(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(
    tabs.map(({ id = -1 }) =>
      browser.scripting
        .executeScript({ target: { tabId: id, frameIds: [0] }, files: ['/gate.js'] })
        // Closed meanwhile, or one of the pages that browsers keep every extension out of.
        .catch((error: unknown) => console.warn('offprint: page not looked at', error)),
    ),
  );
}

/**
 * Has the browser put the gate into the pages that the reader lets Offprint look at, and into no others. Not in the
 * manifest's list of content scripts: what stands there is put in for good.
 */
export function registerGate(): Promise<void> {
  // One after the other: two at once would register the same id twice.
  registering = registering
    .then(register)
    .catch((error: unknown) => console.warn('offprint: gate not registered', error));
  return registering;
}

export function setUpGateScript(): void {
  const again = (): void => void registerGate();
  // Chromium forgets what was registered when the extension is updated.
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  watchSettings(again, new AbortController().signal);
}
