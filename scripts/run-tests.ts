/** Runs one kind of tests with Vitest and counts the results. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResults } from './report-results.ts';
import { runCommand } from './run-command.ts';
import { findLeftOut, listTestFiles, type Tier } from './test-files.ts';

export interface Count {
  passed: number;
  failed: number;
  /** Tests that need a server that is not installed; only in the long tier. */
  skipped: number;
}

/** Names of projects in `vitest.config.ts`: the unit tests are three, see there. */
const PROJECTS = {
  unit: ['unit-plain', 'unit-document', 'unit-apart'],
  chromium: ['chromium'],
  firefox: ['firefox'],
} as const;

const REPORTER = fileURLToPath(new URL('report-results.ts', import.meta.url));
/** Firefox takes a quarter longer than Chromium for the same tests: with a little more of the processor, both end together. */
const NICENESS = { unit: 0, chromium: 5, firefox: 0 } as const;

/** Number of lines of an error that are repeated at the end: message and difference, not the whole stack. */
const MAX_FAILURE_LINES = 25;

/**
 * Runs the tests.
 *
 * @param scratch a folder for the results
 * @param failures receives each failed test with the reason
 * @param env additional environment variables
 */
export async function runTests(
  group: keyof typeof PROJECTS,
  tier: Tier,
  scratch: string,
  failures: string[],
  env: Record<string, string> = {},
): Promise<Count> {
  const resultsFile = path.join(scratch, `${group}.json`);
  const projects = PROJECTS[group].flatMap((name) => ['--project', name]);
  const { status } = await runCommand(
    'vitest',
    ['run', ...projects, '--reporter=default', `--reporter=${REPORTER}`],
    {
      live: true,
      label: `${group.padEnd(8)} │`,
      niceness: NICENESS[group],
      env: { ...env, OFFPRINT_RESULTS: resultsFile, OFFPRINT_TIER: tier },
    },
  );
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const fail = (reason: string): void => {
    failures.push(reason);
    count.failed++;
  };
  let results: RunResults;
  try {
    results = JSON.parse(readFileSync(resultsFile, 'utf8')) as RunResults;
  } catch (error) {
    fail(`${group}: vitest left no results: ${(error as Error).message}`);
    return count;
  }
  for (const { project, file, tests, errors } of results.files) {
    for (const test of tests) {
      if (test.state === 'passed') count.passed++;
      else if (test.state === 'skipped' && tier === 'long') {
        console.log(`skipped: ${project} ${file} › ${test.name}`);
        count.skipped++;
      }
      // In `npm test`, a skipped test is a mistake.
      else fail(`${project} ${file} › ${test.name} (${test.state})\n${firstLines(...test.errors)}`);
    }
    // If a file could not be loaded, it has no failed test.
    if (errors.length > 0 || tests.length === 0) fail(`${project} ${file}\n${firstLines(...errors)}`);
  }
  const expected = listTestFiles(group === 'unit' ? 'unit' : 'e2e', tier);
  for (const file of findLeftOut(expected, results.files)) fail(`${group} ${file} did not run`);
  for (const error of results.unhandled) fail(`${group}: an error outside of any test\n${firstLines(error)}`);
  if (count.passed + count.failed === 0) fail(`${group}: no tests were found`);
  if (status !== 0 && count.failed === 0)
    fail(`${group}: vitest ended with status ${status}, though no test failed`);
  return count;
}

const firstLines = (...messages: string[]): string =>
  messages.join('\n').split('\n').slice(0, MAX_FAILURE_LINES).join('\n').replace(/^/gm, '    ');
