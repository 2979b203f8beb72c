/**
 * `npm run test:one <pattern> [firefox]`: runs the tests of either tier whose path contains the pattern, in Chromium
 * unless Firefox is asked for. Builds first if a browser is needed and the build is older than its sources.
 */
import { buildIfStale } from './build/build-if-stale.ts';
import { runCommand } from './run-command.ts';
import { listTestFiles } from './test-files.ts';

const [pattern, browser = 'chromium'] = process.argv.slice(2);
if (pattern === undefined || (browser !== 'chromium' && browser !== 'firefox')) {
  console.error('usage: npm run test:one <part of a path> [chromium|firefox]');
  process.exit(2);
}
const files = [...listTestFiles('unit', 'all'), ...listTestFiles('e2e', 'all')].filter((file) =>
  file.includes(pattern),
);
if (files.length === 0) {
  console.error(`No test file has “${pattern}” in its path.`);
  process.exit(2);
}
if (files.some((file) => file.startsWith('tests/e2e/'))) await buildIfStale(browser, 'test');
const { status } = await runCommand('vitest', ['run', '--project', 'unit*', '--project', browser, ...files], {
  live: true,
});
process.exitCode = status;
