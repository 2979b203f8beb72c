import { beforeAll, expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../../tools/fit/know-taggers.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../../../utils/quotes/languages/all-languages.ts';
import { registerLanguages } from '../../../../utils/quotes/model/lexicon.ts';

beforeAll(() => {
  readTaggersFromDisk();
  registerLanguages(ALL_LANGUAGES);
});

const TEXT = [
  'Harbour master Mara Lindqvist closed the port on Monday.',
  '“Nobody sails in this storm,” she said. “We wait until Thursday,” Lindqvist told reporters.',
  '“The insurers will not pay,” a spokesman for the harbour said.',
  '“It was our last boat,” said two officials who asked not to be named.',
  '“The ferry stays where it is,” the Harbour Trust said in a statement.',
  '“It is a scandal,” said the mayor, Tomas Berg.',
].join('\n\n');

/** What the article says of who speaks the quote that begins so: the words at the quote, the cue, the full name. */
function placesOf(beginning: string): string[] {
  const quote = findQuotes(TEXT, { lang: 'en' }).find(({ text }) => text.startsWith(beginning));
  const { speaker, cue, named } = quote?.places ?? {};
  return [speaker, cue, named].map((place) => (place ? TEXT.slice(...place) : ''));
}

it('says where the speaker stands, what ties them to the quote, and where they are named', () => {
  expect(placesOf('Nobody sails')).toEqual(['she', 'said', 'Mara Lindqvist']);
  expect(placesOf('We wait')).toEqual(['Lindqvist', 'told', 'Mara Lindqvist']);
  expect(placesOf('It is a scandal')).toEqual(['the mayor', 'said', 'Tomas Berg']);
  expect(placesOf('The ferry stays')).toEqual(['the Harbour Trust', 'said', '']);
});

it('names nobody where the speaker is unclear', () => {
  const text =
    'Mara Lindqvist met Tomas Berg and Ines Falk.\n\n“We could not believe it.”\n\nThe port is closed.';
  const [unclear] = findQuotes(text, { lang: 'en' });
  expect(unclear?.resolvedSpeaker).toBeNull();
  expect(unclear?.places?.named).toBeUndefined();
});

it('takes the name that stands nearest before a pronoun', () => {
  const text =
    'Mara Lindqvist closed the port.\n\nIt was late when Mara Lindqvist came back. “We wait,” she said.';
  const [quote] = findQuotes(text, { lang: 'en' });
  expect(quote?.resolvedSpeaker).toBe('Mara Lindqvist');
  expect(quote?.places?.named?.[0]).toBe(text.lastIndexOf('Mara Lindqvist'));
});

it('tells sources without a name from people and bodies that have one', () => {
  const unnamed = findQuotes(TEXT, { lang: 'en' }).filter((quote) => quote.unnamed);
  expect(unnamed.map((quote) => quote.resolvedSpeaker)).toEqual([
    'a spokesman for the harbour',
    'two officials',
  ]);
});
