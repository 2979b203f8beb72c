// @vitest-environment jsdom
import './learn-all.ts';
import { expect, it } from 'vitest';
import { locateQuote } from '../../../utils/quotes/anchoring/locate-quote.ts';
import { type PageText, readPageText } from '../../../utils/quotes/anchoring/page-text.ts';
import { textFragmentUrl } from '../../../utils/quotes/cite/text-fragment.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { summariseSpeakers } from '../../../utils/quotes/speakers/people/summarise-speakers.ts';
import { AWKWARD_UNITS, cpuTime, expectWithin } from '../growth.ts';
import { measurePages, measurePart, measureParts, WORDY_UNITS } from '../page-growth.ts';
import { tagText } from './tagging/tag-text.ts';

/** Characters. */
const SIZE = 5000;
const SIZE_ELSEWHERE = 2500;
const PAIR_SIZE = 3000;

const UNITS = [...AWKWARD_UNITS, ...WORDY_UNITS];

const quote = (text: string, lang: string): void => {
  summariseSpeakers(findQuotes(text, { lang, title: text, excerpt: text, byline: text }));
};

it.each(['en', 'de', 'es', 'fr', 'it', 'pl', 'pt', 'uk', 'ar', 'ja', 'ko', 'zh'])(
  'finding quotes takes no more than the text’s length in %s',
  async (lang) => {
    const [units, size] = lang === 'en' ? [UNITS, SIZE] : [WORDY_UNITS, SIZE_ELSEWHERE];
    const run = (text: string) =>
      quote(`“We stay,” Mara Lindqvist said.\n\n${text} “We stay,” she said.`, lang);
    expect(await measureParts(lang, units, size, run)).toEqual([]);
  },
);

it('finding quotes takes no more than the text’s length with any run of words before any other', async () => {
  const kinds = 'said |saying |quickly |is |the |president |who |of |Reed |, |it |“a” '.split('|');
  const found: string[] = [];
  for (const second of kinds) {
    const firsts = kinds.filter((first) => first !== second);
    const run = (text: string): void => {
      const first = firsts.find((kind) => text.startsWith(kind)) ?? 'word ';
      const after = second.repeat(text.length / first.length);
      quote(`“We stay,” said Reed ${text}${after}and “we stay.”`, 'en');
    };
    found.push(...(await measureParts(`${second}after`, firsts, PAIR_SIZE, run)));
  }
  expect(found).toEqual([]);
});

it('finding quotes takes no more than the text’s length with somebody else in every quote', async () => {
  const surname = (i: number): string =>
    `H${[...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const run = (text: string): void => {
    const quotes = [...text].map(
      (_, i) => `“We will not wait again,” said Dana ${surname(i)}. Emil ${surname(i)}berg agreed.`,
    );
    quote(quotes.join('\n\n'), 'en');
  };
  expect(await measurePart('people', '.', 2000, run)).toBeNull();
});

it('finding quotes takes no more than the text’s length in one word, and one sentence, without an end', async () => {
  const run = (text: string) => {
    quote(`The ${text} president said “we stay.” The president said so.`, 'en');
    quote(`“${text}” said Mara ${text}, the ${text} mayor.`, 'en');
    quote(`Reed, the mayor of ${text}-Holm, said: “We stay.” The mayor said “so we do.”`, 'en');
  };
  const units = ['a', 'A', '-a', '.a', "'a", 'a-', 'ß', '1', '\u0301'];
  expect(await measureParts('', units, SIZE, run)).toEqual([]);
});

/** One of some ten thousand characters, a different one for each person. */
const letter = (first: number, i: number): string => String.fromCodePoint(first + i);

it.each([
  [
    'zh',
    (i: number) =>
      `第${i}局局长王${letter(0x4e50, i)}明说：“我们今天就开始修这座桥。”王局长表示，“修桥要三年。”`,
  ],
  [
    'ko',
    (i: number) =>
      `김${letter(0xac10, i)}수 제${i}시장은 "다리를 오늘부터 고친다"고 말했다. 김 시장은 "삼 년이 걸린다"고 했다.`,
  ],
])(
  'finding quotes takes no more than the text’s length with somebody else in every quote, in %s',
  async (lang, line) => {
    const run = (text: string): void => quote([...text].map((_, i) => line(i)).join('\n'), lang);
    // Each measurement compares a size with its double: 1,000, 2,000 and 4,000 people.
    for (const size of [1000, 2000]) expect(await measurePart(lang, '.', size, run)).toBeNull();
  },
);

it('hostile text of a megabyte of quotation marks is read', () =>
  expect(findQuotes('"'.repeat(1_000_000), { lang: 'en' })).toEqual([]));

it.each(['“', '”', '„', '«', "''", '‘', '“a” ', '"a" said B. ', '— a, — сказав б. ', "l'a dit-il ", '( '])(
  'hostile text of nothing but %j is read',
  (piece) => {
    const body = piece.repeat(Math.floor(12_000 / piece.length));
    for (const lang of ['en', 'uk', 'fr']) expect(() => findQuotes(body, { lang })).not.toThrow();
  },
);

it.each([
  ['ar', 'م', 'قال '],
  ['ja', '山', '山田社長'],
  ['ko', '가', '김 대표는 '],
  ['zh', '王', '王说'],
])('hostile text without any mark costs no more than its length, in %s', async (lang, ...units) => {
  for (const unit of units) {
    const text = `${unit.repeat(100_000 / unit.length)}「${unit}」`;
    // What is quadratic takes minutes.
    await expectWithin(5000, () => findQuotes(text, { lang }));
  }
});

it('hostile text is tagged in time that grows with its length', async () => {
  const tag = (count: number) => {
    const text = Array.from({ length: count }, (_, i) => `Wort${i}`).join(' ');
    return () => expect(tagText(text, 'de')).toHaveLength(count);
  };
  await cpuTime(tag(2000));
  const short = Math.max(await cpuTime(tag(10_000)), 20);
  await expectWithin(40 * short, tag(100_000));
});

it('hostile text of one repeated letter is searched for a quote', () => {
  const page = document.createElement('p');
  page.textContent = 'a'.repeat(200_000);
  const place = { start: 100_000, end: 200_001 };
  expect(locateQuote(readPageText(page), `${page.textContent}b`, place)).toBe(null);
});

interface Marked {
  page: PageText;
  text: string;
}

/** A page that holds the text with one word changed, so that nothing stands exactly as it was. */
function mark(text: string): Marked {
  const page = document.createElement('div');
  page.textContent = `${text}and then${text}`;
  return { page: readPageText(page), text: `${text}but then${text}` };
}

it('going back to a quote takes no more than the page’s length whatever its words are', async () => {
  const run = ({ page, text }: Marked): void => {
    const [start, end] = [Math.floor(text.length / 4), Math.floor((text.length * 3) / 4)];
    locateQuote(page, text, { start, end });
    locateQuote(page, text, { start: 0, end: 90 });
    textFragmentUrl('https://quay.example/a', text, { start, end });
  };
  expect(await measurePages('', UNITS, SIZE, mark, run)).toEqual([]);
});
