import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UserRule } from '../../../utils/clutter/rules/user-rules.ts';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import {
  addRules,
  RuleFileError,
  readRuleFile,
  removeRule,
  writeRuleFile,
} from '../../../utils/settings/rule-file.ts';

function rule(change: Partial<UserRule> = {}): UserRule {
  return {
    id: 'a1',
    action: 'hide',
    tag: 'aside',
    names: ['.harbour-cam'],
    within: [],
    words: [],
    text: 'any',
    hash: 0,
    label: 'Watch the harbour',
    made: 1,
    ...change,
  };
}

function withRules(...rules: UserRule[]) {
  return readSettings({ sites: { 'paper.example': { rules } } });
}

function failure(text: string): string {
  try {
    readRuleFile(text);
  } catch (error) {
    if (error instanceof RuleFileError) return [error.code, ...error.where].join(' ');
    throw error;
  }
  return 'read';
}

it('gives every rule back to another browser', () => {
  const settings = withRules(rule(), rule({ id: 'b2', action: 'keep', text: 'same', hash: 7, words: ['a'] }));
  const other = readSettings({
    sites: { 'paper.example': { clutterOff: true, rules: [rule({ id: 'c3' })] } },
  });
  expect(addRules(other, readRuleFile(writeRuleFile(settings)))).toBe(2);
  expect(other.sites['paper.example']?.clutterOff).toBe(true);
  expect(other.sites['paper.example']?.rules?.map(({ id }) => id)).toEqual(['c3', 'a1', 'b2']);
  // A second time adds nothing.
  expect(addRules(other, readRuleFile(writeRuleFile(settings)))).toBe(0);
  expect(other.sites['paper.example']?.rules).toHaveLength(3);
});

it('says where a file is wrong, and then takes nothing of it', () => {
  const file = (sites: unknown, more: object = {}) =>
    JSON.stringify({ format: 'offprint-rules', version: 1, sites, ...more });
  expect(failure('rules!')).toBe('noJson');
  expect(failure('null')).toBe('otherFormat');
  expect(failure('{"sites":{}}')).toBe('otherFormat');
  expect(failure(file({}, { version: 2 }))).toBe('newer');
  expect(failure(file({ 'https://paper.example/': [] }))).toBe('badSite https://paper.example/');
  expect(failure(file({ 'paper.example': {} }))).toBe('badSite paper.example');
  expect(failure(file({ 'paper.example': [rule(), rule({ tag: 'body' })] }))).toBe(
    'badRule paper.example 2 tag',
  );
  expect(failure(file({ 'paper.example': [rule({ names: ['aside{}'] })] }))).toBe(
    'badRule paper.example 1 names',
  );
  expect(failure(file({ 'paper.example': [{ ...rule(), text: 'any', names: [], words: ['a'] }] }))).toBe(
    'badRule paper.example 1 text',
  );
  expect(failure(file({ 'paper.example': [rule()] }))).toBe('read');
});

it('throws nothing but its own error, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => failure(text)).not.toThrow();
    }),
  );
});

it('forgets a rule, and a site that has nothing else', () => {
  const settings = withRules(rule(), rule({ id: 'b2' }));
  removeRule(settings, 'paper.example', 'a1');
  expect(settings.sites['paper.example']?.rules?.map(({ id }) => id)).toEqual(['b2']);
  removeRule(settings, 'paper.example', 'b2');
  removeRule(settings, 'constructor', 'b2');
  expect(settings.sites).toEqual({});
});
