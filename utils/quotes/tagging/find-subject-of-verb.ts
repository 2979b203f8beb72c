import type { Token } from '../model/token.ts';

/** The fields of a token needed to find subjects; its tag must be known. */
type TaggedToken = Pick<Token, 'kind' | 'text' | 'lower' | 'sentence' | 'tag' | 'nominal'>;

/** A sequence of nouns and names, or a pronoun, that may be a subject. Token indices, `last` included. */
export interface SubjectCandidate {
  first: number;
  last: number;
}

/** Maximum distance between a verb and its subject on either side, in tokens. */
const MAX_DISTANCE = 30;

const NOUN_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
/** Parts of speech that are used as pronouns, or before a noun. */
const PRONOMINAL_TAGS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM']);
const NOUN_PHRASE_TAGS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'ADV', 'PROPN', 'NOUN']);

const posAt = (tokens: readonly TaggedToken[], i: number, sentence: number): string =>
  tokens[i]?.sentence === sentence ? (tokens[i]?.tag?.pos ?? '') : '';

/** All possible subjects of the verb at token `verb`, in text order. */
function listSubjectCandidates(tokens: readonly TaggedToken[], verb: number): SubjectCandidate[] {
  const candidates: SubjectCandidate[] = [];
  const { sentence = -1 } = tokens[verb] ?? {};
  const to = Math.min(tokens.length - 1, verb + MAX_DISTANCE);
  for (let i = Math.max(0, verb - MAX_DISTANCE); i <= to; i++) {
    const pos = posAt(tokens, i, sentence);
    if (i === verb || pos === '' || tokens[i]?.kind !== 'word') continue;
    if (NOUN_TAGS.has(pos)) {
      const first = i;
      while (i < to && NOUN_TAGS.has(posAt(tokens, i + 1, sentence))) i++;
      candidates.push({ first, last: i });
    } else if (pos === 'PRON') candidates.push({ first: i, last: i });
    else if (PRONOMINAL_TAGS.has(pos)) {
      const next = posAt(tokens, i + 1, sentence);
      if (!NOUN_TAGS.has(next) && !PRONOMINAL_TAGS.has(next)) candidates.push({ first: i, last: i });
    }
  }
  return candidates;
}

const bucket = (n: number): string => (n > 15 ? '16' : n > 8 ? '9' : n > 4 ? '5' : n > 2 ? '3' : String(n));
const capAt = (n: number, max: number): string => String(Math.min(n, max));

/** Counts the tokens of each kind between two tokens. */
function countBetween(tokens: readonly TaggedToken[], from: number, to: number) {
  const counts = { commas: 0, verbs: 0, links: 0, others: 0, quotes: 0, marks: 0, nouns: 0 };
  for (let i = from + 1; i < to; i++) {
    const { kind, text, tag } = tokens[i] ?? {};
    if (text === ',') counts.commas++;
    else if (kind === 'quote') counts.quotes++;
    else if (kind === 'mark') counts.marks++;
    else if (tag?.form === 'fin') counts.verbs++;
    else if (tag?.pos === 'CCONJ') counts.links++;
    else if (tag?.pos === 'SCONJ') counts.others++;
    else if (tag?.pos === 'NOUN' || tag?.pos === 'PROPN' || tag?.pos === 'PRON') counts.nouns++;
  }
  return counts;
}

/** The token before the noun phrase of `candidate`. */
function findPrecedingToken(tokens: readonly TaggedToken[], { first }: SubjectCandidate): number {
  const { sentence = -1 } = tokens[first] ?? {};
  let i = first - 1;
  while (i > first - 6 && NOUN_PHRASE_TAGS.has(posAt(tokens, i, sentence))) i--;
  return i;
}

function compareProperties(a: string | undefined, b: string | undefined): string {
  if (!a || !b) return 'open';
  return a === b ? 'same' : 'other';
}

/** Features of `candidate` as the subject of the verb. */
function subjectFeatures(
  tokens: readonly TaggedToken[],
  verb: number,
  candidate: SubjectCandidate,
  isNearest: boolean,
): string[] {
  const { first, last } = candidate;
  const { sentence = -1, tag: verbTag } = tokens[verb] ?? {};
  const isBefore = last < verb;
  const side = isBefore ? 'before' : 'after';
  const gap = isBefore ? countBetween(tokens, last, verb) : countBetween(tokens, verb, first);
  const head = tokens[first];
  const end = tokens[last];
  const precedingToken = findPrecedingToken(tokens, candidate);
  const precedingPos = posAt(tokens, precedingToken, sentence) || tokens[precedingToken]?.kind || '';
  const leftPos = posAt(tokens, first - 1, sentence);
  const pos = head?.tag?.pos ?? '';
  const features = [
    side,
    `${side} at ${bucket(isBefore ? verb - last : first - verb)}`,
    `${side} ${isNearest ? 'nearest' : 'farther'} ${pos}`,
    `${side} nouns between ${capAt(gap.nouns, 3)}`,
    `${side} commas between ${capAt(gap.commas, 2)}`,
    `${side} verbs between ${capAt(gap.verbs, 2)}`,
    `${side} conjunctions between ${capAt(gap.links, 1)} ${capAt(gap.others, 1)}`,
    `${side} marks between ${capAt(gap.marks, 1)} ${capAt(gap.quotes, 1)}`,
    `behind ${precedingPos}`,
    `${side} behind ${posAt(tokens, precedingToken, sentence) === 'ADP' ? 'preposition' : leftPos}`,
    `number ${compareProperties(head?.tag?.number, verbTag?.number)}`,
    `last number ${compareProperties(end?.tag?.number, verbTag?.number)}`,
    `gender ${compareProperties(head?.tag?.gender, verbTag?.gender)}`,
    `person ${compareProperties(pos === 'PRON' ? head?.tag?.person || '3' : '3', verbTag?.person)}`,
    `${pos} ${head?.tag?.case}`,
    `${side} ${head?.tag?.case} ${verbTag?.form}`,
    `${side} follows ${posAt(tokens, verb - 1, sentence) || tokens[verb - 1]?.kind}`,
  ];
  if (leftPos === 'DET') features.push(`determiner ${tokens[first - 1]?.lower.slice(-8)}`);
  if (pos === 'PRON' || pos === 'DET') features.push(`${pos} ${head?.lower.slice(-10)}`);
  else features.push(`ending ${head?.lower.slice(-2)}`);
  return features;
}

/** Features of a verb without a subject in its sentence. */
function subjectlessFeatures(
  tokens: readonly TaggedToken[],
  verb: number,
  candidates: readonly SubjectCandidate[],
): string[] {
  const { sentence = -1, tag, lower = '' } = tokens[verb] ?? {};
  const countBefore = candidates.filter(({ last }) => last < verb).length;
  const previous = posAt(tokens, verb - 1, sentence) || tokens[verb - 1]?.kind || '';
  return [
    'none',
    `none ${tag?.form}`,
    `none ${tag?.number}${tag?.person}`,
    `none follows ${previous}`,
    `none candidates ${capAt(countBefore, 2)} ${capAt(candidates.length - countBefore, 2)}`,
    `none ending ${lower.slice(-2)}`,
    `none ending ${lower.slice(-3)}`,
  ];
}

/** Feature → weight. */
export type SubjectWeights = ReadonlyMap<string, number>;

/** A possible subject of a verb with its probability; null means none in the sentence. */
export interface Subject {
  candidate: SubjectCandidate | null;
  probability: number;
}

/** Converts the integer weights of files to log-odds. */
export const SUBJECT_WEIGHT_SCALE = 0.01;

/** All choices for a verb with their features: first none, then each candidate in text order. */
export function listSubjectChoices(
  tokens: readonly TaggedToken[],
  verb: number,
): { candidate: SubjectCandidate | null; features: string[] }[] {
  const candidates = listSubjectCandidates(tokens, verb);
  const nearestBefore = candidates.findLast(({ last }) => last < verb);
  const nearestAfter = candidates.find(({ first }) => first > verb);
  return [
    { candidate: null, features: subjectlessFeatures(tokens, verb, candidates) },
    ...candidates.map((candidate) => ({
      candidate,
      features: subjectFeatures(
        tokens,
        verb,
        candidate,
        candidate === nearestBefore || candidate === nearestAfter,
      ),
    })),
  ];
}

/**
 * Finds the subject of the verb at token `verb`: all choices, the likeliest first; probabilities add up to 1. Bounded:
 * only words near the verb are examined.
 */
export function findSubjectOfVerb(
  tokens: readonly TaggedToken[],
  verb: number,
  weights: SubjectWeights,
): Subject[] {
  const choices = listSubjectChoices(tokens, verb).map(({ candidate, features }) => ({
    candidate,
    score: features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0) * SUBJECT_WEIGHT_SCALE,
  }));
  const maxScore = Math.max(...choices.map(({ score }) => score));
  const total = choices.reduce((sum, { score }) => sum + Math.exp(score - maxScore), 0);
  return choices
    .map(({ candidate, score }) => ({ candidate, probability: Math.exp(score - maxScore) / total }))
    .sort((a, b) => b.probability - a.probability);
}
