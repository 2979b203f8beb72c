import {
  findSubjectOfVerb,
  listSubjectChoices,
  SUBJECT_WEIGHT_SCALE,
} from '../../utils/quotes/tagging/find-subject-of-verb.ts';
import type { TreeSentence } from './treebank.ts';

/** One verb with all possible subjects and the true one. */
interface Example {
  sentence: TreeSentence;
  verb: number;
  choices: string[][];
  /** Index into `choices`; -1 if the true subject is none of them. */
  truth: number;
}

const isVerb = ({ tokens }: TreeSentence, i: number): boolean => {
  const tag = tokens[i]?.tag;
  return tag?.pos === 'VERB' && (tag.form === 'fin' || tag.form === 'part');
};

/** Extracts examples from tagged sentences. */
export function readExamples(sentences: readonly TreeSentence[]): Example[] {
  return sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((_, verb) => {
      if (!isVerb(sentence, verb)) return [];
      const subject = sentence.heads.findIndex(
        (head, i) => head === verb && sentence.relations[i] === 'nsubj' && i !== verb,
      );
      const choices = listSubjectChoices(sentence.tokens, verb);
      const truth =
        subject < 0
          ? 0
          : choices.findIndex(
              ({ candidate }) => candidate && candidate.first <= subject && subject <= candidate.last,
            );
      return [{ sentence, verb, choices: choices.map(({ features }) => features), truth }];
    }),
  );
}

const ROUNDS = 12;
const STEP_SIZE = 0.3;
/** Weight decay after each round. */
const DECAY = 0.06;
/** Minimum frequency of a feature. */
const MIN_FREQUENCY = 3;

/** Fits a conditional logit over the choices of each verb by AdaGrad. Deterministic. */
export function fitSubjects(examples: readonly Example[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { choices } of examples)
    for (const feature of choices.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= MIN_FREQUENCY) weights.set(feature, 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { choices, truth } of examples) {
      if (truth < 0) continue;
      const scores = choices.map((features) =>
        features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0),
      );
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      for (const [c, features] of choices.entries()) {
        const error = (c === truth ? 1 : 0) - (shares[c] ?? 0) / total;
        if (Math.abs(error) < 0.001) continue;
        for (const feature of features) {
          const weight = weights.get(feature);
          if (weight === undefined) continue;
          const square = (squares.get(feature) ?? 1) + error * error;
          squares.set(feature, square);
          weights.set(feature, weight + (STEP_SIZE * error) / Math.sqrt(square));
        }
      }
    }
    for (const [feature, weight] of weights) weights.set(feature, weight * (1 - DECAY));
  }
  const rows = [...weights]
    .map(([feature, weight]): [string, number] => [feature, Math.round(weight / SUBJECT_WEIGHT_SCALE)])
    .filter(([, weight]) => Math.abs(weight) > 2)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(rows);
}

/** The accuracy of a fit on unseen verbs. */
export interface SubjectMarks {
  verbs: number;
  right: number;
  /** Number of verbs with a subject in the sentence, and of those whose subject was found. */
  given: number;
  found: number;
  /** Number of choices with a probability of at least .9, and of those that were right. */
  sure: number;
  surelyRight: number;
}

export function markSubjects(weights: Record<string, number>, examples: readonly Example[]): SubjectMarks {
  const marks: SubjectMarks = { verbs: 0, right: 0, given: 0, found: 0, sure: 0, surelyRight: 0 };
  const known = new Map(Object.entries(weights));
  for (const { sentence, verb, truth } of examples) {
    const candidates = listSubjectChoices(sentence.tokens, verb).map(({ candidate }) => candidate);
    const [best] = findSubjectOfVerb(sentence.tokens, verb, known);
    const isRight = truth >= 0 && best !== undefined && best.candidate?.first === candidates[truth]?.first;
    marks.verbs++;
    if (isRight) marks.right++;
    if (truth !== 0) marks.given++;
    if (truth !== 0 && isRight) marks.found++;
    if (best && best.probability >= 0.9) {
      marks.sure++;
      if (isRight) marks.surelyRight++;
    }
  }
  return marks;
}
