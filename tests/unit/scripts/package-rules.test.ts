import { type Zippable, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { checkPackedFiles, listPackedFiles } from '../../../scripts/check/package-rules.ts';

const DAY = new Date('1999-05-01T10:00:00');
const LATER = new Date('1999-05-01T10:00:04');
const text = new TextEncoder().encode('Lock gates open');

function problemsOf(files: Record<string, Date>): string[] {
  const entries: Zippable = {};
  for (const [name, mtime] of Object.entries(files)) entries[name] = [text, { mtime }];
  return checkPackedFiles(listPackedFiles(zipSync(entries)));
}

it('finds nothing in a package whose files stand by name and have one date', () => {
  expect(problemsOf({ 'a/b.js': DAY, 'a/é.js': DAY, 'manifest.json': DAY })).toEqual([]);
});

it('names what would make two packages of the same sources differ', () => {
  expect(problemsOf({ 'b.js': DAY, 'a.js': DAY })).toEqual(['files are not in the order of their names']);
  expect(problemsOf({ 'a.js': DAY, 'b.js': LATER })).toEqual(['b.js has a date of its own']);
});

it('names paths of the machine it was made on', () => {
  for (const name of ['/home/ada/a.js', 'C:/ada/a.js', '../a.js', 'a\\b.js'])
    expect(problemsOf({ [name]: DAY })).toEqual([`${name} is no path inside the package`]);
});

it('names fields that tools add, such as who owns a file', () => {
  const zip = zipSync({ 'a.js': [text, { mtime: DAY, extra: { 21589: new Uint8Array(4) } }] });
  expect(checkPackedFiles(listPackedFiles(zip))).toEqual(['a.js has extra fields']);
});

it('takes no other file for a package', () => {
  expect(() => listPackedFiles(text)).toThrow(RangeError);
  expect(() => listPackedFiles(new Uint8Array(100))).toThrow(RangeError);
});
