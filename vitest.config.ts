import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root };

/**
 * Three for two cores: a browser's tests wait for most of their time. More than six want too much memory: each may have a
 * browser that is not lent at the moment beside the one it works with.
 */
const BROWSERS = Math.min(6, Math.ceil(1.5 * availableParallelism()));

/** Files that only `npm run test:long` runs. */
const LONG_FILES = /\.long\.test\.tsx?$/;
const isLong = process.env.OFFPRINT_LONG === '1';

const e2e = (browser: 'chromium' | 'firefox') => ({
  resolve: { alias },
  test: {
    name: browser,
    include: [isLong ? 'tests/e2e/**/*.long.test.ts' : 'tests/e2e/**/!(*.long).test.ts'],
    env: { OFFPRINT_BROWSER: browser },
    maxWorkers: BROWSERS,
    // A worker loads puppeteer and the harness once for all the files it runs, and lends them its browser in turn.
    isolate: false,
    // Several waits of a minute have room in it.
    testTimeout: 500_000,
    hookTimeout: 500_000,
  },
});

/** Signs of what a unit test changes for all modules, and nobody puts back: modules, a global name; or its own word. */
const CHANGES_THE_WORLD =
  /@apart|\bvi\.(?:do|un)?[mM]ock\(|globalThis, [{'"]|(?:\.prototype|\bglobalThis|\bprocess\.env)\.\w+ (?:\?\?)?=[^=]|fake-indexeddb/;
const UNIT_TESTS = globSync('tests/unit/**/*.test.{ts,tsx}', { cwd: root }).filter(
  (file) => isLong || !LONG_FILES.test(file),
);
const isApart = (file: string): boolean => CHANGES_THE_WORLD.test(readFileSync(`${root}${file}`, 'utf8'));

/** A worker of its own for each file, or one that loads the modules once for all, and jsdom for whoever wants a document. */
const unit = (name: string, isolate: boolean) => ({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  resolve: { alias },
  test: {
    name,
    include: UNIT_TESTS.filter((file) => isApart(file) === isolate),
    isolate,
    // What a test puts in the place of a function would be there for the next file as well.
    restoreMocks: !isolate,
    setupFiles: [
      'tests/unit/all-words.ts',
      'tests/unit/same-examples.ts',
      'tests/unit/timers-of-file.ts',
      ...(isolate ? [] : ['tests/unit/fresh-document.ts']),
    ],
    // They run beside browsers, which go first: on a busy machine that makes them ten times as slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

export default defineConfig({
  test: {
    projects: [unit('unit-together', false), unit('unit-apart', true), e2e('chromium'), e2e('firefox')],
  },
});
