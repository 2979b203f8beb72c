import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../run-command.ts';

export interface SourceFile {
  /** Relative to the project's root. */
  path: string;
  text: string;
}

/** Reads the extension's own sources and those of its manifest. */
export function readSources(): SourceFile[] {
  const inFolders = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|html)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  return [...inFolders, 'wxt.config.ts', 'scripts/build/default-shortcuts.ts'].map((name) => ({
    path: name,
    text: readFileSync(path.join(ROOT, name), 'utf8'),
  }));
}
