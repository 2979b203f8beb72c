import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { chooseLanguage } from '../../../../utils/quotes/languages/choose-language.ts';

/** Invented texts in languages the engine has no words of, with their quotes. */
const TEXTS: readonly (readonly [lang: string, text: string, ...quotes: string[]])[] = [
  [
    'ja',
    '市長は会見で「橋は春まで閉まったままです」と述べた。\n\n『だれも板の上を歩いてはいけません』と警察は話している。',
    '橋は春まで閉まったままです',
    'だれも板の上を歩いてはいけません',
  ],
  [
    'zh',
    '市长说：“这座桥要到春天才能开放，请大家耐心等待。”居民们表示理解。',
    '这座桥要到春天才能开放，请大家耐心等待。',
  ],
  [
    'ar',
    'قال رئيس البلدية: «سيبقى الجسر مغلقا حتى فصل الربيع القادم». وأضاف أحد السكان: "لم يسألنا أحد عن رأينا في الأمر".',
    'سيبقى الجسر مغلقا حتى فصل الربيع القادم',
    'لم يسألنا أحد عن رأينا في الأمر',
  ],
  [
    'ru',
    '«Мост останется закрытым до самой весны», — сказала мэр Мария Лесникова.\n\nОна добавила: „Никто не должен ходить по доскам“.',
    'Мост останется закрытым до самой весны',
    'Никто не должен ходить по доскам',
  ],
  [
    'da',
    '»Broen forbliver lukket til foråret«, sagde borgmester Mara Lindholt.\n\n”Ingen har spurgt os om badebroerne”, klagede Olaf Renner.',
    'Broen forbliver lukket til foråret',
    'Ingen har spurgt os om badebroerne',
  ],
  [
    'tr',
    'Belediye başkanı Mara Lindaş, “Köprü bahara kadar kapalı kalacak ve kimse geçemeyecek” dedi. «Bize kimse hiçbir şey sormadı» diye yakındı.',
    'Köprü bahara kadar kapalı kalacak ve kimse geçemeyecek',
    'Bize kimse hiçbir şey sormadı',
  ],
  [
    'sv',
    '”Bron förblir stängd ända till våren”, sade borgmästaren Mara Lind.\n\n»Ingen har frågat oss om bryggorna», klagade Olaf Renner.',
    'Bron förblir stängd ända till våren',
    'Ingen har frågat oss om bryggorna',
  ],
  [
    'cs',
    '„Most zůstane zavřený až do jara,“ řekla starostka Mara Lindová.',
    'Most zůstane zavřený až do jara',
  ],
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
    '$lang: its quotes are found, and nobody is named',
    ({ lang, text, quotes }) => {
      expect(chooseLanguage(lang, text)).toBe(lang);
      const found = findQuotes(text, { lang });
      expect(found.map((quote) => quote.text)).toEqual(quotes);
      expect(
        found.map((quote) => [quote.speaker, quote.resolvedSpeaker, quote.role, quote.evidence]),
      ).toEqual(quotes.map(() => [null, null, null, 'none']));
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
    expect(chooseLanguage('en', '橋は閉まったままです。')).toBe('und');
  });
});
