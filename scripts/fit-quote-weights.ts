/**
 * Fits the weights of the quote engine on a folder of labelled articles and writes them into `utils/quotes`:
 *
 *   npx node scripts/fit-quote-weights.ts <folder> [--folds]
 *
 * `--folds` writes nothing; it fits on all publishers but one (the id up to the first `_`) and prints how often
 * the speaker is right on that one, for each publisher in turn.
 */
import { writeFileSync } from 'node:fs';
import { readSigns } from '../utils/quotes/quote-signs.ts';
import { abbreviateWeights } from './abbreviate-weights.ts';
import { writeTrees } from './boost.ts';
import { fitSpeakers, isRight, speakerExamples } from './fit-speakers.ts';
import { type LabelledArticle, readCorpus } from './quote-corpus.ts';

/** Features kept for quotes: what the built size allows. */
const QUOTE_FEATURES = 220;
/** A feature must occur this often to be fitted at all. */
const RARE = 6;
const RATE = 0.15;
const DECAY = 5e-4;

type Weights = Map<string, number>;

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

function fitQuotes(articles: readonly LabelledArticle[]): Weights {
  const rows = articles.flatMap(({ model, labels }) =>
    labels.flatMap((label, span) =>
      label === 'unknown' ? [] : [{ label, features: readSigns(model, span) }],
    ),
  );
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

type Tree = Map<string, Tree | number>;

function toTree(weights: Weights): Tree {
  const tree: Tree = new Map();
  for (const [feature, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const tenths = Math.round(weight * 10);
    if (tenths === 0) continue;
    let node = tree;
    for (const part of feature.match(/[^ =]+=?/g) ?? []) {
      const next = node.get(part);
      const branch: Tree = next instanceof Map ? next : new Map();
      node.set(part, branch);
      node = branch;
    }
    node.set('', tenths);
  }
  return tree;
}

/** The form that `readWeights` reads. A branch with nothing but its own weight is a leaf. */
function print(tree: Tree, separator: string): string {
  const parts: string[] = [];
  for (const [part, child] of tree) {
    if (typeof child === 'number') parts.push(`${part} ${child}`);
    else {
      const own = child.get('');
      parts.push(
        child.size === 1 && typeof own === 'number' ? `${part} ${own}` : `${part}(${print(child, ',')})`,
      );
    }
  }
  return parts.join(separator);
}

function write(file: string, what: string, literal: string): void {
  const path = new URL(`../utils/quotes/${file}.ts`, import.meta.url);
  writeFileSync(path, `/** ${what} Fitted by \`scripts/fit-quote-weights.ts\`. */\n${literal}\n`);
  console.log(`${file}: ${literal.length} bytes`);
}

const [folder, option] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/fit-quote-weights.ts <folder> [--folds]');
const articles = readCorpus(folder);
const examples = speakerExamples(articles);
const reachable = examples.filter(({ options }) => options.some(({ right }) => right)).length;
console.log(`${examples.length} quotes with a speaker, ${reachable} with a candidate that is right`);
if (option === '--folds') {
  let right = 0;
  for (const publisher of new Set(examples.map((example) => example.publisher))) {
    const trees = fitSpeakers(examples.filter((example) => example.publisher !== publisher));
    const held = examples.filter((example) => example.publisher === publisher);
    const here = held.filter((example) => isRight(example, trees)).length;
    right += here;
    console.log(`${publisher}: ${here} of ${held.length}`);
  }
  console.log(`all: ${right} of ${examples.length} (${((100 * right) / examples.length).toFixed(2)} %)`);
} else {
  write(
    'speaker-weights',
    'Who spoke a quote: trees over the signs of `candidates.ts`, in the form of `readTrees`.',
    `export const speakerWeights = \`${writeTrees(fitSpeakers(examples))}\`;`,
  );
  write(
    'quote-weights',
    'Whether a span is a quote: features of `quote-signs.ts`, in the form of `readWeights`.',
    `export const quoteWeights = \`${abbreviateWeights(print(toTree(fitQuotes(articles)), ',\n'))},\n\`;`,
  );
}
