import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { chooseLanguage } from '../../../../utils/quotes/languages/choose-language.ts';

/** Invented texts in languages the engine has no words of, with their quotes. */
const TEXTS: readonly (readonly [lang: string, text: string, ...quotes: string[]])[] = [
  [
    'el',
    '«Η γέφυρα θα μείνει κλειστή ως την άνοιξη», είπε η δήμαρχος Μάρα Λίντου.',
    'Η γέφυρα θα μείνει κλειστή ως την άνοιξη',
  ],
  [
    'hu',
    '„A híd tavaszig zárva marad mindenki előtt” – mondta a polgármester.',
    'A híd tavaszig zárva marad mindenki előtt',
  ],
];

describe('a language without words here', () => {
  test.each(TEXTS.map(([lang, text, ...quotes]) => ({ lang, text, quotes })))(
    '$lang: its quotes are found, and nobody but full names is named',
    ({ lang, text, quotes }) => {
      expect(chooseLanguage(lang, text)).toBe(lang);
      const found = findQuotes(text, { lang });
      expect(found.map((quote) => quote.text)).toEqual(quotes);
      const shown = found.map((quote) => [quote.speaker, quote.resolvedSpeaker, quote.role]);
      const name = lang === 'el' ? 'Μάρα Λίντου' : null;
      expect(shown).toEqual(quotes.map(() => [name, name, null]));
    },
  );

  test('names whom the layout names', () => {
    const text =
      'Mara Lindhout: Waarom is de brug dicht?\nOlaf Renner: De planken zijn rot.\nMara Lindhout: Sinds wanneer weet u dat?\nOlaf Renner: Sinds vorig jaar al.';
    expect(findQuotes(text, { lang: 'nl' }).map((quote) => quote.resolvedSpeaker)).toEqual([
      'Mara Lindhout',
      'Olaf Renner',
      'Mara Lindhout',
      'Olaf Renner',
    ]);
  });
});

describe('the language of an article', () => {
  const german =
    'Die Brücke ist nicht offen und das wird sich auch mit dem Frühling nicht ändern, sagt die Stadt. Der Weg von der Schule zu dem Hafen ist für ein Jahr zu.';

  test('is that of its text, whatever the template says', () => {
    expect(chooseLanguage('en', german)).toBe('de');
    expect(chooseLanguage('en-US', german)).toBe('de');
    expect(chooseLanguage(null, german)).toBe('de');
  });

  test('is the stated one where the text is too short to tell', () => {
    expect(chooseLanguage('de-AT', 'Alles gut.')).toBe('de');
    expect(chooseLanguage('pt-BR', 'Tudo bem.')).toBe('pt');
    expect(chooseLanguage(null, 'All well.')).toBe('en');
  });

  test('is unknown for a script that English has not', () => {
    expect(chooseLanguage(null, 'Мост закрыт.')).toBe('und');
    expect(chooseLanguage('en', 'สะพานยังปิดอยู่')).toBe('und');
  });

  test('is told by its script where no other language has that', () => {
    expect(chooseLanguage('en', '橋は閉まったままです。')).toBe('ja');
    expect(chooseLanguage(null, '这座桥仍然关闭。')).toBe('zh');
    expect(chooseLanguage('ja', '다리는 아직 닫혀 있다.')).toBe('ko');
    expect(chooseLanguage('en', 'الجسر لا يزال مغلقا.')).toBe('ar');
    // Persian has letters of its own.
    expect(chooseLanguage('fa', 'پل هنوز بسته است و باز نمی‌شود.')).toBe('fa');
  });
});
