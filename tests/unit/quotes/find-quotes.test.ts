import './learn-all.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotedSpans } from '../../../utils/quotes/extract/quotation-marks.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { summariseSpeakers } from '../../../utils/quotes/speakers/people/summarise-speakers.ts';
import { LONG } from '../../long.ts';
import { speakersOf, wordsOf } from './expect-quotes.ts';

const article = [
  'Mayor Mara Lindqvist and Harbour Commissioner Tomas Berg met on Tuesday and agreed to deepen the port of Ellery, Lindqvist announced on the radio.',
  'The meeting came as storms battered the coast, closing the ferry for a third day.',
  '"Tonight we talked about the breakwater and, more broadly, about the winter. Commissioner Berg knows every stone of it," Lindqvist said.',
  '"We looked at the dredging plans and agreed to begin in spring. Our engineers will meet on Friday."',
  'Lindqvist said the two also discussed the fish market.',
  '"We are ready to work with the island and believe it is needed for every family on this shore," she added.',
  'The talks followed a call between Berg and shipowner Olaf Renner on Monday, during which the harbour office said Renner insisted that "the fleet will keep its old berths" despite the works.',
  'Berg told listeners on Monday that he was "deeply worried" by the call with Renner.',
  '"I don\'t think he wants it... I don\'t think he wants any of it."',
  'Ellery has warned that the delay threatens its ferry.',
].join('\n\n');

const QUOTES = findQuotes(article, {
  lang: 'en',
  title: 'Lindqvist and Berg agree to deepen the port of Ellery',
});

test('an article with every plain way to quote: who says what in full, in which words, and how that was found', () => {
  const read = QUOTES.map(({ text, speaker, resolvedSpeaker, sureness, evidence }) => [
    text.slice(0, 30),
    speaker,
    resolvedSpeaker,
    sureness,
    evidence,
  ]);
  expect(read).toEqual([
    ['Tonight we talked about the br', 'Lindqvist', 'Mara Lindqvist', 'plain', 'cue'],
    ['We looked at the dredging plan', 'Lindqvist', 'Mara Lindqvist', 'plain', 'continues'],
    ['We are ready to work with the ', 'she', 'Mara Lindqvist', 'plain', 'cue'],
    ['the fleet will keep its old be', 'Renner', 'Olaf Renner', 'probably', 'cue'],
    ['deeply worried', 'Berg', 'Tomas Berg', 'plain', 'cue'],
    ["I don't think he wants it... I", 'Berg', 'Tomas Berg', 'probably', 'continues'],
  ]);
  for (const quote of QUOTES) expect(article.slice(quote.start, quote.end)).toBe(quote.text);
  const ends = ['tone of it', 'on Friday.', 'this shore', 'old berths', 'ly worried', 'any of it.'];
  expect(QUOTES.map(({ text }) => text.slice(-10))).toEqual(ends);
  expect(QUOTES.map(({ via }) => via)).toEqual([null, null, null, 'the harbour office', null, null]);
});

test('roles are in the words of the article, and of plain names alone', () => {
  expect([QUOTES[0]?.role, QUOTES[4]?.role]).toEqual(['Mayor', 'Harbour Commissioner']);
  const unsure = QUOTES.filter(({ sureness }) => sureness !== 'plain');
  expect(unsure.map(({ role }) => role)).toEqual([null, null]);
});

test('a whole, early quote of a main speaker weighs more than a fragment', () => {
  const best = [...QUOTES].sort((a, b) => b.key - a.key);
  expect(best[0]?.resolvedSpeaker).toBe('Mara Lindqvist');
  expect(best.at(-1)?.text).toBe('deeply worried');
});

test('voices are summed up, weightiest first', () => {
  const voices = summariseSpeakers(QUOTES);
  expect(voices.map(({ name, probable }) => [name, probable ?? false])).toEqual([
    ['Mara Lindqvist', false],
    ['Tomas Berg', false],
    ['Tomas Berg', true],
    ['Olaf Renner', true],
  ]);
  expect(voices[0]?.quotes).toEqual([0, 1, 2]);
  expect(voices.reduce((sum, voice) => sum + voice.share, 0)).toBeCloseTo(1);
});

test('a text without quotes has none, and so has an empty one', () => {
  expect(findQuotes('Rain fell on the harbour all day.', { lang: 'en' })).toEqual([]);
  expect(findQuotes('')).toEqual([]);
});

const MUSEUM = '“It is no museum,” Mara Lindqvist said. “A museum need not be right every night.”';
const BOTH = 'It is no museum. A museum need not be right every night.';
const BROKEN = [
  ['It is no museum', 'Mara Lindqvist', true],
  ['A museum need not be right every night.', 'Mara Lindqvist', true],
];

test.each([
  [
    'is the quote it repeats, marked as pulled out',
    '“The planks are rotten and nobody walks on them before May,” Mara Lindqvist said.\n\n“The planks are rotten and nobody walks on them before May”\n\n“We wait for spring,” Tomas Berg said.',
    [
      ['The planks are rotten and nobody walks on them before May', 'Mara Lindqvist', true],
      ['We wait for spring', 'Tomas Berg', false],
    ],
  ],
  ['repeats both parts of a broken quote', `${MUSEUM}\n\n“${BOTH}”\n\nThe boats left.`, BROKEN],
  ['may stand before the words it repeats', `“${BOTH}”\n\nIt rained. ${MUSEUM}`, BROKEN],
  ['may have no marks', `${MUSEUM}\n\n${BOTH}\n\nThe boats left.`, BROKEN],
  [
    'may be some words of a longer quote, and keeps no one from going on',
    '“The tide took the lower pier, and the planks are rotten all the way up to the lamp, so nobody walks there,” Mara Lindqvist said.\n\n“The planks are rotten all the way up to the lamp”\n\n“We wait for spring,” she added.',
    [
      [expect.stringMatching(/^The tide took/), 'Mara Lindqvist', true],
      ['We wait for spring', 'Mara Lindqvist', false],
    ],
  ],
  [
    'is not made of words of two people in a row',
    '“We wait for spring,” Tomas Berg said.\n\n“The planks are rotten,” Mara Lindqvist said.\n\n“We wait for spring. The planks are rotten.”\n\nThe boats left.',
    [
      ['We wait for spring', 'Tomas Berg', false],
      ['The planks are rotten', 'Mara Lindqvist', false],
      ['We wait for spring. The planks are rotten.', expect.any(String), false],
    ],
  ],
])('a pull quote %s', (_, text, quotes) => {
  const found = findQuotes(text).map((quote) => [
    quote.text,
    quote.resolvedSpeaker,
    quote.pulledOut ?? false,
  ]);
  expect(found).toEqual(quotes);
});

test('the headline may hold the only full name, and a columnist’s "I" is the byline', () => {
  const title = 'Mara Lindqvist closes the pier';
  expect(speakersOf('“The planks are rotten,” Lindqvist said.', { lang: 'en', title })).toEqual([
    'Mara Lindqvist',
  ]);
  const words = 'I said: “We had better mend the pier before winter.”';
  expect(speakersOf(words, { lang: 'en', byline: 'Ines Okafor' })).toEqual(['Ines Okafor']);
});

test('marks behind an equals sign may be speech where they are curly, brackets where a space is in front', () =>
  expect(wordsOf('He went home early ("I was tired of it, and I wanted my bed," he said).')).toHaveLength(1));

test('lists of what is good and bad, or of ways to write to an office, are no transcript', () => {
  const list = [1, 2, 3].flatMap((n) => [
    `Pros: Light, cheap, and dry after ${n} hours.`,
    'Cons: Noisy in wind, and hard to fold.',
  ]);
  expect(wordsOf(list.join('\n\n'))).toEqual([]);
  const office = [1, 2].flatMap((n) => [
    `Mail: Harbour Office, ${n} Quay Street, Ellery.`,
    'Fax: The number stands on the last page.',
  ]);
  expect(wordsOf(office.join('\n\n'))).toEqual([]);
});

describe('whom they speak about', () => {
  const text = [
    'Mayor Mara Lindqvist and Harbour Commissioner Tomas Berg met on Tuesday. Olaf Renner, a shipowner, was there too.',
    '“Berg knows every stone of the breakwater,” Lindqvist said. “I trust Berg, and I trust Renner.”',
    '“Will it be open by May? Nobody can say,” Berg said.',
  ].join('\n\n');

  test('the people a quote names, its speaker left out', () =>
    expect(findQuotes(text, { lang: 'en' }).map((quote) => quote.about ?? [])).toEqual([
      ['Tomas Berg'],
      ['Tomas Berg', 'Olaf Renner'],
      [],
    ]));

  test('a surname that two people share is not guessed', () => {
    const shared = [
      'Mara Lindqvist, the mayor, and her brother Emil Lindqvist, a fisherman, did not speak.',
      '“Lindqvist has to listen for once,” Tomas Berg said.',
    ].join('\n\n');
    expect(findQuotes(shared, { lang: 'en' })[0]?.about).toBeUndefined();
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'"“”„«»‘’「」()\n\'',
    ...['\n\n', "''", ', ', '. ', '? ', ': ', ' — ', '…', '-', ' ', '\u00AD', '\u00A0', '\uD800', '😀'],
    ...['said', 'he', 'she', 'Lindqvist', 'Mara Lindqvist', 'the mayor', 'told', 'according to', 'that'],
    ...['The', 'Mr.', 'who', 'сказав', 'сказала', 'sagte', 'dit', 'dijo', '1st', 'Jr.'],
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 120 }).map((parts) => parts.join(''));
const lang = fc.constantFrom(
  ...['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'uk', 'xx', 'constructor', ''],
  null,
);

test('every quote is the text at its offsets, in order, whatever the text', () =>
  fc.assert(
    fc.property(text, lang, (body, code) => {
      let end = 0;
      for (const quote of findQuotes(body, { lang: code, title: body.slice(0, 40) })) {
        expect(body.slice(quote.start, quote.end)).toBe(quote.text);
        expect(quote.text).not.toBe('');
        expect(quote.start).toBeGreaterThanOrEqual(end);
        expect(quote.key).toBeGreaterThanOrEqual(0);
        expect(quote.key).toBeLessThanOrEqual(1);
        expect(quote.confidence).toBeGreaterThanOrEqual(0);
        expect(quote.confidence).toBeLessThanOrEqual(1);
        end = quote.end;
      }
    }),
    { numRuns: LONG ? 1000 : 50 },
  ));

const spansOf = (text: string) => findQuotedSpans(text).map(({ start, end }) => text.slice(start, end));

test.each([
  [
    'closed with the mark of another kind',
    '“Il ponte resta chiuso» ha detto Reed. «Noi restiamo" – dice Holm. "E basta."',
    ['Il ponte resta chiuso', 'Noi restiamo', 'E basta.'],
  ],
  [
    'an opening mark is missing',
    '«Merci à tous.» Pour moi, poursuit-il, c’est une grande joie », a dit M. Reed.',
    ['Merci à tous.', 'Pour moi, poursuit-il, c’est une grande joie'],
  ],
  [
    'pointing inwards, with spaces',
    'Le maire répond. » Le pont restera fermé « , a-t-il dit. Et Reed : » Jusqu’à quand ? « , sans suite.',
    ['Le pont restera fermé', 'Jusqu’à quand ?'],
  ],
  [
    'pointing both ways at random',
    'Reed jugé pour «vol de bateau »\n\nIl dit : » Je veux mon bateau « , puis sort.\n\n« Rien que mon bateau »',
    ['vol de bateau', 'Je veux mon bateau', 'Rien que mon bateau'],
  ],
])('quotation marks that do not match: %s', (_, text, quotes) => expect(spansOf(text)).toEqual(quotes));

test.each([
  ['a quote within a quote', '«A «B» C» D', ['A «B» C']],
  ['a stray mark behind a short gap', '«A». B» C', ['A']],
  ['a quote over two paragraphs', '“A.\n\n“B,” C', ['A.\n\n“B']],
])('quotation marks that do not match: %s stays as it was', (_, text, quotes) =>
  expect(spansOf(text)).toEqual(quotes),
);
