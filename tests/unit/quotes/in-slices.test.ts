import { expect, test } from 'vitest';
import { runInSlices } from '../../../utils/page/in-slices.ts';
import { findQuotes, findQuotesInSteps } from '../../../utils/quotes/find-quotes.ts';

const PARAGRAPH =
  'Dana Reed, the harbour master, said the quay was full. “We have no berth left this week,” she said. The ferry, ' +
  'which brings the mail from Skerry, waited outside until the tide had turned and the pilots were back on duty. ';

/** The words read between two rests, at most: the longest that a page waits. */
const MOST_WORDS = 3000;

test.each([
  ['many paragraphs', PARAGRAPH.repeat(4).concat('\n\n').repeat(8)],
  ['one long paragraph', PARAGRAPH.repeat(32)],
])('%s are read bit by bit, with the same quotes', async (_, text) => {
  const context = { lang: 'en', title: 'No berth left' };
  let pauses = 0;
  const quotes = await runInSlices(findQuotesInSteps(text, context), {
    now: () => pauses * 1000 + 16,
    pause: async () => {
      pauses += 1;
    },
  });
  expect(quotes).toEqual(findQuotes(text, context));
  expect(quotes.length).toBeGreaterThan(30);
});

test('a text without any quote rests, too', () => {
  const text = 'The harbour was quiet and the ferry came late again. '.repeat(800);
  const steps = [...findQuotesInSteps(text, { lang: 'en' })].length;
  expect(steps).toBeGreaterThan(text.split(' ').length / MOST_WORDS);
});
