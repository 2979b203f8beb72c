import { CUE_VERB, DET, hasClass, PHRASE_VERB, POSSESSIVE } from '../model/lexicon.ts';
import {
  countBucket,
  FOLLOWING_CONTEXTS,
  MENTION_KINDS,
  PRECEDING_CONTEXTS,
  QUOTE_CONTEXTS,
  QUOTE_DISTANCES,
} from '../model/mention-features.ts';
import { SUBJECT_LINKS } from '../model/subject-link.ts';
import type { Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import { findSubjectOfVerb, type Subject } from '../tagging/find-subject-of-verb.ts';
import type { CandidateFeatures, FeatureName } from './candidate-row.ts';
import { LEAD_CONTEXTS, OPENINGS } from './quote-scene.ts';

/** Features with named values, numbered from 1; 0 is any other value. Similar values are adjacent. */
export const SCALES: Readonly<Partial<Record<FeatureName, readonly string[]>>> = {
  'mention.kind': MENTION_KINDS,
  'mention.place': PRECEDING_CONTEXTS,
  'mention.next': FOLLOWING_CONTEXTS,
  'mention.where': QUOTE_DISTANCES,
  'tie.link': SUBJECT_LINKS,
  'tie.side': QUOTE_DISTANCES,
  'tie.edge': QUOTE_CONTEXTS,
  'scene.opens': OPENINGS,
  'scene.lead': LEAD_CONTEXTS,
  'previous.side': QUOTE_DISTANCES,
};

/** Maximum distance between a quote and its verb, in tokens. */
const MAX_VERB_DISTANCE = 8;

const isFiniteVerb = (model: ArticleModel, k: number): boolean => {
  const tag = model.tokens[k]?.tag;
  return (tag?.pos === 'VERB' || tag?.pos === 'AUX') && tag.form === 'fin';
};

/** Returns the possible subjects of the verb at a token. The result is cached, because many quotes need it. */
function getSubjects(model: ArticleModel, verb: number): readonly Subject[] {
  const { tagger } = model.lexicon;
  if (!tagger || verb < 0) return [];
  const cached = model.subjectCandidates.get(verb);
  if (cached) return cached;
  const found = findSubjectOfVerb(model.tokens, verb, tagger.subjects);
  model.subjectCandidates.set(verb, found);
  return found;
}

const NONE = 0;
/** Maps a probability to 1–15; 0 means unknown. */
const toProbabilityStep = (probability: number): number => 1 + Math.round(14 * probability);

function subjectProbability(subjects: readonly Subject[], mention: Mention): number {
  if (subjects.length === 0) return NONE;
  const own = subjects.filter(
    ({ candidate }) => candidate && candidate.first <= mention.last && candidate.last >= mention.first,
  );
  return toProbabilityStep(own.reduce((sum, { probability }) => sum + probability, 0));
}

/** Finds the first finite verb after a quote and the last one before it, in its sentence; -1 without one. */
export function findVerbsAt(model: ArticleModel, at: number): { behind: number; before: number } {
  const { tokens } = model;
  const sentence = tokens[at]?.sentence;
  let behind = -1;
  for (let k = at + 1; k <= at + MAX_VERB_DISTANCE && tokens[k]?.sentence === sentence; k++) {
    if (tokens[k]?.kind === 'quote') break;
    if (isFiniteVerb(model, k)) {
      behind = k;
      break;
    }
  }
  let before = -1;
  for (let k = at - 1; k >= at - MAX_VERB_DISTANCE * 2 && tokens[k]?.sentence === sentence; k--) {
    if (tokens[k]?.kind === 'quote') break;
    if (isFiniteVerb(model, k)) {
      before = k;
      break;
    }
  }
  return { behind, before };
}

const PARTS_OF_SPEECH = ['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'];

/** Computes features from tags: whether a mention is the subject of the verbs at the quote, and its own properties. */
export function agentFeatures(
  model: ArticleModel,
  mention: Mention,
  cue: number,
  verbs: { behind: number; before: number },
): CandidateFeatures['agent'] {
  const tied = getSubjects(model, model.cues[cue]?.first ?? -1);
  const behind = getSubjects(model, verbs.behind);
  const before = getSubjects(model, verbs.before);
  const none = (list: readonly Subject[]): number =>
    list.length === 0
      ? NONE
      : toProbabilityStep(list.find(({ candidate }) => candidate === null)?.probability ?? 0);
  const head = model.tokens[mention.head];
  const first = model.tokens[mention.first];
  const form = head?.tag?.case || first?.tag?.case || '';
  return {
    tied: subjectProbability(tied, mention),
    tiedNone: none(tied),
    behind: subjectProbability(behind, mention),
    behindNone: none(behind),
    before: subjectProbability(before, mention),
    beforeNone: none(before),
    pos: head?.tag ? PARTS_OF_SPEECH.indexOf(head.tag.pos) + 2 : 0,
    nominal: head?.tag ? toProbabilityStep(head.nominal) : 0,
    case: form === 'nom' ? 2 : form === 'obl' ? 1 : 0,
  };
}

/** Maximum number of tokens counted between a mention and a quote. */
const MAX_PATH_LENGTH = 60;

const MAX_COUNT = 7;

/** Classifies the beginning of a phrase, from "the" (1) to a common noun without an article (6). */
function classifyOpening(token: Token): number {
  if (token.lower === 'the') return 1;
  if (token.lower === 'a' || token.lower === 'an') return 2;
  if ((token.classes & POSSESSIVE) !== 0) return 3;
  if ((token.classes & DET) !== 0) return 4;
  return token.isCapitalised ? 5 : 6;
}

/**
 * Computes features of the path between a mention and the quote at token `at` (commas, verbs, words that open clauses,
 * cues), and the beginning of the mention and its position in its sentence.
 */
export function pathFeatures(
  { tokens, tokenCounts: path }: ArticleModel,
  at: number,
  mention: Mention,
): CandidateFeatures['path'] {
  const before = mention.last < at;
  const from = before ? mention.last + 1 : at + 1;
  const to = before ? at : mention.first;
  const near = to > from && to - from < MAX_PATH_LENGTH;
  const between = (counts: Int32Array): number =>
    near ? Math.min(MAX_COUNT, (counts[to] ?? 0) - (counts[from] ?? 0)) : 0;
  let position = 0;
  while (position < 20 && tokens[mention.first - 1 - position]?.sentence === mention.sentence) position++;
  const first = tokens[mention.first];
  return {
    commas: between(path.commas),
    verbs: between(path.verbs),
    openers: between(path.clauseOpeners),
    cues: between(path.cues),
    begins: first ? classifyOpening(first) : 0,
    into: countBucket(position),
  };
}

/** Returns 0 for no subject, 1 for another subject, 2 for the mention itself. */
function compareSubject(subject: number | undefined, mention: number): number {
  if (subject === undefined || subject < 0) return 0;
  return subject === mention ? 2 : 1;
}

/** Finds the subjects of the first verb and of the first cue before the quote in its sentence; -1 without one. */
export function findOpeningSubjects({ tokens, subjects }: ArticleModel, at: number): [number, number] {
  let verb = -1;
  let cue = -1;
  for (let k = at - 1; k > at - 80 && tokens[k]?.sentence === tokens[at]?.sentence; k--) {
    const subject = subjects[k] ?? -1;
    if (subject < 0) continue;
    verb = subject;
    if (hasClass(tokens[k], CUE_VERB | PHRASE_VERB)) cue = subject;
  }
  return [verb, cue];
}

/**
 * Classifies the context after cue `index`. A clause (“…,” he said he had never …) is another report. Adds 6 if the cue
 * is after the quote.
 */
function classifyCueContext(
  { tokens, cues, mentions, mentionFrom, subjects }: ArticleModel,
  at: number,
  index: number,
): number {
  const cue = cues[index];
  if (!cue) return 0;
  const next = tokens[cue.last + 1];
  if (next?.sentence !== cue.sentence) return 1;
  const side = cue.first > at ? 6 : 0;
  if (next.kind === 'quote') return side + 2;
  if (next.kind === 'mark') return side + (next.text === ',' ? 3 : 1);
  if (next.lower === 'that') return side + 6;
  const m = mentionFrom[cue.last + 1] ?? 0;
  const mention = mentions[m];
  if (mention?.first !== cue.last + 1) return side;
  return side + (subjects[mention.last + 1] === m ? 5 : 4);
}

/** Computes the relation of mention `m` to the clauses around the quote; `cue` is the cue it is related to, or -1. */
export function clauseFeatures(
  model: ArticleModel,
  at: number,
  m: number,
  cue: number,
  [verb, firstCue]: [number, number],
): CandidateFeatures['clause'] {
  const tied = model.subjects[model.cues[cue]?.first ?? -1];
  return {
    verb: compareSubject(verb, m),
    firstCue: compareSubject(firstCue, m),
    tiedCue: compareSubject(tied, m),
    follows: classifyCueContext(model, at, cue),
  };
}
