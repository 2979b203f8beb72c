import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeQuery } from '../../../../utils/library/search/query-completion.ts';
import { parseDate, parseField } from '../../../../utils/library/search/query-fields.ts';
import { parseQuery } from '../../../../utils/library/search/query-syntax.ts';

const errorsOf = (query: string) =>
  parseQuery(query).errors.map(({ code, text, suggestion }) => [code, text, suggestion]);

it('a query is read part by part', () =>
  expect(parseQuery('is:unread tag:"far north" -site:example.com ice').root).toEqual({
    kind: 'and',
    parts: [
      { kind: 'test', test: { field: 'view', view: 'unread' } },
      { kind: 'test', test: { field: 'tag', value: 'far north' } },
      { kind: 'not', part: { kind: 'test', test: { field: 'site', value: 'example.com' } } },
      { kind: 'words', text: 'ice' },
    ],
  }));

it('a query knows phrases in whatever quotation marks a keyboard gives', () => {
  for (const query of ['"lock gate"', '“lock gate”', '„lock gate“', '«lock gate»']) {
    expect(parseQuery(query).root, query).toEqual({ kind: 'phrase', text: 'lock gate' });
  }
});

it('a query binds OR to its neighbours, and lets parentheses say otherwise', () => {
  const words = (text: string) => ({ kind: 'words', text });
  expect(parseQuery('a b OR c d').root).toEqual({
    kind: 'and',
    parts: [words('a'), { kind: 'or', parts: [words('b'), words('c')] }, words('d')],
  });
  expect(parseQuery('(a b) OR -c').root).toEqual({
    kind: 'or',
    parts: [
      { kind: 'and', parts: [words('a'), words('b')] },
      { kind: 'not', part: words('c') },
    ],
  });
});

it('a query leaves times of day, addresses and dashes alone', () =>
  expect(errorsOf('12:30 https://paper.example/a — ice - snow')).toEqual([]));

it('a query is what it says where it is pasted: a headline, an address, a sentence with dashes', () => {
  const words = (text: string) => ({ kind: 'words', text });
  expect(parseQuery('Live: ferry stops').root).toEqual({
    kind: 'and',
    parts: [words('live'), words('ferry'), words('stops')],
  });
  expect(parseQuery('Note: ferry stops').root).toEqual({
    kind: 'and',
    parts: [words('note'), words('ferry'), words('stops')],
  });
  expect(parseQuery('harbour:closed').root).toEqual({
    kind: 'and',
    parts: [words('harbour'), words('closed')],
  });
  for (const query of ['Live: ferry stops', 'Note: ferry stops', 'harbour:closed'])
    expect(
      parseQuery(query).errors.map(({ isSearchedAsText }) => isSearchedAsText),
      query,
    ).toEqual([true]);
  expect(parseQuery('ferries –all three of them').errors).toEqual([]);
  expect(parseQuery('ferries –all').root).toEqual({
    kind: 'and',
    parts: [words('ferries'), words('–all')],
  });
  expect(parseQuery('–is:unread').root).toMatchObject({ kind: 'not' });
  for (const address of ['https://paper.example/2026/a?page=2', 'paper.example/2026/ice'])
    expect(parseQuery(address).root, address).toEqual({
      kind: 'test',
      test: { field: 'address', value: address },
    });
  expect(parseQuery('(https://paper.example/a OR ice)').errors).toEqual([]);
});

it('a query says what is wrong, where, and what was perhaps meant', () => {
  expect(errorsOf('tga:war ice')).toEqual([['unknownField', 'tga:', null]]);
  expect(errorsOf('ta:war')).toEqual([['unknownField', 'ta:', 'tag']]);
  expect(errorsOf('is:unred')).toEqual([['unknownValue', 'unred', 'unread']]);
  expect(errorsOf('before:2026-02-30')).toEqual([['badDate', '2026-02-30', null]]);
  expect(errorsOf('min:many')).toEqual([['badNumber', 'many', null]]);
  expect(errorsOf('tag:')).toEqual([['emptyValue', 'tag:', null]]);
  expect(errorsOf('ice "lock gate')).toEqual([['unclosedQuote', '"lock gate', null]]);
  expect(errorsOf('(ice')).toEqual([['unclosedParenthesis', '(', null]]);
  expect(errorsOf('ice)')).toEqual([['strayParenthesis', ')', null]]);
  expect(errorsOf('OR ice')).toEqual([['strayOr', 'OR', null]]);
  expect(parseQuery('is:unred ice').root).toEqual({ kind: 'words', text: 'ice' });
});

it('a query may be anything: it is always read, and errors lie within it', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('is:', 'tag:"', '(', ')', '-', ' OR ', '"', 'before:', '2026', 'unread', ' ', '-('),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const query = parts.join('');
      for (const { start, end, text } of parseQuery(query).errors) {
        expect(start).toBeLessThan(end);
        expect(query.slice(start, end)).toBe(text);
      }
    }),
  );
  expect(parseQuery('('.repeat(50_000)).errors.length).toBeGreaterThan(0);
  expect(parseQuery('-'.repeat(50_000)).root).toBeNull();
});

const now = new Date(2026, 4, 17, 15, 30).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();

it('dates are days, months or years, or some time ago', () => {
  expect(parseDate('2026', now)).toEqual([day(2026, 1, 1), day(2027, 1, 1)]);
  expect(parseDate('2026-02', now)).toEqual([day(2026, 2, 1), day(2026, 3, 1)]);
  expect(parseDate('2026-2-9', now)).toEqual([day(2026, 2, 9), day(2026, 2, 10)]);
  expect(parseDate('today', now)?.[0]).toBe(day(2026, 5, 17));
  expect(parseDate('2w', now)?.[0]).toBe(day(2026, 5, 3));
  expect(parseDate('1y', now)?.[0]).toBe(day(2025, 5, 17));
  for (const bad of ['soon', '2026-13', '2026-04-31', '26-01-01', '']) expect(parseDate(bad, now)).toBeNull();
});

it('dates make before: end where the day begins, after: begin with it', () => {
  expect(parseField('before', '2026-01-01', now)).toEqual({
    ok: true,
    test: { field: 'time', from: -Infinity, to: day(2026, 1, 1) },
  });
  expect(parseField('after', '2026-01-01', now)).toEqual({
    ok: true,
    test: { field: 'time', from: day(2026, 1, 1), to: Infinity },
  });
});

const vocabulary = {
  stories: [],
  tags: ['war', 'water', 'far north'],
  lists: ['Train'],
  sites: ['example.com'],
  speakers: ['Ada Holm', 'Tim Adair'],
  languages: ['uk', 'en'],
};
const complete = (query: string) =>
  completeQuery(query, query.length, vocabulary).map(({ insert }) => insert);

it('completion offers all fields, each with something that could follow, where nothing is begun', () => {
  for (const query of ['', 'ice ', 'ice -', '(']) {
    expect(complete(query), query).toEqual(expect.arrayContaining(['is:', 'tag:', 'before:', 'max:']));
  }
  const [is, tag] = completeQuery('', 0, vocabulary);
  expect([is?.example, tag?.example]).toEqual(['unread', vocabulary.tags[0]]);
});

it('completion knows the values of a field by each of its names', () => {
  expect(complete('person:')).toEqual(complete('speaker:'));
  expect(complete('host:')).toEqual(complete('site:'));
  expect(complete('host:')).not.toEqual([]);
  expect(complete('since:')).toEqual(complete('after:'));
});

it('completion offers fields, then what the library knows', () => {
  expect(complete('ice s')).toEqual(['site:', 'speaker:', 'story:']);
  expect(complete('tag:wa')).toEqual(['war ', 'water ']);
  expect(complete('tag:no')).toEqual(['"far north" ']);
  expect(complete('speaker:ad')).toEqual(['"Ada Holm" ', '"Tim Adair" ']);
  expect(complete('lang:')).toEqual(['uk ', 'en ']);
  expect(complete('-is:un')).toEqual(['unread ']);
  expect(complete('tag:"far')).toEqual(['"far north" ']);
  expect(complete('tag:"war"')).toEqual([]);
});

it('completion replaces just the value that is being typed', () => {
  const query = 'ice tag:wat snow';
  const [first] = completeQuery(query, 11, vocabulary);
  expect(query.slice(0, first?.start) + first?.insert + query.slice(first?.end)).toBe('ice tag:water  snow');
});
