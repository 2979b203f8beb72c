/** Invented articles, people and quotes for the gallery and the component tests. */
import type { QuotedArticle } from '../../../../components/quotes/KeyQuotes.tsx';
import type { HiddenItem } from '../../../../utils/clutter/types.ts';
import type { Quote, QuotedSpeaker } from '../../../../utils/quotes/types.ts';

/** A quote with everything a test does not care about filled in. */
export function sampleQuote(quote: Partial<Quote> & Pick<Quote, 'text'>): Quote {
  const start = quote.start ?? 0;
  return {
    start,
    end: start + quote.text.length,
    group: start,
    speaker: quote.resolvedSpeaker ?? null,
    resolvedSpeaker: null,
    role: null,
    cue: 'said',
    via: null,
    evidence: quote.resolvedSpeaker ? 'cue' : 'none',
    confidence: quote.resolvedSpeaker ? 0.9 : 0.2,
    key: 0.5,
    ...quote,
  };
}

const HARBOUR = 'Mirela Tandoori-Falk';
const MAYOR = 'Osric Vandermolen';
const UNION = 'Ilse Kwabena';

export const QUOTES: Quote[] = [
  sampleQuote({
    text: 'The ice came six weeks early, and nobody who works on this water was surprised by it except the people who plan it',
    start: 210,
    resolvedSpeaker: HARBOUR,
    role: 'harbour master of Nordholm',
    key: 0.95,
  }),
  sampleQuote({
    text: 'We asked for a second tug in March. We were told to ask again in spring.',
    start: 520,
    resolvedSpeaker: HARBOUR,
    role: 'harbour master of Nordholm',
    evidence: 'continues',
    key: 0.4,
  }),
  sampleQuote({
    text: 'There is money for one more ship. There is no money for one more winter like this.',
    start: 830,
    resolvedSpeaker: MAYOR,
    role: 'Mayor',
    key: 0.9,
    pulledOut: true,
  }),
  sampleQuote({
    text: 'not a single hour of overtime',
    start: 1100,
    resolvedSpeaker: UNION,
    role: 'chair of the dockers’ union',
    via: 'her office',
    key: 0.7,
  }),
  sampleQuote({
    text: 'You cannot tow a ferry with a press release',
    start: 1390,
    speaker: 'one captain',
    key: 0.6,
  }),
  sampleQuote({
    text: 'If the northern basin freezes over as well, and there is every sign that it will, then we shall have to choose between the ferry and the grain, and whichever of the two we choose, somebody on one of these islands will be without bread or without a doctor before the month is out; I do not want to be the one who chooses, but I would rather it were somebody who has stood on the ice than somebody who has read about it.',
    start: 1700,
    resolvedSpeaker: HARBOUR,
    role: 'harbour master of Nordholm',
    key: 0.5,
  }),
];

export const VOICES: QuotedSpeaker[] = [
  {
    name: HARBOUR,
    role: 'harbour master of Nordholm',
    quotes: [0, 1, 5],
    words: 127,
    share: 0.76,
    keyQuote: 0,
  },
  { name: MAYOR, role: 'Mayor', quotes: [2], words: 17, share: 0.13, keyQuote: 2, about: [HARBOUR, UNION] },
  { name: UNION, role: 'chair of the dockers’ union', quotes: [3], words: 6, share: 0.05, keyQuote: 3 },
  { name: null, role: null, quotes: [4], words: 9, share: 0.06, keyQuote: 4 },
];

export const ARTICLE: QuotedArticle = {
  title: 'Ferry service to the outer islands suspended as early ice closes Nordholm harbour',
  siteName: 'The Nordholm Courier',
  url: 'https://courier.example/2026/11/ice',
  byline: 'Tamsin Okparaebo and Lars Wennerholm',
  publishedAt: '2026-11-14',
  wordCount: 812,
  text: '',
  lang: 'en',
  dir: 'ltr',
  isPreview: false,
  quotes: QUOTES,
  voices: VOICES,
};

export const LONG_ARTICLE: QuotedArticle = {
  ...ARTICLE,
  title:
    'After the third night of ice, and with the last tug in dry dock, a harbour that has not closed since the war asks who decides which island eats: the ferry, the grain ship, or the people who drew up the timetable in a heated room four hundred kilometres away and went home',
  byline:
    'Tamsin Okparaebo in Nordholm, Lars Wennerholm on the ice road, Jean-Baptiste de La Rochefoucauld-Montmorency in the capital',
  isPreview: true,
};

export const RTL_ARTICLE: QuotedArticle = {
  ...ARTICLE,
  title: 'توقف خدمة العبّارات إلى الجزر البعيدة بعد أن أغلق الجليد الميناء',
  siteName: 'بريد الميناء',
  byline: 'سلمى الخطيب',
  lang: 'ar',
  dir: 'rtl',
  quotes: [
    sampleQuote({
      text: 'جاء الجليد قبل موعده بستة أسابيع',
      start: 3,
      resolvedSpeaker: 'ليلى منصور',
      role: 'مديرة الميناء',
      key: 0.9,
    }),
    sampleQuote({ text: 'لا يمكن جرّ عبّارة ببيان صحفي', start: 60, key: 0.5 }),
  ],
  voices: [
    { name: 'ليلى منصور', role: 'مديرة الميناء', quotes: [0], words: 6, share: 0.5, keyQuote: 0 },
    { name: null, role: null, quotes: [1], words: 6, share: 0.5, keyQuote: 1 },
  ],
};

export const UKRAINIAN_ARTICLE: QuotedArticle = {
  ...ARTICLE,
  title: 'Поромне сполучення з островами зупинено: крига закрила гавань',
  siteName: 'Портовий вісник',
  byline: 'Ярина Козоріз',
  lang: 'uk',
  quotes: [
    sampleQuote({
      text: 'Крига прийшла на шість тижнів раніше, і ніхто з нас не здивувався',
      start: 3,
      resolvedSpeaker: 'Ґалина Верес',
      role: 'начальниця порту',
      key: 0.9,
    }),
  ],
  voices: [{ name: 'Ґалина Верес', role: 'начальниця порту', quotes: [0], words: 11, share: 1, keyQuote: 0 }],
};

export const HIDDEN: HiddenItem[] = [
  {
    id: 1,
    kind: 'newsletter-form',
    reason: 'signUpForm',
    text: 'Get the Courier in your inbox. Every morning at seven, free. Your e-mail',
    hidden: true,
  },
  {
    id: 2,
    kind: 'subscribe-nag',
    reason: 'asksSubscribe',
    text: 'You have read three stories this month. Support independent reporting from the islands.',
    hidden: true,
  },
  { id: 3, kind: 'overlay', reason: 'coversPage', text: 'Before you go: join 40,000 readers', hidden: false },
  { id: 4, kind: 'app-promo', reason: 'offersApp', text: 'Read this story in our app', hidden: true },
];

/** With several of a kind, one by a rule of the user's, and one that the page would not let go. */
export const MORE_HIDDEN: HiddenItem[] = [
  ...HIDDEN,
  {
    id: 5,
    kind: 'subscribe-nag',
    reason: 'yourRule',
    text: 'Watch the harbour live, day and night',
    hidden: true,
    rule: 'r1',
  },
  {
    id: 6,
    kind: 'newsletter-form',
    reason: 'asksEmail',
    text: 'One letter a week, no more. Your e-mail',
    hidden: true,
    copies: 3,
  },
  {
    id: 7,
    kind: 'overlay',
    reason: 'coversPage',
    text: 'Wait! The tide table is free for members',
    hidden: false,
    gaveUp: true,
  },
];

export const RECENT = [
  {
    id: 'a',
    title: 'Grain ship turned back at the skerries',
    source: 'The Nordholm Courier',
    savedAt: Date.UTC(2026, 10, 13),
  },
  {
    id: 'b',
    title:
      'What the lighthouse keepers wrote down: a hundred and forty years of weather, by hand, and what it says about the ice',
    source: 'Saltwater Quarterly',
    savedAt: Date.UTC(2026, 10, 11),
  },
  { id: 'c', title: 'Council votes on second tug', source: 'Island Radio', savedAt: Date.UTC(2026, 10, 4) },
];

const WHY_TEXT =
  'Mirela Tandoori-Falk, the harbour master of Nordholm, closed the port at noon.\n\nNobody was surprised. “We asked for a second tug in March,” she said. The council meets on Thursday.';

/** A quote by a pronoun, with the places that say who speaks. */
export const WHY = {
  text: WHY_TEXT,
  quote: sampleQuote({
    text: 'We asked for a second tug in March,',
    start: WHY_TEXT.indexOf('We asked'),
    speaker: 'she',
    resolvedSpeaker: HARBOUR,
    role: 'harbour master of Nordholm',
    confidence: 0.95,
    places: {
      speaker: [WHY_TEXT.indexOf('she said'), WHY_TEXT.indexOf(' said')],
      cue: [WHY_TEXT.indexOf('said.'), WHY_TEXT.indexOf('. The council')],
      named: [0, HARBOUR.length],
    },
  }),
};
