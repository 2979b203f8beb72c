import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';

const lines = (...paragraphs: string[]): string => paragraphs.join('\n\n');
const found = (text: string) =>
  findQuotes(text, { lang: 'en' }).map((quote) => [quote.text, quote.resolvedSpeaker]);

const post = 'We close the pier on Friday and open it again when the planks are safe.';

describe('embedded posts', () => {
  test('are their author’s words, signed in the same paragraph', () => {
    const text = lines(
      'The pier is shut, the mayor announced.',
      `${post} — Mara Lindqvist (@maralindqvist) May 4, 2026`,
      'Anglers were not amused.',
    );
    expect(found(text)).toEqual([[post, 'Mara Lindqvist']]);
  });

  test('are their author’s words, signed in a paragraph of its own', () => {
    const text = lines('Nobody had been told.', post, '— Tomas Berg (@harbourberg) 4 May 2026');
    expect(found(text)).toEqual([[post, 'Tomas Berg']]);
  });

  test('are cut at the signature and exact', () => {
    const text = `${post} – Ines Okafor (@okafor) May 4`;
    const [quote] = findQuotes(text, { lang: 'en' });
    expect(quote?.start).toBe(0);
    expect(text.slice(quote?.start, quote?.end)).toBe(post);
  });

  test('a name with a handle in running text is no signature', () => {
    expect(found('The account of Mara Lindqvist (@maralindqvist) was quiet all day.')).toEqual([]);
  });
});

describe('block quotes without marks', () => {
  test('a paragraph with marks of its own is quoted there', () => {
    const text = lines('Tomas Berg said on Monday:', '“We wait for spring, and then we dig.”');
    expect(found(text)).toEqual([['We wait for spring, and then we dig.', 'Tomas Berg']]);
  });
});

describe('signatures behind quotes', () => {
  test('a quote signed with a dash is whose name stands there', () => {
    const text = lines(
      '“The ferry is my only way to school.” ― Ana Holm',
      '“I would rather swim than wait another winter.” ― Henrik Falk.',
      '“They never asked the fishermen.”\n— Olaf Renner',
    );
    expect(found(text).map(([, speaker]) => speaker)).toEqual(['Ana Holm', 'Henrik Falk', 'Olaf Renner']);
  });

  test.each([
    ['Olaf Renner insisted that his boat was “still the first of the fleet.” — Ana Holm', 'Olaf Renner'],
    ['The mayor, Mara Lindqvist, said the pier “will hold.”--Ana Holm.', 'Mara Lindqvist'],
    ['Tomas Berg told the council it was “far too late for that.” — Ana Holm', 'Tomas Berg'],
  ])('a name behind the end of a report is the writer’s: %s', (text, speaker) => {
    expect(found(text).map(([, name]) => name)).toEqual([speaker]);
  });
});

describe('whom they speak about', () => {
  const text = lines(
    'Mayor Mara Lindqvist and Harbour Commissioner Tomas Berg met on Tuesday. Olaf Renner, a shipowner, was there too.',
    '“Berg knows every stone of the breakwater,” Lindqvist said. “I trust Berg, and I trust Renner.”',
    '“Will it be open by May? Nobody can say,” Berg said.',
  );

  test('the people a quote names, its speaker left out', () => {
    expect(findQuotes(text, { lang: 'en' }).map((quote) => quote.about ?? [])).toEqual([
      ['Tomas Berg'],
      ['Tomas Berg', 'Olaf Renner'],
      [],
    ]);
  });

  test('a surname that two people share is not guessed', () => {
    const shared = lines(
      'Mara Lindqvist, the mayor, and her brother Emil Lindqvist, a fisherman, did not speak.',
      '“Lindqvist has to listen for once,” Tomas Berg said.',
    );
    expect(findQuotes(shared, { lang: 'en' })[0]?.about).toBeUndefined();
  });
});
