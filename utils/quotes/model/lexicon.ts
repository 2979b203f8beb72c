import { quoting as english } from '../../languages/en/quoting.ts';
import { femaleGivenNames, maleGivenNames, sharedGivenNames } from '../../languages/given-names.ts';
import { NAMES } from '../../languages/names.ts';
import type { NameWords } from '../../languages/quoting-words.ts';
import { taggerFor } from '../tagging/known-taggers.ts';
import type { Token } from './token.ts';
import type { LanguageData, Lexicon } from './types.ts';

/** Word classes as bits, so that one look-up per word gives all of them. */
export const CUE = 1;
export const PHRASE = 1 << 1;
export const AUX = 1 << 2;
export const DET = 1 << 3;
export const POSSESSIVE = 1 << 4;
export const HE = 1 << 5;
export const SHE = 1 << 6;
export const THEY = 1 << 7;
export const OTHER_PRONOUN = 1 << 8;
export const OBJECT_PRONOUN = 1 << 9;
export const RELATIVE = 1 << 10;
export const PREP = 1 << 11;
export const CONJ = 1 << 12;
export const ADVERB = 1 << 13;
export const VERB = 1 << 14;
export const COMPLEMENTISER = 1 << 15;
export const TITLE = 1 << 16;
export const TITLE_HE = 1 << 17;
export const TITLE_SHE = 1 << 18;
export const PERSON = 1 << 19;
export const PERSON_HE = 1 << 20;
export const PERSON_SHE = 1 << 21;
export const DOCUMENT = 1 << 22;
export const BODY = 1 << 23;
export const PARTICLE = 1 << 24;
export const GIVEN_HE = 1 << 25;
export const GIVEN_SHE = 1 << 26;
export const GIVEN = GIVEN_HE | GIVEN_SHE;
export const ABBREVIATION = 1 << 27;
export const GROUP = 1 << 29;
export const TIME = 1 << 30;
export const PRONOUN = HE | SHE | THEY | OTHER_PRONOUN;
/** Classes of words that can't begin or end a noun phrase. */
export const CLOSED =
  AUX | DET | POSSESSIVE | PRONOUN | OBJECT_PRONOUN | RELATIVE | PREP | CONJ | ADVERB | VERB | CUE | PHRASE;

type WordList = {
  [K in keyof LanguageData]-?: NonNullable<LanguageData[K]> extends readonly string[] ? K : never;
}[keyof LanguageData];

const LISTS: readonly [WordList, number][] = [
  ['cueVerbs', CUE],
  ['phraseVerbs', PHRASE],
  ['auxiliaries', AUX],
  ['determiners', DET],
  ['possessives', POSSESSIVE],
  ['he', HE],
  ['she', SHE],
  ['they', THEY],
  ['otherPronouns', OTHER_PRONOUN],
  ['objectPronouns', OBJECT_PRONOUN],
  ['relatives', RELATIVE],
  ['prepositions', PREP],
  ['conjunctions', CONJ],
  ['adverbs', ADVERB],
  ['otherVerbs', VERB],
  ['complementisers', COMPLEMENTISER],
  ['titles', TITLE],
  ['maleTitles', TITLE | TITLE_HE],
  ['femaleTitles', TITLE | TITLE_SHE],
  ['personNouns', PERSON],
  ['personNounsHe', PERSON | PERSON_HE],
  ['personNounsShe', PERSON | PERSON_SHE],
  ['timeNames', ADVERB | TIME],
  ['groupNouns', PERSON | GROUP],
  ['documentNouns', DOCUMENT],
  ['bodyNouns', BODY],
  ['nameParticles', PARTICLE],
  ['abbreviations', ABBREVIATION],
  ['maleGivenNames', GIVEN_HE],
  ['femaleGivenNames', GIVEN_SHE],
];

/** Splits phrases into their words. */
const phrases = (list: readonly string[] = []): string[][] => list.map((phrase) => phrase.split(' '));

/**
 * Adds the names of other languages, since articles quote foreigners. Words with another meaning in this language keep
 * it.
 */
function addForeignNames(classes: Map<string, number>, data: LanguageData): void {
  const own = new Map(classes);
  const lists: Partial<NameWords>[] = [...Object.values(NAMES), sharedGivenNames];
  for (const { maleGivenNames: he = [], femaleGivenNames: she = [], nameParticles = [] } of lists) {
    for (const [list, bits] of [
      [he, GIVEN_HE],
      [she, GIVEN_SHE],
    ] as const) {
      // In languages that capitalise all nouns, a foreign name may be any noun.
      if (data.nounCapitals) break;
      for (const word of list) if (!own.has(word)) classes.set(word, (classes.get(word) ?? 0) | bits);
    }
    for (const word of nameParticles)
      if (!own.has(word) && word.length > 1) classes.set(word, (classes.get(word) ?? 0) | PARTICLE);
  }
}

/** Articles at the beginning of Arabic names. */
const ARTICLE = /^(?:a[dlnrstz]|ash|el)-(?=\p{L}{3})/u;

function compileLexicon(data: LanguageData): Lexicon {
  const classes = new Map<string, number>();
  const add = (list: readonly string[], bits: number) => {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  for (const [name, bits] of LISTS) add(data[name] ?? [], bits);
  if (data !== WORDLESS) {
    add(maleGivenNames, GIVEN_HE);
    add(femaleGivenNames, GIVEN_SHE);
    addForeignNames(classes, data);
  }
  if (data !== english && !data.nounCapitals) {
    // Months are not capitalised here, so "Julio" is a name.
    for (const [word, bits] of classes) if ((bits & GIVEN) !== 0) classes.set(word, bits & ~(TIME | ADVERB));
  }
  const endings = data.personEndings ?? [];
  const bent = data.foldName ?? ((word: string) => word);
  // "Dana al-Harbi", then "Harbi": the article of an Arabic name is omitted.
  const fold = (word: string) => bent(word.replace(ARTICLE, ''));
  const given = new Map<string, number>();
  if (data.foldName) {
    for (const [word, bits] of classes) {
      if ((bits & GIVEN) !== 0) given.set(fold(word), (given.get(fold(word)) ?? 0) | (bits & GIVEN));
    }
  }
  const indefinites = new Set(data.indefinites);
  const classOf = (word: string): number => {
    const own = classes.get(word);
    if (own !== undefined || endings.length === 0) return own ?? 0;
    return endings.some((ending) => word.length > ending.length && word.endsWith(ending))
      ? PERSON | TITLE
      : 0;
  };
  return {
    code: data.code,
    classOf,
    isCue: (word) => (classOf(word) & CUE) !== 0,
    givenOf: (word) => classOf(word) & GIVEN || (given.get(fold(word)) ?? 0),
    isDefinite: (word) => (data === english ? word === 'the' : !indefinites.has(word)),
    fold,
    sourcePhrases: phrases(data.sourcePhrases),
    firstPerson: new Set(data.firstPerson),
    elisions: new Set(data.elisions),
    hyphenPronouns: new Set(data.hyphenPronouns),
    nounCapitals: data.nounCapitals ?? false,
    get tagger() {
      return taggerFor(data.code);
    },
    data,
  };
}

/** For all unsupported languages: `und` is BCP 47 for "undetermined". */
const WORDLESS: LanguageData = { code: 'und' };

const known = /* @__PURE__ */ new Map<string, LanguageData>([['en', english]]);
const compiled = /* @__PURE__ */ new Map<LanguageData, Lexicon>();

/**
 * Registers the words of languages other than English, which are in separate files. Repeated calls replace earlier
 * ones.
 */
export function registerLanguages(languages: readonly LanguageData[]): void {
  for (const data of languages) known.set(data.code, data);
}

/** Whether the words of a language are registered. */
export function isLanguageRegistered(code: string): boolean {
  return known.has(code);
}

/** The lexicon for a BCP 47 tag: English without a tag, and an empty one for languages that are not registered. */
export function lexiconFor(lang: string | null | undefined): Lexicon {
  const code = (lang || 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
  const data = known.get(code) ?? WORDLESS;
  let lexicon = compiled.get(data);
  if (!lexicon) {
    lexicon = compileLexicon(data);
    compiled.set(data, lexicon);
  }
  return lexicon;
}

/** Whether a token exists and has any of these classes (bits of `lexicon.ts`). */
export function hasClass(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}
