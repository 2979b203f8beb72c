/** `npm run release-notes -- v1.2.3`: prints the changelog of a version; fails if the version must not be released. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { notesOfRelease, ReleaseError } from './build/notes-of-release.ts';
import { ROOT } from './run-command.ts';

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

try {
  process.stdout.write(notesOfRelease(process.argv[2] ?? '', version, read('CHANGELOG.md')));
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
