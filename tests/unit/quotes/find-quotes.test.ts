import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { summariseVoices } from '../../../utils/quotes/speakers/people/summarise-voices.ts';
import { wordsOf } from './speakers-of.ts';

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

describe('an article with every plain way to quote', () => {
  const quotes = findQuotes(article, {
    lang: 'en',
    title: 'Lindqvist and Berg agree to deepen the port of Ellery',
  });

  test('finds each quote once, word for word', () => {
    expect(quotes.map((quote) => quote.text)).toEqual([
      'Tonight we talked about the breakwater and, more broadly, about the winter. Commissioner Berg knows every stone of it',
      'We looked at the dredging plans and agreed to begin in spring. Our engineers will meet on Friday.',
      'We are ready to work with the island and believe it is needed for every family on this shore',
      'the fleet will keep its old berths',
      'deeply worried',
      "I don't think he wants it... I don't think he wants any of it.",
    ]);
    for (const quote of quotes) expect(article.slice(quote.start, quote.end)).toBe(quote.text);
  });

  test('names each speaker in full', () => {
    expect(quotes.map((quote) => quote.resolvedSpeaker)).toEqual([
      'Mara Lindqvist',
      'Mara Lindqvist',
      'Mara Lindqvist',
      'Olaf Renner',
      'Tomas Berg',
      'Tomas Berg',
    ]);
  });

  test('keeps the words of the text as the speaker where the quote stands', () => {
    expect(quotes.map((quote) => quote.speaker)).toEqual([
      'Lindqvist',
      'Lindqvist',
      'she',
      'Renner',
      'Berg',
      'Berg',
    ]);
  });

  test('gives roles in the words of the article', () => {
    expect(quotes[0]?.role).toBe('Mayor');
    expect(quotes[4]?.role).toBe('Harbour Commissioner');
  });

  test('says whose names are sure, and gives no role to the others', () => {
    expect(quotes.map((quote) => quote.sureness)).toEqual([
      'plain',
      'plain',
      'plain',
      'probably',
      'plain',
      'probably',
    ]);
    expect(quotes.flatMap(({ sureness, role }) => (sureness === 'plain' ? [] : [role]))).toEqual([
      null,
      null,
    ]);
  });

  test('says who passed a quote on', () => {
    expect(quotes.map((quote) => quote.via)).toEqual([null, null, null, 'the harbour office', null, null]);
  });

  test('says how the speaker was found', () => {
    expect(quotes.map((quote) => quote.evidence)).toEqual([
      'cue',
      'continues',
      'cue',
      'cue',
      'cue',
      'continues',
    ]);
  });

  test('puts a whole, early quote of a main speaker above a fragment', () => {
    const best = [...quotes].sort((a, b) => b.key - a.key);
    expect(best[0]?.resolvedSpeaker).toBe('Mara Lindqvist');
    expect(best.at(-1)?.text).toBe('deeply worried');
  });

  test('sums the voices up, weightiest first', () => {
    const voices = summariseVoices(quotes);
    expect(voices.map(({ name, probable }) => [name, probable ?? false])).toEqual([
      ['Mara Lindqvist', false],
      ['Tomas Berg', false],
      ['Tomas Berg', true],
      ['Olaf Renner', true],
    ]);
    expect(voices[0]?.quotes).toEqual([0, 1, 2]);
    expect(voices.reduce((sum, voice) => sum + voice.share, 0)).toBeCloseTo(1);
  });
});

test('a text without quotes has none, and so has an empty one', () => {
  expect(findQuotes('Rain fell on the harbour all day.', { lang: 'en' })).toEqual([]);
  expect(findQuotes('')).toEqual([]);
});

test('a pull quote is the quote it repeats, marked as pulled out', () => {
  const text =
    '“The planks are rotten and nobody walks on them before May,” Mara Lindqvist said.\n\n“The planks are rotten and nobody walks on them before May”\n\n“We wait for spring,” Tomas Berg said.';
  const quotes = findQuotes(text, { lang: 'en' });
  expect(quotes.map((quote) => [quote.resolvedSpeaker, quote.pulledOut ?? false])).toEqual([
    ['Mara Lindqvist', true],
    ['Tomas Berg', false],
  ]);
});

test.each([
  // The parts of a broken quote.
  '“It is no museum,” Mara Lindqvist said. “A museum need not be right every night.”\n\n“It is no museum. A museum need not be right every night.”\n\nThe boats left.',
  // Before the words it repeats.
  '“It is no museum. A museum need not be right every night.”\n\nIt rained. “It is no museum,” Mara Lindqvist said. “A museum need not be right every night.”',
  // Without marks.
  '“It is no museum,” Mara Lindqvist said. “A museum need not be right every night.”\n\nIt is no museum. A museum need not be right every night.\n\nThe boats left.',
])('a pull quote repeats both parts of a broken quote: %s', (text) => {
  expect(findQuotes(text).map((quote) => [quote.text, quote.resolvedSpeaker, quote.pulledOut])).toEqual([
    ['It is no museum', 'Mara Lindqvist', true],
    ['A museum need not be right every night.', 'Mara Lindqvist', true],
  ]);
});

test('a pull quote may be some words of a longer quote, and keeps no one from going on', () => {
  const text =
    '“The tide took the lower pier, and the planks are rotten all the way up to the lamp, so nobody walks there,” Mara Lindqvist said.\n\n“The planks are rotten all the way up to the lamp”\n\n“We wait for spring,” she added.';
  expect(findQuotes(text).map((quote) => [quote.resolvedSpeaker, quote.pulledOut ?? false])).toEqual([
    ['Mara Lindqvist', true],
    ['Mara Lindqvist', false],
  ]);
});

test('words of two people in a row are no pull quote of either', () => {
  const text =
    '“We wait for spring,” Tomas Berg said.\n\n“The planks are rotten,” Mara Lindqvist said.\n\n“We wait for spring. The planks are rotten.”\n\nThe boats left.';
  expect(findQuotes(text).map((quote) => quote.pulledOut ?? false)).toEqual([false, false, false]);
});

test('the headline may hold the only full name', () => {
  const quotes = findQuotes('“The planks are rotten,” Lindqvist said.', {
    lang: 'en',
    title: 'Mara Lindqvist closes the pier',
  });
  expect(quotes[0]?.resolvedSpeaker).toBe('Mara Lindqvist');
});

test('a columnist’s "I" is the byline', () => {
  const quotes = findQuotes('I said: “We had better mend the pier before winter.”', {
    lang: 'en',
    byline: 'Ines Okafor',
  });
  expect(quotes[0]?.resolvedSpeaker).toBe('Ines Okafor');
});

test('marks behind an equals sign may be speech where they are curly, brackets where a space is in front', () => {
  expect(wordsOf('He went home early ("I was tired of it, and I wanted my bed," he said).')).toHaveLength(1);
});

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

  test('the people a quote names, its speaker left out', () => {
    expect(findQuotes(text, { lang: 'en' }).map((quote) => quote.about ?? [])).toEqual([
      ['Tomas Berg'],
      ['Tomas Berg', 'Olaf Renner'],
      [],
    ]);
  });

  test('a surname that two people share is not guessed', () => {
    const shared = [
      'Mara Lindqvist, the mayor, and her brother Emil Lindqvist, a fisherman, did not speak.',
      '“Lindqvist has to listen for once,” Tomas Berg said.',
    ].join('\n\n');
    expect(findQuotes(shared, { lang: 'en' })[0]?.about).toBeUndefined();
  });
});
