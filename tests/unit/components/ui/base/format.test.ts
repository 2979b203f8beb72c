import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtClause, formatDate, initials } from '../../../../../components/ui/base/format.ts';

describe('a date', () => {
  it('is as precise as it was given', () => {
    expect(formatDate('2026', 'en-GB')).toBe('2026');
    expect(formatDate('2026-11', 'en-GB')).toBe('November 2026');
    expect(formatDate('2026-11-04', 'en-GB')).toBe('4 November 2026');
    expect(formatDate('2026-11-04', 'uk')).toBe('4 листопада 2026\u00a0р.');
  });
  it('is the day that the page says, whatever the time zone', () => {
    expect(formatDate('2026-01-01', 'en-US')).toBe('January 1, 2026');
  });
  it('is nothing where it can not be read', () => {
    expect(formatDate('yesterday', 'en')).toBe('');
    expect(formatDate(null, 'en')).toBe('');
  });
});

describe('a quote that is too long for its place', () => {
  const long = 'We asked in March, and in April; nobody wrote back, and the letter is still on the desk';
  it('is cut at the end of a clause', () => {
    expect(cutAtClause(long, 60)).toBe('We asked in March, and in April; nobody wrote back…');
  });
  it('is cut between words where no clause ends', () => {
    expect(cutAtClause('one two three four five six', 14)).toBe('one two three…');
  });
  it('stays whole where it fits', () => {
    expect(cutAtClause(long, 500)).toBe(long);
  });
  it('begins with the very same words, never breaks a character and is never longer than allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 60 }), (text, limit) => {
        const cut = cutAtClause(text, limit);
        if (text.length <= limit) return cut === text;
        const kept = cut.slice(0, -1);
        return cut.endsWith('…') && text.startsWith(kept) && kept.length <= limit && kept.isWellFormed();
      }),
    );
  });
});

it('gives a person first and last initial', () => {
  expect(initials('Mirela van Tandoori-Falk')).toBe('MT');
  expect(initials('ليلى منصور')).toBe('لم');
  expect(initials('Pelé')).toBe('P');
  expect(initials('')).toBe('');
});
