/**
 * "Always read this site" needs the browser's permission, and Firefox closes the popup to ask for it: what was asked for
 * is stored, and whoever is still there when the browser has answered carries it out.
 */
import { chooseSite } from '../settings/read-settings.ts';
import { browser } from './browser.ts';
import { updateSettings } from './settings-storage.ts';
import { askForSite, hasAccessTo } from './site-access.ts';

/** In session storage: the question does not outlive the browser either. */
const KEY = 'site-being-chosen';
/** After this the user has refused, and access to the site was given for another reason (ms). */
const KEEP_MS = 10 * 60 * 1000;

interface Asked {
  host: string;
  /** Milliseconds since 1970. */
  at: number;
}

function isAsked(stored: unknown): stored is Asked {
  if (typeof stored !== 'object' || stored === null || !('host' in stored) || !('at' in stored)) return false;
  return typeof stored.host === 'string' && typeof stored.at === 'number';
}

async function choose(host: string): Promise<void> {
  await updateSettings((settings) => {
    settings.reading = 'chosen';
    chooseSite(settings, host, true);
  });
}

/**
 * Asks the browser for a site and has it read from then on. Must be called inside the user's action, before any `await`.
 *
 * @param host as `siteKey` gives it
 * @returns whether access was given
 * @throws Error where the browser does not ask
 */
export async function askToChoose(host: string): Promise<boolean> {
  const answer = askForSite(host);
  const asked: Asked = { host, at: Date.now() };
  const stored = browser.storage.session.set({ [KEY]: asked }).catch((error: unknown) => {
    console.warn('offprint: not stored what was asked for', error);
  });
  const [isGiven] = await Promise.all([answer, stored]);
  if (isGiven) await choose(host);
  await browser.storage.session.remove(KEY);
  return isGiven;
}

/** Carries out what was asked for by a screen that is closed by now. Called when the browser has given access. */
export async function finishChoosing(): Promise<void> {
  const { [KEY]: asked } = await browser.storage.session.get(KEY);
  if (!isAsked(asked)) return;
  const age = Date.now() - asked.at;
  if (!(age >= 0 && age < KEEP_MS)) return browser.storage.session.remove(KEY);
  // Access to another site was given.
  if (!(await hasAccessTo(asked.host))) return;
  await choose(asked.host);
  await browser.storage.session.remove(KEY);
}
