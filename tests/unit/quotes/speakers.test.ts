import { expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../tools/fit/know-taggers.ts';
import { correctQuotes, findSameQuote } from '../../../utils/quotes/corrections.ts';
import { findSpans } from '../../../utils/quotes/extract/find-spans.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { analyseArticle } from '../../../utils/quotes/model/article-model.ts';
import { findReportingSubjects } from '../../../utils/quotes/model/clause-subjects.ts';
import { getLexicon } from '../../../utils/quotes/model/lexicon.ts';
import { buildPeopleTable } from '../../../utils/quotes/speakers/people/people.ts';
import { summariseSpeakers } from '../../../utils/quotes/speakers/people/summarise-speakers.ts';
import { canBeSpeaker } from '../../../utils/quotes/speakers/speaker-phrase.ts';
import type { Quote } from '../../../utils/quotes/types.ts';
import { makeQuote } from '../library/make-article.ts';
import { expectQuotes, expectRoles, speakersOf } from './expect-quotes.ts';

readTaggersFromDisk();

const WORDS = 'The quay may not be closed at all before the winter.';

/** A name, as the quote has its speaker and role: `Ida Falk|mayor`. */
const said = (speaker: string): string => `“[[${speaker}: ${WORDS}]]”`;

it.each([
  // A role that runs on, with its name behind a comma: shown where the name is plain, too.
  `The undersecretary general for legal affairs, Elinor Vale, told the court: ${said('Elinor Vale')}`,
  `${said('Ngozi Sander')} the charity’s head of policy and advocacy, Ngozi Sander, told reporters.`,
  `A spokesman for the ministry, Col. Jonas Wieck, said on Friday: ${said('Jonas Wieck|spokesman for the ministry')}`,
  `One of the authors, Elinor Vale, a professor at Harbor University, said: ${said('Elinor Vale')}`,
  // What somebody is, by words for an office; by others only with a complement.
  `${said('Ida Falk')} sophomore Ida Falk said.`,
  `${said('Ida Falk')} senior Ida Falk said.`,
  `${said('Pooja Falk|Harbor Light MLA')} said Harbor Light MLA Pooja Falk.`,
  `${said("Ida Falk|Harbor's boats campaigner")} said Ida Falk, Harbor's boats campaigner.`,
  `${said('Ida Falk|deputy for the quay')} said Ida Falk, then her deputy for the quay.`,
  `Ida Falk, for the defence, said: ${said('Ida Falk')}`,
  `${said('Aidan Judge|Solicitor')} said Solicitor Aidan Judge.`,
  // No role at all.
  `${said('Ida Falk')} said Ida Falk, his wife.`,
  // Names that are words, too.
  `Angela May said: ${said('Angela May')}`,
  `Emil Wieck Jr. said: ${said('Emil Wieck Jr.')}`,
])('names who speaks, and what they are: %s', (sentence) =>
  expectRoles(`Petra Holm came on Monday and spoke with Tomas Berg. ${sentence}`),
);

it.each([
  // A short name stands for one with an Arabic article.
  'Tomas al-Harbi came on Monday. Petra Holm came, too.\n\n“[[Tomas al-Harbi: The quay may not be closed at all before the winter.]]” Harbi said.',
  // The pronoun behind it tells two of one surname apart.
  'Mara Lindqvist wrote the plan in the years of Mayor Emil Lindqvist.\n\nLindqvist and her staff kept it in a drawer.\n\n“[[Mara Lindqvist: I had forgotten it]],” Lindqvist said.',
  // A people is nobody whom “he” could mean.
  'Tomas Berg has angered the islanders. Many Skerrymen take it to heart.\n\n“[[Tomas Berg: They will get over it]],” he said.',
])('tells people apart: %s', expectQuotes);

it.each([
  // The head of a phrase.
  '“The planks will hold until May,” [a report by the harbour office] said.',
  '[A spokeswoman for the ferry line] said the crew was “as surprised as anybody.”',
  '[Anglers] standing on the quay chanted, “Open the pier now!”',
  // What tells somebody without a name apart.
  '“They never asked us,” said [a clerk familiar with the plans].',
  '“It was over in a minute,” [a person close to the mayor] said.',
  '[Lindqvist herself] said that “nobody will walk there before May.”',
  // A pronoun with its verb drawn together; a name with a calling in front of it.
  'Berg spoke on the radio.\n\n[He]’s claiming that the harbour is “the safest on the whole coast.”',
  '“Nobody asked us,” [Lindqvist ally Olaf Renner] said.',
])('has the words of the text for the speaker of a quote: %s', (source) => {
  const [quote] = findQuotes(source.replace(/[[\]]/g, ''), { lang: 'en' });
  expect(quote?.speaker).toBe(/\[(.*)\]/.exec(source)?.[1]);
});

it.each([
  ['She said so.', true],
  ['The council said so.', true],
  ['The mayor said so.', true],
  ['It said so.', false],
])('behind “speaker unclear” stand words only for a person or a body: %s', (text, isSomebody) =>
  expect(canBeSpeaker(analyseArticle(text, [], getLexicon('en')), 0)).toBe(isSomebody),
);

/** More sentences than anybody stays in mind for. */
const WEATHER: Readonly<Record<string, string>> = {
  en: 'It rained on the quay. The wind turned to the north. '.repeat(8),
  de: 'Am Kai fiel Regen. Der Wind drehte nach Norden. '.repeat(8),
  it: 'Pioveva sul molo. Il vento girava a nord. '.repeat(8),
};

it.each([
  ['en', 'Mayor Mara Lindqvist opened the pier.', '“It will hold,” the mayor said.', 'Mara Lindqvist'],
  ['en', 'Tomas Berg, the coach, rang the bell.', '“It will hold,” the coach said.', 'Tomas Berg'],
  // Two who might be meant: nobody is guessed.
  ['en', 'Senator Mara Lindqvist met Senator Tomas Berg.', '“We agree,” the senator said.', null],
  ['de', 'Bürgermeisterin Mara Lindqvist kam.', '„Sie hält“, sagte die Bürgermeisterin.', 'Mara Lindqvist'],
  [
    'it',
    'Il sindaco Umberto Salis è arrivato.',
    '«Faremo ricorso», ha concluso il sindaco.',
    'Umberto Salis',
  ],
])('a role far below is of whoever alone has it (%s): %s … %s', (lang, top, below, speaker) => {
  const [named = null] = speakersOf(`${top} ${WEATHER[lang] ?? ''}\n\n${below}`, { lang });
  if (speaker === null) expect(['Mara Lindqvist', 'Tomas Berg']).not.toContain(named);
  else expect(named).toBe(speaker);
});

function readRoles(lang: string, text: string, title: string | null = null): Record<string, string | null> {
  const lexicon = getLexicon(lang);
  const model = analyseArticle(text, findSpans(text, lexicon), lexicon);
  const { people } = buildPeopleTable(model, title, findReportingSubjects(model));
  return Object.fromEntries(people.map(({ name, shownRole }) => [name, shownRole]));
}

it.each([
  'en: Talks between Reed and Norwegian Minister Emil Sander ended. = Emil Sander, Norwegian Minister',
  'en: “It holds,” said Dana Reed, head of the harbour office at Saltmere. = Dana Reed, head of the harbour office at Saltmere',
  'de: Tomas Berg (47), Trainer des Ruderclubs, schwieg. = Tomas Berg, Trainer des Ruderclubs',
  'de: Anna Wieck, Leiterin der Abteilung Hafenbau, sagte ab. = Anna Wieck, Leiterin der Abteilung Hafenbau',
  'fr: « Ça tient », dit Claire Morel, la maire de Brévannes. = Claire Morel, maire de Brévannes',
  'fr: Le directeur du funérarium, Marc Bellanger, a parlé. = Marc Bellanger, directeur du funérarium',
  'fr: Marc Bellanger, océanographe à Brest, a parlé. = Marc Bellanger, océanographe à Brest',
  'es: El presidente de la Junta de Valdemar, Juan Robles, llegó tarde. = Juan Robles, presidente de la Junta de Valdemar',
  'it: Ha parlato l’assessore alla Sanità Marco Salis. = Marco Salis, assessore alla Sanità',
  'pt: Paulo Freixo, presidente da Câmara de Valmar, falou. = Paulo Freixo, presidente da Câmara de Valmar',
  'pl: Głos zabrał rzecznik policji Adam Zaremba. = Adam Zaremba, rzecznik policji',
  'pl: „Nie”, powiedział szef klubu parlamentarnego Adam Zaremba. = Adam Zaremba, szef klubu parlamentarnego',
  'uk: Про це розповіла керівниця пресслужби Ірина Левчук. = Ірина Левчук, керівниця пресслужби',
  // No office, and nothing else that somebody is known for.
  'en: “I was scared,” single mother Dana Reed said. = Dana Reed',
  'en: Fellow protester Dana Reed said no. = Dana Reed',
  'en: Emil Sander, who chairs the Saltmere Fishing Cooperative, said it was late. = Emil Sander',
  'en: Mary Holm of the Saltmere Council said no. = Mary Holm',
  // A name of one word may be anything; an inflected form.
  'en: Minister Reed said no. = Reed',
  'uk: За словами керівника підприємства Івана Левчука, міст стоїть. = Івана Левчука',
  'en: Dana Reed, Emil Sander and Nora Lind said no. = Dana Reed',
  'en: Dana Reed, 47, said no. = Dana Reed',
  'en: At the same time Dana Reed said no. = Dana Reed',
  'en: Sir Emil Sander said no. = Emil Sander',
  'en: Dana Reed, in London, said no. = Dana Reed',
  'fr: Marc Bellanger, à Lyon, a parlé. = Marc Bellanger',
  'fr: Cette petite phrase d’Arnaud Bellanger a surpris. = Arnaud Bellanger',
  'de: Petra Holm (SPD) sagte ab. = Petra Holm',
  'es: La liberación de Juan Robles llegó tarde. = Juan Robles',
  'uk: За словами Івана Левчука, міст стоїть. = Івана Левчука',
  // The fullest of several.
  'en: Director Dana Reed waved.\n\nDana Reed, director of the Saltmere museum, left. = Dana Reed, director of the Saltmere museum',
  'en: The director of the Saltmere Trust, Dana Reed, waved at Saltmere Trust. = Dana Reed, director of the Saltmere Trust',
])('roles: %s', (source) => {
  const [, lang = '', text = '', name = '', role = null] =
    /^(..): (.*) = ([^,]+)(?:, (.*))?$/s.exec(source) ?? [];
  expect(readRoles(lang, text)[name]).toBe(role);
});

it('roles may be given by the headline, and are of people, not of a body', () => {
  const title = 'Finance Minister Dana Reed waves';
  expect(readRoles('en', 'Reed waved.', title)['Dana Reed']).toBe('Finance Minister');
  const roles = readRoles('en', 'The director of the Saltmere Trust, Dana Reed, waved at Saltmere Trust.');
  expect(roles['Saltmere Trust'] ?? null).toBeNull();
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

const quote = (text: string, speaker: string | null, key = 0.1, role: string | null = null): Quote => ({
  ...makeQuote(text, speaker),
  ...{ key, role },
});

it('weighs voices by words and puts the unclear last', () => {
  const voices = summariseSpeakers([
    quote('Nobody knows who said all these many words', null),
    quote('Two words', 'Tomas Berg', 0.9),
    quote('Three words here', 'Mara Lindqvist', 0.2),
    quote('And one more', 'Mara Lindqvist', 0.6, 'mayor'),
  ]);
  expect(voices.map((voice) => [voice.name, voice.words, voice.quotes])).toEqual([
    ['Mara Lindqvist', 6, [2, 3]],
    ['Tomas Berg', 2, [1]],
    [null, 8, [0]],
  ]);
  expect(voices[0]?.role).toBe('mayor');
  expect(voices[0]?.keyQuote).toBe(3);
  expect(voices[0]?.share).toBeCloseTo(6 / 16);
});

it('nobody quoted, nobody listed; quotes without words share nothing', () => {
  expect(summariseSpeakers([])).toEqual([]);
  expect(summariseSpeakers([quote('…', 'Mara Lindqvist')])[0]?.share).toBe(0);
});

it('who is only probably quoted is a voice apart, behind all that are plain', () => {
  const voices = summariseSpeakers([
    { ...quote('Many more words than the other', 'Mara Lindqvist'), sureness: 'probably' },
    { ...quote('Two words', 'Mara Lindqvist'), sureness: 'plain' },
    { ...quote('One more', 'Tomas Berg'), sureness: 'plain' },
  ]);
  expect(voices.map(({ name, probable, words }) => [name, probable ?? false, words])).toEqual([
    ['Mara Lindqvist', false, 2],
    ['Tomas Berg', false, 2],
    ['Mara Lindqvist', true, 6],
  ]);
});

const QUOTES = [
  makeQuote('No.', 'Ann Weir', 10),
  makeQuote('We waited long enough,', 'Mira Voss', 40),
  makeQuote('No.', 'Ann Weir', 90),
];
const speakers = (corrections: Parameters<typeof correctQuotes>[1]) =>
  correctQuotes(QUOTES, corrections).map(({ resolvedSpeaker }) => resolvedSpeaker);

it('finds a quote by its words, and of several the nearest', () => {
  expect(findSameQuote(QUOTES, { text: 'No.', start: 80 })).toBe(2);
  expect(findSameQuote(QUOTES, { text: 'No.', start: 0 })).toBe(0);
  expect(findSameQuote(QUOTES, { text: 'Yes.', start: 0 })).toBe(-1);
});

it('corrects quotes, one correction after the other', () => {
  const at = { text: 'No.', start: 90 };
  expect(speakers([{ ...at, speaker: 'Tom Reed' }])).toEqual(['Ann Weir', 'Mira Voss', 'Tom Reed']);
  expect(
    speakers([
      { ...at, speaker: 'Tom Reed' },
      { ...at, speaker: null },
    ]),
  ).toEqual(['Ann Weir', 'Mira Voss', null]);
});

it('leaves out what is not quoted any more', () =>
  expect(speakers([{ text: 'Gone.', start: 90, speaker: 'Tom Reed' }])).toEqual([
    'Ann Weir',
    'Mira Voss',
    'Ann Weir',
  ]));

it('takes the name it has for confirmed, where that was only probable', () => {
  const probable = { ...makeQuote('Not yet.', 'Ann Weir'), sureness: 'probably' as const, confidence: 0.8 };
  const [confirmed] = correctQuotes([probable], [{ text: 'Not yet.', start: 0, speaker: 'Ann Weir' }]);
  expect(confirmed).toMatchObject({ resolvedSpeaker: 'Ann Weir', sureness: 'plain', evidence: 'user' });
});
