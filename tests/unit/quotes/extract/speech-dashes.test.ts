import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../utils/quotes/languages/choose-language.ts';
import { expectQuotesIn, expectWordsIn } from '../speakers-of.ts';

describe('speech set with dashes', () => {
  it.each(
    Object.entries({
      'a clause in its middle belongs to it, as printed':
        'pl: - [[Anna Lis: Łódź stoi na brzegu - mówi Anna Lis z przystani. - Jutro wypływamy w morze.]]',
      'a dash within what is said ends nothing':
        'pl: – [[Marek Dudziak: Robimy to na linii port – miasto. Nikt nam w tym nie pomaga]] – ocenia kapitan Marek Dudziak.',
      'a verb no list knows':
        'pl: - [[Dudziak: Woda przyszła w nocy]] - miał wyszeptać Dudziak, cytowany przez gazetę.',
      'what is told behind the clause is no speech':
        'pl: - [[Anna Lis: Czekamy na prom]] - stwierdza Anna Lis. Dodaje też, że kasa - od lat - jest pusta.',
      'within a paragraph':
        'pl: Prom stoi od roku. - [[rybacy: Nikt go nie naprawił ani nie sprzedał]] - twierdzą rybacy.',
      'over two paragraphs':
        'pl: - [[Anna Lis: Prom wraca na rzekę i ludzie się cieszą.]]\n\n[[Anna Lis: To dla nas wielki dzień po tylu latach]] - dodaje Anna Lis.',
      'between dashes, in a language without words here':
        'ru: — [[Мария Лесникова: Мост закрыт до весны, — сказала Мария Лесникова. — Ходить по доскам нельзя.]]',
    }),
  )('is found: %s', (_, source) => expectWordsIn(source));

  it.each(
    Object.entries({
      'a list': 'pl: Co zabrać:\n- ciepłe buty na zimę\n- gruby sweter\n- mocną linę',
      'a list of sentences':
        'fr: Trois points :\n- Le pont sera fermé lundi.\n- La route restera ouverte.\n- Le bac ira deux fois par jour.',
      'a temperature': 'pl: -5 stopni w nocy - mówi prognoza.',
    }),
  )('is not seen in %s', (_, source) => expectWordsIn(source));

  it('has the speaker that a clause inside the marks names', () =>
    expectQuotesIn(
      'it: «[[Mara Lindqvist: Il ponte resta chiuso – ha detto la sindaca Mara Lindqvist – fino a primavera]]».',
    ));

  it.each(
    Object.entries({
      'a clause below names the speaker of marked speech':
        'uk: Порт чекає\n\n"[[Назар Вітер: Ми не закриємо причал до зими, це вже вирішено]]",\n– сказав Назар Вітер.\n\nРада збереться завтра.',
      'a remark behind a dash is no clause of a speaker':
        'pl: Port czeka\n\nWedług miasta przystań będzie zamknięta do wiosny - mówi o tym nowa uchwała Rady Miasta.\n\nRada zbierze się jutro.',
      'speech begins again behind what is told in its paragraph':
        'pl: Port czeka\n\n- [[Inga Tkacz: Nie zamkniemy przystani przed zimą]] - powiedziała Inga Tkacz. Potem wyszła z sali. - [[Emil Wolski: Czekamy na wiosnę]] - dodał Emil Wolski.',
    }),
  )('over paragraphs: %s', (_, source) => expectQuotesIn(source));

  it('may be set with minus signs', () =>
    expectWordsIn(
      'pl: Port czeka\n\n− [[Inga Tkacz: Nie zamkniemy przystani przed zimą − powiedziała Inga Tkacz. − To jest pewne.]]',
    ));

  it('is read without words in a long text of a language that is not known', () => {
    const finnish =
      '– Vene on laiturissa koko talven, sanoo Kaari Niemelä.\n\nHän on asunut sataman vieressä kolmekymmentä vuotta ja korjaa kylän kalastajien verkkoja. '.repeat(
        5,
      );
    expect(chooseLanguage(null, finnish)).toBe('und');
    expect(chooseLanguage('en', finnish)).toBe('und');
  });
});
