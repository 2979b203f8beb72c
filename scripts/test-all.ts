/**
 * `npm test`: builds, checks, unit tests, and the end-to-end suite in both browsers, on a machine that may have
 * had neither. Ends with one line `N passed, N failed`; every check counts as one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILDS, CHECKS, runChecks } from './checks.ts';
import { NoBrowserError, requireBrowsers } from './find-browser.ts';
import { runCommand } from './run-command.ts';

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
  testResults: { status: string; assertionResults: unknown[] }[];
}

const total: Count = { passed: 0, failed: 0 };
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
  const { status } = await runCommand(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    { live: true, label: `${project.padEnd(8)} │` },
  );
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  } catch (error) {
    console.error(`vitest left no report for ${project}: ${(error as Error).message}`);
    return { passed: 0, failed: 1 };
  }
  // A file that could not even be loaded has no test that failed, and a skipped test has not passed.
  const unloaded = report.testResults.filter(
    ({ status: result, assertionResults }) => result === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

async function step(name: string, work: () => Promise<Count>): Promise<void> {
  const since = performance.now();
  console.log(`── ${name}`);
  add(name, await work(), since);
}

try {
  requireBrowsers(['chromium', 'firefox']);
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  total.failed++;
}
await step('builds', () => runChecks(BUILDS));
await step('checks', () => runChecks(CHECKS));
await step('chromium', () => runProject('chromium'));
// Firefox waits for its pages half the time: beside it the second core has room for the unit tests.
await Promise.all(['firefox', 'unit'].map((project) => step(project, () => runProject(project))));
rmSync(scratch, { recursive: true, force: true });

console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
