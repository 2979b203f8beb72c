import {
  ADVERB,
  AUX,
  CONJ,
  CUE,
  hasClass,
  OBJECT_PRONOUN,
  PERSON,
  PHRASE,
  PREP,
  PRONOUN,
  RELATIVE,
  TITLE,
  VERB,
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
export const LINKS = [
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

export type SubjectLink = (typeof LINKS)[number];

/** Maximum distance between a mention and its cue or auxiliaries, in tokens; bounds the time per cue. */
const MAX_CUE_DISTANCE = 200;

/** Maximum distance between a noun and its verb within a noun phrase, in tokens. */
const MAX_VERB_DISTANCE = 10;

/** Punctuation between a quote and its attribution: “…”, said · “…” – powiedział. */
export const PAUSE = /^[,–—-]$/;

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
  const joined = model.tokens[mention.first - 1]?.lower === 'and' && other?.last === mention.first - 2;
  if (joined && mention.kind === 'noun')
    return followsPreposition(model, other) && isComplement(model, other);
  if (!followsPreposition(model, mention)) return false;
  const owner = model.mentions[headPhraseOf(model, index)];
  return owner?.kind === 'noun' && owner !== mention && hasClass(model.tokens[owner.head], PERSON | TITLE);
}

/** "the head of policy, Dana Reed, said": whether only the noun's complements precede the comma before the name. */
function hasComplementsBeforeComma(tokens: readonly Token[], mention: Mention, end: number): boolean {
  if (!hasClass(tokens[mention.head], PERSON | TITLE) || mention.kind !== 'noun') return false;
  if (((tokens[mention.last + 1]?.classes ?? 0) & (PREP | CONJ)) !== PREP) return false;
  for (let k = mention.last + 1; k < end && k < mention.last + MAX_VERB_DISTANCE; k++) {
    const token = tokens[k];
    if (token?.text === ',') return end - k > 1;
    if (!token || token.kind === 'quote' || hasClass(token, CUE | PHRASE | VERB | AUX | RELATIVE))
      return false;
  }
  return false;
}

function linkBefore(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
  const { tokens } = model;
  const english = model.lexicon.code === 'en';
  if (cue.first - mention.last > MAX_CUE_DISTANCE) return 'other';
  let end = cue.first - 1;
  while (end > mention.last) {
    const token = tokens[end];
    const skips = token && (token.classes & (ADVERB | AUX)) !== 0 && (token.classes & (CUE | PHRASE)) === 0;
    // "le prévenu s'écrie", "la donna gli risponde": the object precedes its verb.
    const clitic =
      token !== undefined && !english && !token.capital && (token.classes & OBJECT_PRONOUN) !== 0;
    if (clitic) {
      end--;
      continue;
    }
    if (!skips && token?.lower !== 'to' && !token?.lower.endsWith('self')) break;
    end--;
  }
  // "marching through the streets chanted": a preposition's complement is a speaker only in "a video of Reed saying".
  if (end === mention.last)
    return followsPreposition(model, mention) && !cue.participle ? 'inside' : 'subject';
  const closer = tokens[end];
  const opener = tokens[mention.last + 1];
  if (!closer || !opener) return 'other';
  if (
    (closer.classes & RELATIVE) !== 0 &&
    (english ? SUBJECT_RELATIVE : FOREIGN_SUBJECT_RELATIVE).test(closer.lower)
  ) {
    const near = end === mention.last + 1 || (end === mention.last + 2 && opener.text === ',');
    return near ? 'relative' : 'other';
  }
  const before = tokens[mention.first - 1];
  if (closer.text === ',' || closer.text === '—' || closer.text === '–') {
    const isSetOff = before?.text === ',' || before?.text === closer.text;
    if (isSetOff && before.sentence === mention.sentence) return 'aside';
    const pair = opener.text === closer.text || (opener.text === ',' && closer.text !== ',');
    // "the spokesman for the ministry, Dana Reed, said": the ministry is not the speaker.
    const held = model.lexicon.code === 'en' && isComplement(model, mention);
    if (pair && end > mention.last + 1) return held ? 'inside' : 'apposition';
    if (model.lexicon.code === 'en' && !held && hasComplementsBeforeComma(tokens, mention, end))
      return 'apposition';
    return 'other';
  }
  for (let k = mention.last + 1; k <= end; k++) {
    const token = tokens[k];
    if (!token) continue;
    if ((token.classes & (CUE | PHRASE | VERB | AUX)) !== 0 || /(?:ed|ing)$/.test(token.lower))
      return 'verbs';
    if (token.text === ',' || token.kind === 'quote') return 'other';
  }
  return (opener.classes & PREP) !== 0 && end - mention.last < MAX_VERB_DISTANCE ? 'head' : 'other';
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
    const isPreposition = hasClass(token, PREP) && lexicon.code !== 'en' && !lexicon.nounCapitals;
    if (isPreposition) {
      const held = mentions[mentionFrom[at] ?? 0];
      if (!held || held.first > at + 2 || held.last >= to || held.kind === 'pronoun') return at;
      at = held.last + 1;
    } else if (hasClass(token, ADVERB)) at++;
    else break;
  }
  // "a dit à Reed Holm": the token directly after a preposition is its complement.
  return at === to && to > k && hasClass(tokens[to - 1], PREP) ? k : at;
}

function linkAfter(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
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
  const lead = tokens[start];
  // A comma may end an aside as well as a quote; a dash counts only directly after a quote.
  const tokenBeforeLead = tokens[start - 1];
  const dash =
    lead !== undefined &&
    PAUSE.test(lead.text) &&
    (tokenBeforeLead?.kind === 'quote' || tokenBeforeLead?.text === ',');
  // ", telling X": a mention after a participle is the listener.
  const comma = lead?.text === ',' && (!cue.participle || tokenBeforeLead?.kind === 'quote');
  const isInversion = lead?.kind === 'quote' || comma || dash || lead?.sentence !== cue.sentence;
  if (k === mention.first) return isInversion ? 'inverted' : 'object';
  const before = tokens[mention.first - 1];
  if (before?.lower === 'by') return 'by';
  if (mention.first - k > MAX_CUE_DISTANCE) return 'later';
  k = skipAdverbs(model, k, mention.first);
  if (k === mention.first) return 'inverted-adverb';
  if (before?.text === ',') {
    const opens = tokens[cue.first - 1]?.sentence !== cue.sentence;
    if (opens || cue.participle) return 'main';
  }
  return 'later';
}

/** The grammatical relation of `mention` to `cue` in the same sentence. */
export function linkSubject(model: ArticleModel, mention: Mention, cue: Cue): SubjectLink {
  return mention.last < cue.first ? linkBefore(model, mention, cue) : linkAfter(model, mention, cue);
}

/** The context before a mention, which shows its function in the clause. */
export function placeOf({ tokens }: { tokens: readonly Token[] }, mention: Mention): string {
  const before = tokens[mention.first - 1];
  if (!before || before.sentence !== mention.sentence) return 'start';
  if (before.kind === 'quote') return 'quote';
  if (before.kind === 'mark') return before.text === ',' ? 'comma' : 'mark';
  if (before.lower === 'by') return 'by';
  if (before.lower === 'that') return 'that';
  if ((before.classes & (CUE | PHRASE)) !== 0) return 'cue';
  if ((before.classes & RELATIVE) !== 0) return 'relative';
  if ((before.classes & CONJ) !== 0)
    return (before.classes & PREP) !== 0 ? 'conj-prep' : before.lower === 'and' ? 'and' : 'conj';
  if (before.lower === 'of') return 'of';
  if ((before.classes & PREP) !== 0) return 'prep';
  if ((before.classes & (VERB | AUX)) !== 0 || /(?:ed|ing)$/.test(before.lower)) return 'verb';
  if ((before.classes & ADVERB) !== 0) return 'adverb';
  if ((before.classes & (PRONOUN | OBJECT_PRONOUN)) !== 0) return 'pronoun';
  return 'word';
}

/** The noun phrase that mention `index` is a complement of: "a report" for "X" in "a report by X". */
export function headPhraseOf(model: ArticleModel, index: number): number {
  let m = index;
  for (let steps = 0; steps < 3; steps++) {
    const mention = model.mentions[m];
    const before = mention && model.tokens[mention.first - 1];
    // "angrier than X, who": a comparison is not a complement.
    if (!mention || !before || (before.classes & PREP) === 0 || before.lower === 'than') break;
    // A possessor overlaps with the phrase before it.
    const outer = model.mentions[m - 1]?.possessive ? m - 2 : m - 1;
    const owner = model.mentions[outer];
    if (!owner || owner.last !== mention.first - 2 || owner.sentence !== mention.sentence) return index;
    m = outer;
  }
  return m;
}

/** The antecedent of a relative pronoun, as an index into the mentions; any other mention is its own antecedent. */
export function antecedentOf(model: ArticleModel, index: number): number {
  const mention = model.mentions[index];
  if (mention?.kind !== 'relative') return index;
  for (let m = index - 1; m >= index - 3; m--) {
    const other = model.mentions[m];
    if (!other || other.sentence !== mention.sentence) break;
    if (other.kind !== 'relative' && !other.possessive) return headPhraseOf(model, m);
  }
  return index;
}
