import type { SubjectWeights } from './find-subject-of-verb.ts';
import { ASPECTS, PLACES, templateAt } from './tag-features.ts';
import { readAgreementLabel, readWordLabel, type Tag } from './tags.ts';

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

/** Value → `[index, weight, index, weight, …]`. */
type Weights = ReadonlyMap<string, readonly number[]>;

/** A tagger made ready. */
export interface Tagger {
  language: string;
  words: readonly string[];
  agreements: readonly string[];
  /** By word label and agreement label: `tags[word * agreements.length + agreement]`. */
  tags: readonly Tag[];
  nominal: { slope: number; bias: number };
  subjects: SubjectWeights;
  /**
   * By aspect of a word, what it adds to the scores of all words that see it, as indices into one array: for each of
   * `PLACES` the word labels, then for each of `PLACES` the agreement labels. One look-up then serves ten sums.
   */
  aspects: ReadonlyMap<string, Weights>;
  /** By template, what the labels around add. */
  wordHistory: ReadonlyMap<string, Weights>;
  agreementHistory: ReadonlyMap<string, Weights>;
}

/** Adds the weights of one template to those of its aspect, `shift` places on. */
function addShifted(
  all: Map<string, number[]>,
  values: Readonly<Record<string, number[]>>,
  shift: number,
): void {
  for (const value of Object.keys(values)) {
    const row = values[value] ?? [];
    let sum = all.get(value);
    if (!sum) {
      sum = [];
      all.set(value, sum);
    }
    for (let k = 0; k < row.length; k += 2) sum.push((row[k] ?? 0) + shift, row[k + 1] ?? 0);
  }
}

function readAspectWeights(layers: readonly LayerFile[]): Map<string, Weights> {
  return new Map(
    ASPECTS.map((aspect) => {
      const all = new Map<string, number[]>();
      let shift = 0;
      for (const { labels, weights } of layers) {
        for (let place = 0; place < PLACES.length; place++) {
          const template = templateAt(aspect, place);
          if (template !== null) addShifted(all, weights[template] ?? {}, shift);
          shift += labels.length;
        }
      }
      return [aspect, all];
    }),
  );
}

function readHistory({ weights }: LayerFile): Map<string, Weights> {
  const templates = Object.keys(weights).filter((template) => /label|agreement/.test(template));
  return new Map(templates.map((template) => [template, new Map(Object.entries(weights[template] ?? {}))]));
}

/** Makes the weights of a file ready for look-ups. */
export function loadTagger({ language, words, agreement, nominal, subjects }: TaggerFile): Tagger {
  return {
    language,
    words: words.labels,
    agreements: agreement.labels,
    tags: words.labels.flatMap((label) =>
      agreement.labels.map((second) => ({ ...readWordLabel(label), ...readAgreementLabel(second) })),
    ),
    nominal,
    subjects: new Map(Object.entries(subjects)),
    aspects: readAspectWeights([words, agreement]),
    wordHistory: readHistory(words),
    agreementHistory: readHistory(agreement),
  };
}
