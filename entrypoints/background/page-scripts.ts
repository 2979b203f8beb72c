import { browser } from '../../utils/platform/browser.ts';
import { watchSettings } from '../../utils/platform/settings-storage.ts';

/** A script that the browser puts into pages by itself, without waking the background. */
interface PageScript {
  id: string;
  js: string;
  /** Match patterns; none where it is put into no page. */
  matches: readonly string[];
  runAt: 'document_start' | 'document_end';
  /** Whether the browser keeps it over its own restarts. */
  isKept: boolean;
}

/** Match patterns that a script is registered for at the moment. */
export async function matchesOf(id: string): Promise<string[]> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  return known?.matches ?? [];
}

/**
 * Has the browser put a script into exactly these pages.
 *
 * @returns whether that changed anything
 */
export async function registerScript({ id, js, matches, runAt, isKept }: PageScript): Promise<boolean> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const known = before?.matches ?? [];
  // One that the browser has kept over an update may be that of the version before.
  const isSame = known.length === 0 || before?.runAt === runAt;
  if (isSame && [...known].sort().join() === [...matches].sort().join()) return false;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length > 0) {
    await browser.scripting.registerContentScripts([
      { id, matches: [...matches], js: [js], runAt, persistAcrossSessions: isKept },
    ]);
  }
  return true;
}

/** Has registrations of the same scripts done one after the other: two at once would register the same id twice. */
export function takeTurns(): (register: () => Promise<unknown>) => Promise<void> {
  let registering: Promise<void> = Promise.resolve();
  return (register) => {
    registering = registering
      .then(register)
      .then(() => undefined)
      .catch((error: unknown) => console.warn('offprint: script not registered', error));
    return registering;
  };
}

/** Registers again whenever it may have to be: Chromium forgets on updates, and the settings say which pages. */
export function keepRegistered(again: () => void): void {
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  watchSettings(again, new AbortController().signal);
}
