import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { chooseLanguage } from '../../../../utils/quotes/languages/choose-language.ts';

const quotesOf = (text: string, lang: string) => findQuotes(text, { lang }).map((quote) => quote.text);

describe('speech set with dashes', () => {
  test.each([
    [
      'a clause in its middle belongs to it, as printed',
      'pl',
      '- Łódź stoi na brzegu - mówi Anna Lis z przystani. - Jutro wypływamy w morze.',
      ['Łódź stoi na brzegu - mówi Anna Lis z przystani. - Jutro wypływamy w morze.'],
    ],
    [
      'a dash within what is said ends nothing',
      'pl',
      '– Robimy to na linii port – miasto. Nikt nam w tym nie pomaga – ocenia kapitan Marek Dudziak.',
      ['Robimy to na linii port – miasto. Nikt nam w tym nie pomaga'],
    ],
    [
      'a verb no list knows',
      'pl',
      '- Woda przyszła w nocy - miał wyszeptać Dudziak, cytowany przez gazetę.',
      ['Woda przyszła w nocy'],
    ],
    [
      'what is told behind the clause is no speech',
      'pl',
      '- Czekamy na prom - stwierdza Anna Lis. Dodaje też, że kasa - od lat - jest pusta.',
      ['Czekamy na prom'],
    ],
    [
      'within a paragraph',
      'pl',
      'Prom stoi od roku. - Nikt go nie naprawił ani nie sprzedał - twierdzą rybacy.',
      ['Nikt go nie naprawił ani nie sprzedał'],
    ],
    [
      'over two paragraphs',
      'pl',
      '- Prom wraca na rzekę i ludzie się cieszą.\n\nTo dla nas wielki dzień po tylu latach - dodaje Anna Lis.',
      ['Prom wraca na rzekę i ludzie się cieszą.', 'To dla nas wielki dzień po tylu latach'],
    ],
    [
      'behind a comma, in a language without words here',
      'nb',
      '– Båten ligger ved brygga, men ingen vil kjøpe den, sier Kari Nordvik til avisa.\n\n– Vi venter til våren.\n\nKommunen har ikke svart, men skal møte eierne.',
      ['Båten ligger ved brygga, men ingen vil kjøpe den', 'Vi venter til våren.'],
    ],
    [
      'between dashes, in a language without words here',
      'ru',
      '— Мост закрыт до весны, — сказала Мария Лесникова. — Ходить по доскам нельзя.',
      ['Мост закрыт до весны, — сказала Мария Лесникова. — Ходить по доскам нельзя.'],
    ],
  ])('%s', (_, lang, text, quotes) => {
    expect(quotesOf(text, lang)).toEqual(quotes);
  });

  test.each([
    ['a list', 'pl', 'Co zabrać:\n- ciepłe buty na zimę\n- gruby sweter\n- mocną linę'],
    [
      'a list of sentences',
      'fr',
      'Trois points :\n- Le pont sera fermé lundi.\n- La route restera ouverte.\n- Le bac ira deux fois par jour.',
    ],
    ['a temperature', 'pl', '-5 stopni w nocy - mówi prognoza.'],
  ])('%s is none', (_, lang, text) => {
    expect(quotesOf(text, lang)).toEqual([]);
  });

  test('the clause names the speaker of the whole', () => {
    const text = '«Il ponte resta chiuso – ha detto la sindaca Mara Lindqvist – fino a primavera».';
    expect(findQuotes(text, { lang: 'it' })).toMatchObject([
      {
        text: 'Il ponte resta chiuso – ha detto la sindaca Mara Lindqvist – fino a primavera',
        resolvedSpeaker: 'Mara Lindqvist',
      },
    ]);
  });

  test('a long text in none of the known languages is read without words', () => {
    const finnish =
      '– Vene on laiturissa koko talven, sanoo Kaari Niemelä.\n\nHän on asunut sataman vieressä kolmekymmentä vuotta ja korjaa kylän kalastajien verkkoja. '.repeat(
        5,
      );
    expect(chooseLanguage(null, finnish)).toBe('und');
    expect(chooseLanguage('en', finnish)).toBe('und');
  });
});
