import type { SubjectWeights } from './find-subject-of-verb.ts';
import type { Tag } from './tags.ts';

/** One perceptron as it stands in a file: for each feature, labels by their index, each with its weight. */
export interface LayerFile {
  labels: string[];
  /** Template → value → `[label, weight, label, weight, …]`. */
  weights: Record<string, Record<string, number[]>>;
}

/** `weights/<code>.json`, written by `tools/fit/fit-taggers.ts`. */
export interface TaggerFile {
  about: { what: string; command: string; data: string; licence: string; figures: Record<string, number> };
  language: string;
  /** Turns how far nouns, names and pronouns score above the rest into a probability: 1 / (1 + e^−(slope · x + bias)). */
  nominal: { slope: number; bias: number };
  /** Feature → weight in hundredths: who or what a verb says something of (`find-subject-of-verb.ts`). */
  subjects: Record<string, number>;
  /** Part of speech. */
  words: LayerFile;
  /** Gender, number, person, case. */
  agreement: LayerFile;
}

/** Value → where its row stands in `Tagger.rows`. */
export type Weights = ReadonlyMap<string, number>;

/** A tagger made ready. */
export interface Tagger {
  language: string;
  words: readonly string[];
  agreements: readonly string[];
  /** By word label and agreement label: `tags[word * agreements.length + agreement]`. */
  tags: readonly Tag[];
  nominal: { slope: number; bias: number };
  subjects: SubjectWeights;
  /** All weights, row after row: how many, then `index, weight, index, weight, …`. */
  rows: Int16Array;
  /**
   * By aspect of a word, what it adds to the scores of all words that see it, as indices into one array: for each of
   * `PLACES` the word labels, then for each of `PLACES` the agreement labels. One look-up then serves ten sums.
   */
  aspects: ReadonlyMap<string, Weights>;
  /** By template, what the labels around add. */
  wordHistory: ReadonlyMap<string, Weights>;
  agreementHistory: ReadonlyMap<string, Weights>;
}
