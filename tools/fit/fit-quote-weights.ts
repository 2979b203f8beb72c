/**
 * Fits the weights of the quote engine on a folder of labelled articles and writes them into `utils/quotes`, with what
 * they were fitted on and how well they do. Takes a minute, and gives the same weights each time:
 *
 *   npx node tools/fit/fit-quote-weights.ts <folder>
 *
 * For the figures, it fits on all publishers but one (the id up to the first `_`), for each in turn.
 */

import { readQuoteFeatures } from '../../utils/quotes/extract/quote-features.ts';
import { SCALES } from '../../utils/quotes/speakers/feature-names.ts';
import { countRight, type Example, fitSpeakers, speakerExamples } from './fit-speakers.ts';
import { type Label, type LabelledArticle, readCorpus } from './quote-corpus.ts';
import { nameBounds, printTree, writeWeights } from './write-weights.ts';

/** Features kept for quotes. */
const QUOTE_FEATURES = 220;
/** A feature must occur this often to be fitted at all. */
const RARE = 6;
const RATE = 0.15;
const DECAY = 5e-4;

type Weights = Map<string, number>;

const publisherOf = (id: string): string => id.split('_')[0] ?? '';

function sum(features: readonly string[], weights: Weights): number {
  let total = 0;
  for (const feature of features) total += weights.get(feature) ?? 0;
  return total;
}

/** Adagrad on one feature vector. */
class Fitter {
  weights: Weights = new Map();
  private seen: Weights = new Map();

  step(features: readonly string[], gradient: number): void {
    for (const feature of features) {
      const weight = this.weights.get(feature);
      if (weight === undefined) continue;
      const g = gradient + DECAY * weight;
      const seen = (this.seen.get(feature) ?? 1e-6) + g * g;
      this.seen.set(feature, seen);
      this.weights.set(feature, weight - (RATE * g) / Math.sqrt(seen));
    }
  }

  restart(features: Iterable<string>): void {
    this.weights = new Map([...features].map((feature) => [feature, 0]));
    this.seen = new Map();
  }
}

/** A fixed order that changes each round; no randomness, so that the result can be had again. */
function* shuffled<T>(items: readonly T[], round: number): Generator<T> {
  const order = items.map((_, i) => i);
  let state = 7 + round;
  for (let i = order.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  for (const i of order) {
    const item = items[i];
    if (item !== undefined) yield item;
  }
}

function counts(lists: Iterable<readonly string[]>): Map<string, number> {
  const result = new Map<string, number>();
  for (const list of lists) for (const feature of list) result.set(feature, (result.get(feature) ?? 0) + 1);
  return result;
}

/** Fits, drops what matters least, and fits again, down to `keep` features. */
function fitDown(
  fitter: Fitter,
  seen: Map<string, number>,
  keep: number,
  train: (rounds: number) => void,
): void {
  fitter.restart([...seen].filter(([, n]) => n >= RARE).map(([feature]) => feature));
  train(5);
  for (const target of [keep * 4, keep * 2, Math.round(keep * 1.3), keep]) {
    const weight = ([feature, w]: [string, number]) => Math.abs(w) * Math.sqrt(seen.get(feature) ?? 0);
    const best = [...fitter.weights].sort((a, b) => weight(b) - weight(a)).slice(0, target);
    fitter.restart(best.map(([feature]) => feature));
    train(6);
  }
}

interface LabelledSpan {
  publisher: string;
  label: Label;
  features: string[];
}

function labelledSpans(articles: readonly LabelledArticle[]): LabelledSpan[] {
  return articles.flatMap(({ id, model, labels }) =>
    labels.flatMap((label, span) =>
      label === 'unknown'
        ? []
        : [{ publisher: publisherOf(id), label, features: readQuoteFeatures(model, span) }],
    ),
  );
}

function fitQuotes(rows: readonly LabelledSpan[]): Weights {
  const fitter = new Fitter();
  fitDown(fitter, counts(rows.map((row) => row.features)), QUOTE_FEATURES, (rounds) => {
    for (let round = 0; round < rounds * 2; round++) {
      for (const { label, features } of shuffled(rows, round)) {
        const belief = 1 / (1 + Math.exp(-sum(features, fitter.weights)));
        // Attributed fragments are quotes too, but the truth is less sure of them.
        const weight = label === 'fragment' ? 0.5 : 1;
        fitter.step(features, weight * (belief - (label === 'no-quote' ? 0 : 1)));
      }
    }
  });
  return fitter.weights;
}

/** In tenths: finer ones tell nothing. */
function roundWeights(weights: Weights): Weights {
  const rounded = [...weights].map(([feature, weight]) => [feature, Math.round(weight * 10) / 10] as const);
  return new Map(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countTold(rows: readonly LabelledSpan[], weights: Weights): number {
  return rows.filter(({ label, features }) => sum(features, weights) > 0 === (label !== 'no-quote')).length;
}

/** Counts what is right at each publisher by a fit on all others. */
function crossValidate<Row extends { publisher: string }>(
  rows: readonly Row[],
  countRightOf: (held: readonly Row[], others: readonly Row[]) => number,
): string {
  let right = 0;
  for (const publisher of new Set(rows.map((row) => row.publisher))) {
    const held = rows.filter((row) => row.publisher === publisher);
    const here = countRightOf(
      held,
      rows.filter((row) => row.publisher !== publisher),
    );
    right += here;
    console.log(`${publisher}: ${here} of ${held.length}`);
  }
  const share = ((100 * right) / rows.length).toFixed(2);
  return `${right} of ${rows.length} (${share} %)`;
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: npx node tools/fit/fit-quote-weights.ts <folder>');
const articles = readCorpus(folder);
const publishers = new Set(articles.map(({ id }) => publisherOf(id))).size;
const fittedOn = `Fitted by \`tools/fit/fit-quote-weights.ts\` on ${articles.length} labelled articles in English of ${publishers} publishers.`;

const spans = labelledSpans(articles);
const told = crossValidate(spans, (held, others) => countTold(held, roundWeights(fitQuotes(others))));
const weights = roundWeights(fitQuotes(spans));
writeWeights(
  'extract/quote-weights.ts',
  `/**
 * Whether a quoted span is somebody's words: log-odds of the features of \`quote-features.ts\`; one that is not here
 * counts nothing.
 *
 * ${fittedOn}
 * Told right by fits that have not seen the publisher: ${told} of the quoted spans.
 */
export const quoteWeights: Readonly<Record<string, number>> = {
${[...weights].map(([feature, weight]) => `  ${/^\w+$/.test(feature) ? feature : `'${feature}'`}: ${weight},\n`).join('')}};
`,
);

const examples: readonly Example[] = speakerExamples(articles);
const reachable = examples.filter(({ options }) => options.some(({ right }) => right)).length;
console.log(`${examples.length} quotes with a speaker, ${reachable} with a candidate that is right`);
const named = crossValidate(examples, (held, others) => countRight(held, fitSpeakers(others)));
const trees = fitSpeakers(examples).map((tree) => nameBounds(tree, SCALES));
writeWeights(
  'speakers/speaker-trees.ts',
  `import type { Tree } from './boosted-trees.ts';
import type { FeatureName } from './feature-names.ts';

/**
 * Who spoke a quote: what each tree says of a candidate by its features (\`feature-names.ts\`), in log-odds, adds up.
 *
 * ${fittedOn}
 * Named right by fits that have not seen the publisher: ${named} of the quotes.
 */
export const speakerTrees: readonly Tree<FeatureName>[] = [
${trees.map((tree) => `  ${printTree(tree)},\n`).join('')}];
`,
);
