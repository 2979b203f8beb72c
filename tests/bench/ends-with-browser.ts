import type { Browser } from 'puppeteer-core';

/**
 * For work that goes on until the browser is killed: what fails then is no failure, and what fails before is.
 *
 * @param onProblem is told what failed while the browser was there
 */
export function endsWithTheBrowser(
  work: Promise<unknown>,
  browser: Browser,
  onProblem: (problem: string) => void,
): void {
  work.catch((error: unknown) => {
    // A kill is told of a moment later than what was under way fails by it.
    setTimeout(() => {
      if (browser.connected) onProblem(`failed before the kill: ${String(error)}`);
    }, KILL_MS);
  });
}

/** How long it may take to be told of a kill where much else is going on, in ms. */
const KILL_MS = 5000;
