import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';

const quotesOf = (lang: string, text: string) => findQuotes(text, { lang }).map((quote) => quote.text);

describe('what is no quotation', () => {
  test.each([
    [
      'a term in German',
      'de',
      'Im Jahr 2021 meldeten sich laut Polizei rund 40 „Einweg-Helfer“ bei den Fischern.',
    ],
    ['a newspaper', 'de', 'Das berichtet die Zeitung „Ellerner Bote“ unter Berufung auf Behörden.'],
    ['a tournament', 'ja', '今季の「ミナトレディスクラシック」は港町が主催する。'],
    ['a pet name', 'pt', 'A família transformou o “cantinho” em horta, contou a dona.'],
    ['a term in French', 'fr', 'Le ministre a préféré parler des «contrats de rivage» aux pêcheurs.'],
    [
      'a cinema',
      'ru',
      'Жители посёлка собрались у кинотеатра «Серебряная волна на причале», чтобы посмотреть фильм.',
    ],
  ])('%s', (_, lang, text) => {
    expect(quotesOf(lang, text)).toEqual([]);
  });
});

describe('what is one', () => {
  test.each([
    [
      'a subhead',
      'de',
      'Das Dorf wartet auf die Fähre.\n\n„Niemand hat uns je gefragt“\n\nSie kommt im Mai zurück.',
      'Niemand hat uns je gefragt',
    ],
    [
      'a fragment with its speaker',
      'de',
      'Bürgermeisterin Mara Lind nannte den Plan am Montag „völlig aus der Zeit gefallen“.',
      'völlig aus der Zeit gefallen',
    ],
    ['one word to a question', 'es', '«No», respondió Olaf Rivas.', 'No'],
    ['a few words behind a colon', 'it', 'Mara Lindi ha detto: «Restiamo qui».', 'Restiamo qui'],
    [
      'a sentence in a language without words',
      'cs',
      'Starostka řekla: „Most zůstane zavřený až do jara a nikdo po něm nepřejde.“',
      'Most zůstane zavřený až do jara a nikdo po něm nepřejde.',
    ],
  ])('%s', (_, lang, text, quote) => {
    expect(quotesOf(lang, text)).toContain(quote);
  });
});
