/** Lists the test files of each tier, and those that a run has skipped. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run-command.ts';

/** `core` is `npm test`, `long` is `npm run test:long`; `all` is used when Vitest is started manually. */
export type Tier = 'core' | 'long' | 'all';

export type TestKind = 'unit' | 'e2e';

const PATTERNS: Record<TestKind, string> = {
  unit: 'tests/unit/**/*.test.{ts,tsx}',
  e2e: 'tests/e2e/**/*.test.ts',
};
const LONG_FILE = /\.long\.test\.tsx?$/;

/** Whether a file of the core tier contains tests of the long tier. */
const hasLongTests = (file: string): boolean =>
  /\b(?:it|describe)Long\b/.test(readFileSync(path.join(ROOT, file), 'utf8'));

/**
 * Lists the test files of a tier. The long tier runs all unit tests, since they generate more input there, but only
 * those end-to-end tests that have tests for it.
 *
 * @returns paths relative to the project's root, with slashes
 */
export function listTestFiles(kind: TestKind, tier: Tier): string[] {
  const files = globSync(PATTERNS[kind], { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  if (tier === 'core') return files.filter((file) => !LONG_FILE.test(file));
  if (tier === 'long' && kind === 'e2e')
    return files.filter((file) => LONG_FILE.test(file) || hasLongTests(file));
  return files;
}

/**
 * Finds test files without a result, which a mistake in `vitest.config.ts` may cause without any failure.
 *
 * @param expected files that should have run
 * @param results files with results
 */
export function findLeftOut(expected: readonly string[], results: readonly { file: string }[]): string[] {
  const ran = new Set(results.map(({ file }) => file));
  return expected.filter((file) => !ran.has(file));
}
