/**
 * `npm test`: builds, checks, unit tests, and the end-to-end suite in both browsers, on a machine that may have
 * had neither, nor the WebDAV servers. Ends with one line `N passed, N failed`; every check counts as one.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareFirefoxProfile } from '../tests/e2e/harness/firefox-profile.ts';
import { BUILDS, CHECKS, runChecks } from './check/checks.ts';
import { NoBrowserError, requireBrowsers } from './find-browser.ts';
import { NoServerError, requireDavServers } from './find-dav-servers.ts';
import { type Count, runTests } from './run-tests.ts';

const total: Count = { passed: 0, failed: 0 };
/** What failed, for the end of the output: of a long one often nothing else is kept. */
const failures: string[] = [];
const started = performance.now();
const scratch = mkdtempSync(path.join(tmpdir(), 'offprint-test-'));

function add(name: string, { passed, failed }: Count, since: number): void {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
}

/** Does one thing that is counted, or some that are counted apart. */
async function step(name: string, work: () => Promise<Count | Map<string, Count>>): Promise<void> {
  const since = performance.now();
  console.log(`── ${name}`);
  const counts = await work();
  if (counts instanceof Map) for (const [part, count] of counts) add(part, count, since);
  else add(name, counts, since);
}

/** Without a prepared profile the tests only take longer: what is wrong with Firefox they say themselves. */
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

for (const require of [() => requireBrowsers(['chromium', 'firefox']), requireDavServers]) {
  try {
    require();
  } catch (error) {
    if (!(error instanceof NoBrowserError) && !(error instanceof NoServerError)) throw error;
    failures.push(error.message);
    total.failed++;
  }
}
await step('builds', () => runChecks(BUILDS, failures));
const firefoxProfile = await prepareFirefox();
// Profiles and copies of builds that a worker leaves go with the rest.
const TMPDIR = path.join(scratch, 'tmp');
mkdirSync(TMPDIR);
// A web server that they start serves files there as a user of its own.
chmodSync(scratch, 0o755);
// The browsers' tests mostly wait, for pages and for what must not happen: `vitest.config.ts` says how many run side by
// side. The checks and the unit tests work without a pause, and take the cores meanwhile.
await Promise.all([
  step('browsers', () =>
    runTests('browsers', ['chromium', 'firefox'], scratch, failures, { env: { ...firefoxProfile, TMPDIR } }),
  ),
  step('checks', () => runChecks(CHECKS, failures)).then(() =>
    step('unit', () =>
      runTests('unit', ['unit-together', 'unit-apart'], scratch, failures, { isPatient: true }),
    ),
  ),
]);
try {
  // A browser that is ending may still write into its profile.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
} catch (error) {
  console.warn(`${scratch} is left behind:`, error);
}

for (const failure of failures) console.log(`✗ ${failure}\n`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
