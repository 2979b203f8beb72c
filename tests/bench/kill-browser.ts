/** Ends a browser as a crash or a battery does. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Launched } from '../e2e/harness/launch-browser.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A process and all it started. */
export function tree(pid: number): number[] {
  let children: number[] = [];
  try {
    const list = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    children = list.trim().split(/\s+/).filter(Boolean).map(Number);
  } catch (error) {
    // `ps` says by its exit status that there are none.
    if ((error as { status?: number }).status !== 1) throw error;
  }
  return [pid, ...children.flatMap(tree)];
}

/** Is one of these processes still there? What is dead and waits to be buried (`Z`) holds no file. */
function isAnyAlive(pids: readonly number[]): boolean {
  try {
    const states = execFileSync('ps', ['-o', 'stat=', '-p', pids.join(',')], { encoding: 'utf8' });
    return states.split('\n').some((state) => state.trim() !== '' && !state.trim().startsWith('Z'));
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error;
    return false;
  }
}

/**
 * Waits until puppeteer has tidied up after a browser: once it hears of the end it takes the preferences of a Firefox
 * profile away and puts in place what was there before. A browser that starts in between finds none, and gives the
 * extension another address than the one we open.
 */
async function waitForTidying(ended: Promise<unknown>, profile: string): Promise<void> {
  await ended;
  const kept = ['prefs.js', 'user.js'].map((file) => path.join(profile, `${file}.puppeteer`));
  await waitFor('the preferences to be put back', () => !kept.some(existsSync));
}

function endOf(browser: ChildProcess): Promise<unknown> {
  const hasEnded = browser.exitCode !== null || browser.signalCode !== null;
  return hasEnded ? Promise.resolve() : once(browser, 'exit');
}

/**
 * Kills a browser with SIGKILL, and waits until it is really gone: on a busy machine that takes a while, and a second
 * browser on the same profile would take the database of the first for broken. Its locks on the profile go, too.
 */
export async function killBrowser(launched: Launched, profile: string): Promise<void> {
  const browser = launched.browser.process();
  if (browser?.pid === undefined) throw new Error('the browser has no process');
  const ended = endOf(browser);
  const pids = tree(browser.pid);
  for (const one of pids) {
    try {
      process.kill(one, 'SIGKILL');
    } catch (error) {
      // Gone with its parent.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  while (isAnyAlive(pids)) await pause(50);
  await waitForTidying(ended, profile);
  for (const lock of ['SingletonLock', 'lock', '.parentlock']) {
    rmSync(path.join(profile, lock), { force: true });
  }
}
