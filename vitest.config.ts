import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const e2e = (browser: 'chromium' | 'firefox') => ({
  resolve: { alias },
  test: {
    name: browser,
    include: ['tests/e2e/**/*.test.ts'],
    env: { OFFPRINT_BROWSER: browser },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/unit/all-words.ts'],
          // They run beside a browser: what waits for a condition gets the time a busy machine needs.
          testTimeout: 30_000,
        },
      },
      e2e('chromium'),
      e2e('firefox'),
    ],
  },
});
