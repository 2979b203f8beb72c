import './learn-all.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { LONG } from '../../long.ts';

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

test('every quote is the text at its offsets, in order, whatever the text', () => {
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
  );
});
