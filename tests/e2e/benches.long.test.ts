import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, runCommand } from '../../scripts/run-command.ts';

/** Each bench at its smallest size: that it still starts, and writes figures. What it measures is not looked at. */
const SMALLEST: Record<string, string[][]> = {
  chromium: [
    ['pages', 'pages'],
    ['quotes', 'texts'],
    ['stories', 'texts'],
    ['stories', '20'],
    ['speed', 'pages'],
    ['large-page', '200'],
    ['busy-page', '1'],
    ['library', '20'],
    ['popup', '1'],
    ['kills', '1'],
    ['torn-logs', '1'],
    ['sync', '3'],
    ['sync-kills', '1'],
  ],
  // The others are of Chromium alone.
  firefox: [
    ['pages', 'pages', '--browser', 'firefox'],
    ['kills', '1', '--browser', 'firefox'],
    ['sync-kills', '1', '--browser', 'firefox'],
  ],
};

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'offprint-bench-'));
  const pages = path.join(scratch, 'pages');
  mkdirSync(pages);
  cpSync(path.join(ROOT, 'tests/fixtures/site/harbour/breakwater-vote.html'), path.join(pages, 'vote.html'));
  const vote = { id: 'vote', url: 'https://courier.example/harbour/breakwater-vote', file: 'vote.html' };
  writeFileSync(path.join(pages, 'manifest.json'), JSON.stringify([vote]));
  mkdirSync(path.join(scratch, 'texts/texts'), { recursive: true });
  writeFileSync(
    path.join(scratch, 'texts/texts/quay.txt'),
    '“The quay will be open by May,” said Ines Calloway, the harbour master.\n\nNobody asked why.',
  );
  const quay = {
    ...{
      id: 'quay',
      url: 'https://courier.example/quay',
      title: 'Quay to open by May',
      site: 'courier.example',
    },
    ...{ date: '2026-03-04', lang: 'en' },
  };
  writeFileSync(path.join(scratch, 'texts/manifest.json'), JSON.stringify([quay]));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it.each(SMALLEST[process.env.OFFPRINT_BROWSER ?? 'chromium'] ?? [])(
  'the bench “%s” starts and writes figures',
  async (name = '', size = '', ...options) => {
    const from = /^\d+$/.test(size) ? size : path.join(scratch, size);
    const out = path.join(scratch, `${name}.out`);
    const args = ['tests/bench/run.ts', name, from, out, ...options];
    // As from a shell: with the build that users get.
    const { status, output } = await runCommand('node', args, { env: { VITEST: '', OFFPRINT_BROWSER: '' } });
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' });
    const written = readFileSync(out, 'utf8');
    // A line for each page or text, or one object.
    const isLines = from !== size && /^(pages|quotes|stories)$/.test(name);
    const figures = JSON.parse(isLines ? (written.split('\n')[0] ?? '') : written) as {
      error?: unknown;
    };
    expect(figures.error ?? null).toBeNull();
  },
);
