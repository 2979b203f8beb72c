import type { Feature } from '../../utils/quotes/tagging/tag-tokens.ts';
import type { LayerFile } from '../../utils/quotes/tagging/tagger.ts';

/** Number of passes over the data. */
const EPOCHS = 10;

/** Minimum frequency of a feature: a word that occurs once is learnt by its ending, like unseen ones. */
const MIN_FREQUENCY = 2;

/** The approximate size of the largest weight after conversion to integers. */
const MAX_INTEGER_WEIGHT = 100;

/** A multiclass perceptron with averaged weights (Collins 2002). Deterministic. */
export class Perceptron {
  readonly labels: string[];
  readonly #ids = new Map<string, number>();
  readonly #names: Feature[] = [];
  readonly #counts: number[] = [];
  #weights = new Float64Array();
  #sums = new Float64Array();
  #steps = 1;

  constructor(labels: readonly string[]) {
    this.labels = [...labels];
  }

  /** Counts features, so that rare ones can be excluded. */
  meet(features: readonly Feature[]): void {
    for (const feature of features) {
      const key = feature.join('\t');
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.#names.length;
        this.#ids.set(key, id);
        this.#names.push(feature);
        this.#counts.push(0);
      }
      this.#counts[id] = (this.#counts[id] ?? 0) + 1;
    }
  }

  start(): void {
    this.#weights = new Float64Array(this.#names.length * this.labels.length);
    this.#sums = new Float64Array(this.#weights.length);
  }

  idsOf(features: readonly Feature[]): number[] {
    const ids: number[] = [];
    for (const feature of features) {
      const id = this.#ids.get(feature.join('\t'));
      if (id !== undefined && (this.#counts[id] ?? 0) >= MIN_FREQUENCY) ids.push(id);
    }
    return ids;
  }

  /** Predicts with the current weights, and updates them by the truth. */
  learn(ids: readonly number[], truth: number): number {
    const width = this.labels.length;
    const scores = new Float64Array(width);
    for (const id of ids)
      for (let n = 0; n < width; n++) scores[n] = (scores[n] ?? 0) + (this.#weights[id * width + n] ?? 0);
    let best = 0;
    for (let n = 1; n < width; n++) if ((scores[n] ?? 0) > (scores[best] ?? 0)) best = n;
    if (best !== truth) {
      for (const id of ids) {
        this.#change(id * width + truth, 1);
        this.#change(id * width + best, -1);
      }
    }
    this.#steps++;
    return best;
  }

  #change(at: number, by: number): void {
    this.#weights[at] = (this.#weights[at] ?? 0) + by;
    this.#sums[at] = (this.#sums[at] ?? 0) + by * this.#steps;
  }

  /** The averaged weights as integers, without negligible ones. `least`: share of the largest weight. */
  write(least: number): LayerFile {
    const width = this.labels.length;
    const averages = this.#weights.map((weight, at) => weight - (this.#sums[at] ?? 0) / this.#steps);
    const largest = averages.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const weights: LayerFile['weights'] = {};
    for (const [id, [template, value]] of this.#names.entries()) {
      const row: number[] = [];
      for (let n = 0; n < width; n++) {
        const weight = Math.round(((averages[id * width + n] ?? 0) / largest) * MAX_INTEGER_WEIGHT);
        if (Math.abs(weight) >= least * MAX_INTEGER_WEIGHT && weight !== 0) row.push(n, weight);
      }
      if (row.length === 0) continue;
      weights[template] ??= {};
      weights[template][value] = row;
    }
    return { labels: this.labels, weights };
  }
}

/** A training sentence: a function for its features, and its true labels. */
export interface Sequence {
  length: number;
  truth: readonly string[];
  /** Whether the perceptron labels a position; other positions have their true label. */
  isOpen: (i: number) => boolean;
  fixed: (i: number) => readonly Feature[];
  history: (i: number, given: readonly string[]) => readonly Feature[];
}

/** Fits a perceptron to sequences, using its own labels of the previous positions. */
export function fitPerceptron(sequences: readonly Sequence[]): Perceptron {
  const perceptron = new Perceptron([...new Set(sequences.flatMap(({ truth }) => truth))].sort());
  for (const { length, truth, isOpen, fixed, history } of sequences) {
    for (let i = 0; i < length; i++) if (isOpen(i)) perceptron.meet([...fixed(i), ...history(i, truth)]);
  }
  perceptron.start();
  const indexOf = new Map(perceptron.labels.map((label, n) => [label, n]));
  const ids = sequences.map(({ length, isOpen, fixed }) =>
    Array.from({ length }, (_, i) => (isOpen(i) ? perceptron.idsOf(fixed(i)) : [])),
  );
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = sequences.map((_, k) => k);
    for (let k = order.length - 1; k > 0; k--) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      const other = seed % (k + 1);
      [order[k], order[other]] = [order[other] ?? 0, order[k] ?? 0];
    }
    for (const k of order) {
      const sequence = sequences[k];
      if (!sequence) continue;
      const given: string[] = [];
      for (let i = 0; i < sequence.length; i++) {
        const truth = sequence.truth[i] ?? '';
        if (!sequence.isOpen(i)) {
          given.push(truth);
          continue;
        }
        const features = [...(ids[k]?.[i] ?? []), ...perceptron.idsOf(sequence.history(i, given))];
        given.push(perceptron.labels[perceptron.learn(features, indexOf.get(truth) ?? 0)] ?? '');
      }
    }
  }
  return perceptron;
}
