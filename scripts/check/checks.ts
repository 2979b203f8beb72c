import { runCommand } from '../run-command.ts';
import { checkApis } from './check-apis.ts';
import { checkBrowserTable } from './check-browser-table.ts';
import { checkBuild } from './check-build.ts';
import { checkMessages } from './check-messages.ts';
import { lintFirefoxBuild } from './lint-firefox-build.ts';

/** A check of the sources or of the build. */
export interface Check {
  name: string;
  /**
   * Runs the check.
   *
   * @returns an empty string on success, otherwise the problems
   */
  run: () => Promise<string>;
}

const command = (name: string, tool: string, ...args: string[]): Check => commandIn({}, name, tool, ...args);

const commandIn = (env: Record<string, string>, name: string, tool: string, ...args: string[]): Check => ({
  name,
  run: async () => {
    const { status, output } = await runCommand(tool, args, { env });
    return status === 0 ? '' : output || `${tool} ended with ${status}`;
  },
});

const build = (browser: 'chrome' | 'firefox'): Check[] => [
  command(`build for ${browser}`, 'wxt', 'build', '-b', browser),
  commandIn({ OFFPRINT_TEST_BUILD: '1' }, `test build for ${browser}`, 'wxt', 'build', '-b', browser),
];

/** The release builds, which the checks examine, and those for the end-to-end tests. */
export const BUILDS = { chromium: build('chrome'), firefox: build('firefox') };

/** Ordered from fast to slow. They need the builds. */
export const CHECKS: Check[] = [
  command('format and lint (Biome)', 'biome', 'check', '--max-diagnostics=50'),
  command('types (tsc)', 'tsc', '--noEmit', '-p', '.'),
  { name: 'words of the interface, in every language', run: async () => checkMessages().join('\n') },
  {
    name: 'APIs that every browser has',
    run: async () => [...checkApis(), ...checkBrowserTable()].join('\n'),
  },
  { name: 'size of the gate, remote code, licences, permissions', run: async () => checkBuild().join('\n') },
  command('unused files, exports, dependencies (knip)', 'knip', '--no-progress'),
];

/** Checks of the long tier: they take half as long as all others together, and few changes affect their results. */
export const SLOW_CHECKS: Check[] = [
  { name: 'web-ext lint', run: async () => (await lintFirefoxBuild()).join('\n') },
];

/**
 * Runs checks one after the other and prints a line for each.
 *
 * @param failures receives the failed checks with the reasons
 * @returns the numbers of passed and failed checks
 */
export async function runChecks(
  checks: readonly Check[],
  failures: string[] = [],
): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const { name, run } of checks) {
    const start = performance.now();
    const problem = await run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${problem === '' ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (problem !== '') {
      failed++;
      const problemLines = problem.trimEnd().replace(/^/gm, '    ');
      console.log(problemLines);
      failures.push(`${name}\n${problemLines}`);
    }
  }
  return { passed: checks.length - failed, failed };
}
