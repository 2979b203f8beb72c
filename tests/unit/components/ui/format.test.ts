import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PRIVACY_SECTIONS } from '../../../../components/privacy/privacy-text.ts';
import {
  describePages,
  formatDate,
  formatRelativeTime,
  getInitials,
  hasAllPages,
  truncateAtClause,
} from '../../../../components/ui/base/format.ts';
import { createStrings } from '../../../../components/ui/base/strings.ts';
import arabic from '../../../../locales/ar.json';
import polish from '../../../../locales/pl.json';
import { HIGHLIGHT_COLOURS } from '../../../../utils/library/articles/highlight-colours.ts';
import { PALETTE } from '../../../../utils/look/palette.ts';
import { SPEAKER_COLOURS } from '../../../../utils/look/speaker-colours.ts';
import { english, readEnglish, readMessages } from '../gallery/english.ts';

it('a date is as precise as it was given', () => {
  expect(formatDate('2026', 'en-GB')).toBe('2026');
  expect(formatDate('2026-11', 'en-GB')).toBe('November 2026');
  expect(formatDate('2026-11-04', 'en-GB')).toBe('4 November 2026');
  expect(formatDate('2026-11-04', 'uk')).toBe('4 листопада 2026\u00a0р.');
});
it('a date is the day that the page says, whatever the time zone', () =>
  expect(formatDate('2026-01-01', 'en-US')).toBe('January 1, 2026'));
it('a date is nothing where it can not be read', () => {
  expect(formatDate('yesterday', 'en')).toBe('');
  expect(formatDate(null, 'en')).toBe('');
});

const now = new Date(2026, 10, 14, 15, 30).getTime();
const HOUR = 3_600_000;
it('how long ago something was is said in minutes, hours and days, and from a week on not at all', () => {
  expect(formatRelativeTime(now - 20_000, now, 'en')).toBe('now');
  expect(formatRelativeTime(now - 5 * 60_000, now, 'en')).toBe('5m ago');
  expect(formatRelativeTime(now - 2 * HOUR, now, 'en')).toBe('2h ago');
  expect(formatRelativeTime(now - 20 * HOUR, now, 'en')).toBe('yesterday');
  expect(formatRelativeTime(now - 72 * HOUR, now, 'en')).toBe('3d ago');
  expect(formatRelativeTime(now - 168 * HOUR, now, 'en')).toBeNull();
  expect(formatRelativeTime(now - 2 * HOUR, now, 'de')).toBe('vor 2 Std.');
});
it('how long ago something was counts hours over midnight, and never says “today” of the day before', () => {
  const early = new Date(2026, 10, 14, 1, 0).getTime();
  expect(formatRelativeTime(early - 2 * HOUR, early, 'en')).toBe('2h ago');
  expect(formatRelativeTime(early - 8 * HOUR, early, 'en')).toBe('yesterday');
});
it('how long ago something was is nothing for what is to come', () =>
  expect(formatRelativeTime(now + HOUR, now, 'en')).toBeNull());

const long = 'We asked in March, and in April; nobody wrote back, and the letter is still on the desk';
it('a quote that is too long for its place is cut at the end of a clause', () =>
  expect(truncateAtClause(long, 60)).toBe('We asked in March, and in April; nobody wrote back…'));
it('a quote that is too long for its place is cut between words where no clause ends', () =>
  expect(truncateAtClause('one two three four five six', 14)).toBe('one two three…'));
it('a quote that is too long for its place has no stop before the dots, and keeps what closes a quote within', () => {
  expect(truncateAtClause('We asked in March. Nobody wrote back to us', 22)).toBe('We asked in March…');
  expect(truncateAtClause('We waited for them… Nobody wrote back to us', 22)).toBe('We waited for them…');
  expect(truncateAtClause('They told us “no.” Nobody wrote back to us', 22)).toBe('They told us “no”…');
  expect(truncateAtClause('Who asked in March? Nobody wrote back to us', 22)).toBe('Who asked in March?…');
});
it('a quote that is too long for its place stays whole where it fits', () =>
  expect(truncateAtClause(long, 500)).toBe(long));
it('a quote that is too long for its place begins with the very same words, never breaks a character and is never longer than allowed', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 60 }), (text, limit) => {
      const cut = truncateAtClause(text, limit);
      if (text.length <= limit) return cut === text;
      const kept = cut.slice(0, -1);
      return cut.endsWith('…') && text.startsWith(kept) && kept.length <= limit && kept.isWellFormed();
    }),
  ));

it('gives a person first and last initial', () => {
  expect(getInitials('Mirela van Tandoori-Falk')).toBe('MT');
  expect(getInitials('ليلى منصور')).toBe('لم');
  expect(getInitials('Pelé')).toBe('P');
  expect(getInitials('')).toBe('');
});

const next = 'https://quay.example/story?page=4';

it.each([
  [{ from: 1, to: 5, total: 5, next: null }, 'all 5 pages'],
  [{ from: 1, to: 1, total: 5, next }, 'page 1 of 5'],
  [{ from: 1, to: 3, total: 5, next }, 'pages 1–3 of 5'],
  [{ from: 3, to: 3, total: 3, next: null }, 'page 3 of 3'],
  [{ from: 1, to: 1, total: null, next }, 'page 1 only, there are more'],
  [{ from: 1, to: 3, total: null, next }, 'pages 1–3, there are more'],
])('the pages of an article that saved: %o: %s', (pages, words) => {
  expect(describePages(english, pages)).toBe(words);
  expect(hasAllPages(pages)).toBe(words.startsWith('all'));
});

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
  expect(ar.t('siteOffTurnOn', ar.formatList(['a.example', 'b.example']))).toMatch(
    /\u2068a\.example\u2069.*\u2068b\.example\u2069/,
  );
  // Figures have no direction of their own.
  expect(ar.t('popupKeyQuotesOf', '3', '6')).toBe('3 من 6');
});

it('puts names with dollar signs in as they are', () =>
  expect(english.t('asToldBy', 'A$AP $1')).toBe('as told by A$AP $1'));

it('does not say 0% of something, nor 100% of less than all', () => {
  expect(english.formatPercent(0.001)).toBe('1%');
  expect(english.formatPercent(0.999)).toBe('99%');
  expect(english.formatPercent(0)).toBe('0%');
  expect(english.formatPercent(1)).toBe('100%');
});

it('writes dates for the user’s region, but only in the language of the sentences', () => {
  expect(createStrings(readEnglish, 'en-AU').locale).toBe('en-AU');
  expect(createStrings(readEnglish, 'de').locale).toBe('en');
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

it('says in the extension what it says in the documents', async () => {
  const written = oneLine(readFileSync('docs/privacy.md', 'utf8'));
  expect(written).toContain(english.t('privacyLead'));
  for (const { title, lead, items } of PRIVACY_SECTIONS) {
    expect(written).toContain(`## ${english.t(title)} `);
    if (lead !== undefined) expect(written).toContain(english.t(lead));
    for (const [name, text] of items) {
      expect(written).toContain(`**${english.t(name)}.** ${oneLine(english.t(text))}`);
    }
  }
});

const FOLDER = new URL('../../../../components/', import.meta.url);

it('the style sheets have no rule that makes the browser style a whole list anew for every row that comes into it or leaves it', () => {
  // Siblings found by less than a class, an attribute or the like: the browser then looks at all of every row, for it
  // keeps account only of those. Items of lists have nothing of their kind within them.
  const careless = /^.*(?:[+~]\s*\*|[\s>](?:input|p|span|a|button|label)(?::[a-z-]+)*\s+[+~]).*$/gm;
  const rules = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').match(careless) ?? []);
  // But for comments.
  expect(rules.filter((rule) => !rule.includes('/*'))).toEqual([]);
});

it('the style sheets show every colour that a highlight can have', () => {
  const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
  const rules = read('highlights/highlights.css');
  for (const colour of HIGHLIGHT_COLOURS) {
    expect(read('ui/base/tokens.css')).toContain(`--marked-${colour}: light-dark(`);
    expect(rules).toContain(`[data-colour="${colour}"]`);
    expect(rules).toContain(`::highlight(marked-${colour})`);
  }
});

it('the style sheets have the colours that pages, pictures and the badge have', () => {
  const tokens = readFileSync(new URL('ui/base/tokens.css', FOLDER), 'utf8');
  for (const [role, [light, dark]] of Object.entries(PALETTE)) {
    expect(tokens).toContain(`--${role}: light-dark(${light}, ${dark});`);
  }
  for (const [hue, [light, dark]] of SPEAKER_COLOURS.entries()) {
    expect(tokens).toContain(`--voice-${hue}: light-dark(${light}, ${dark});`);
  }
});
