import {
  ADVERB,
  AUX,
  CONJ,
  CUE_VERB,
  hasClass,
  OBJECT_PRONOUN,
  OTHER_VERB,
  PERSON_NOUN,
  PHRASE_VERB,
  PREP,
  PRONOUN,
  RELATIVE,
  TITLE,
} from './lexicon.ts';
import type { Cue, Mention, Token } from './token.ts';
import type { ArticleModel } from './types.ts';

/**
 * Grammatical relations between a mention and a cue, ordered so that neighbours are similar. Before the cue: `subject` (X said), `apposition` (X, the mayor,
 * said), `aside` (the mayor in that example), `relative` (X, who said), `head` and `inside` (the report and X in "a
 * report by X said"), `verbs` (X stood up and said), `other`. After it: `inverted` (said X), `inverted-adverb`, `by`
 * (was called … by X), `object` (told X), `later`, and `main` for a clause that follows a participle (Asked about it, X
 * …). After a source phrase: `source`.
 */
export const SUBJECT_LINKS = [
  'other',
  'object',
  'later',
  'aside',
  'inside',
  'verbs',
  'by',
  'inverted-adverb',
  'main',
  'relative',
  'apposition',
  'head',
  'source',
  'inverted',
  'subject',
] as const;

export type SubjectLink = (typeof SUBJECT_LINKS)[number];

/** Maximum distance between a mention and its cue or auxiliaries, in tokens; bounds the time per cue. */
const MAX_CUE_DISTANCE = 200;

/** Maximum distance between a noun and its verb within a noun phrase, in tokens. */
const MAX_VERB_DISTANCE = 10;

/** Punctuation between a quote and its attribution: “…”, said · “…” – powiedział. */
export const ATTRIBUTION_PUNCTUATION = /^[,–—-]$/;

/** Relative pronouns that are subjects; "que" and "che" also join a clause to its verb, but not to a noun. */
const SUBJECT_RELATIVE = /^(?:who|which|that)$/;
const FOREIGN_SUBJECT_RELATIVE = /^(?:qui|che|que|quien|quienes)$/;
/** Whether a preposition precedes the mention. */
function followsPreposition({ tokens }: ArticleModel, mention: Mention): boolean {
  const before = tokens[mention.first - 1];
  if (!before || before.sentence !== mention.sentence) return false;
  return (before.classes & PREP) !== 0 && (before.classes & CONJ) === 0;
}

/** Whether a mention is the complement of a noun for people: "the ministry" in "the spokesman for the ministry". */
function isComplement(model: ArticleModel, mention: Mention): boolean {
  const index = model.mentionFrom[mention.first] ?? 0;
  const other = model.mentions[index - 1];
  // "the head of policy and trade"
  const isCoordinated = model.tokens[mention.first - 1]?.lower === 'and' && other?.last === mention.first - 2;
  if (isCoordinated && mention.kind === 'noun')
    return followsPreposition(model, other) && isComplement(model, other);
  if (!followsPreposition(model, mention)) return false;
  const outerMention = model.mentions[findHeadPhrase(model, index)];
  return (
    outerMention?.kind === 'noun' &&
    outerMention !== mention &&
    hasClass(model.tokens[outerMention.head], PERSON_NOUN | TITLE)
  );
}

/** "the head of policy, Dana Reed, said": whether only the noun's complements precede the comma before the name. */
function hasComplementsBeforeComma(tokens: readonly Token[], mention: Mention, end: number): boolean {
  if (!hasClass(tokens[mention.head], PERSON_NOUN | TITLE) || mention.kind !== 'noun') return false;
  if (((tokens[mention.last + 1]?.classes ?? 0) & (PREP | CONJ)) !== PREP) return false;
  for (let k = mention.last + 1; k < end && k < mention.last + MAX_VERB_DISTANCE; k++) {
    const token = tokens[k];
    if (token?.text === ',') return end - k > 1;
    if (
      !token ||
      token.kind === 'quote' ||
      hasClass(token, CUE_VERB | PHRASE_VERB | OTHER_VERB | AUX | RELATIVE)
    )
      return false;
  }
  return false;
}

function classifyLinkBefore(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
  const { tokens } = model;
  const isEnglish = model.lexicon.code === 'en';
  if (cue.first - mention.last > MAX_CUE_DISTANCE) return 'other';
  let end = cue.first - 1;
  while (end > mention.last) {
    const token = tokens[end];
    const isSkipped =
      token && (token.classes & (ADVERB | AUX)) !== 0 && (token.classes & (CUE_VERB | PHRASE_VERB)) === 0;
    // "le prévenu s'écrie", "la donna gli risponde": the object precedes its verb.
    const isClitic =
      token !== undefined && !isEnglish && !token.isCapitalised && (token.classes & OBJECT_PRONOUN) !== 0;
    if (isClitic) {
      end--;
      continue;
    }
    if (!isSkipped && token?.lower !== 'to' && !token?.lower.endsWith('self')) break;
    end--;
  }
  // "marching through the streets chanted": a preposition's complement is a speaker only in "a video of Reed saying".
  if (end === mention.last)
    return followsPreposition(model, mention) && !cue.isParticiple ? 'inside' : 'subject';
  const closingToken = tokens[end];
  const nextToken = tokens[mention.last + 1];
  if (!closingToken || !nextToken) return 'other';
  if (
    (closingToken.classes & RELATIVE) !== 0 &&
    (isEnglish ? SUBJECT_RELATIVE : FOREIGN_SUBJECT_RELATIVE).test(closingToken.lower)
  ) {
    const isAdjacent = end === mention.last + 1 || (end === mention.last + 2 && nextToken.text === ',');
    return isAdjacent ? 'relative' : 'other';
  }
  const before = tokens[mention.first - 1];
  if (closingToken.text === ',' || closingToken.text === '—' || closingToken.text === '–') {
    const isSetOff = before?.text === ',' || before?.text === closingToken.text;
    if (isSetOff && before.sentence === mention.sentence) return 'aside';
    const isEnclosed =
      nextToken.text === closingToken.text || (nextToken.text === ',' && closingToken.text !== ',');
    // "the spokesman for the ministry, Dana Reed, said": the ministry is not the speaker.
    const isComplementOfPerson = model.lexicon.code === 'en' && isComplement(model, mention);
    if (isEnclosed && end > mention.last + 1) return isComplementOfPerson ? 'inside' : 'apposition';
    if (
      model.lexicon.code === 'en' &&
      !isComplementOfPerson &&
      hasComplementsBeforeComma(tokens, mention, end)
    )
      return 'apposition';
    return 'other';
  }
  for (let k = mention.last + 1; k <= end; k++) {
    const token = tokens[k];
    if (!token) continue;
    if (
      (token.classes & (CUE_VERB | PHRASE_VERB | OTHER_VERB | AUX)) !== 0 ||
      /(?:ed|ing)$/.test(token.lower)
    )
      return 'verbs';
    if (token.text === ',' || token.kind === 'quote') return 'other';
  }
  return (nextToken.classes & PREP) !== 0 && end - mention.last < MAX_VERB_DISTANCE ? 'head' : 'other';
}

/**
 * The first token from `k` on, up to `to`, after adverbs and, except in English, prepositional phrases: "a dit à l'AFP
 * X".
 */
function skipAdverbs(
  { tokens, mentions, mentionFrom, lexicon }: ArticleModel,
  k: number,
  to: number,
): number {
  let at = k;
  while (at < to) {
    const token = tokens[at];
    const isPreposition = hasClass(token, PREP) && lexicon.code !== 'en' && !lexicon.capitalisesNouns;
    if (isPreposition) {
      const complement = mentions[mentionFrom[at] ?? 0];
      if (!complement || complement.first > at + 2 || complement.last >= to || complement.kind === 'pronoun')
        return at;
      at = complement.last + 1;
    } else if (hasClass(token, ADVERB)) at++;
    else break;
  }
  // "a dit à Reed Holm": the token directly after a preposition is its complement.
  return at === to && to > k && hasClass(tokens[to - 1], PREP) ? k : at;
}

function classifyLinkAfter(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
  const { tokens } = model;
  if (cue.kind === 'source') return mention.first === cue.last + 1 ? 'source' : 'later';
  let k = cue.last + 1;
  // "a déclaré", "ha detto": the cue may begin with its auxiliary.
  let start = cue.first - 1;
  while (
    cue.first - start < MAX_CUE_DISTANCE &&
    hasClass(tokens[start], AUX | OBJECT_PRONOUN) &&
    tokens[start]?.sentence === cue.sentence
  )
    start--;
  const leadToken = tokens[start];
  // A comma may end an aside as well as a quote; a dash counts only directly after a quote.
  const tokenBeforeLead = tokens[start - 1];
  const hasDash =
    leadToken !== undefined &&
    ATTRIBUTION_PUNCTUATION.test(leadToken.text) &&
    (tokenBeforeLead?.kind === 'quote' || tokenBeforeLead?.text === ',');
  // ", telling X": a mention after a participle is the listener.
  const hasComma = leadToken?.text === ',' && (!cue.isParticiple || tokenBeforeLead?.kind === 'quote');
  const isInversion =
    leadToken?.kind === 'quote' || hasComma || hasDash || leadToken?.sentence !== cue.sentence;
  if (k === mention.first) return isInversion ? 'inverted' : 'object';
  const before = tokens[mention.first - 1];
  if (before?.lower === 'by') return 'by';
  if (mention.first - k > MAX_CUE_DISTANCE) return 'later';
  k = skipAdverbs(model, k, mention.first);
  if (k === mention.first) return 'inverted-adverb';
  if (before?.text === ',') {
    const opensSentence = tokens[cue.first - 1]?.sentence !== cue.sentence;
    if (opensSentence || cue.isParticiple) return 'main';
  }
  return 'later';
}

/** The grammatical relation of `mention` to `cue` in the same sentence. */
export function classifyLink(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
  return mention.last < cue.first
    ? classifyLinkBefore(model, mention, cue)
    : classifyLinkAfter(model, mention, cue);
}

/** The context before a mention, which shows its function in the clause. */
export function getPrecedingContext({ tokens }: { tokens: readonly Token[] }, mention: Mention): string {
  const before = tokens[mention.first - 1];
  if (!before || before.sentence !== mention.sentence) return 'start';
  if (before.kind === 'quote') return 'quote';
  if (before.kind === 'mark') return before.text === ',' ? 'comma' : 'mark';
  if (before.lower === 'by') return 'by';
  if (before.lower === 'that') return 'that';
  if ((before.classes & (CUE_VERB | PHRASE_VERB)) !== 0) return 'cue';
  if ((before.classes & RELATIVE) !== 0) return 'relative';
  if ((before.classes & CONJ) !== 0)
    return (before.classes & PREP) !== 0 ? 'conj-prep' : before.lower === 'and' ? 'and' : 'conj';
  if (before.lower === 'of') return 'of';
  if ((before.classes & PREP) !== 0) return 'prep';
  if ((before.classes & (OTHER_VERB | AUX)) !== 0 || /(?:ed|ing)$/.test(before.lower)) return 'verb';
  if ((before.classes & ADVERB) !== 0) return 'adverb';
  if ((before.classes & (PRONOUN | OBJECT_PRONOUN)) !== 0) return 'pronoun';
  return 'word';
}

/** The noun phrase that mention `index` is a complement of: "a report" for "X" in "a report by X". */
export function findHeadPhrase(model: ArticleModel, index: number): number {
  let m = index;
  for (let steps = 0; steps < 3; steps++) {
    const mention = model.mentions[m];
    const before = mention && model.tokens[mention.first - 1];
    // "angrier than X, who": a comparison is not a complement.
    if (!mention || !before || (before.classes & PREP) === 0 || before.lower === 'than') break;
    // A possessor overlaps with the phrase before it.
    const outer = model.mentions[m - 1]?.isPossessive ? m - 2 : m - 1;
    const outerMention = model.mentions[outer];
    if (
      !outerMention ||
      outerMention.last !== mention.first - 2 ||
      outerMention.sentence !== mention.sentence
    )
      return index;
    m = outer;
  }
  return m;
}

/** The antecedent of a relative pronoun, as an index into the mentions; any other mention is its own antecedent. */
export function findAntecedent(model: ArticleModel, index: number): number {
  const mention = model.mentions[index];
  if (mention?.kind !== 'relative') return index;
  for (let m = index - 1; m >= index - 3; m--) {
    const other = model.mentions[m];
    if (!other || other.sentence !== mention.sentence) break;
    if (other.kind !== 'relative' && !other.isPossessive) return findHeadPhrase(model, m);
  }
  return index;
}
