import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { listTestFiles, type Tier } from './scripts/test-files.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root };
const tier = (process.env.OFFPRINT_TIER ?? 'all') as Tier;

const e2e = (browser: 'chromium' | 'firefox') => ({
  resolve: { alias },
  test: {
    name: browser,
    include: listTestFiles('e2e', tier),
    env: { OFFPRINT_BROWSER: browser },
    // The other browser has the other core.
    maxWorkers: 1,
    // A worker loads puppeteer and the harness once for all the files it runs, and lends them its browser in turn.
    isolate: false,
    testTimeout: tier === 'core' ? 60_000 : 300_000,
    hookTimeout: tier === 'core' ? 60_000 : 300_000,
  },
});

/** Signs of a unit test that changes something for all modules and does not restore it: modules or a global name. */
const CHANGES_GLOBALS =
  /@apart|\bvi\.(?:do|un)?[mM]ock\(|globalThis, [{'"]|(?:\.prototype|\bglobalThis|\bprocess\.env)\.\w+ (?:\?\?)?=[^=]|fake-indexeddb/;
const UNIT_TESTS = listTestFiles('unit', tier);
const NEEDS_DOCUMENT = /@vitest-environment jsdom/;
const saysIn = (file: string, sign: RegExp): boolean => sign.test(readFileSync(`${root}${file}`, 'utf8'));
const APART = UNIT_TESTS.filter((file) => saysIn(file, CHANGES_GLOBALS));
const TOGETHER = UNIT_TESTS.filter((file) => !APART.includes(file));

/** A worker for each file, or one that loads the modules once for all files, and jsdom for those that need a document. */
const unit = (name: string, isolate: boolean, include: string[]) => ({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  resolve: { alias },
  test: {
    name,
    include,
    isolate,
    maxWorkers: 2,
    // Files that share a worker share whatever a test mocked.
    restoreMocks: !isolate,
    setupFiles: [
      'tests/unit/same-examples.ts',
      'tests/unit/timers-of-file.ts',
      ...(isolate ? [] : ['tests/unit/all-words.ts', 'tests/unit/fresh-document.ts']),
    ],
    testTimeout: tier === 'core' ? 20_000 : 300_000,
    hookTimeout: tier === 'core' ? 20_000 : 300_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      // Files that share a worker must share its environment too, or each needs a new one.
      unit(
        'unit-plain',
        false,
        TOGETHER.filter((file) => !saysIn(file, NEEDS_DOCUMENT)),
      ),
      unit(
        'unit-document',
        false,
        TOGETHER.filter((file) => saysIn(file, NEEDS_DOCUMENT)),
      ),
      unit('unit-apart', true, APART),
      e2e('chromium'),
      e2e('firefox'),
    ],
  },
});
