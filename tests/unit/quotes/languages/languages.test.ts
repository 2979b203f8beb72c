import { describe, expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../../tools/fit/know-taggers.ts';
import '../learn-all.ts';
import { expectQuotes, expectQuotesIn, speakersOf, wordsOf } from '../speakers-of.ts';
import { byConstruction, byLanguage } from './constructions.ts';

readTaggersFromDisk();

describe.each(Object.entries(byLanguage))('quotes in %s', (lang, cases) => {
  it.each(cases)('%s', (source) => expectQuotes(source, lang));
});

describe.each(Object.entries(byConstruction))('%s', (_, cases) => {
  it.each(cases)('%s', (source) => expectQuotesIn(source));
});

it.each([
  '«Il porto resta chiuso - spiega Carlo Ferrua -, e nessuno sa perché»',
  '«Siamo rimasti in porto – dice Carlo Ferrua, il pescatore più anziano –. E nessuno sa perché»',
  '«Siamo arrivati alle 8 - ha detto Carlo Ferrua -: era tutto chiuso»',
])('keeps the clause of a speaker inside the marks: %s', (text) => {
  expect(speakersOf(`${text}.`, { lang: 'it' })).toEqual(['Carlo Ferrua']);
  expect(wordsOf(`${text}.`, { lang: 'it' })).toEqual([text.slice(1, -1)]);
});

it('takes two commas in front of a word for a low mark', () => {
  const text = 'Zij sprak: ,,Het is klaar.” Dat was ,, niet zo.';
  expect(wordsOf(text, { lang: 'nl' })).toEqual(['Het is klaar.']);
});

it('ends speech behind a dash at the clause with the verb in front', () => {
  const text = '– Ja, hon menar det, tror jag, och vi väntar, säger Karin Lund.';
  expect(wordsOf(text, { lang: 'sv' })).toEqual(['Ja, hon menar det, tror jag, och vi väntar']);
});

it('names nobody for the questions of an interview set with dashes', () => {
  const text = `Про сезон розповів тренер Тарас Бойчук.

— Чому команда так довго мовчала про поразку?

— Ми не хотіли говорити, поки не зрозуміємо, що сталося. Тепер я знаю більше.

— Що скажете про суперника?

— Дуже міцна команда, і я їм дякую за гру.`;
  const speakers = speakersOf(text, { lang: 'uk' });
  expect(speakers).toHaveLength(4);
  expect(speakers[0]).toBeNull();
  expect(speakers[2]).toBeNull();
});

it('names nobody for whom a passage is about', () => {
  const text = `Clara Vossi presentó su libro en el puerto el lunes.

Sobre Tomás Bergua: “Era un tipo raro y nadie lo conocía de verdad”.`;
  expect(speakersOf(text, { lang: 'es' })).toEqual([null]);
});
