import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserKind } from '../find-browser.ts';
import { ROOT, runCommand } from '../run-command.ts';

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'locales',
  'public',
  'scripts/build',
  'wxt.config.ts',
  'package-lock.json',
];

function newest(place: string): number {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  const inside = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return Math.max(mtimeMs, ...inside.map((file) => statSync(path.join(place, file)).mtimeMs));
}

/** The released build, or the one for end-to-end tests, in which toasts and bars stay (`utils/look/test-build.ts`). */
export type Edition = 'production' | 'test';

/** The folder of a build in `.output`. */
export const buildFolder = (kind: BrowserKind, edition: Edition): string =>
  path.join(
    ROOT,
    '.output',
    `${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3${edition === 'test' ? '-test' : ''}`,
  );

/**
 * Builds the extension for a browser unless the build is newer than every source.
 *
 * @throws Error with the builder's output if that fails
 */
export async function buildIfStale(kind: BrowserKind, edition: Edition = 'production'): Promise<void> {
  const manifest = path.join(buildFolder(kind, edition), 'manifest.json');
  const built = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (SOURCES.every((source) => newest(path.join(ROOT, source)) < built)) return;
  const { status, output } = await runCommand(
    'wxt',
    ['build', '-b', kind === 'chromium' ? 'chrome' : 'firefox'],
    {
      env: { OFFPRINT_TEST_BUILD: edition === 'test' ? '1' : '' },
    },
  );
  if (status !== 0) throw new Error(`the build for ${kind} failed:\n${output}`);
}
