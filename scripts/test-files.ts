/** Which test files each tier runs, and which of them a run has left out. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run-command.ts';

/** `core` is `npm test`, `long` is `npm run test:long`; `all` is what Vitest runs when it is started by hand. */
export type Tier = 'core' | 'long' | 'all';

export type TestKind = 'unit' | 'e2e';

const PATTERNS: Record<TestKind, string> = {
  unit: 'tests/unit/**/*.test.{ts,tsx}',
  e2e: 'tests/e2e/**/*.test.ts',
};
const LONG_FILE = /\.long\.test\.tsx?$/;

/** A file of the core that has tests for the long tier. */
const hasLongTests = (file: string): boolean =>
  /\b(?:it|describe)Long\b/.test(readFileSync(path.join(ROOT, file), 'utf8'));

/**
 * The long tier runs all unit tests, since they generate more input there; of the end-to-end tests only the files that
 * have tests of its own.
 *
 * @returns paths from the project's root, with slashes
 */
export function listTestFiles(kind: TestKind, tier: Tier): string[] {
  const files = globSync(PATTERNS[kind], { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  if (tier === 'core') return files.filter((file) => !LONG_FILE.test(file));
  if (tier === 'long' && kind === 'e2e')
    return files.filter((file) => LONG_FILE.test(file) || hasLongTests(file));
  return files;
}

/**
 * Test files without a result: with a mistake in `vitest.config.ts` they would not run, and nothing would fail.
 *
 * @param expected that should have run
 * @param results files there are results of
 */
export function findLeftOut(expected: readonly string[], results: readonly { file: string }[]): string[] {
  const ran = new Set(results.map(({ file }) => file));
  return expected.filter((file) => !ran.has(file));
}
