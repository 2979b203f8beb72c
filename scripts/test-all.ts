/**
 * `npm test`: builds, checks, unit tests, and the end-to-end suite in both browsers, on a machine that may have
 * had neither, nor the WebDAV servers. Ends with one line `N passed, N failed`; every check counts as one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILDS, CHECKS, runChecks } from './check/checks.ts';
import { NoBrowserError, requireBrowsers } from './find-browser.ts';
import { NoServerError, requireDavServers } from './find-dav-servers.ts';
import { ROOT, runCommand } from './run-command.ts';

interface Count {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const total: Count = { passed: 0, failed: 0 };
/** What failed, for the end of the output: of a long one often nothing else is kept. */
const failures: string[] = [];
/** Lines of an error that are repeated at the end: message and difference, not the whole stack. */
const FAILURE_LINES = 25;
const started = performance.now();
const scratch = mkdtempSync(path.join(tmpdir(), 'offprint-test-'));

function add(name: string, { passed, failed }: Count, since: number): void {
  total.passed += passed;
  total.failed += failed;
  console.log(
    `── ${name}: ${passed} passed, ${failed} failed (${((performance.now() - since) / 1000).toFixed(0)} s)\n`,
  );
}

async function runProject(project: string): Promise<Count> {
  const reportFile = path.join(scratch, `${project}.json`);
  const { status, output } = await runCommand(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    { live: true, label: `${project.padEnd(8)} │` },
  );
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  } catch (error) {
    failures.push(`${project}: vitest left no report: ${(error as Error).message}`);
    return { passed: 0, failed: 1 };
  }
  failures.push(...describeFailures(project, report));
  // A file that could not even be loaded has no test that failed, and a skipped test has not passed.
  const unloaded = report.testResults.filter(
    ({ status: result, assertionResults }) => result === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded;
  if (failed > 0 || status === 0) return { passed: report.numPassedTests, failed };
  // An error that no test waited for is in no report.
  const unhandled = Math.max(output.indexOf('Unhandled'), 0);
  failures.push(
    `${project}: vitest ended with ${status}, though no test failed\n${firstLines(output.slice(unhandled))}`,
  );
  return { passed: report.numPassedTests, failed: 1 };
}

function describeFailures(project: string, report: VitestReport): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    if (status === 'failed' && assertionResults.length === 0)
      return [`${project} ${file}\n${firstLines(message)}`];
    return assertionResults
      .filter((test) => test.status !== 'passed')
      .map(
        (test) =>
          `${project} ${file} › ${test.fullName} (${test.status})\n${firstLines(...test.failureMessages)}`,
      );
  });
}

const firstLines = (...messages: string[]): string =>
  messages.join('\n').split('\n').slice(0, FAILURE_LINES).join('\n').replace(/^/gm, '    ');

async function step(name: string, work: () => Promise<Count>): Promise<void> {
  const since = performance.now();
  console.log(`── ${name}`);
  add(name, await work(), since);
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
await step('checks', () => runChecks(CHECKS, failures));
// A browser's tests wait half the time, for pages and for what must not happen: two cores have room for both browsers.
// Chromium's are done first; the unit tests need one core and take its place.
await Promise.all([
  step('firefox', () => runProject('firefox')),
  step('chromium', () => runProject('chromium')).then(() => step('unit', () => runProject('unit'))),
]);
rmSync(scratch, { recursive: true, force: true });

for (const failure of failures) console.log(`✗ ${failure}\n`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
