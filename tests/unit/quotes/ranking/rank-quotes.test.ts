import { expect, it } from 'vitest';
import {
  rankQuotes,
  readKeyFeatures,
  readRarity,
  readTerms,
} from '../../../../utils/quotes/ranking/rank-quotes.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';

/** Quotes where they stand in the text, in its order. */
function quotesIn(text: string, said: readonly [speaker: string | null, words: string][]): Quote[] {
  return said.map(([resolvedSpeaker, words], group) => {
    const start = text.indexOf(words);
    const place = { text: words, start, end: start + words.length, group };
    const rest = { speaker: null, role: null, cue: null, via: null, confidence: 1, key: 0 };
    return { ...place, ...rest, resolvedSpeaker, evidence: 'cue' as const };
  });
}

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
  const [small, lead] = readKeyFeatures(text, quotes, {});
  expect(lead?.lead).toBeGreaterThan(2 * (small?.lead ?? 1));
  const keys = rankQuotes(text, quotes, {});
  expect(keys[1]).toBeGreaterThan(keys[0] ?? 1);
});

it('knows no word of a language: common words are those that the article has everywhere', () => {
  const rarity = readRarity('Blor mena tuli. Blor sepa kolo. Blor vari nuno. Blor mena dusi.');
  expect(rarity('blor')).toBeLessThan(0.1);
  expect(rarity('mena')).toBeLessThan(rarity('dusi'));
  expect(rarity('dusi')).toBeLessThanOrEqual(1);
  expect([...readTerms('Der Hafen, die Häfen: 港口')]).toEqual(['hafen', 'häfen', '港口']);
});

it('ranks nothing where nothing is quoted, and survives quotes without words', () => {
  expect(rankQuotes('', [], {})).toEqual([]);
  const [key = -1] = rankQuotes('“…”', quotesIn('“…”', [[null, '…']]), { title: '', excerpt: '' });
  expect(key).toBeGreaterThanOrEqual(0);
});
