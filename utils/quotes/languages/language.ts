import type { ArticleModel } from '../article-model.ts';
import type { Previous } from '../candidates.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import type { QuotedSpan } from '../quotation-marks.ts';
import type { Token } from '../tokens.ts';

/**
 * What the engine knows of one language: closed word classes, reporting verbs, titles. Data only; every list is
 * written in lower case, words parted by spaces or line breaks, several words of one entry joined by `_`.
 */
export interface LanguageData {
  /** ISO 639-1. */
  code: string;
  /** Reporting verbs in every form that stands with a speaker. */
  cueVerbs: string;
  /** Which of the cues are verbs of thinking: their subject need not have spoken. */
  thoughtVerbs?: string;
  /** Verbs that carry a quoted phrase (`called it "…"`), weaker evidence than `cueVerbs`. */
  phraseVerbs?: string;
  /** Fixed phrases before a source (`according_to`). */
  sourcePhrases?: string;
  /** What says that words were heard, not from whom (`man_hörte`). */
  impersonals?: string;
  /** Reports without a subject (`hieß_es`), unless a document or a body stands with them. */
  hearsay?: string;
  /** Endings of verbs in the plural, where a verb in the plural with a place leaves its subject out (`у порту казали`). */
  pluralEndings?: string;
  auxiliaries?: string;
  determiners?: string;
  possessives?: string;
  /** Subject pronouns for men, for women, for several people, for the rest. */
  he?: string;
  she?: string;
  they?: string;
  otherPronouns?: string;
  objectPronouns?: string;
  /** Words by which somebody speaks of themselves (`i my our`). */
  firstPerson?: string;
  relatives?: string;
  prepositions?: string;
  conjunctions?: string;
  adverbs?: string;
  /** Weekdays and months: capitals that are no names. */
  timeNames?: string;
  /** Frequent verbs that are no cues, so that they don't look like nouns. */
  otherVerbs?: string;
  /** Complementisers between cue and quote (`that`). */
  complementisers?: string;
  /** Titles in front of a name, capitalised or shortened in print (`sen.`), with those only for men or women. */
  titles?: string;
  titlesHe?: string;
  titlesShe?: string;
  /** Nouns for people who speak. */
  personNouns?: string;
  personNounsHe?: string;
  personNounsShe?: string;
  /** Nouns for bodies and crowds that speak with one voice (`committee`). */
  groupNouns?: string;
  /** Nouns for documents that say something. */
  documentNouns?: string;
  /** Works whose titles stand in quotation marks (`novel`). */
  workNouns?: string;
  /** Nouns that end the name of a body (`committee`), so that it is no person. */
  bodyNouns?: string;
  /** Particles inside names (`de`, `van`). */
  nameParticles?: string;
  /** Shortened words whose full stop ends no sentence. */
  abbreviations?: string;
  /** Endings of compound nouns for people (`minister`), where a language writes compounds as one word. */
  personEndings?: string;
  /** Short forms that are written on to the next word with an apostrophe (`l'`, `d'`). */
  elisions?: string;
  /** Subject pronouns written after a verb with a hyphen (`dit-il`). */
  hyphenPronouns?: string;
  /** Frequent given names that the common lists don't hold. */
  givenNamesHe?: string;
  givenNamesShe?: string;
  /** Articles and the like that introduce somebody new (`une`); without one, a role is somebody already known. */
  indefinites?: string;
  /** Whether a verb needs no subject («…», afirmó): the one spoken of goes on. */
  dropsSubjects?: boolean;
  /** Conjunctions that open a clause of comparison (`jak podkreślił …`). */
  comparatives?: string;
  /** Whether a role takes its complement in the genitive, right in front of the name (`речник поліції Тарас …`). */
  genitives?: boolean;
  /** What all cases of a name share, where names have cases. */
  foldName?: (word: string) => string;
  /** Reads words by their place before anything else is read; may change their classes. */
  adjustTokens?: (tokens: readonly Token[], lexicon: Lexicon) => void;
  /** Corrects a phrase as it is read, for what names and nouns look like in the language. */
  adjustMention?: (tokens: readonly Token[], phrase: Mention & { end: number }, lexicon: Lexicon) => void;
  /** The speaker of a quoted span where the language's own grammar names one. */
  findSubject?: (
    model: ArticleModel,
    span: number,
    previous: Previous | null,
  ) => { mention: number; cue: number } | null;
  /** Whether the clause at the quote at token `at` names nobody, in the language's own way. */
  leavesUnnamed?: (model: ArticleModel, at: number) => boolean;
  /** The noun of a role that runs on before its name, as indices into the mentions; -1 without one. */
  roleBefore?: (model: ArticleModel, name: number) => number;
  /** Finds speech that is set with dashes instead of marks, where the language has it. */
  findDashSpeech?: (text: string, lexicon: Lexicon) => QuotedSpan[];
  /** Parts quotes at a speaker's clause inside their marks, where the language has such clauses. */
  splitIncises?: (text: string, spans: readonly QuotedSpan[], lexicon: Lexicon) => QuotedSpan[];
  /** Whether every noun has a capital, so that a capital is no sign of a name. */
  nounCapitals?: boolean;
}
