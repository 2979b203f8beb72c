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
  'wxt.config.ts',
  'package-lock.json',
];

function newest(place: string): number {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  const inside = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return Math.max(mtimeMs, ...inside.map((file) => statSync(path.join(place, file)).mtimeMs));
}

/**
 * Builds the extension for a browser unless the build is younger than every source.
 *
 * @throws Error with the builder's output when it fails
 */
export async function buildIfStale(kind: BrowserKind): Promise<void> {
  const target = kind === 'chromium' ? 'chrome' : 'firefox';
  const manifest = path.join(ROOT, '.output', `${target}-mv3`, 'manifest.json');
  const built = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  if (SOURCES.every((source) => newest(path.join(ROOT, source)) < built)) return;
  const { status, output } = await runCommand('wxt', ['build', '-b', target]);
  if (status !== 0) throw new Error(`the build for ${kind} failed:\n${output}`);
}
