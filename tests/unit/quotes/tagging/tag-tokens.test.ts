import { beforeAll, describe, expect, test } from 'vitest';
import { loadTaggerOf } from '../../../../utils/quotes/tagging/load-tagger.ts';
import { printTags, tagText } from './tag-text.ts';

const LANGUAGES = ['cs', 'da', 'de', 'en', 'es', 'fr', 'it', 'nl', 'no', 'pl', 'pt', 'ru', 'sv', 'tr', 'uk'];

beforeAll(async () => {
  for (const language of LANGUAGES) expect(await loadTaggerOf(language)).toBe(true);
});

describe('words get their part of speech', () => {
  test.each([
    [
      'de',
      'Der Hafenmeister spricht heute sehr leise mit den Fischern.',
      'Der/DET Hafenmeister/NOUN spricht/VERB.fin',
    ],
    [
      'fr',
      'La directrice a présenté le rapport.',
      'La/DET directrice/NOUN a/AUX.fin présenté/VERB.part le/DET rapport/NOUN',
    ],
    ['pl', 'Rybacy wrócili do portu.', 'Rybacy/NOUN wrócili/VERB.fin do/ADP portu/NOUN'],
    ['uk', 'Рибалки повернулися до порту.', 'Рибалки/NOUN повернулися/VERB.fin до/ADP порту/NOUN'],
    ['sv', 'Fiskarna kom tillbaka till hamnen.', 'till/ADP hamnen/NOUN'],
  ])('%s: %s', (language, text, part) => {
    expect(printTags(text, language)).toContain(part);
  });
});

describe('what names nobody is told from nouns', () => {
  test.each([
    [
      'es',
      'Asimismo, la alcaldesa habló brevemente del puerto.',
      ['Asimismo', 'brevemente', 'del'],
      ['alcaldesa', 'puerto'],
    ],
    ['de', 'Das Boot war relativ schnell im Hafen.', ['relativ', 'schnell', 'im'], ['Boot', 'Hafen']],
    [
      'pt',
      'Entretanto, os pescadores agregam que o barco voltou.',
      ['os', 'que', 'voltou'],
      ['pescadores', 'barco'],
    ],
    ['it', 'Finora la nave è rimasta nel porto.', ['Finora', 'è', 'nel'], ['nave', 'porto']],
    ['pl', 'Według burmistrza statek wróci dopiero jutro.', ['Według', 'wróci'], ['statek']],
  ])('%s: %s', (language, text, others, nouns) => {
    const tokens = tagText(text, language);
    const nominal = (word: string) => tokens.find((token) => token.text === word)?.nominal;
    for (const word of others) expect([word, nominal(word)]).toEqual([word, expect.closeTo(0, 0)]);
    for (const word of nouns) expect([word, nominal(word)]).toEqual([word, expect.closeTo(1, 0)]);
  });
});

test('nouns have gender and number, verbs person', () => {
  const [, boats, come] = tagText('Las barcas llegan tarde.', 'es');
  expect(boats?.tag).toMatchObject({ pos: 'NOUN', gender: 'f', number: 'p' });
  expect(come?.tag).toMatchObject({ form: 'fin', number: 'p', person: '3' });
});

test('Bokmål and Nynorsk have one tagger; an unknown language has none', async () => {
  expect(await loadTaggerOf('nb-NO')).toBe(true);
  expect(await loadTaggerOf('nn')).toBe(true);
  expect(await loadTaggerOf('xx')).toBe(false);
  expect(await loadTaggerOf('constructor')).toBe(false);
});

describe('any text can be tagged', () => {
  test.each([
    ['nothing', ''],
    ['marks', '… — !? ((( ]]]'],
    ['scripts', '漢字 かな العربية हिन्दी ไทย ‮עברית‬ 𐐀𐐁 \ud800'],
    ['one long word', 'a'.repeat(10_000)],
    ['combining marks', 'e\u0301'.repeat(1000)],
  ])('%s', (_, text) => {
    for (const language of LANGUAGES)
      for (const { nominal } of tagText(text, language)) expect(nominal).toBeGreaterThanOrEqual(0);
  });
});
