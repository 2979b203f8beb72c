/** All features of a candidate with descriptions, in the order used for training. */
const FEATURES = {
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
} as const;

/** The name of a feature in the trees: its group and its own name. */
export type FeatureName = keyof typeof FEATURES;
type GroupName = FeatureName extends `${infer Group}.${string}` ? Group : never;

/** Features of a candidate by group and name, as small integers. */
export type CandidateFeatures = {
  [Group in GroupName]: {
    [Name in FeatureName as Name extends `${Group}.${infer Own}` ? Own : never]: number;
  };
};

export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

const FEATURE_PATHS = FEATURE_NAMES.map((name) => name.split('.'));

/** Converts the features of a candidate to a row of numbers, in the order of `FEATURES`. */
export function toFeatureRow(features: CandidateFeatures): number[] {
  const groups: Readonly<Record<string, Readonly<Record<string, number>>>> = features;
  return FEATURE_PATHS.map(([group = '', name = '']) => groups[group]?.[name] ?? 0);
}
