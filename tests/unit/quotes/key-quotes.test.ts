import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  assessCompleteness,
  chooseKeyQuotes,
  hasSameWords,
} from '../../../utils/quotes/ranking/choose-key-quotes.ts';
import {
  computeKeyFeatures,
  computeRarity,
  extractTerms,
  rankQuotes,
} from '../../../utils/quotes/ranking/rank-quotes.ts';
import type { Quote } from '../../../utils/quotes/types.ts';
import { makeQuote } from '../library/make-article.ts';

const quote = (resolvedSpeaker: string | null, key: number, text: string, confidence = 1) => ({
  resolvedSpeaker,
  confidence,
  key,
  text,
});

it('leads with the quote that carries most; the others follow in order of the text', () => {
  const quotes = [
    quote('Ines', 0.2, 'The boats stay in the harbour today.'),
    quote('Jory', 0.3, 'We have never seen such a tide.'),
    quote('Mara', 0.9, 'Nobody sails before the wall is mended.'),
  ];
  expect(chooseKeyQuotes(quotes)).toEqual([2, 0, 1]);
  expect(chooseKeyQuotes(quotes, 1)).toEqual([2]);
  expect(chooseKeyQuotes([])).toEqual([]);
});

it('takes three voices where there are three, however much one of them carries', () => {
  const quotes = [
    quote('Mara', 0.9, 'Nobody sails before the wall is mended.'),
    quote('Mara', 0.8, 'I asked for stones in March already.'),
    quote('Jory', 0.1, 'We have never seen such a tide.'),
    quote('Ines', 0.05, 'so much water that the cellars of the whole street filled overnight'),
  ];
  expect(chooseKeyQuotes(quotes)).toEqual([0, 2, 3]);
});

it('takes nobody whose speaker is unclear beside names, and them rather than none', () => {
  const quotes = [
    quote(null, 0.99, 'Somebody should have told us before.'),
    quote('Mara', 0.5, 'Nobody sails before the wall is mended.'),
    quote('Mara', 0.1, 'I asked for stones in March already.'),
  ];
  expect(chooseKeyQuotes(quotes)).toEqual([1, 2]);
  expect(chooseKeyQuotes(quotes.slice(0, 1))).toEqual([0]);
});

it('takes fewer rather than a piece of a sentence or a doubtful name', () => {
  const whole = quote('Mara', 0.1, 'Nobody sails before the wall is mended.');
  expect(chooseKeyQuotes([whole, quote('Ines', 0.9, 'so much water that the cellars filled')])).toEqual([0]);
  const doubtful = {
    ...quote('Jory', 0.9, 'We have never seen such a tide.', 0.7),
    sureness: 'probably' as const,
  };
  expect(chooseKeyQuotes([doubtful, { ...whole, sureness: 'probably', confidence: 0.9 }])).toEqual([1]);
});

it('prefers a name that is sure', () => {
  const quotes = [
    quote('Jory', 0.6, 'We have never seen such a tide.', 0.5),
    quote('Mara', 0.5, 'Nobody sails before the wall is mended.', 0.9),
  ];
  expect(chooseKeyQuotes(quotes, 1)).toEqual([1]);
});

it('leaves out probable names where any name is plain, and shows them where none is', () => {
  const probable = {
    ...quote('Jory', 0.9, 'We have never seen such a tide.', 0.8),
    sureness: 'probably' as const,
  };
  const plain = {
    ...quote('Mara', 0.1, 'Nobody sails before the wall is mended.'),
    sureness: 'plain' as const,
  };
  expect(chooseKeyQuotes([probable, plain])).toEqual([1]);
  expect(chooseKeyQuotes([probable])).toEqual([0]);
});

it('leaves scraps out where there is anything else, and shows them where there is not', () => {
  const scraps = [
    quote('Mara', 0.9, 'rotten'),
    quote('Jory', 0.8, 'a disgrace'),
    quote('Mara', 0.7, 'Rotten!'),
  ];
  expect(chooseKeyQuotes([...scraps, quote(null, 0.1, 'the wall was never mended')])).toEqual([3]);
  expect(chooseKeyQuotes(scraps)).toEqual([0, 1]);
});

it('counts no spaces where a script has none', () => {
  expect(assessCompleteness('金に執着')).toBe('scrap');
  expect(assessCompleteness('理事会もずっと紛糾していた')).toBe('sentence');
  expect(assessCompleteness('我们不会放弃这个港口')).toBe('sentence');
  const quotes = [quote('A', 0.9, '金に執着'), quote('B', 0.1, '理事会もずっと紛糾していた')];
  expect(chooseKeyQuotes(quotes)).toEqual([1]);
});

it('tells sentences from pieces of one by how they begin', () => {
  expect(assessCompleteness('“We sail tomorrow at dawn.”')).toBe('sentence');
  expect(assessCompleteness('with all the boats we have')).toBe('piece');
  expect(assessCompleteness('with all the boats that we have left since the storm')).toBe('long piece');
  expect(assessCompleteness('deeply worried')).toBe('scrap');
});

test.each([
  ['Nobody sails before May.', 'nobody sails before may', true],
  ['Nobody sails before May.', 'We said it: nobody sails before May, whatever happens.', true],
  ['Nobody sails before the harbour wall is mended', 'Nobody sails until the harbour wall is mended', true],
  ['Nobody sails before May.', 'We have never seen such a tide.', false],
  ['今後の捜査でうみを全て出し切り', '今後の捜査でうみを全て出し切り、新たな大学に', true],
  ['理事会もずっと紛糾していた', '今後の捜査でうみを全て出し切り', false],
])('knows the same words: %s | %s', (one, other, same) => {
  expect(hasSameWords(one, other)).toBe(same);
  expect(hasSameWords(other, one)).toBe(same);
});

const words = fc.array(
  fc.constantFrom('The', 'tide', 'came', 'over', 'a', 'wall', 'and', 'nobody', 'slept', '港', '…'),
  { minLength: 1, maxLength: 12 },
);
const anyQuote = fc.record({
  text: words.map((list) => list.join(' ')),
  resolvedSpeaker: fc.constantFrom(null, 'Mara', 'Jory', 'Ines', 'Tomas'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  key: fc.double({ min: 0, max: 1, noNaN: true }),
});

it('keeps its word, whatever is quoted', () => {
  fc.assert(
    fc.property(fc.array(anyQuote, { maxLength: 15 }), (quotes) => {
      const indices = chooseKeyQuotes(quotes);
      const chosen = indices.flatMap((index) => quotes[index] ?? []);
      expect(chosen.length).toBe(indices.length);
      expect(new Set(indices).size).toBe(indices.length);
      expect(indices.length).toBeLessThanOrEqual(3);
      expect(indices.length > 0).toBe(quotes.length > 0);
      // The same again, and from a copy.
      expect(chooseKeyQuotes(structuredClone(quotes))).toEqual(indices);
      // No scraps where there is a thought, nothing twice.
      if (quotes.some(({ text }) => assessCompleteness(text) !== 'scrap'))
        expect(chosen.map(({ text }) => assessCompleteness(text))).not.toContain('scrap');
      for (const [i, one] of chosen.entries())
        for (const other of chosen.slice(i + 1)) expect(hasSameWords(one.text, other.text)).toBe(false);
      // No named thought is passed over for an unclear one, unless its words are there already.
      if (chosen.some(({ resolvedSpeaker }) => resolvedSpeaker === null))
        for (const left of quotes.filter((one) => !chosen.includes(one)))
          if (left.resolvedSpeaker !== null && assessCompleteness(left.text) !== 'scrap')
            expect(chosen.some(({ text }) => hasSameWords(text, left.text))).toBe(true);
    }),
  );
});

/** Quotes where they stand in the text, in its order. */
const quotesIn = (text: string, said: readonly [speaker: string | null, words: string][]): Quote[] =>
  said.map(([speaker, words], group) => ({ ...makeQuote(words, speaker, text.indexOf(words)), group }));

const ARTICLE = `The harbour council voted on Monday to close the northern breakwater until engineers have repaired it.

The vote was “close”, Ines Falk said. “It rained all evening and we were tired,” said Jory Penn.

“The breakwater is closed until the engineers tell us that it is repaired,” Mara Lindqvist said.`;
const SAID: [string, string][] = [
  ['Ines Falk', 'close'],
  ['Jory Penn', 'It rained all evening and we were tired,'],
  ['Mara Lindqvist', 'The breakwater is closed until the engineers tell us that it is repaired,'],
];

it('puts what the lead says above small talk, and a scrap below both', () => {
  const [scrap = 1, small = 1, lead = 0] = rankQuotes(ARTICLE, quotesIn(ARTICLE, SAID), {});
  expect(lead).toBeGreaterThan(small);
  expect(small).toBeGreaterThan(scrap);
});

it('lets the headline speak', () => {
  const quotes = quotesIn(ARTICLE, SAID);
  const [, plain = 1] = rankQuotes(ARTICLE, quotes, {});
  const [, echoed = 0] = rankQuotes(ARTICLE, quotes, { title: 'Tired council met while it rained' });
  expect(echoed).toBeGreaterThan(plain);
});

it('reads Japanese without spaces', () => {
  const text =
    '市議会は月曜日、北防波堤を修理が終わるまで閉鎖すると決めた。\n\n「雨が降っていて皆とても疲れていた」と佐藤氏は話した。「北防波堤は修理が終わるまで閉鎖する」と田中市長は述べた。';
  const quotes = quotesIn(text, [
    ['佐藤', '雨が降っていて皆とても疲れていた'],
    ['田中', '北防波堤は修理が終わるまで閉鎖する'],
  ]);
  const [small, lead] = computeKeyFeatures(text, quotes, {});
  expect(lead?.lead).toBeGreaterThan(2 * (small?.lead ?? 1));
  const keys = rankQuotes(text, quotes, {});
  expect(keys[1]).toBeGreaterThan(keys[0] ?? 1);
});

it('knows no word of a language: common words are those that the article has everywhere', () => {
  const rarity = computeRarity('Blor mena tuli. Blor sepa kolo. Blor vari nuno. Blor mena dusi.');
  expect(rarity('blor')).toBeLessThan(0.1);
  expect(rarity('mena')).toBeLessThan(rarity('dusi'));
  expect(rarity('dusi')).toBeLessThanOrEqual(1);
  expect([...extractTerms('Der Hafen, die Häfen: 港口')]).toEqual(['hafen', 'häfen', '港口']);
});

it('ranks nothing where nothing is quoted, and survives quotes without words', () => {
  expect(rankQuotes('', [], {})).toEqual([]);
  const [key = -1] = rankQuotes('“…”', quotesIn('“…”', [[null, '…']]), { title: '', excerpt: '' });
  expect(key).toBeGreaterThanOrEqual(0);
});
