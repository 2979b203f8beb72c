import { english } from './languages/english.ts';
import type { LanguageData } from './languages/language.ts';

/** Word classes as bits, so that one look-up per word answers every question. */
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
export const ABBREVIATION = 1 << 27;
export const THOUGHT = 1 << 28;
export const GROUP = 1 << 29;
export const TIME = 1 << 30;
export const WORK = 1 << 31;
export const PRONOUN = HE | SHE | THEY | OTHER_PRONOUN;
/** Classes whose words start or end no noun phrase. */
export const CLOSED =
  AUX | DET | POSSESSIVE | PRONOUN | OBJECT_PRONOUN | RELATIVE | PREP | CONJ | ADVERB | VERB | CUE | PHRASE;

/** A language made ready for look-ups. */
export interface Lexicon {
  code: string;
  /** Word class bits of a lower-case word, 0 when unknown. */
  classOf(word: string): number;
  /** Fixed phrases before a source, each as its words. */
  sourcePhrases: string[][];
}

const LISTS: readonly [keyof LanguageData, number][] = [
  ['cueVerbs', CUE],
  ['thoughtVerbs', THOUGHT],
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
  ['titlesHe', TITLE | TITLE_HE],
  ['titlesShe', TITLE | TITLE_SHE],
  ['personNouns', PERSON],
  ['personNounsHe', PERSON | PERSON_HE],
  ['personNounsShe', PERSON | PERSON_SHE],
  ['timeNames', ADVERB | TIME],
  ['groupNouns', PERSON | GROUP],
  ['documentNouns', DOCUMENT],
  ['bodyNouns', BODY],
  ['workNouns', WORK],
  ['nameParticles', PARTICLE],
  ['givenNamesHe', GIVEN_HE],
  ['givenNamesShe', GIVEN_SHE],
  ['abbreviations', ABBREVIATION],
];

export function words(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

function compile(data: LanguageData): Lexicon {
  const classes = new Map<string, number>();
  for (const [name, bit] of LISTS) {
    for (const word of words(data[name])) classes.set(word, (classes.get(word) ?? 0) | bit);
  }
  const sourcePhrases = words(data.sourcePhrases).map((phrase) => phrase.split('_'));
  return { code: data.code, classOf: (word) => classes.get(word) ?? 0, sourcePhrases };
}

const LANGUAGES: Record<string, LanguageData> = { en: english };
const compiled = new Map<string, Lexicon>();

/** The lexicon for a BCP 47 tag; English data for languages the engine doesn't know. */
export function lexiconFor(lang: string | null | undefined): Lexicon {
  const code = (lang ?? 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
  const data = Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined;
  const chosen = data ?? english;
  let lexicon = compiled.get(chosen.code);
  if (!lexicon) {
    lexicon = compile(chosen);
    compiled.set(chosen.code, lexicon);
  }
  return lexicon;
}
