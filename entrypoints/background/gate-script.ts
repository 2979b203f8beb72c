import { browser } from '../../utils/platform/browser.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { readingPatterns } from '../../utils/settings/site-settings.ts';
import { keepRegistered, registerScript, takeTurns } from './page-scripts.ts';
import { takeOver } from './take-over.ts';

const SCRIPT = 'gate';
/** What comes before it, see `entrypoints/world.ts`. */
const WORLD = 'world';

const inTurn = takeTurns();
/** Installed or updated a moment ago: whatever the browser has kept, open pages have nothing of ours that works. */
let isFresh = false;
/** Updated a moment ago: scripts of the version before may still be in open pages. */
let isUpdate = false;

async function register(): Promise<void> {
  const matches = readingPatterns(await loadSettings());
  await registerScript({ id: WORLD, js: 'world.js', matches, runAt: 'document_start', isKept: true });
  const gate = { id: SCRIPT, js: 'gate.js', matches, runAt: 'document_start', isKept: true } as const;
  const isNew = (await registerScript(gate)) || isFresh;
  const takesOver = isUpdate;
  isFresh = false;
  isUpdate = false;
  if (isNew && matches.length > 0) await lookAtOpenPages(matches, takesOver);
}

async function putGate(target: { tabId: number; frameIds: number[] }, takesOver: boolean): Promise<void> {
  if (takesOver) await browser.scripting.executeScript({ target, func: takeOver });
  await browser.scripting.executeScript({ target, files: ['/gate.js'] });
}

/** Pages that are open already would be looked at only when they are loaded again. */
async function lookAtOpenPages(matches: string[], takesOver: boolean): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.all(
    tabs.map(({ id = -1 }) =>
      putGate({ tabId: id, frameIds: [0] }, takesOver)
        // Closed meanwhile, or one of the pages that browsers keep every extension out of.
        .catch((error: unknown) => console.warn('offprint: page not looked at', error)),
    ),
  );
}

/**
 * Has the browser put the gate into the pages that the user lets Offprint look at, and into no others. Not in the
 * manifest's list of content scripts: what stands there is put in for good.
 */
export function registerGate(): Promise<void> {
  return inTurn(register);
}

export function setUpGateScript(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    isFresh = true;
    isUpdate = reason !== 'install';
  });
  keepRegistered(() => void registerGate());
}
