import { runCommand } from '../run-command.ts';
import { checkApis } from './check-apis.ts';
import { checkBrowserTable } from './check-browser-table.ts';
import { checkBuild } from './check-build.ts';
import { checkMessages } from './check-messages.ts';
import { lintFirefoxBuild } from './lint-firefox-build.ts';

/** One thing that must hold of the sources or of the build. */
export interface Check {
  name: string;
  /** @returns nothing where all is well, else what is wrong */
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

/** The builds that users get, which the checks look at, and those that the end-to-end tests use. */
export const BUILDS = { chromium: build('chrome'), firefox: build('firefox') };

/** In this order: the quick ones first. They want the builds. */
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

/** In the long tier: it takes half as long as all others together, and tells of what hardly any change touches. */
export const SLOW_CHECKS: Check[] = [
  { name: 'web-ext lint', run: async () => (await lintFirefoxBuild()).join('\n') },
];

/**
 * Runs checks one after the other and prints a line for each.
 *
 * @param failures takes what failed, and why
 * @returns how many passed and failed
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
