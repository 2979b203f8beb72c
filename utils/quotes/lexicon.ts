import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { german } from './languages/german.ts';
import { givenNamesHe, givenNamesShe } from './languages/given-names.ts';
import { italian } from './languages/italian.ts';
import type { LanguageData } from './languages/language.ts';
import { polish } from './languages/polish.ts';
import { portuguese } from './languages/portuguese.ts';
import { spanish } from './languages/spanish.ts';
import { ukrainian } from './languages/ukrainian.ts';

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
  /** Short forms joined to the next word by an apostrophe, and pronouns joined to a verb by a hyphen. */
  elisions: ReadonlySet<string>;
  hyphenPronouns: ReadonlySet<string>;
  speechDashes: boolean;
  incises: 'dash' | 'comma' | null;
  nounCapitals: boolean;
}

const LISTS: readonly [Exclude<keyof LanguageData, 'speechDashes' | 'incises' | 'nounCapitals'>, number][] = [
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
  ['abbreviations', ABBREVIATION],
];

/** The words of a list; `announc/e/ed` stands for "announce" and "announced". */
export function words(list: string): string[] {
  return list.split(/\s+/).flatMap((entry) => {
    const [stem = '', ...endings] = entry.split('/');
    if (stem === '') return [];
    return endings.length === 0 ? [stem] : endings.map((ending) => stem + ending);
  });
}

function compile(data: LanguageData): Lexicon {
  const classes = new Map<string, number>();
  const add = (list: string, bits: number) => {
    for (const word of words(list)) classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  for (const [name, bits] of LISTS) add(data[name] ?? '', bits);
  add(givenNamesHe, GIVEN_HE);
  add(givenNamesShe, GIVEN_SHE);
  const endings = words(data.personEndings ?? '');
  return {
    code: data.code,
    classOf: (word) => {
      const known = classes.get(word);
      if (known !== undefined || endings.length === 0) return known ?? 0;
      return endings.some((ending) => word.length > ending.length && word.endsWith(ending))
        ? PERSON | TITLE
        : 0;
    },
    sourcePhrases: words(data.sourcePhrases ?? '').map((phrase) => phrase.split('_')),
    elisions: new Set(words(data.elisions ?? '')),
    hyphenPronouns: new Set(words(data.hyphenPronouns ?? '')),
    speechDashes: data.speechDashes ?? false,
    incises: data.incises ?? null,
    nounCapitals: data.nounCapitals ?? false,
  };
}

const LANGUAGES: Record<string, LanguageData> = {
  en: english,
  uk: ukrainian,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pl: polish,
  pt: portuguese,
};
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
