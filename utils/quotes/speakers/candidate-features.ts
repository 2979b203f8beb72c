import { CUE, DET, hasClass, PHRASE, POSSESSIVE } from '../model/lexicon.ts';
import { EDGES, KINDS, LINKS, NEXTS, PLACES, SIDES, step } from '../model/mention-numbers.ts';
import type { Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import { findSubjectOfVerb, type Subject } from '../tagging/find-subject-of-verb.ts';
import type { TieFeatures } from './candidate-ties.ts';
import { LEADS, OPENINGS, type SceneFeatures } from './quote-scene.ts';

/** Features of a candidate by name, as small integers; `FEATURES` describes each. */
export type CandidateFeatures = {
  mention: MentionFeatures;
  tie: TieFeatures;
  scene: SceneFeatures;
  field: { plain: number; subjects: number; margin: number; cheapest: number };
  previous: { side: number; gap: number; same: number; sameBefore: number };
  person: { human: number; named: number };
  path: PathFeatures;
  clause: ClauseFeatures;
  agent: AgentFeatures;
};

type MentionFeatures = {
  kind: number;
  place: number;
  next: number;
  where: number;
  rank: number;
  distance: number;
  reports: number;
  spoken: number;
};

/** The name of a feature in the trees: its group and its own name. */
export type FeatureName = {
  [Group in keyof CandidateFeatures]: `${Group}.${keyof CandidateFeatures[Group] & string}`;
}[keyof CandidateFeatures];

/** All features of a candidate with descriptions, in the order of the fit. */
const FEATURES: Readonly<Record<FeatureName, string>> = {
  'mention.kind': 'kind of the mention',
  'mention.place': 'context before it',
  'mention.next': 'context after it: a verb makes it a subject',
  'mention.where': 'position relative to the quote',
  'mention.rank': 'mentions up to it from the quote, at most 8',
  'mention.distance': 'tokens between it and the quote, in steps',
  'tie.link': 'relation to its best cue',
  'tie.side': 'position of that cue relative to the quote',
  'tie.edge': 'context of the quote on the side of the cue',
  'tie.gap': 'tokens between cue and quote, in steps',
  'tie.near': 'tokens between the quote and the nearer of mention and cue, in steps',
  'tie.crowd': 'other cues in between, and four for each other quote',
  'tie.word': 'kind of cue: 1 weak phrase to 6 "said", 7 a source phrase; plus 8 for a participle',
  'tie.cost': 'how indirect the relation is',
  'tie.subjects': 'other subjects between mention and cue',
  'tie.commas': 'commas between mention and cue',
  'scene.opens': 'how the quote begins, and whether with a capital',
  'scene.lead': 'context before the quote',
  'scene.follows': 'context after the quote, from nothing (1) to a word of its sentence (8)',
  'scene.direct':
    'how close a cue is, from none (1) to directly after the quote (10); plus 5 if a subject precedes it',
  'scene.size': 'square root of the length',
  'field.plain': 'speaker by plain grammar: none 0, before 2, after 4; plus 1 if it is the mention',
  'previous.side': 'position of the previous quote',
  'previous.gap': 'tokens since the previous quote or its speaker, in steps',
  'previous.same':
    'relation to the previous speaker: 0 nobody, 1 another, 2 may be the same, 3 same name, 4 same mention',
  'previous.sameBefore': 'the same for the speaker before that one',
  'person.human': 'evidence that its name is that of a person',
  'person.named': 'number of times the text names that person, in steps',
  'mention.reports': 'whether it is the subject of a reporting verb',
  'field.subjects': 'subjects between it and the quote',
  'field.margin': 'difference between the costs of its relation and of the best other one; 8 is equal',
  'field.cheapest': 'the lowest cost of all relations',
  'path.commas': 'commas between it and the quote',
  'path.verbs': 'verbs other than cues between it and the quote',
  'path.openers': 'words that open clauses between it and the quote',
  'path.cues': 'cues between it and the quote',
  'path.begins': 'how it begins, from "the" to a common noun without an article',
  'path.into': 'its position in its sentence, in steps',
  'clause.verb': 'subject of the first verb before the quote: 1 another mention, 2 this one',
  'clause.firstCue': 'the same for the first cue before the quote',
  'clause.tiedCue': 'the same for its best cue',
  'clause.follows': 'context after that cue: another clause is another report',
  'agent.tied': 'probability, by the tags, that it is the subject of its best cue',
  'agent.tiedNone': 'probability that this cue has no subject in the sentence',
  'agent.behind': 'agent.tied for the first finite verb after the quote',
  'agent.behindNone': 'agent.tiedNone for that verb',
  'agent.before': 'agent.tied for the last finite verb before the quote',
  'agent.beforeNone': 'agent.tiedNone for that verb',
  'agent.pos': 'part of speech of its head',
  'agent.nominal': 'probability that its head is a noun, a name or a pronoun',
  'agent.case': 'nominative 2, another case 1',
  'mention.spoken': 'number of quotes it has spoken so far, in steps',
};

/** Features with named values, numbered from 1; 0 is any other value. Neighbours are similar. */
export const SCALES: Readonly<Partial<Record<FeatureName, readonly string[]>>> = {
  'mention.kind': KINDS,
  'mention.place': PLACES,
  'mention.next': NEXTS,
  'mention.where': SIDES,
  'tie.link': LINKS,
  'tie.side': SIDES,
  'tie.edge': EDGES,
  'scene.opens': OPENINGS,
  'scene.lead': LEADS,
  'previous.side': SIDES,
};

export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

const PLACES_OF_FEATURES = FEATURE_NAMES.map((name) => name.split('.'));

/** Converts the features of a candidate to a row of numbers, in the order of `FEATURES`. */
export function rowOf(features: CandidateFeatures): number[] {
  const groups: Readonly<Record<string, Readonly<Record<string, number>>>> = features;
  return PLACES_OF_FEATURES.map(([group = '', name = '']) => groups[group]?.[name] ?? 0);
}

/** Maximum distance between a quote and its verb, in tokens. */
const MAX_VERB_DISTANCE = 8;

const isFiniteVerb = (model: ArticleModel, k: number): boolean => {
  const tag = model.tokens[k]?.tag;
  return (tag?.pos === 'VERB' || tag?.pos === 'AUX') && tag.form === 'fin';
};

/** The possible subjects of the verb at a token, cached, because many quotes need them. */
function subjectsOf(model: ArticleModel, verb: number): readonly Subject[] {
  const { tagger } = model.lexicon;
  if (!tagger || verb < 0) return [];
  const kept = model.agents.get(verb);
  if (kept) return kept;
  const found = findSubjectOfVerb(model.tokens, verb, tagger.subjects);
  model.agents.set(verb, found);
  return found;
}

const NONE = 0;
/** Maps a probability to 1–15; 0 means unknown. */
const probabilityStep = (probability: number): number => 1 + Math.round(14 * probability);

function chanceOf(subjects: readonly Subject[], mention: Mention): number {
  if (subjects.length === 0) return NONE;
  const own = subjects.filter(
    ({ candidate }) => candidate && candidate.first <= mention.last && candidate.last >= mention.first,
  );
  return probabilityStep(own.reduce((sum, { probability }) => sum + probability, 0));
}

/** The verb at a quote: the first finite one after it in its sentence, or else the last one before it. */
export function verbsAt(model: ArticleModel, at: number): { behind: number; before: number } {
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

type AgentFeatures = {
  tied: number;
  tiedNone: number;
  behind: number;
  behindNone: number;
  before: number;
  beforeNone: number;
  pos: number;
  nominal: number;
  case: number;
};

const PARTS = ['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'];

/** Features from the tags of a mention: whether it is the subject of the verbs at the quote, and its own properties. */
export function agentFeatures(
  model: ArticleModel,
  mention: Mention,
  cue: number,
  verbs: { behind: number; before: number },
): AgentFeatures {
  const tied = subjectsOf(model, model.cues[cue]?.first ?? -1);
  const behind = subjectsOf(model, verbs.behind);
  const before = subjectsOf(model, verbs.before);
  const none = (list: readonly Subject[]): number =>
    list.length === 0
      ? NONE
      : probabilityStep(list.find(({ candidate }) => candidate === null)?.probability ?? 0);
  const head = model.tokens[mention.head];
  const first = model.tokens[mention.first];
  const form = head?.tag?.case || first?.tag?.case || '';
  return {
    tied: chanceOf(tied, mention),
    tiedNone: none(tied),
    behind: chanceOf(behind, mention),
    behindNone: none(behind),
    before: chanceOf(before, mention),
    beforeNone: none(before),
    pos: head?.tag ? PARTS.indexOf(head.tag.pos) + 2 : 0,
    nominal: head?.tag ? probabilityStep(head.nominal) : 0,
    case: form === 'nom' ? 2 : form === 'obl' ? 1 : 0,
  };
}

/** Maximum number of tokens counted between a mention and a quote. */
const MAX_PATH_LENGTH = 60;

const MAX_COUNT = 7;

/** The beginning of a phrase, from "the" to a common noun without an article. */
function opening(token: Token): number {
  if (token.lower === 'the') return 1;
  if (token.lower === 'a' || token.lower === 'an') return 2;
  if ((token.classes & POSSESSIVE) !== 0) return 3;
  if ((token.classes & DET) !== 0) return 4;
  return token.capital ? 5 : 6;
}

type PathFeatures = {
  commas: number;
  verbs: number;
  openers: number;
  cues: number;
  begins: number;
  into: number;
};

/**
 * Features of the path between a mention and the quote at token `at`: commas, verbs, words that open clauses, cues;
 * then the beginning of the mention and its position in its sentence.
 */
export function pathFeatures({ tokens, path }: ArticleModel, at: number, mention: Mention): PathFeatures {
  const before = mention.last < at;
  const from = before ? mention.last + 1 : at + 1;
  const to = before ? at : mention.first;
  const near = to > from && to - from < MAX_PATH_LENGTH;
  const between = (counts: Int32Array): number =>
    near ? Math.min(MAX_COUNT, (counts[to] ?? 0) - (counts[from] ?? 0)) : 0;
  let into = 0;
  while (into < 20 && tokens[mention.first - 1 - into]?.sentence === mention.sentence) into++;
  const first = tokens[mention.first];
  return {
    commas: between(path.commas),
    verbs: between(path.verbs),
    openers: between(path.openers),
    cues: between(path.cues),
    begins: first ? opening(first) : 0,
    into: step(into),
  };
}

/** 0 no subject, 1 another subject, 2 the mention itself. */
function isSubject(subject: number | undefined, mention: number): number {
  if (subject === undefined || subject < 0) return 0;
  return subject === mention ? 2 : 1;
}

/** Subjects before the quote at token `at` in its sentence: of the first verb, and of the first cue; or -1. */
export function openingSubjects({ tokens, subjects }: ArticleModel, at: number): [number, number] {
  let verb = -1;
  let cue = -1;
  for (let k = at - 1; k > at - 80 && tokens[k]?.sentence === tokens[at]?.sentence; k--) {
    const subject = subjects[k] ?? -1;
    if (subject < 0) continue;
    verb = subject;
    if (hasClass(tokens[k], CUE | PHRASE)) cue = subject;
  }
  return [verb, cue];
}

/**
 * What follows the cue numbered `index`: a clause, as in “…,” he said he had never …, is another report; plus 6 if the
 * cue is after the quote.
 */
function cueFollows(
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

type ClauseFeatures = { verb: number; firstCue: number; tiedCue: number; follows: number };

/** Relation of mention `m` to the clauses around the quote; `cue` is the cue it is related to, or -1. */
export function clauseFeatures(
  model: ArticleModel,
  at: number,
  m: number,
  cue: number,
  [verb, firstCue]: [number, number],
): ClauseFeatures {
  const tied = model.subjects[model.cues[cue]?.first ?? -1];
  return {
    verb: isSubject(verb, m),
    firstCue: isSubject(firstCue, m),
    tiedCue: isSubject(tied, m),
    follows: cueFollows(model, at, cue),
  };
}
