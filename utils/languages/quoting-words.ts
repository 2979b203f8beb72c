import type { LanguageCode } from './language-code.ts';

/**
 * Word lists for attributing quotes in a language. Every list is in lower case and sorted as in the language
 * (`sourcePhrases` by precedence); an entry of several words is separated by spaces.
 */

export interface VerbWords {
  /** Reporting verbs in every form that a speaker can be the subject of. */
  cueVerbs: readonly string[];
  /** Verbs with a quoted phrase as object (`called it "…"`), weaker evidence than `cueVerbs`. */
  phraseVerbs: readonly string[];
  auxiliaries: readonly string[];
  /** Frequent verbs that are not cues and that the tagger alone does not recognise. */
  otherVerbs?: readonly string[];
}

export interface SourceWords {
  /** Fixed phrases before a source (`according to`), in order of precedence. */
  sourcePhrases: readonly string[];
}

export interface GrammarWords {
  determiners: readonly string[];
  possessives: readonly string[];
  /** Subject pronouns: masculine, feminine, plural, others. */
  masculinePronouns: readonly string[];
  femininePronouns: readonly string[];
  pluralPronouns?: readonly string[];
  otherPronouns: readonly string[];
  objectPronouns: readonly string[];
  /** First-person words (`i`, `my`, `our`). */
  firstPerson: readonly string[];
  relatives: readonly string[];
  prepositions: readonly string[];
  conjunctions: readonly string[];
  adverbs: readonly string[];
  /** Complementisers between cue and quote (`that`). */
  complementisers: readonly string[];
  /**
   * Indefinite articles and similar words, which introduce a new person (`une`). A role without one refers to a person
   * already mentioned.
   */
  indefinites?: readonly string[];
  /** Prepositions before the complement of a noun, which identifies a person (`el fiscal del caso`). */
  complements?: readonly string[];
  /** Contractions that are joined to the next word with an apostrophe (`l'`, `d'`). */
  elisions?: readonly string[];
  /** Subject pronouns that follow a verb after a hyphen (`dit-il`). */
  hyphenPronouns?: readonly string[];
}

export interface PeopleWords {
  /** Titles before a name, in full or abbreviated (`sen.`), except those only for men or only for women. */
  titles: readonly string[];
  maleTitles: readonly string[];
  femaleTitles: readonly string[];
  /** Nouns for people who can speak, except those only for men, only for women, or for groups. */
  personNouns: readonly string[];
  malePersonNouns: readonly string[];
  femalePersonNouns: readonly string[];
  /** Endings of compound nouns for people (`minister`), in languages that write compounds as one word. */
  personEndings?: readonly string[];
  /** Nouns for organisations and groups that speak as one (`committee`). */
  groupNouns: readonly string[];
}

export interface ThingWords {
  /** Nouns for documents that can be quoted. */
  documentNouns: readonly string[];
  /** Nouns at the end of an organisation's name (`committee`), which show that it is not a person. */
  organisationNouns: readonly string[];
  /** Weekdays and months, which are capitalised but not names. */
  timeNames: readonly string[];
  /** Abbreviations whose full stop does not end a sentence. */
  abbreviations: readonly string[];
}

export interface NameWords {
  /** Particles inside names (`de`, `van`). */
  nameParticles: readonly string[];
  /** Frequent given names that are not in the lists of `given-names.ts`. */
  maleGivenNames?: readonly string[];
  femaleGivenNames?: readonly string[];
  /** Case endings of names, in languages that inflect them (`Марченка`, `Марченком`). */
  nameEndings?: readonly string[];
}

/** Grammatical properties of a language. */
interface LanguageProperties {
  /** Whether all nouns are capitalised, so that a capital does not identify a name. */
  capitalisesNouns?: boolean;
  /** Whether subjects may be omitted («…», afirmó), so that the previous subject applies. */
  dropsSubjects?: boolean;
  /** Whether nouns precede their modifiers, even in names of organisations (`Ministerio de Salud`). */
  isHeadInitial?: boolean;
  /** Whether direct speech may be marked by dashes instead of quotation marks. */
  usesSpeechDashes?: boolean;
  /** Whether names take case endings after an apostrophe (`Demir'in`). */
  hasApostropheCases?: boolean;
  /** Whether commas alone separate an attribution inside quotation marks («A, said X, B»). */
  hasCommaAttributions?: boolean;
}

export type QuotingWords = { code: LanguageCode } & LanguageProperties &
  VerbWords &
  SourceWords &
  GrammarWords &
  PeopleWords &
  ThingWords &
  NameWords;
