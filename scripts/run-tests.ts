/** Runs projects of Vitest and counts, project by project, what passed and failed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileResult, RunResults } from './report-results.ts';
import { runCommand } from './run-command.ts';
import { findLeftOut } from './test-files.ts';

export interface Count {
  passed: number;
  failed: number;
}

const REPORTER = fileURLToPath(new URL('report-results.ts', import.meta.url));
/** Lines of an error that are repeated at the end: message and difference, not the whole stack. */
const FAILURE_LINES = 25;

/**
 * @param label stands before each line of the output
 * @param projects by name, as in `vitest.config.ts`
 * @param scratch a folder for the results
 * @param failures takes what failed, and why
 * @param options `isPatient` lets others on this machine go first; `env` is added to the environment
 * @returns a count for each project
 */
export async function runTests(
  label: string,
  projects: readonly string[],
  scratch: string,
  failures: string[],
  { isPatient = false, env = {} }: { isPatient?: boolean; env?: Record<string, string> } = {},
): Promise<Map<string, Count>> {
  const place = path.join(scratch, `${label}.json`);
  const { status } = await runCommand(
    'vitest',
    [
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      `--reporter=${REPORTER}`,
    ],
    { live: true, label: `${label.padEnd(8)} │`, env: { ...env, OFFPRINT_RESULTS: place }, isPatient },
  );
  const counts = new Map<string, Count>(projects.map((name) => [name, { passed: 0, failed: 0 }]));
  const fail = (why: string, project = projects[0] ?? ''): void => {
    failures.push(why);
    // One of a project that nobody asked for counts too, with the first.
    const count = counts.get(project) ?? counts.get(projects[0] ?? '');
    if (count !== undefined) count.failed++;
  };
  let results: RunResults;
  try {
    results = JSON.parse(readFileSync(place, 'utf8')) as RunResults;
  } catch (error) {
    fail(`${label}: vitest left no results: ${(error as Error).message}`);
    return counts;
  }
  for (const result of results.files) {
    // A skipped test has not passed.
    for (const { name, state, errors } of result.tests) {
      const count = counts.get(result.project);
      if (state === 'passed' && count !== undefined) count.passed++;
      else fail(`${nameOf(result)} › ${name} (${state})\n${firstLines(...errors)}`, result.project);
    }
    // A file that could not even be loaded has no test that failed.
    if (result.errors.length > 0 || result.tests.length === 0)
      fail(`${nameOf(result)}\n${firstLines(...result.errors)}`, result.project);
  }
  for (const { project, file } of findLeftOut(projects, results.files))
    fail(`${project} ${file} did not run`, project);
  for (const error of results.unhandled) fail(`${label}: nobody waited for this\n${firstLines(error)}`);
  for (const [project, { passed, failed }] of counts)
    if (passed + failed === 0) fail(`${project}: no test was found`, project);
  if (status !== 0 && [...counts.values()].every(({ failed }) => failed === 0))
    fail(`${label}: vitest ended with ${status}, though no test failed`);
  return counts;
}

const nameOf = ({ project, file }: FileResult): string => `${project} ${file}`;

const firstLines = (...messages: string[]): string =>
  messages.join('\n').split('\n').slice(0, FAILURE_LINES).join('\n').replace(/^/gm, '    ');
