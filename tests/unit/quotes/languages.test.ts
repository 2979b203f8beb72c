import { describe, expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../tools/fit/know-taggers.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { chooseLanguage } from '../../../utils/quotes/languages/choose-language.ts';
import { ARTICLES, QUOTES_ONLY_ARTICLES, UNCASED_ARTICLES } from './articles.ts';
import { byConstruction, byLanguage, constructions, noQuotes } from './constructions.ts';
import { expectQuotes, expectRoles, expectWords, speakersOf, wordsOf } from './expect-quotes.ts';
import { readLines } from './read-article.ts';

readTaggersFromDisk();

describe.each(Object.entries({ ...constructions, ...byConstruction }))('%s', (_, cases) => {
  it.each(cases)('%s', expectQuotes);
});

describe.each(Object.entries(byLanguage))('quotes in %s', (lang, cases) => {
  it.each(cases)('%s', (source) => expectQuotes(`${lang}: ${source}`));
});

describe.each(Object.entries(noQuotes))('no quotes: %s', (_, texts) => {
  it.each(texts)('%s', (text) => expect(wordsOf(text)).toEqual([]));
});

/** Shares of an article's quotes that the engine may leave unclear, or give to somebody else. */
const UNCLEAR = 0.4;
const WRONG = 0.2;

const named = (articles: readonly string[]) =>
  articles.map((source) => ({ title: source.slice(0, 60).split('\n')[0], source }));

describe.each(Object.entries(ARTICLES))('articles in %s', (lang, articles) => {
  it.each(named(articles))('$title', ({ source }) => {
    const { text, quotes } = readLines(source);
    const found = findQuotes(text, { lang });
    expect(found.map((quote) => quote.text)).toEqual(quotes.map((quote) => quote.text));
    const wrong = found.flatMap(({ resolvedSpeaker: shown }, i) => {
      const speaker = quotes[i]?.speaker ?? null;
      return shown !== null && shown !== speaker ? [{ shown, speaker, quote: quotes[i]?.text }] : [];
    });
    expect(wrong.slice(Math.ceil(quotes.length * WRONG))).toEqual([]);
    const unclear = found.filter((quote, i) => quote.resolvedSpeaker === null && quotes[i]?.speaker !== null);
    expect(unclear.length).toBeLessThanOrEqual(Math.ceil(quotes.length * UNCLEAR));
  });
});

/** Characters from which a quote has to be found. */
const LONG = 8;

describe.each(Object.entries(UNCASED_ARTICLES))('who says what in %s', (lang, articles) => {
  it.each(named(articles))('$title', ({ source }) => {
    const { text, quotes } = readLines(source);
    expect(chooseLanguage(null, text)).toBe(lang);
    const found = findQuotes(text, { lang });
    const shown = new Map(found.map((quote) => [quote.start, quote.resolvedSpeaker]));
    const missed = quotes.filter(({ text, start }) => text.length >= LONG && !shown.has(start));
    expect(missed.map((quote) => quote.text)).toEqual([]);
    const speakers = new Map(quotes.map((quote) => [quote.start, quote.speaker]));
    expect(found.filter(({ start }) => !speakers.has(start)).map((quote) => quote.text)).toEqual([]);
    const wrong = found.filter(
      ({ start, resolvedSpeaker }) => resolvedSpeaker !== null && resolvedSpeaker !== speakers.get(start),
    );
    expect(wrong.map((quote) => [quote.text, quote.resolvedSpeaker])).toEqual([]);
    const clear = quotes.filter(({ speaker }) => speaker !== null);
    const right = clear.filter(({ start, speaker }) => shown.get(start) === speaker);
    expect(right.length).toBeGreaterThanOrEqual(clear.length * 0.85);
  });

  it('takes most roles from the article', () => {
    const given = articles.flatMap((article) => {
      const { text, quotes } = readLines(article);
      const roles = new Map(findQuotes(text, { lang }).map((quote) => [quote.start, quote.role ?? '']));
      return quotes.flatMap(({ start, role }) => (role === null ? [] : [[role, roles.get(start) ?? '']]));
    });
    const right = given.filter(
      ([role = '', shown = '']) => shown !== '' && (shown.includes(role) || role.includes(shown)),
    );
    expect(right.length / given.length).toBeGreaterThanOrEqual(0.8);
  });
});

it.each([
  [
    'zh',
    (i: number) => `局长王${'东南西北中春夏秋冬'[i % 9]}${String.fromCodePoint(0x5000 + i)}到场。`,
    '局長吳建宏到場。吳局長說：「橋修好了，可以通車。」',
    '吳建宏',
  ],
])('resolves a short name on a page of hundreds of people in %s', (lang, line, last, name) => {
  const crowd = Array.from({ length: 300 }, (_, i) => line(i)).join('\n');
  expect(findQuotes(`${crowd}\n${last}`, { lang }).map((quote) => quote.resolvedSpeaker)).toEqual([name]);
});

describe.each(Object.entries(QUOTES_ONLY_ARTICLES))('quotes without speakers in %s', (lang, articles) => {
  it.each(named(articles))('$title', ({ source }) => {
    const { text, quotes } = readLines(source);
    expect(chooseLanguage(null, text)).toBe(lang);
    const found = findQuotes(text, { lang });
    expect(found.map((quote) => quote.text)).toEqual(quotes.map((quote) => quote.text));
    for (const quote of found)
      expect(quote).toMatchObject({ speaker: null, resolvedSpeaker: null, role: null });
  });
});

it.each([
  '«Il porto resta chiuso - spiega Carlo Ferrua -, e nessuno sa perché»',
  '«Siamo rimasti in porto – dice Carlo Ferrua, il pescatore più anziano –. E nessuno sa perché»',
  '«Siamo arrivati alle 8 - ha detto Carlo Ferrua -: era tutto chiuso»',
])('keeps the clause of a speaker inside the marks: %s', (text) => {
  expect(speakersOf(`${text}.`, { lang: 'it' })).toEqual(['Carlo Ferrua']);
  expect(wordsOf(`${text}.`, { lang: 'it' })).toEqual([text.slice(1, -1)]);
});

it('names nobody for the questions of an interview set with dashes', () => {
  const speakers = speakersOf(
    `Про сезон розповів тренер Тарас Бойчук.

— Чому команда так довго мовчала про поразку?

— Ми не хотіли говорити, поки не зрозуміємо, що сталося. Тепер я знаю більше.

— Що скажете про суперника?

— Дуже міцна команда, і я їм дякую за гру.`,
    { lang: 'uk' },
  );
  expect(speakers).toHaveLength(4);
  expect([speakers[0], speakers[2]]).toEqual([null, null]);
});

it.each([
  'el: «[[Μάρα Λίντου: Η γέφυρα θα μείνει κλειστή ως την άνοιξη]]», είπε η δήμαρχος Μάρα Λίντου.',
  'hu: „[[?: A híd tavaszig zárva marad mindenki előtt]]” – mondta a polgármester.',
])('a language without words here has its quotes found, and nobody but full names named: %s', (source) => {
  expect(chooseLanguage(source.slice(0, 2), source.slice(4))).toBe(source.slice(0, 2));
  expectQuotes(source);
  expectRoles(source);
});

it('a language without words here names whom the layout names', () => {
  const text =
    'Mara Lindhout: Waarom is de brug dicht?\nOlaf Renner: De planken zijn rot.\nMara Lindhout: Sinds wanneer weet u dat?\nOlaf Renner: Sinds vorig jaar al.';
  const both = ['Mara Lindhout', 'Olaf Renner'];
  expect(speakersOf(text, { lang: 'nl' })).toEqual([...both, ...both]);
});

const GERMAN =
  'Die Brücke ist nicht offen und das wird sich auch mit dem Frühling nicht ändern, sagt die Stadt. Der Weg von der Schule zu dem Hafen ist für ein Jahr zu.';
const FINNISH =
  '– Vene on laiturissa koko talven, sanoo Kaari Niemelä.\n\nHän on asunut sataman vieressä kolmekymmentä vuotta ja korjaa kylän kalastajien verkkoja. ';

it.each([
  // That of the text, whatever the template says.
  ['en', GERMAN, 'de'],
  ['en-US', GERMAN, 'de'],
  [null, GERMAN, 'de'],
  // The stated one where the text is too short to tell.
  ['de-AT', 'Alles gut.', 'de'],
  ['pt-BR', 'Tudo bem.', 'pt'],
  [null, 'All well.', 'en'],
  // Unknown for a script that English has not, and for a long text without known words.
  [null, 'Мост закрыт.', 'und'],
  ['en', 'สะพานยังปิดอยู่', 'und'],
  [null, FINNISH.repeat(5), 'und'],
  ['en', FINNISH.repeat(5), 'und'],
  // Told by its script where no other language has that; Persian has letters of its own.
  ['en', '橋は閉まったままです。', 'ja'],
  [null, '这座桥仍然关闭。', 'zh'],
  ['ja', '다리는 아직 닫혀 있다.', 'ko'],
  ['en', 'الجسر لا يزال مغلقا.', 'ar'],
  ['fa', 'پل هنوز بسته است و باز نمی‌شود.', 'fa'],
])('an article said to be in %s that begins “%.20s” is read in %s', (stated, text, lang) =>
  expect(chooseLanguage(stated, text)).toBe(lang),
);

it.each([
  'de: Im Jahr 2021 meldeten sich laut Polizei rund 40 „Einweg-Helfer“ bei den Fischern.',
  'de: Das berichtet die Zeitung „Ellerner Bote“ unter Berufung auf Behörden.',
  'ja: 今季の「ミナトレディスクラシック」は港町が主催する。',
  'pt: A família transformou o “cantinho” em horta, contou a dona.',
  'fr: Le ministre a préféré parler des «contrats de rivage» aux pêcheurs.',
  'ru: Жители посёлка собрались у кинотеатра «Серебряная волна на причале», чтобы посмотреть фильм.',
])('words in quotation marks are no quotation: %s', expectWords);

it.each([
  'de: Das Dorf wartet auf die Fähre.\n\n„[[?: Niemand hat uns je gefragt]]“\n\nSie kommt im Mai zurück.',
  'de: Bürgermeisterin Mara Lind nannte den Plan am Montag „[[?: völlig aus der Zeit gefallen]]“.',
  'es: «[[?: No]]», respondió Olaf Rivas.',
  'it: Mara Lindi ha detto: «[[?: Restiamo qui]]».',
  // A sentence in a language without words.
  'cs: Starostka řekla: „[[?: Most zůstane zavřený až do jara a nikdo po něm nepřejde.]]“',
  // Words behind two commas for a low mark.
  'nl: Zij sprak: ,,[[?: Het is klaar.]]” Dat was ,, niet zo.',
])('words in quotation marks are a quotation: %s', expectWords);

it.each([
  // A clause in its middle belongs to it, as printed.
  'pl: - [[?: Łódź stoi na brzegu - mówi Anna Lis z przystani. - Jutro wypływamy w morze.]]',
  // A dash within what is said ends nothing.
  'pl: – [[?: Robimy to na linii port – miasto. Nikt nam w tym nie pomaga]] – ocenia kapitan Marek Dudziak.',
  'pl: - [[?: Woda przyszła w nocy]] - miał wyszeptać Dudziak, cytowany przez gazetę.',
  // What is told behind the clause is no speech.
  'pl: - [[?: Czekamy na prom]] - stwierdza Anna Lis. Dodaje też, że kasa - od lat - jest pusta.',
  'pl: Prom stoi od roku. - [[?: Nikt go nie naprawił ani nie sprzedał]] - twierdzą rybacy.',
  'pl: - [[?: Prom wraca na rzekę i ludzie się cieszą.]]\n\n[[?: To dla nas wielki dzień po tylu latach]] - dodaje Anna Lis.',
  // Between dashes, in a language without words here.
  'ru: — [[?: Мост закрыт до весны, — сказала Мария Лесникова. — Ходить по доскам нельзя.]]',
  // With minus signs.
  'pl: Port czeka\n\n− [[?: Nie zamkniemy przystani przed zimą − powiedziała Inga Tkacz. − To jest pewne.]]',
  // Up to the clause with the verb in front.
  'sv: – [[?: Ja, hon menar det, tror jag, och vi väntar]], säger Karin Lund.',
  'pl: Co zabrać:\n- ciepłe buty na zimę\n- gruby sweter\n- mocną linę',
  // Not in a list of sentences.
  'fr: Trois points :\n- Le pont sera fermé lundi.\n- La route restera ouverte.\n- Le bac ira deux fois par jour.',
  'pl: -5 stopni w nocy - mówi prognoza.',
])('speech set with dashes is found: %s', expectWords);

it.each([
  'it: «[[Mara Lindqvist: Il ponte resta chiuso – ha detto la sindaca Mara Lindqvist – fino a primavera]]».',
  // A clause below names the speaker of marked speech.
  'uk: Порт чекає\n\n"[[Назар Вітер: Ми не закриємо причал до зими, це вже вирішено]]",\n– сказав Назар Вітер.\n\nРада збереться завтра.',
  // A remark behind a dash is no clause of a speaker.
  'pl: Port czeka\n\nWedług miasta przystań będzie zamknięta do wiosny - mówi o tym nowa uchwała Rady Miasta.\n\nRada zbierze się jutro.',
  // Speech begins again behind what is told in its paragraph.
  'pl: Port czeka\n\n- [[Inga Tkacz: Nie zamkniemy przystani przed zimą]] - powiedziała Inga Tkacz. Potem wyszła z sali. - [[Emil Wolski: Czekamy na wiosnę]] - dodał Emil Wolski.',
  // Nobody for whom a passage is about.
  'es: Clara Vossi presentó su libro en el puerto el lunes.\n\nSobre Tomás Bergua: “[[?: Era un tipo raro y nadie lo conocía de verdad]]”.',
])('speech set with dashes has the speaker that is named: %s', expectQuotes);
