import type { LanguageCode } from './language-code.ts';

/*
 * What tells who said what in a language. Every list is in lower case and sorted as the language sorts (`sourcePhrases`
 * by what is tried first); an entry of several words has a space between them.
 */

export interface VerbWords {
  /** Reporting verbs in every form that stands with a speaker. */
  cueVerbs: readonly string[];
  /** Which of the cues are verbs of thinking: their subject need not have spoken. */
  thoughtVerbs?: readonly string[];
  /** Several words that report together, the last one being the cue (`fait savoir`). */
  cuePhrases?: readonly string[];
  /** Verbs that carry a quoted phrase (`called it "…"`), weaker evidence than `cueVerbs`. */
  phraseVerbs: readonly string[];
  auxiliaries: readonly string[];
  /** Frequent verbs that are no cues, so that they don't look like nouns. */
  otherVerbs: readonly string[];
}

export interface SourceWords {
  /** Fixed phrases before a source (`according to`). The first that fits is taken: order counts. */
  sourcePhrases: readonly string[];
}

export interface GrammarWords {
  determiners: readonly string[];
  possessives: readonly string[];
  /** Subject pronouns for men, for women, for several people, for the rest. */
  he: readonly string[];
  she: readonly string[];
  they?: readonly string[];
  otherPronouns: readonly string[];
  objectPronouns: readonly string[];
  /** Words by which somebody speaks of themselves (`i`, `my`, `our`). */
  firstPerson: readonly string[];
  relatives: readonly string[];
  prepositions: readonly string[];
  conjunctions: readonly string[];
  adverbs: readonly string[];
  /** Complementisers between cue and quote (`that`). */
  complementisers: readonly string[];
  /** Articles and the like that introduce somebody new (`une`); without one, a role is somebody already known. */
  indefinites?: readonly string[];
  /** Prepositions before a body that speaks (`aseguran desde el sindicato`). */
  speaksFrom?: readonly string[];
  /** What a noun for somebody may stand for: nouns of roles, by the words that take them up (`mandatario`). */
  roleKin?: Readonly<Record<string, readonly string[]>>;
  /** Prepositions before the complement of a noun, which tells who is meant (`el fiscal del caso`). */
  complements?: readonly string[];
  /** Short forms that are written on to the next word with an apostrophe (`l'`, `d'`). */
  elisions?: readonly string[];
  /** Subject pronouns written after a verb with a hyphen (`dit-il`). */
  hyphenPronouns?: readonly string[];
}

export interface PeopleWords {
  /** Titles in front of a name, capitalised or shortened in print (`sen.`), with those only for men or women. */
  titles: readonly string[];
  titlesHe: readonly string[];
  titlesShe: readonly string[];
  /** Nouns for people who speak. */
  personNouns: readonly string[];
  personNounsHe: readonly string[];
  personNounsShe: readonly string[];
  /** Endings of compound nouns for people (`minister`), where a language writes compounds as one word. */
  personEndings?: readonly string[];
  /** Nouns for bodies and crowds that speak with one voice (`committee`). */
  groupNouns: readonly string[];
}

export interface ThingWords {
  /** Nouns for documents that say something. */
  documentNouns: readonly string[];
  /** Works whose titles stand in quotation marks (`novel`). */
  workNouns: readonly string[];
  /** Nouns that end the name of a body (`committee`), so that it is no person. */
  bodyNouns: readonly string[];
  /** Weekdays and months: capitals that are no names. */
  timeNames: readonly string[];
  /** Shortened words whose full stop ends no sentence. */
  abbreviations: readonly string[];
}

export interface NameWords {
  /** Particles inside names (`de`, `van`). */
  nameParticles: readonly string[];
  /** Frequent given names that the common lists (`given-names.ts`) don't hold. */
  givenNamesHe?: readonly string[];
  givenNamesShe?: readonly string[];
  /** Endings that names take by case, where names have cases (`Марченка`, `Марченком`). */
  nameEndings?: readonly string[];
}

/** What a language does that others don't. */
interface Habits {
  /** Every noun has a capital, so that a capital is no sign of a name. */
  nounCapitals?: boolean;
  /** A verb needs no subject («…», afirmó): the one spoken of goes on. */
  dropsSubjects?: boolean;
  /** A noun stands in front of what tells it apart, also in the names of bodies (`Ministerio de Salud`). */
  headsFirst?: boolean;
  /** Speech is set with dashes instead of marks. */
  speechDashes?: boolean;
  /** Endings of nouns that say where or whence; such a noun ends its phrase (`bu noktada | sanık`). */
  placeEndings?: readonly string[];
  /** Names take the endings of cases behind an apostrophe (`Demir'in`). */
  namesTakeCases?: boolean;
  /** Commas alone set off a speaker's clause inside the marks of a quote («A, said X, B»). */
  commaIncises?: boolean;
}

export type QuotingWords = { code: LanguageCode } & Habits &
  VerbWords &
  SourceWords &
  GrammarWords &
  PeopleWords &
  ThingWords &
  NameWords;
