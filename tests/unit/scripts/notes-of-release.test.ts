import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { notesOfRelease, ReleaseError } from '../../../scripts/build/notes-of-release.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-06-01

### Added

- Seahorses.

## [1.1.0] - 2026-05-01

- Seagrass.
`;

it('gives what the changelog tells of a version and of no other', () => {
  expect(notesOfRelease('v1.10.0', '1.10.0', CHANGELOG)).toBe('### Added\n\n- Seahorses.\n');
  expect(notesOfRelease('v1.1.0', '1.1.0', CHANGELOG)).toBe('- Seagrass.\n');
});

it('refuses a tag of another version, and a version that the changelog does not tell of', () => {
  expect(() => notesOfRelease('v1.1.0', '1.10.0', CHANGELOG)).toThrow(/has to be v1\.10\.0/);
  expect(() => notesOfRelease('1.1.0', '1.1.0', CHANGELOG)).toThrow(ReleaseError);
  expect(() => notesOfRelease('v1.2.0', '1.2.0', CHANGELOG)).toThrow(/tells nothing/);
  const early = '## [2.0.0] - unreleased\n\n- Seals.\n';
  expect(() => notesOfRelease('v2.0.0', '2.0.0', early)).toThrow(/give it its day/);
  expect(() => notesOfRelease('v2.0.0', '2.0.0', '## [2.0.0] - 2026-07-01\n\n')).toThrow(/tells nothing/);
});

it('has something to tell of the version that package.json names', () => {
  const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const changelog = read('CHANGELOG.md').replace(/^(## \[[^\]]*\] - )unreleased$/m, '$12026-07-01');
  expect(notesOfRelease(`v${version}`, version, changelog)).toContain('### Added');
});

it('is asked for by the workflow that a tag starts, and only commands that there are', () => {
  const root = new URL('../../../', import.meta.url);
  const file = readFileSync(new URL('.github/workflows/release.yml', root), 'utf8');
  const { on, jobs } = parse(file) as {
    on: unknown;
    jobs: Record<string, { steps: { run?: string }[] }>;
  };
  expect(on).toEqual({ push: { tags: ['v*'] } });
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
  const asked = commands.flatMap((command) => [...command.matchAll(/npm run (?:--silent )?([\w:-]+)/g)]);
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  expect(asked.map(([, name = '']) => name)).toContain('release-notes');
  for (const [, name = ''] of asked) expect(scripts).toHaveProperty([name]);
});

it('runs actions of others by the commit that was read, and not by a tag that can be moved', () => {
  const folder = new URL('../../../.github/workflows/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const used = [...readFileSync(new URL(name, folder), 'utf8').matchAll(/uses: (.*)/g)];
    for (const [, action = ''] of used) expect(action, name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
  }
});
