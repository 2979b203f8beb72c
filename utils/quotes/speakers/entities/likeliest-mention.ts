import {
  DET,
  DOCUMENT_NOUN,
  FEMALE_PERSON_NOUN,
  GROUP_NOUN,
  HE_PRONOUN,
  hasClass,
  MALE_PERSON_NOUN,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  POSSESSIVE,
  SHE_PRONOUN,
  TITLE,
} from '../../model/lexicon.ts';
import type { Gender } from '../../model/names.ts';
import { findAntecedent } from '../../model/subject-link.ts';
import type { ArticleModel, Lexicon } from '../../model/types.ts';
import type { Tag } from '../../tagging/tags.ts';
import type { Attribution } from '../attribute-speakers.ts';
import { findVerbsAt } from '../candidate-features.ts';
import type { CandidateFeatures } from '../candidate-row.ts';
import type { Person } from '../people/people-table.ts';
import { descriptionKey } from '../people/roles.ts';

/** Number and gender that the verb at a quote requires of its subject. */
export interface VerbAgreement {
  number: '' | 's' | 'p';
  gender: Gender;
}

const UNKNOWN_AGREEMENT: VerbAgreement = { number: '', gender: null };

/**
 * Reads the agreement of the verb at a quote.
 *
 * @param cue index of the cue related to the likeliest speaker, or -1 for the verb nearest to the quote
 * @param at token of the quote
 */
export function readVerbAgreement(model: ArticleModel, cue: number, at: number): VerbAgreement {
  const { behind, before } = findVerbsAt(model, at);
  const tied = model.cues[cue]?.first ?? -1;
  const tag = model.tokens[tied >= 0 ? tied : behind >= 0 ? behind : before]?.tag;
  if (!tag || (tag.pos !== 'VERB' && tag.pos !== 'AUX')) return UNKNOWN_AGREEMENT;
  return { number: tag.number, gender: tag.number === 'p' ? null : getGenderOfTag(tag) };
}

/** The gender of a person that corresponds to a grammatical gender. */
export function getGenderOfTag({ gender }: Tag): Gender {
  return gender === 'm' ? 'he' : gender === 'f' ? 'she' : null;
}

/** Whether two values that may be unknown agree: contradict 1, unknown 2, agree 3. */
export function compareAgreement<T>(one: T | null | '', other: T | null | ''): number {
  if (!one || !other) return 2;
  return one === other ? 3 : 1;
}

/** A mention near a quote with its share of the probability of naming the speaker. */
export interface MentionProbability {
  /** The mention, or the antecedent of a relative pronoun. */
  referent: number;
  share: number;
  cue: number;
  /** Relation of the mention to the quote; null for a mention found by a rule. */
  features: CandidateFeatures | null;
}

const NOBODY: MentionProbability = { referent: -1, share: 0, cue: -1, features: null };

export const sumProbabilities = (list: readonly MentionProbability[]): number =>
  list.reduce((total, { share }) => total + share, 0);
export const findMostProbable = (list: readonly MentionProbability[]): MentionProbability | null =>
  list.reduce<MentionProbability | null>(
    (best, one) => (best === null || one.share > best.share ? one : best),
    null,
  );

/** Properties of an entity's most probable mention. */
export interface LikeliestMention extends MentionProbability {
  /** The noun in lower case; empty for other mentions. */
  noun: string;
  /** The gender that the word means, and the one its grammar suggests. */
  gender: Gender;
  likelyGender: Gender;
  /** Whether it introduces a new person: "a friend". */
  introduces: boolean;
  /** Values of the features `topKind`, `lexical` and `topNumber`. */
  kind: number;
  lexical: number;
  number: number;
}

/** The class of a noun: none 0, document 1, organisation 2, group 3, person 4. */
function classifyNoun(classes: number): number {
  if ((classes & GROUP_NOUN) !== 0) return 3;
  if ((classes & ORGANISATION_NOUN) !== 0) return 2;
  if ((classes & (PERSON_NOUN | TITLE)) !== 0) return 4;
  return (classes & DOCUMENT_NOUN) !== 0 ? 1 : 0;
}

/** The gender that a word for a person means. */
export function getGender({ tokens, mentions }: ArticleModel, m: number): Gender {
  const head = tokens[mentions[m]?.head ?? -1];
  if (!head) return null;
  if ((head.classes & (HE_PRONOUN | MALE_PERSON_NOUN)) !== 0 || head.lower === 'his') return 'he';
  if ((head.classes & (SHE_PRONOUN | FEMALE_PERSON_NOUN)) !== 0 || head.lower === 'her') return 'she';
  return null;
}

/** The gender of a person according to the grammatical gender of the noun or its article: "la titular". */
function grammaticalGender({ tokens, mentions, lexicon }: ArticleModel, m: number): Gender {
  const mention = mentions[m];
  if (mention?.kind !== 'noun' || lexicon.code === 'en') return null;
  const gender = tokens[mention.first]?.tag?.gender || tokens[mention.head]?.tag?.gender;
  return gender === 'm' ? 'he' : gender === 'f' ? 'she' : null;
}

function classifyMention({ tokens, mentions }: ArticleModel, m: number): number {
  const mention = mentions[m];
  const classes = tokens[mention?.head ?? -1]?.classes;
  if (!mention || classes === undefined) return 0;
  if (mention.kind === 'name') return 8;
  if (mention.kind === 'relative') return 1;
  if (mention.kind === 'pronoun') return (classes & (HE_PRONOUN | SHE_PRONOUN)) !== 0 ? 3 : 2;
  // Group nouns also refer to people.
  if ((classes & (PERSON_NOUN | TITLE)) !== 0) return 7;
  return (classes & (ORGANISATION_NOUN | DOCUMENT_NOUN)) !== 0 ? 5 : 4;
}

/** The probable speakers of an attributed quote. */
export function getProbabilities(model: ArticleModel, { options }: Attribution): MentionProbability[] {
  return options.map(({ mention, ...option }) => ({ ...option, referent: findAntecedent(model, mention) }));
}

export function findLikeliestMention(
  model: ArticleModel,
  probabilities: readonly MentionProbability[],
): LikeliestMention {
  const top = probabilities.reduce((a, b) => (b.share > a.share ? b : a), NOBODY);
  const mention = model.mentions[top.referent];
  const head = model.tokens[mention?.head ?? -1];
  const isNoun = mention?.kind === 'noun' && head !== undefined;
  const known = isNoun && model.lexicon.isDefinite(model.tokens[mention.first]?.lower ?? '');
  const gender = getGender(model, top.referent);
  return {
    ...top,
    noun: isNoun ? head.lower : '',
    gender,
    likelyGender: gender ?? grammaticalGender(model, top.referent),
    introduces: isNoun && !known && (head.classes & (PERSON_NOUN | TITLE)) !== 0,
    kind: classifyMention(model, top.referent),
    lexical: (isNoun ? classifyNoun(head.classes) : 0) + (known ? 5 : 0),
    number: head?.tag?.number === 's' ? 1 : head?.tag?.number === 'p' ? 2 : 0,
  };
}

/** Minimum length of a noun, because shorter words occur in too many roles. */
const MIN_NOUN_LENGTH = 3;

/** Words of a role; the apostrophe in "прем'єр-міністр" is a letter. */
const WORDS = /[\p{L}\p{M}-]+(?:['’]\p{L}+)*/gu;

/** How a noun matches a person: 3 part of the name, 2 a description, 0 neither; the trees know these numbers. */
export function matchNoun(person: Person, noun: string, lexicon: Lexicon): number {
  if (noun.length < MIN_NOUN_LENGTH) return 0;
  const { stem } = lexicon;
  if (person.words.includes(noun) || person.stems.includes(stem(noun))) return 3;
  if (person.describedBy.has(descriptionKey(noun, lexicon))) return 2;
  const words = person.role?.toLowerCase().match(WORDS) ?? [];
  return words.some((word) => word === noun || stem(word) === stem(noun)) ? 2 : 0;
}

/**
 * Maximum length of articles, in the languages that have them; demonstratives ("this", "cette", "diese") are longer.
 */
const MAX_ARTICLE_LENGTH = 3;

/** The determiner of a noun, as a value of the feature `determined`; 0 for other mentions. */
export function getDeterminerKind({ tokens, mentions, lexicon }: ArticleModel, m: number): number {
  const mention = mentions[m];
  const first = tokens[mention?.first ?? -1];
  if (mention?.kind !== 'noun' || !first) return 0;
  if (hasClass(first, POSSESSIVE)) return 4;
  if (first.tag?.pos !== 'DET' && !hasClass(first, DET)) return 1;
  if (lexicon.isDefinite(first.lower)) return first.lower.length > MAX_ARTICLE_LENGTH ? 5 : 3;
  return 2;
}
