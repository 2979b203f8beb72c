import { expect, it } from 'vitest';
import { snapToWords } from '../../../utils/text/segment-text.ts';

/** What is highlighted where some letters of a text are selected. */
function snap(text: string, selected: string, lang: string | null = null): string {
  const start = text.indexOf(selected);
  const place = snapToWords(text, { start, end: start + selected.length }, lang);
  return text.slice(place.start, place.end);
}

it('takes in the words that a selection begins and ends in the middle of', () => {
  const text = 'The harbour master’s boat\n\nlay at anchor.';
  expect(snap(text, 'bour mas')).toBe('harbour master’s');
  expect(snap(text, 'arbour')).toBe('harbour');
  expect(snap(text, 'harbour master’s')).toBe('harbour master’s');
  expect(snap(text, 'oat\n\nla')).toBe('boat\n\nlay');
});

it('leaves blanks at the ends out, and the marks beside a word', () => {
  const text = 'He said: “It leaks.” Then he left.';
  expect(snap(text, ' “It lea')).toBe('“It leaks');
  expect(snap(text, 'It leaks.” ')).toBe('It leaks.”');
  expect(snap(text, ' ')).toBe(' ');
});

it('knows words where the script has no spaces, and never parts a sign in two', () => {
  // “Tokyo’s weather is clear”: 東京 and 天気 are words.
  expect(snap('東京の天気は晴れです', '京の天', 'ja')).toBe('東京の天気');
  // “The ship left the harbour”: ท่าเรือ is a word.
  expect(snap('เรือออกจากท่าเรือแล้ว', 'กท่า', 'th')).toBe('จากท่าเรือ');
  expect(snap('a 👩‍👧 b', '👩')).toBe('👩‍👧');
  expect(snap('سارت السفينة ليلا', 'سفين', 'ar')).toBe('السفينة');
});

it('copes with a language that is none', () => {
  expect(snap('one two', 'w', 'not a tag')).toBe('two');
});
