import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as library from '../../../cli/index.ts';
import { buildCliPackage } from '../../../scripts/build/cli-package.ts';
import { ROOT } from '../../../scripts/run-command.ts';
import { LOCK_PAGE } from './invented-page.ts';

// Below the project, whose jsdom it finds there as it finds its own where it is installed.
const place = mkdtempSync(path.join(ROOT, '.wxt', 'cli-package-'));
const page = path.join(place, 'lock.html');

let answered: ReturnType<typeof runCommand>;

beforeAll(async () => {
  await buildCliPackage(ROOT, place);
  writeFileSync(page, LOCK_PAGE);
  answered = runCommand(page);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const runCommand = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(place, 'offprint-quotes.mjs'), ...args], { encoding: 'utf8' });

it('runs the built command, with output and exit status', () => {
  const { status, stdout, stderr } = answered;
  expect([status, stderr]).toEqual([0, '']);
  const { quotes } = JSON.parse(stdout) as library.Answer;
  expect(quotes.map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
    'Tilde Arnholt',
    'Tilde Arnholt',
    'Bo Lindgren',
  ]);
  expect(runCommand(path.join(place, 'missing.html'))).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `offprint-quotes: ${path.join(place, 'missing.html')}: there is no such file\n`,
  });
});

it('returns the same from the built package as from the command', async () => {
  const { quotePage } = (await import(
    /* @vite-ignore */ pathToFileURL(path.join(place, 'index.mjs')).href
  )) as typeof library;
  const { file, ...answer } = JSON.parse(answered.stdout) as library.Answer & { file: string };
  expect(file).toBe(page);
  expect(await quotePage(LOCK_PAGE)).toEqual(answer);
});

it('declares the project’s version, and the version of jsdom with which it was tested', () => {
  const read = (...parts: string[]) => JSON.parse(readFileSync(path.join(...parts), 'utf8'));
  const own = read(place, 'package.json');
  expect(own.version).toBe(read(ROOT, 'package.json').version);
  expect(own.dependencies).toEqual({ jsdom: read(ROOT, 'package.json').devDependencies.jsdom });
  expect(readFileSync(path.join(place, 'licences.txt'), 'utf8')).toContain('Universal Dependencies');
});
