import { expect, it } from 'vitest';
import { createStrings } from '../../../components/strings.ts';
import { english, readEnglish } from './gallery/english.ts';

it('counts in the plural form of the language', () => {
  expect(english.count('quoteCount', 1)).toBe('1 quote');
  expect(english.count('quoteCount', 1204)).toBe('1,204 quotes');
  expect(english.count('quoteCount', 0)).toBe('0 quotes');
});

it('puts names with dollar signs in as they are', () => {
  expect(english.t('asToldBy', 'A$AP $1')).toBe('as told by A$AP $1');
});

it('does not say 0% of something, nor 100% of less than all', () => {
  expect(english.percent(0.001)).toBe('1%');
  expect(english.percent(0.999)).toBe('99%');
  expect(english.percent(0)).toBe('0%');
  expect(english.percent(1)).toBe('100%');
});

it('writes dates for the reader’s region, but only in the language of the sentences', () => {
  expect(createStrings(readEnglish, 'en-AU').locale).toBe('en-AU');
  expect(createStrings(readEnglish, 'de').locale).toBe('en');
});
