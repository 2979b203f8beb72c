import { expect, it } from 'vitest';
import { createStrings } from '../../../../../components/ui/base/strings.ts';
import arabic from '../../../../../locales/ar.json';
import polish from '../../../../../locales/pl.json';
import { english, readEnglish, readMessages } from '../../gallery/english.ts';

it('counts in all the forms that a language has', () => {
  const pl = createStrings(readMessages(polish), 'pl');
  expect([1, 3, 5, 22, 25].map((count) => pl.count('quoteCount', count))).toEqual([
    '1 cytat',
    '3 cytaty',
    '5 cytatów',
    '22 cytaty',
    '25 cytatów',
  ]);
  const ar = createStrings(readMessages(arabic), 'ar-AE');
  expect([0, 1, 2].map((count) => ar.count('libraryCount', count))).toEqual([
    'لا مقالات',
    'مقال واحد',
    'مقالان',
  ]);
  expect(ar.count('libraryCount', 7)).toMatch(/ مقالات$/);
  expect(ar.count('libraryCount', 40)).toMatch(/ مقالًا$/);
  expect(ar.count('libraryCount', 100)).toMatch(/ مقال$/);
});

it('runs the way its sentences run, whatever the browser speaks', () => {
  expect(english.direction).toBe('ltr');
  expect(createStrings(readEnglish, 'ar-EG').direction).toBe('ltr');
  expect(createStrings(readMessages(arabic), 'ar-EG').direction).toBe('rtl');
});

it('lets a name of the other direction turn nothing around it', () => {
  expect(english.t('asToldBy', 'نورة سالم')).toBe('as told by \u2068نورة سالم\u2069');
  expect(english.t('asToldBy', 'Ines Calloway')).toBe('as told by Ines Calloway');
  const ar = createStrings(readMessages(arabic), 'ar');
  expect(ar.t('siteOffTurnOn', 'example.org')).toContain('\u2068example.org\u2069');
  expect(ar.t('siteOffTurnOn', ar.list(['a.example', 'b.example']))).toMatch(
    /\u2068a\.example\u2069.*\u2068b\.example\u2069/,
  );
  // Figures have no direction of their own.
  expect(ar.t('popupKeyQuotesOf', '3', '6')).toBe('3 من 6');
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

it('writes dates for the user’s region, but only in the language of the sentences', () => {
  expect(createStrings(readEnglish, 'en-AU').locale).toBe('en-AU');
  expect(createStrings(readEnglish, 'de').locale).toBe('en');
});
