import type { SubjectWeights } from './find-subject-of-verb.ts';
import type { Tag } from './tags.ts';

/** One perceptron in a file: for each feature, label indices with weights. */
export interface LayerFile {
  labels: string[];
  /** Template → value → `[label, weight, label, weight, …]`. */
  weights: Record<string, Record<string, number[]>>;
}

/** `weights/<code>.json`, written by `tools/fit/fit-taggers.ts`. */
export interface TaggerFile {
  about: { what: string; command: string; data: string; licence: string; figures: Record<string, number> };
  language: string;
  /**
   * Logistic function that converts the lead of nouns, names and pronouns to a probability: 1 / (1 + e^−(slope · x +
   * bias)).
   */
  nominal: { slope: number; bias: number };
  /** Feature → weight in hundredths, for finding the subject of a verb (`find-subject-of-verb.ts`). */
  subjects: Record<string, number>;
  /** Part of speech. */
  words: LayerFile;
  /** Gender, number, person, case. */
  agreement: LayerFile;
}

/** Value → index of its row in `Tagger.rows`. */
export type RowOffsets = ReadonlyMap<string, number>;

/** A tagger prepared for look-ups. */
export interface Tagger {
  language: string;
  words: readonly string[];
  agreements: readonly string[];
  /** By word label and agreement label: `tags[word * agreements.length + agreement]`. */
  tags: readonly Tag[];
  nominal: { slope: number; bias: number };
  subjects: SubjectWeights;
  /** All weights by row: the number of weights, then `index, weight, index, weight, …`. */
  rows: Int16Array;
  /**
   * By feature of a word, its contribution to the scores of all words nearby, as indices into one array: for each of
   * `CONTEXT_OFFSETS` the word labels, then for each of `CONTEXT_OFFSETS` the agreement labels. One look-up then serves ten sums.
   */
  wordFeatures: ReadonlyMap<string, RowOffsets>;
  /** By template, the contribution of adjacent labels. */
  wordHistory: ReadonlyMap<string, RowOffsets>;
  agreementHistory: ReadonlyMap<string, RowOffsets>;
}
