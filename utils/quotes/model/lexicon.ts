import { quoting as english } from '../../languages/en/quoting.ts';
import { femaleGivenNames, maleGivenNames, sharedGivenNames } from '../../languages/given-names.ts';
import { NAMES } from '../../languages/names.ts';
import type { NameWords } from '../../languages/quoting-words.ts';
import { getTagger } from '../tagging/tagger-registry.ts';
import type { Token } from './token.ts';
import type { LanguageData, Lexicon } from './types.ts';

/** Word classes as bits, so that one look-up per word gives all of them. */
export const CUE_VERB = 1;
export const PHRASE_VERB = 1 << 1;
export const AUX = 1 << 2;
export const DET = 1 << 3;
export const POSSESSIVE = 1 << 4;
export const HE_PRONOUN = 1 << 5;
export const SHE_PRONOUN = 1 << 6;
export const THEY_PRONOUN = 1 << 7;
export const OTHER_PRONOUN = 1 << 8;
export const OBJECT_PRONOUN = 1 << 9;
export const RELATIVE = 1 << 10;
export const PREP = 1 << 11;
export const CONJ = 1 << 12;
export const ADVERB = 1 << 13;
export const OTHER_VERB = 1 << 14;
export const COMPLEMENTISER = 1 << 15;
export const TITLE = 1 << 16;
export const MALE_TITLE = 1 << 17;
export const FEMALE_TITLE = 1 << 18;
export const PERSON_NOUN = 1 << 19;
export const MALE_PERSON_NOUN = 1 << 20;
export const FEMALE_PERSON_NOUN = 1 << 21;
export const DOCUMENT_NOUN = 1 << 22;
export const ORGANISATION_NOUN = 1 << 23;
export const NAME_PARTICLE = 1 << 24;
export const MALE_GIVEN_NAME = 1 << 25;
export const FEMALE_GIVEN_NAME = 1 << 26;
export const GIVEN_NAME = MALE_GIVEN_NAME | FEMALE_GIVEN_NAME;
export const ABBREVIATION = 1 << 27;
export const GROUP_NOUN = 1 << 29;
export const TIME_NAME = 1 << 30;
export const PRONOUN = HE_PRONOUN | SHE_PRONOUN | THEY_PRONOUN | OTHER_PRONOUN;
/** Classes of words that can't begin or end a noun phrase. */
export const CLOSED_CLASS =
  AUX |
  DET |
  POSSESSIVE |
  PRONOUN |
  OBJECT_PRONOUN |
  RELATIVE |
  PREP |
  CONJ |
  ADVERB |
  OTHER_VERB |
  CUE_VERB |
  PHRASE_VERB;

type WordList = {
  [K in keyof LanguageData]-?: NonNullable<LanguageData[K]> extends readonly string[] ? K : never;
}[keyof LanguageData];

const LIST_CLASSES: readonly [WordList, number][] = [
  ['cueVerbs', CUE_VERB],
  ['phraseVerbs', PHRASE_VERB],
  ['auxiliaries', AUX],
  ['determiners', DET],
  ['possessives', POSSESSIVE],
  ['masculinePronouns', HE_PRONOUN],
  ['femininePronouns', SHE_PRONOUN],
  ['pluralPronouns', THEY_PRONOUN],
  ['otherPronouns', OTHER_PRONOUN],
  ['objectPronouns', OBJECT_PRONOUN],
  ['relatives', RELATIVE],
  ['prepositions', PREP],
  ['conjunctions', CONJ],
  ['adverbs', ADVERB],
  ['otherVerbs', OTHER_VERB],
  ['complementisers', COMPLEMENTISER],
  ['titles', TITLE],
  ['maleTitles', TITLE | MALE_TITLE],
  ['femaleTitles', TITLE | FEMALE_TITLE],
  ['personNouns', PERSON_NOUN],
  ['malePersonNouns', PERSON_NOUN | MALE_PERSON_NOUN],
  ['femalePersonNouns', PERSON_NOUN | FEMALE_PERSON_NOUN],
  ['timeNames', ADVERB | TIME_NAME],
  ['groupNouns', PERSON_NOUN | GROUP_NOUN],
  ['documentNouns', DOCUMENT_NOUN],
  ['organisationNouns', ORGANISATION_NOUN],
  ['nameParticles', NAME_PARTICLE],
  ['abbreviations', ABBREVIATION],
  ['maleGivenNames', MALE_GIVEN_NAME],
  ['femaleGivenNames', FEMALE_GIVEN_NAME],
];

/** Splits phrases into their words. */
const splitPhrases = (list: readonly string[] = []): string[][] => list.map((phrase) => phrase.split(' '));

/**
 * Adds the names of other languages, since articles quote foreigners. Words with another meaning in this language keep
 * it.
 */
function addForeignNames(classes: Map<string, number>, data: LanguageData): void {
  const ownClasses = new Map(classes);
  const lists: Partial<NameWords>[] = [...Object.values(NAMES), sharedGivenNames];
  for (const {
    maleGivenNames: maleNames = [],
    femaleGivenNames: femaleNames = [],
    nameParticles = [],
  } of lists) {
    for (const [list, bits] of [
      [maleNames, MALE_GIVEN_NAME],
      [femaleNames, FEMALE_GIVEN_NAME],
    ] as const) {
      // In languages that capitalise all nouns, a foreign name may be any noun.
      if (data.capitalisesNouns) break;
      for (const word of list) if (!ownClasses.has(word)) classes.set(word, (classes.get(word) ?? 0) | bits);
    }
    for (const word of nameParticles)
      if (!ownClasses.has(word) && word.length > 1)
        classes.set(word, (classes.get(word) ?? 0) | NAME_PARTICLE);
  }
}

/** Articles at the beginning of Arabic names. */
const ARABIC_ARTICLE = /^(?:a[dlnrstz]|ash|el)-(?=\p{L}{3})/u;

function compileLexicon(data: LanguageData): Lexicon {
  const classes = new Map<string, number>();
  const add = (list: readonly string[], bits: number) => {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  for (const [name, bits] of LIST_CLASSES) add(data[name] ?? [], bits);
  if (data !== UNSUPPORTED_LANGUAGE) {
    add(maleGivenNames, MALE_GIVEN_NAME);
    add(femaleGivenNames, FEMALE_GIVEN_NAME);
    addForeignNames(classes, data);
  }
  if (data !== english && !data.capitalisesNouns) {
    // Months are not capitalised here, so "Julio" is a name.
    for (const [word, bits] of classes)
      if ((bits & GIVEN_NAME) !== 0) classes.set(word, bits & ~(TIME_NAME | ADVERB));
  }
  const endings = data.personEndings ?? [];
  const stemName = data.stemName ?? ((word: string) => word);
  // "Dana al-Harbi", then "Harbi": the article of an Arabic name is omitted.
  const fold = (word: string) => stemName(word.replace(ARABIC_ARTICLE, ''));
  const givenNamesByStem = new Map<string, number>();
  if (data.stemName) {
    for (const [word, bits] of classes) {
      if ((bits & GIVEN_NAME) !== 0)
        givenNamesByStem.set(fold(word), (givenNamesByStem.get(fold(word)) ?? 0) | (bits & GIVEN_NAME));
    }
  }
  const indefiniteWords = new Set(data.indefinites);
  const classOf = (word: string): number => {
    const ownClasses = classes.get(word);
    if (ownClasses !== undefined || endings.length === 0) return ownClasses ?? 0;
    return endings.some((ending) => word.length > ending.length && word.endsWith(ending))
      ? PERSON_NOUN | TITLE
      : 0;
  };
  return {
    code: data.code,
    classesOf: classOf,
    isCue: (word) => (classOf(word) & CUE_VERB) !== 0,
    givenNameClasses: (word) => classOf(word) & GIVEN_NAME || (givenNamesByStem.get(fold(word)) ?? 0),
    isDefinite: (word) => (data === english ? word === 'the' : !indefiniteWords.has(word)),
    stem: fold,
    sourcePhrases: splitPhrases(data.sourcePhrases),
    firstPerson: new Set(data.firstPerson),
    elisions: new Set(data.elisions),
    hyphenPronouns: new Set(data.hyphenPronouns),
    capitalisesNouns: data.capitalisesNouns ?? false,
    get tagger() {
      return getTagger(data.code);
    },
    data,
  };
}

/** For all unsupported languages: `und` is BCP 47 for "undetermined". */
const UNSUPPORTED_LANGUAGE: LanguageData = { code: 'und' };

const registeredLanguages = /* @__PURE__ */ new Map<string, LanguageData>([['en', english]]);
const compiledLexicons = /* @__PURE__ */ new Map<LanguageData, Lexicon>();

/**
 * Registers the words of languages other than English, which are in separate files. Repeated calls replace earlier
 * ones.
 */
export function registerLanguages(languages: readonly LanguageData[]): void {
  for (const data of languages) registeredLanguages.set(data.code, data);
}

/** Whether the words of a language are registered. */
export function isLanguageRegistered(code: string): boolean {
  return registeredLanguages.has(code);
}

/** The lexicon for a BCP 47 tag: English without a tag, and an empty one for languages that are not registered. */
export function getLexicon(lang: string | null | undefined): Lexicon {
  const code = (lang || 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
  const data = registeredLanguages.get(code) ?? UNSUPPORTED_LANGUAGE;
  let lexicon = compiledLexicons.get(data);
  if (!lexicon) {
    lexicon = compileLexicon(data);
    compiledLexicons.set(data, lexicon);
  }
  return lexicon;
}

/** Whether a token exists and has any of these classes (bits of `lexicon.ts`). */
export function hasClass(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}
