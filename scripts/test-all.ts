/**
 * `npm test` and, with `--long`, `npm run test:long`: the builds, the checks and unit tests, then the end-to-end tests
 * in both browsers in parallel. Ends with one line `N passed, N failed`; every build and check counts as one.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareFirefoxProfile } from '../tests/e2e/harness/firefox-profile.ts';
import { BUILDS, CHECKS, runChecks, SLOW_CHECKS } from './check/checks.ts';
import { NoBrowserError, requireBrowsers } from './find-browser.ts';
import { type Count, runTests } from './run-tests.ts';

const tier = process.argv.includes('--long') ? 'long' : 'core';
const total: Count = { passed: 0, failed: 0, skipped: 0 };
/** Failures, which are repeated at the end of the output. */
const failures: string[] = [];
const started = performance.now();
const scratch = mkdtempSync(path.join(tmpdir(), 'offprint-test-'));

/** Runs one part and adds its counts to the total. */
async function step(
  name: string,
  work: () => Promise<Omit<Count, 'skipped'> & Partial<Count>>,
): Promise<void> {
  const start = performance.now();
  console.log(`── ${name}`);
  const { passed, failed, skipped = 0 } = await work();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
}

/** Without a prepared profile the tests only take longer; if Firefox is broken, they report it themselves. */
async function prepareFirefox(): Promise<Record<string, string>> {
  const folder = path.join(scratch, 'firefox');
  try {
    await prepareFirefoxProfile(requireBrowsers(['firefox']).firefox, folder);
    return { OFFPRINT_FIREFOX_PROFILE: folder };
  } catch (error) {
    console.warn('no prepared profile for Firefox:', error);
    return {};
  }
}

async function testInBrowsers(): Promise<void> {
  const profile = await prepareFirefox();
  // Killed browsers leave profiles and copies of builds behind, which are removed with this folder.
  const TMPDIR = path.join(scratch, 'tmp');
  mkdirSync(TMPDIR);
  // A web server of the long tier reads files there as another user.
  chmodSync(scratch, 0o755);
  const env = { ...profile, TMPDIR };
  await Promise.all([
    step('Chromium', () => runTests('chromium', tier, scratch, failures, env)),
    step('Firefox', () => runTests('firefox', tier, scratch, failures, env)),
  ]);
}

try {
  requireBrowsers(['chromium', 'firefox']);
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  failures.push(error.message);
  total.failed++;
}
await Promise.all([
  step('builds for Chromium', () => runChecks(BUILDS.chromium, failures)),
  step('builds for Firefox', () => runChecks(BUILDS.firefox, failures)),
]);
if (total.failed === 0) {
  await Promise.all([
    step('checks', () => runChecks(tier === 'core' ? CHECKS : SLOW_CHECKS, failures)),
    step('unit tests', () => runTests('unit', tier, scratch, failures)),
  ]);
  // A nightly run shows all failures; otherwise, failures of the fast tests skip the slow ones.
  if (total.failed === 0 || tier === 'long') await testInBrowsers();
  else console.log('The tests in the browsers were not started.\n');
}
try {
  // A closing browser may still write to its profile.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
} catch (error) {
  console.warn(`could not remove ${scratch}:`, error);
}

for (const failure of failures) console.log(`✗ ${failure}\n`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
