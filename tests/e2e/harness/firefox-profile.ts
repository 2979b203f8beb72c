import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

/**
 * What Firefox works out at the start of every new profile, and nothing of a user's or of an extension's: its parsed
 * scripts, the empty databases of keys, history and icons, the list of its own add-ons.
 */
const WORKED_OUT = [
  'startupCache',
  'compatibility.ini',
  'addonStartup.json.lz4',
  'extensions.json',
  'cert9.db',
  'key4.db',
  'pkcs11.txt',
  'places.sqlite',
  'favicons.sqlite',
  'search.json.mozlz4',
];

/** How long Firefox may take for that, in ms. */
const LIMIT = 60_000;

/**
 * Starts Firefox once and keeps what it works out, so that the many new profiles of a whole run need not: each starts
 * with two thirds of the work.
 *
 * @param folder is made; `OFFPRINT_FIREFOX_PROFILE` names it to the tests
 * @throws Error where Firefox does not start, or has not ended after a minute: then it is killed
 */
export async function prepareFirefoxProfile(executablePath: string, folder: string): Promise<void> {
  const first = `${folder}-first`;
  mkdirSync(first);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    timeout: LIMIT,
    userDataDir: first,
    extraPrefsFirefox: { 'services.settings.server': 'http://127.0.0.1:9/' },
  });
  let limit: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(`Firefox took longer than ${LIMIT} ms`)), LIMIT);
  });
  try {
    await Promise.race([late, openAndClose(browser)]);
  } catch (error) {
    await endAtOnce(browser);
    throw error;
  } finally {
    clearTimeout(limit);
  }
  mkdirSync(folder, { recursive: true });
  for (const name of WORKED_OUT) {
    const from = path.join(first, name);
    if (existsSync(from)) cpSync(from, path.join(folder, name), { recursive: true });
  }
}

async function openAndClose(browser: Browser): Promise<void> {
  await (await browser.newPage()).close();
  // It writes most of it as it ends.
  await browser.close();
}

/** A folder for a new profile; it is the caller's to remove. */
export function newFirefoxProfile(): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'offprint-firefox-'));
  const prepared = process.env.OFFPRINT_FIREFOX_PROFILE;
  if (prepared !== undefined) cpSync(prepared, profile, { recursive: true });
  return profile;
}

/** To be called when the browser has ended. What stays is a few megabytes in the folder for what is temporary. */
export function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.warn(`${profile} stays`, error);
  }
}

/** By itself, or by a signal, as after a crash. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Ends a Firefox that leaves no profile: what it would still write on its way out would be removed with it. */
export async function endAtOnce(browser: Browser): Promise<void> {
  const main = browser.process();
  // Only elsewhere puppeteer starts it as the head of a process group of its own.
  if (process.platform === 'win32' || main?.pid === undefined || hasEnded(main)) return browser.close();
  const ended = once(main, 'exit');
  process.kill(-main.pid, 'SIGKILL');
  await ended;
}
