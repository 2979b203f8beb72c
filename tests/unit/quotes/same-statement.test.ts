import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeFingerprints,
  groupStatements,
  isSameStatement,
  mayBeSamePerson,
  tokeniseQuote,
} from '../../../utils/quotes/same-statement.ts';
import { LONG } from '../../long.ts';
import { expectWithin } from '../growth.ts';

const SAID =
  'We have waited eleven years for this wall, and I will not tell the people of Saltmere to wait for another winter.';

const isSame = (a: string, b: string, speakers: [string | null, string | null] = ['Ada Holm', 'Ada Holm']) =>
  isSameStatement(
    { tokens: tokeniseQuote(a), speaker: speakers[0] },
    { tokens: tokeniseQuote(b), speaker: speakers[1] },
  );

/** Found at all: what has no fingerprint in common is never compared. */
const shares = (a: string, b: string): boolean => {
  const known = new Set(computeFingerprints(tokeniseQuote(a)));
  return computeFingerprints(tokeniseQuote(b)).some((print) => known.has(print));
};

const isFound = (a: string, b: string): boolean => shares(a, b) && isSame(a, b);

it.each(
  Object.entries({
    'other marks and case':
      '“WE HAVE waited eleven years for this wall; and I will not tell the people of Saltmere to wait for another winter”',
    'an ellipsis': 'We have waited eleven years … and I will not tell the people of Saltmere to wait',
    'dots in brackets': 'We have waited eleven years for this wall [...] wait for another winter.',
    'dots with blanks': 'We have waited eleven years for this wall . . . to wait for another winter.',
    'what an editor put in':
      'We have waited eleven years for this wall [the breakwater], and I will not tell the people of Saltmere to wait for another winter.',
    'a letter in brackets':
      '[w]e have wait[ed] eleven years for this wall, and I will not tell the people of Saltmere',
    'a word replaced':
      'We have waited eleven years for this wall, and I won’t tell the people of Saltmere to wait for another winter.',
    'two words left out':
      'We have waited eleven years for this wall, and I will not tell people to wait for another winter.',
  }),
)('the same statement is known by %s', (_, other) => expect(isFound(SAID, other)).toBe(true));

it.each(
  Object.entries({
    'a phrase': 'We have waited eleven years',
    'another statement that begins alike':
      'We have waited eleven years for a school that the county promised us in writing.',
    'the same topic':
      'The people of Saltmere will have to wait another winter for their wall, which we regret.',
    'words that lie far apart in it, without an ellipsis': 'We have waited for this another winter.',
  }),
)('the same statement is not taken for %s', (_, other) => expect(isSame(SAID, other)).toBe(false));

it('the same statement is known without the spaces between words, as in Chinese and Thai', () => {
  const chinese = '我们为这堵墙等了十一年，我不会再让盐湖镇的居民多等一个冬天。';
  expect(isFound(chinese, '我们为这堵墙等了十一年……我不会再让盐湖镇的居民多等')).toBe(true);
  expect(isFound(chinese, '我们会在明年春天向镇议会提出新的预算方案和时间表。')).toBe(false);
  const thai = 'เรารอกำแพงนี้มาสิบเอ็ดปีแล้วและจะไม่ขอให้ชาวเมืองรออีกหนึ่งฤดูหนาว';
  expect(isFound(thai, 'เรารอกำแพงนี้มาสิบเอ็ดปีแล้ว…จะไม่ขอให้ชาวเมืองรออีก')).toBe(true);
});

it('the same statement knows words with and without their diacritics', () => {
  const french = 'Nous n’avons rien demandé à personne et nous ne céderons pas un mètre de la plage.';
  expect(
    isFound(french, "Nous n'avons rien demande a personne et nous ne cederons pas un metre de la plage"),
  ).toBe(true);
  const arabic = 'لقد انتظرنا أحد عشر عامًا من أجل هذا الجدار ولن ننتظر شتاءً آخر';
  expect(isFound(arabic, 'لقد انتظرنا أحد عشر عاما من أجل هذا الجدار ولن ننتظر شتاء آخر')).toBe(true);
});

it('the same statement of few words by two people is a phrase, of many it is one statement with two names', () => {
  const phrase = 'Our thoughts are with the families tonight';
  expect(isSame(phrase, phrase, ['Ada Holm', 'Bo Li'])).toBe(false);
  expect(isSame(phrase, phrase, ['Ada Holm', 'Mayor Holm'])).toBe(true);
  expect(isSame(phrase, phrase, ['Ada Holm', null])).toBe(true);
  expect(isSame(SAID, SAID, ['Ada Holm', 'Bo Li'])).toBe(true);
});

it('names may be of one person by the last name, or where one is a part of the other', () => {
  expect(mayBeSamePerson('Tilde Arnholt', 'T. Arnholt')).toBe(true);
  expect(mayBeSamePerson('Zoë', 'Zoe Lind')).toBe(true);
  expect(mayBeSamePerson('Tilde Arnholt', 'Tilde Marsh')).toBe(false);
});

/** Words that no sentence has by accident. */
const word = fc.integer({ min: 0, max: 9999 }).map((n) => `w${n.toString(36)}x`);
const sentence = fc.array(word, { minLength: 10, maxLength: 60 });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('we', 'will', 'not', 'go', '…', '[...]', '[he]', '“', ',', '海', '墙'), {
      maxLength: 80,
    })
    .map((all) => all.join(' ')),
);

it('whatever is quoted is the same both ways', () =>
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(isSame(a, b)).toBe(isSame(b, a));
      expect(shares(a, b)).toBe(shares(b, a));
    }),
    { numRuns: LONG ? 500 : 100 },
  ));

it('whatever is quoted is itself again with other marks, in capitals, in brackets in the middle', () =>
  fc.assert(
    fc.property(
      sentence,
      fc.nat(),
      fc.constantFrom(', ', ' — ', ' “', '; ', ' [they] ', ' '),
      (words, at, mark) => {
        const place = 1 + (at % (words.length - 1));
        const edited = `«${words.slice(0, place).join(' ')}${mark}${words.slice(place).join(' ').toUpperCase()}»`;
        expect(isFound(words.join(' '), edited)).toBe(true);
      },
    ),
  ));

it('whatever is quoted is found in a piece of six words or more, wherever that is cut out', () =>
  fc.assert(
    fc.property(sentence, fc.nat(), fc.nat(), (words, from, more) => {
      const start = from % (words.length - 5);
      const piece = words.slice(start, start + 6 + (more % (words.length - start - 5)));
      expect(isFound(words.join(' '), piece.join(' '))).toBe(true);
    }),
  ));

it('whatever is quoted is known with any of its middle left out for an ellipsis', () => {
  const ellipsis = fc.constantFrom('…', '...', '[…]', '[...]', '(...)', '. . .');
  fc.assert(
    fc.property(sentence, sentence, sentence, ellipsis, (head, middle, tail, mark) => {
      const whole = [...head, ...middle, ...tail].join(' ');
      expect(isFound(whole, `${head.join(' ')} ${mark} ${tail.join(' ')}`)).toBe(true);
    }),
  );
});

it('whatever is quoted is not taken for other sentences', () =>
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const both = new Set(a);
      fc.pre(b.filter((one) => both.has(one)).length < 4);
      expect(isSame(a.join(' '), b.join(' '))).toBe(false);
    }),
  ));

it('whatever is quoted takes little time, also where every word is the same', async () => {
  const many = tokeniseQuote('no '.repeat(5000));
  const mixed = (seed: number) =>
    tokeniseQuote(Array.from({ length: 2000 }, (_, i) => ((i * seed) % 7 < 3 ? 'no' : 'yes')).join(' '));
  await expectWithin(1000, () => {
    expect(isSameStatement({ tokens: many, speaker: null }, { tokens: many, speaker: null })).toBe(true);
    isSameStatement({ tokens: mixed(5), speaker: null }, { tokens: mixed(11), speaker: null });
  });
});

describe('grouping by statement', () => {
  const SAID = 'We have waited eleven years for this wall, and nobody will wait another winter.';

  it('counts a statement once, however papers print it', () => {
    const by = (text: string, speaker: string | null = 'Ada Holm') => ({ text, speaker });
    const other = 'The ferry is late because the tide is late, and nobody can hurry the tide.';
    expect(
      groupStatements([
        by(SAID),
        by(other),
        by('“We have waited eleven years … nobody will wait another winter”'),
        by('Not yet.'),
        by('Not yet.'),
        by(SAID),
        by('nobody can hurry the tide'),
      ]),
    ).toEqual([[0, 2, 5], [1], [3], [4], [6]]);
  });
});
