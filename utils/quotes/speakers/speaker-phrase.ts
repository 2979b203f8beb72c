import {
  ADVERB,
  AUX,
  CONJ,
  CUE_VERB,
  DET,
  GROUP_NOUN,
  HE_PRONOUN,
  hasClass,
  ORGANISATION_NOUN,
  OTHER_VERB,
  PERSON_NOUN,
  PHRASE_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  SHE_PRONOUN,
  TIME_NAME,
  TITLE,
} from '../model/lexicon.ts';
import { POSTNOMINAL_ADJECTIVE } from '../model/noun-phrase.ts';
import { findAntecedent } from '../model/subject-link.ts';
import type { Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { Offsets, SpeakerOffsets } from '../types.ts';
import type { Attribution } from './attribute-speakers.ts';
import type { Choice } from './entities/entity-features.ts';
import type { PeopleTable } from './people/people-table.ts';

/** Maximum number of tokens after a noun that may identify it. */
const MAX_COMPLEMENT_TOKENS = 12;
const REFLEXIVE = /^(?:him|her|it|my|your)self$|^(?:them|our)selves$/;
/** Prepositions of phrases that identify a person, not when, where or to whom something was said. */
const IDENTIFYING_PREPOSITION = /^(?:of|by|for|from|with|within|inside|behind|near|to)$/;

/** Words that may be inside a complement: "de la Policía Local y de Bomberos". */
const isInside = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !hasClass(token, CUE_VERB | PHRASE_VERB | OTHER_VERB | AUX | RELATIVE | PRONOUN | TIME_NAME);

/**
 * The end of a noun phrase with adjectives and complements after the noun: "fuentes policiales", "el fiscal del caso",
 * "uno de los vecinos de la zona". Complements begin with one of `complements`; an adjective counts only directly after
 * its noun.
 */
function findComplementEnd(
  model: ArticleModel,
  mention: Mention,
  to: number,
  complements: readonly string[],
): number {
  const { tokens } = model;
  const same = (k: number): boolean => k < to && tokens[k]?.sentence === mention.sentence;
  const isAdjective = (k: number): boolean =>
    same(k) && tokens[k]?.tag?.pos === 'ADJ' && !tokens[k]?.isCapitalised && isInside(tokens[k]);
  let last = mention.last;
  while (isAdjective(last + 1)) last++;
  while (
    last - mention.last < MAX_COMPLEMENT_TOKENS &&
    same(last + 1) &&
    complements.includes(tokens[last + 1]?.lower ?? '')
  ) {
    let noun = last + 2;
    while (same(noun) && hasClass(tokens[noun], DET) && !tokens[noun]?.isCapitalised) noun++;
    if (!same(noun) || !isInside(tokens[noun]) || hasClass(tokens[noun], PREP | CONJ)) break;
    last = noun;
    while (same(last + 1) && tokens[last + 1]?.isCapitalised && isInside(tokens[last + 1])) last++;
    while (isAdjective(last + 1)) last++;
  }
  return last;
}

/** The end of a noun's postmodifiers: "one Democrat familiar with the talks". */
function findPostmodifierEnd(model: ArticleModel, mention: Mention, cueFirst: number): number {
  const { tokens } = model;
  const { complements } = model.lexicon.data;
  if (complements) {
    const to = mention.last < cueFirst ? cueFirst : mention.last + MAX_COMPLEMENT_TOKENS;
    return findComplementEnd(model, mention, to, complements);
  }
  const first = tokens[mention.last + 1];
  if (!first || first.sentence !== mention.sentence || first.kind !== 'word') return mention.last;
  const before = mention.last < cueFirst;
  // "the order released on Friday said", "said the foreman known as Bo"
  const second = tokens[mention.last + 2];
  const bound =
    second !== undefined &&
    second.lower !== 'to' &&
    (second.classes & (PREP | TIME_NAME | ADVERB | CONJ)) !== 0;
  const participle =
    bound &&
    (/ed$|^(?:known|written|seen|made)$/.test(first.lower) || first.lower === 'just') &&
    (first.classes & (CUE_VERB | AUX)) === 0;
  if (!POSTNOMINAL_ADJECTIVE.test(first.lower) && !IDENTIFYING_PREPOSITION.test(first.lower) && !participle)
    return mention.last;
  const to = before ? cueFirst : mention.last + MAX_COMPLEMENT_TOKENS + 1;
  let last = mention.last;
  for (let k = mention.last + 1; k < to && k <= mention.last + MAX_COMPLEMENT_TOKENS; k++) {
    const token = tokens[k];
    if (!token || token.sentence !== mention.sentence || token.kind === 'quote') break;
    if (token.kind === 'mark' && token.text !== '-') break;
    const acts = before
      ? participle
        ? CUE_VERB | PHRASE_VERB
        : 0
      : TIME_NAME | CUE_VERB | PHRASE_VERB | OTHER_VERB;
    const stops = RELATIVE | CONJ | PRONOUN | AUX | acts;
    // "the plans": a noun after its article, whatever its other classes.
    const noun = hasClass(tokens[k - 1], DET);
    if (k > mention.last + 1 && !noun && (token.classes & stops) !== 0 && (token.classes & PREP) === 0) break;
    last = k;
  }
  if (before && !participle && last !== cueFirst - 1) return mention.last;
  // "released Friday" keeps its day, "released there" does not.
  const isLoose = (token: Token | undefined) =>
    hasClass(token, PREP | DET | ADVERB) && !hasClass(token, TIME_NAME);
  while (last > mention.last && isLoose(tokens[last])) last--;
  return last;
}

/**
 * The range of the words that name the speaker at the quote, for a mention and the cue it is related to (or -1): the
 * antecedent of a relative pronoun, or a noun with its identifying complements ("a source close to the harbour").
 */
function getSpeakerRange(model: ArticleModel, index: number, cue: number): Offsets | null {
  const { tokens } = model;
  const mention = model.mentions[findAntecedent(model, index)];
  const first = mention && tokens[mention.first];
  if (!mention || !first) return null;
  let end = mention.last;
  if (REFLEXIVE.test(tokens[end + 1]?.lower ?? '')) end++;
  else if (mention.kind === 'noun') end = findPostmodifierEnd(model, mention, model.cues[cue]?.first ?? -1);
  const last = tokens[end];
  if (!last) return null;
  return [first.start, last.isPossessive ? last.start + last.text.length : last.end];
}

/** Returns the words in the text that name a speaker, as found by `getSpeakerRange`; null if there are none. */
export function getSpeakerPhrase(model: ArticleModel, index: number, cue: number): string | null {
  const place = getSpeakerRange(model, index, cue);
  return place && model.text.slice(...place);
}

/**
 * Whether a mention can mean a person or an organisation: a name, an office, "she", "the council"; but not "it" or "on
 * Friday", which would be meaningless after "speaker unclear".
 */
export function canBeSpeaker(model: ArticleModel, index: number): boolean {
  const { tokens, lexicon } = model;
  const mention = model.mentions[findAntecedent(model, index)];
  const head = tokens[mention?.head ?? -1];
  if (!mention || !head) return false;
  if (mention.kind === 'pronoun')
    return hasClass(head, HE_PRONOUN | SHE_PRONOUN) || lexicon.firstPerson.has(head.lower);
  if (mention.kind === 'noun') return hasClass(head, PERSON_NOUN | TITLE | GROUP_NOUN | ORGANISATION_NOUN);
  return mention.kind === 'name' && head.isCapitalised && head.nominal >= 0.5;
}

/** Maximum number of a person's name mentions examined in each direction; bounds the time per quote. */
const MAX_EXAMINED_MENTIONS = 40;

/** Finds the words of an article that identify the speaker of a quote. */
export class SpeakerLocator {
  readonly #model: ArticleModel;
  readonly #table: PeopleTable;
  /** Mentions by name of each person, in text order. */
  readonly #names = new Map<number, number[]>();

  constructor(model: ArticleModel, table: PeopleTable) {
    this.#model = model;
    this.#table = table;
    for (const [index, { kind }] of model.mentions.entries()) {
      const person = table.personOf[index] ?? -1;
      if (person < 0 || kind !== 'name') continue;
      const known = this.#names.get(person);
      if (known === undefined) this.#names.set(person, [index]);
      else known.push(index);
    }
  }

  #placeOf(mention: number): Offsets | null {
    const { mentions, tokens } = this.#model;
    const found = mentions[mention];
    const first = tokens[found?.nameFirst ?? -1];
    const last = tokens[found?.last ?? -1];
    return first && last ? [first.start, last.start + last.text.length] : null;
  }

  #isFull(mention: number, person: number): boolean {
    const found = this.#model.mentions[mention];
    const words = this.#table.people[person]?.words.length ?? 0;
    return found !== undefined && found.last - found.nameFirst + 1 >= words;
  }

  /**
   * Finds the closest preceding mention of a person by name, else the first in the article, else the closest following
   * one.
   *
   * @param isFullRequired whether only full names count
   */
  #findNameMention(
    person: number,
    isBefore: (mention: number) => boolean,
    isFullRequired: boolean,
  ): Offsets | null {
    const names = this.#names.get(person) ?? [];
    const fits = (mention: number): boolean => !isFullRequired || this.#isFull(mention, person);
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(names[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - MAX_EXAMINED_MENTIONS); i--) {
      const mention = names[i] ?? -1;
      if (fits(mention)) return this.#placeOf(mention);
    }
    const first =
      names.slice(0, MAX_EXAMINED_MENTIONS).find(fits) ??
      names.slice(low, low + MAX_EXAMINED_MENTIONS).find(fits);
    return first === undefined ? null : this.#placeOf(first);
  }

  /**
   * The words that identify the speaker of a quote; null without any.
   *
   * @param isClear false if no speaker is shown; the name is not looked up then
   */
  locate(attribution: Attribution, { entity }: Choice, isClear: boolean): SpeakerOffsets | null {
    const { personOf } = this.#table;
    const { mentions, cues, tokens, quoteTokens } = this.#model;
    const own = findAntecedent(this.#model, attribution.mention);
    const other = personOf[own] ?? -1;
    // The speaker chosen from the whole article may differ from the words at the quote.
    const isOther = isClear && entity.person >= 0 && other >= 0 && other !== entity.person;
    const near = isOther ? entity.mention : attribution.mention;
    const places: SpeakerOffsets = {};
    const speaker = getSpeakerRange(this.#model, near, isOther ? -1 : attribution.cue);
    if (speaker !== null) places.speaker = speaker;
    const cue = isOther ? undefined : cues[attribution.cue];
    const from = tokens[cue?.first ?? -1];
    const to = tokens[cue?.last ?? -1];
    if (from && to) places.cue = [from.start, to.end];
    const referent = near < 0 ? -1 : findAntecedent(this.#model, near);
    const isName =
      referent >= 0 && mentions[referent]?.kind === 'name' && personOf[referent] === entity.person;
    if (isClear && entity.person >= 0 && !(isName && this.#isFull(referent, entity.person))) {
      const at = quoteTokens[attribution.span] ?? 0;
      const isBefore = (mention: number): boolean =>
        referent >= 0 ? mention < referent : (mentions[mention]?.first ?? 0) < at;
      const named = this.#findNameMention(entity.person, isBefore, isName);
      if (named !== null) places.named = named;
    }
    return Object.keys(places).length === 0 ? null : places;
  }
}
