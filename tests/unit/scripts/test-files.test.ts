import { expect, it } from 'vitest';
import { findLeftOut } from '../../../scripts/test-files.ts';

const list = (pattern: string): string[] =>
  pattern.startsWith('tests/unit')
    ? ['tests/unit/a.test.ts', 'tests\\unit\\b.test.tsx']
    : ['tests/e2e/c.test.ts'];

it('names the files of tests that no project of their kind ran', () => {
  const projects = ['unit-together', 'unit-apart'];
  const a = { project: 'unit-together', file: 'tests/unit/a.test.ts' };
  const b = { project: 'unit-apart', file: 'tests/unit/b.test.tsx' };
  expect(findLeftOut(projects, [a, b], list)).toEqual([]);
  expect(findLeftOut(projects, [a], list)).toEqual([{ ...b, project: 'unit-together' }]);
});

it('wants the tests in browsers to run in each of them', () => {
  const file = 'tests/e2e/c.test.ts';
  const ran = [{ project: 'chromium', file }];
  expect(findLeftOut(['chromium', 'firefox'], ran, list)).toEqual([{ project: 'firefox', file }]);
});

it('finds this file among those that there are', () => {
  const missing = findLeftOut(['unit-together'], []).map(({ file }) => file);
  expect(missing).toContain('tests/unit/scripts/test-files.test.ts');
});
