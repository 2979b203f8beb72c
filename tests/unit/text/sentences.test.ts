import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseKeySentences } from '../../../utils/text/key-sentences.ts';
import { snapToWords, splitSentences } from '../../../utils/text/segment-text.ts';

const TEXT = [
  'The harbour council of Saltmere voted on Tuesday to build a second breakwater before the winter storms arrive.',
  'It was a short meeting. “Nobody wanted to speak,” said Maud Tarrant, who keeps the light on the skerry. She had brought tea.',
  'The breakwater will cost the council eleven million and will close the northern channel to ferries for two summers.',
  'But not everybody is glad. How will the islanders get their flour?',
  'Dr. Osric Vandermolen, the harbour engineer, told the council that the old breakwater would not outlive another storm like that of February.',
  'A dog slept under the table throughout, and was woken by the vote.',
].join('\n\n');

it('an article in brief is three sentences of its own, in their order, that say what it is about', () => {
  const brief = chooseKeySentences(TEXT, 'Saltmere council votes for second breakwater', 'en');
  expect(brief.map(({ text }) => text.split(' ').slice(0, 4).join(' '))).toEqual([
    'The harbour council of',
    'The breakwater will cost',
    'Dr. Osric Vandermolen, the',
  ]);
  for (const { start, end, text } of brief) expect(TEXT.slice(start, end)).toBe(text);
});

it('an article in brief never begins behind an abbreviation, which would say something else', () => {
  const lead =
    'The premier of Saltmere and U.S. President Ada Quill held a talk by telephone about the breakwater on Tuesday.';
  const brief = chooseKeySentences(
    `${lead}\n\n${TEXT}`,
    'Quill and Saltmere’s premier talk of breakwater',
    'en',
  );
  expect(brief[0]?.text).toBe(lead);
});

it('an article in brief is not offered for what is brief already', () =>
  expect(chooseKeySentences('One sentence here. Another one there.', 'One', 'en')).toEqual([]));

it('an article in brief is verbatim and never throws, whatever the text', () => {
  const part = fc.constantFrom(
    'The ferry',
    ' sails. ',
    '\n\n',
    '“',
    '”',
    '。',
    '港は凍った',
    '😀',
    'and the council voted on it',
    '?',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 120 }), fc.string(), (parts, title) => {
      const text = parts.join('');
      const brief = chooseKeySentences(text, title, 'en');
      expect(brief.length).toBeLessThanOrEqual(3);
      for (const { start, end, text: words } of brief) expect(text.slice(start, end)).toBe(words);
    }),
  );
});

const split = (text: string, lang: string | null = 'en'): string[] =>
  splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));

it.each([
  ['en', 'The premier of Saltmere and U.S. President Ada Quill held a call. It was short.'],
  ['en', 'Police found it at 5 p.m. Tuesday on No. 10 Quay St. Mary. Nobody was hurt.'],
  ['en', 'On Jan. 5 Lt. Col. Bo Reed, Sen. Ina Holm (D-N.Y.) and Gov. Li met. They left.'],
  ['en', 'Acme Inc. Chairman J. R. Holm spoke. He left.'],
  ['de', 'Am 5. Oktober kam Prof. Dr. Vandermolen, z. B. Mit dem Zug. Er blieb.'],
  ['fr', 'Le Dr. Holm et M. Quill sont venus. Ils sont partis.'],
  ['es', 'El Sr. Quill y la Dra. Holm llegaron a EE. UU. Ayer. Se fueron.'],
  ['pl', 'Spotkali się przy ul. Morskiej z płk. Holmem. Potem wyszli.'],
  ['uk', 'Зустріч була на вул. Морській о 5 год. Потім усі пішли.'],
  [null, 'The U.N. Council met Dr. Holm. It left.'],
])('a sentence goes on after an abbreviation (%s): %s', (lang, text) =>
  expect(split(text, lang).length).toBe(2),
);

it.each([
  ['en', 'He is ill. She is not.'],
  ['en', 'They said no. Reed nodded.'],
  ['en', 'It began in 2020. Then it ended.'],
  ['de', 'Er starb im Jahr 2020. Dann kam sie.'],
  ['fr', 'Elle aime l’art. Il préfère la mer.'],
])('a sentence ends where a word does (%s): %s', (lang, text) => expect(split(text, lang).length).toBe(2));

it('a sentence holds every word of a text once, whatever it is', () => {
  const part = fc.constantFrom(
    'U.S. ',
    'Dr. ',
    'a.',
    ' ',
    '5. ',
    'No. ',
    'The',
    '“',
    '”',
    '\u{1f600}',
    'é',
    '…',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.constantFrom('en', 'de', 'not a tag', null),
      (parts, lang) => {
        const text = parts.join('');
        const words = (all: string): string => all.replace(/[^\p{L}\p{N}]/gu, '');
        expect(words(split(text, lang).join(''))).toBe(words(text));
      },
    ),
  );
});

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

it('copes with a language that is none', () => expect(snap('one two', 'w', 'not a tag')).toBe('two'));
