import { EDGES, KINDS, LINKS, NEXTS, PLACES, SIDES } from '../model/feature-scales.ts';
import type { CandidateFeatures } from './candidate-features.ts';
import { LEADS, OPENINGS } from './quote-scene.ts';

/** A feature as the trees name it: the group it belongs to, and its own name. */
export type FeatureName = {
  [Group in keyof CandidateFeatures]: `${Group}.${keyof CandidateFeatures[Group] & string}`;
}[keyof CandidateFeatures];

/** Every feature of a candidate and what it says; the fit knows them in this order. */
export const FEATURES: Readonly<Record<FeatureName, string>> = {
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
