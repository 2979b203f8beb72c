import { CUE, DET, hasClass, PHRASE, POSSESSIVE } from '../model/lexicon.ts';
import { EDGES, KINDS, LINKS, NEXTS, PLACES, SIDES, step } from '../model/mention-numbers.ts';
import type { Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import { findSubjectOfVerb, type Subject } from '../tagging/find-subject-of-verb.ts';
import type { TieFeatures } from './candidate-ties.ts';
import { LEADS, OPENINGS, type SceneFeatures } from './quote-scene.ts';

/** What speaks for and against a candidate, as small numbers by name; `FEATURES` says what each is. */
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

/** A feature as the trees name it: the group it belongs to, and its own name. */
export type FeatureName = {
  [Group in keyof CandidateFeatures]: `${Group}.${keyof CandidateFeatures[Group] & string}`;
}[keyof CandidateFeatures];

/** Every feature of a candidate and what it says; the fit knows them in this order. */
const FEATURES: Readonly<Record<FeatureName, string>> = {
  'mention.kind': 'what kind of words the mention is',
  'mention.place': 'what stands in front of it',
  'mention.next': 'what follows it: a verb makes it a subject',
  'mention.where': 'where it stands from the quote',
  'mention.rank': 'mentions up to it from the quote, at most 8',
  'mention.distance': 'tokens between it and the quote, in steps',
  'tie.link': 'how it stands to the cue it is best tied to',
  'tie.side': 'where that cue stands from the quote',
  'tie.edge': 'what stands at the quote on the side of the cue',
  'tie.gap': 'tokens between cue and quote, in steps',
  'tie.near': 'tokens between the quote and the nearer end of the tie, in steps',
  'tie.crowd': 'other cues between, and four for each other quote',
  'tie.word': 'what kind of cue it is: 1 weak phrase to 6 "said", 7 a source phrase; 8 more for a participle',
  'tie.cost': 'how far-fetched the tie is',
  'tie.subjects': 'other subjects between mention and cue',
  'tie.commas': 'commas between mention and cue',
  'scene.opens': 'how the quote opens, and whether with a capital',
  'scene.lead': 'what leads to it',
  'scene.follows': 'what follows it, from nothing (1) to a word of its sentence (8)',
  'scene.direct':
    'how directly a cue stands at it, from nothing (1) to right after it (10); 5 more where a subject stands before it',
  'scene.size': 'its length, as a root',
  'field.plain':
    'whether plain grammar names somebody: nobody 0, before 2, after 4; 1 more where it is the mention',
  'previous.side': 'where the last quote stands',
  'previous.gap': 'tokens since the last quote or its speaker, in steps',
  'previous.same':
    'how it stands to the last speaker: 0 nobody, 1 another, 2 may be the same, 3 same name, 4 same mention',
  'previous.sameBefore': 'the same for the speaker before that one',
  'person.human': 'how surely its name is that of a person',
  'person.named': 'how often the text names that person, in steps',
  'mention.reports': 'whether it is the subject of a reporting verb',
  'field.subjects': 'subjects between it and the quote',
  'field.margin': 'how much cheaper its tie is than those of others; 8 is as cheap',
  'field.cheapest': 'the cost of the cheapest tie of all',
  'path.commas': 'commas between it and the quote',
  'path.verbs': 'verbs that are no cues between it and the quote',
  'path.openers': 'words that open clauses between it and the quote',
  'path.cues': 'cues between it and the quote',
  'path.begins': 'how it begins, from "the" to a common noun without an article',
  'path.into': 'how far into its sentence it stands, in steps',
  'clause.verb': 'whether it is the subject of the first verb in front of the quote: 1 somebody else, 2 it',
  'clause.firstCue': 'the same for the first cue in front of the quote',
  'clause.tiedCue': 'the same for the cue it is tied to',
  'clause.follows': 'what follows that cue: another clause is another report',
  'agent.tied': 'how probably, by the tags, it is the subject of the cue it is tied to',
  'agent.tiedNone': 'how probably that cue has no subject of its own',
  'agent.behind': 'the same for the first finite verb behind the quote',
  'agent.behindNone': 'and for that verb to have none',
  'agent.before': 'the same for the last finite verb in front of it',
  'agent.beforeNone': 'and for that verb to have none',
  'agent.pos': 'part of speech of its head',
  'agent.nominal': 'how surely its head is a noun, a name or a pronoun',
  'agent.case': 'nominative 2, another case 1',
  'mention.spoken': 'quotes it has spoken so far, in steps',
};

/** Features whose numbers stand for names, 1 for the first; 0 stands for any other. Neighbours are alike. */
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

/** The features of a candidate as a row of numbers, in the order of `FEATURES`. */
export function rowOf(features: CandidateFeatures): number[] {
  const groups: Readonly<Record<string, Readonly<Record<string, number>>>> = features;
  return PLACES_OF_FEATURES.map(([group = '', name = '']) => groups[group]?.[name] ?? 0);
}

/** Tokens behind a quote in which its verb is looked for. */
const VERB_REACH = 8;

const isFiniteVerb = (model: ArticleModel, k: number): boolean => {
  const tag = model.tokens[k]?.tag;
  return (tag?.pos === 'VERB' || tag?.pos === 'AUX') && tag.form === 'fin';
};

/** Who may be the subject of the verb at a token, kept, since many quotes ask. */
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
/** 1 for no chance at all up to 15; 0 where nothing can be said. */
const probabilityStep = (probability: number): number => 1 + Math.round(14 * probability);

function chanceOf(subjects: readonly Subject[], mention: Mention): number {
  if (subjects.length === 0) return NONE;
  const own = subjects.filter(
    ({ candidate }) => candidate && candidate.first <= mention.last && candidate.last >= mention.first,
  );
  return probabilityStep(own.reduce((sum, { probability }) => sum + probability, 0));
}

/** The verb at a quote: the first finite one behind it in its sentence, or else the last one in front of it. */
export function verbsAt(model: ArticleModel, at: number): { behind: number; before: number } {
  const { tokens } = model;
  const sentence = tokens[at]?.sentence;
  let behind = -1;
  for (let k = at + 1; k <= at + VERB_REACH && tokens[k]?.sentence === sentence; k++) {
    if (tokens[k]?.kind === 'quote') break;
    if (isFiniteVerb(model, k)) {
      behind = k;
      break;
    }
  }
  let before = -1;
  for (let k = at - 1; k >= at - VERB_REACH * 2 && tokens[k]?.sentence === sentence; k--) {
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

/** What the tags say of a mention: whether it is the subject of the verbs at the quote, and what it is by itself. */
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

/** Tokens between a mention and a quote that are counted. */
const REACH = 60;

const MOST = 7;

/** How a phrase begins, from "the" to a common noun without an article. */
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
 * What stands between a mention and the quote at token `at`: commas, verbs, words that open clauses, cues; then how the
 * mention begins and how far into its sentence it stands.
 */
export function pathFeatures({ tokens, path }: ArticleModel, at: number, mention: Mention): PathFeatures {
  const before = mention.last < at;
  const from = before ? mention.last + 1 : at + 1;
  const to = before ? at : mention.first;
  const near = to > from && to - from < REACH;
  const between = (counts: Int32Array): number =>
    near ? Math.min(MOST, (counts[to] ?? 0) - (counts[from] ?? 0)) : 0;
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

/** 0 nobody is the subject, 1 somebody else, 2 the mention itself. */
function isSubject(subject: number | undefined, mention: number): number {
  if (subject === undefined || subject < 0) return 0;
  return subject === mention ? 2 : 1;
}

/** Subjects in front of the quote at token `at` in its sentence: of the first verb, and of the first cue; or -1. */
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
 * What follows the cue numbered `index`: a clause of its own, as in “…,” he said he had never …, is another report;
 * 6 more where the cue stands behind the quote.
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

/** How mention `m` stands to the clauses around the quote, `cue` being the cue it is tied to, or -1. */
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
