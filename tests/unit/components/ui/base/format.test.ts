import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtClause, formatAgo, formatDate, initials } from '../../../../../components/ui/base/format.ts';

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

describe('how long ago something was', () => {
  const now = new Date(2026, 10, 14, 15, 30).getTime();
  const HOUR = 3_600_000;
  it('is said in minutes, hours and days, and from a week on not at all', () => {
    expect(formatAgo(now - 20_000, now, 'en')).toBe('now');
    expect(formatAgo(now - 5 * 60_000, now, 'en')).toBe('5m ago');
    expect(formatAgo(now - 2 * HOUR, now, 'en')).toBe('2h ago');
    expect(formatAgo(now - 20 * HOUR, now, 'en')).toBe('yesterday');
    expect(formatAgo(now - 72 * HOUR, now, 'en')).toBe('3d ago');
    expect(formatAgo(now - 168 * HOUR, now, 'en')).toBeNull();
    expect(formatAgo(now - 2 * HOUR, now, 'de')).toBe('vor 2 Std.');
  });
  it('counts hours over midnight, and never says “today” of the day before', () => {
    const early = new Date(2026, 10, 14, 1, 0).getTime();
    expect(formatAgo(early - 2 * HOUR, early, 'en')).toBe('2h ago');
    expect(formatAgo(early - 8 * HOUR, early, 'en')).toBe('yesterday');
  });
  it('is nothing for what is to come', () => {
    expect(formatAgo(now + HOUR, now, 'en')).toBeNull();
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
  it('has no stop before the dots, and keeps what closes a quote within', () => {
    expect(cutAtClause('We asked in March. Nobody wrote back to us', 22)).toBe('We asked in March…');
    expect(cutAtClause('We waited for them… Nobody wrote back to us', 22)).toBe('We waited for them…');
    expect(cutAtClause('They told us “no.” Nobody wrote back to us', 22)).toBe('They told us “no”…');
    expect(cutAtClause('Who asked in March? Nobody wrote back to us', 22)).toBe('Who asked in March?…');
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
