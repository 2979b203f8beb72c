/**
 * Fits the weights of the quote engine on a folder of labelled articles and writes them into `utils/quotes`:
 *
 *   npx node scripts/fit-quote-weights.ts <folder> [--folds]
 *
 * `--folds` writes nothing; it fits on all publishers but one (the id up to the first `_`) and prints how often
 * the speaker is right on that one, for each publisher in turn.
 */
import { writeFileSync } from 'node:fs';
import type { Previous } from '../utils/quotes/candidate-features.ts';
import { type Candidate, findCandidates } from '../utils/quotes/candidates.ts';
import { readSigns } from '../utils/quotes/quote-signs.ts';
import { scoreCandidate } from '../utils/quotes/score-candidate.ts';
import { abbreviateWeights } from './abbreviate-weights.ts';
import { type LabelledArticle, namesSource, readCorpus } from './quote-corpus.ts';

/** Features kept for speakers and for quotes: what the built size allows. */
const SPEAKER_FEATURES = 700;
const QUOTE_FEATURES = 220;
/** A feature must occur this often to be fitted at all. */
const RARE = 6;
const RATE = 0.15;
const DECAY = 5e-4;

interface Example {
  publisher: string;
  options: { candidate: Candidate; right: boolean }[];
}

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

/** Each true quote with everybody who might have spoken it, read in order with the true speaker as the last one. */
function speakerExamples(articles: readonly LabelledArticle[]): Example[] {
  const examples: Example[] = [];
  for (const { id, model, truth } of articles) {
    let previous: Previous | null = null;
    for (const [span, quote] of truth.entries()) {
      const source = quote?.speaker;
      if (!quote || !source) continue;
      const candidates: Candidate[] = findCandidates(model, span, previous);
      const named = candidates.map((candidate) => namesSource(model, candidate.mention, source.text));
      const inside = candidates.map((candidate, i) => {
        const head = model.tokens[model.mentions[candidate.mention]?.head ?? -1];
        return (
          named[i] === true && head !== undefined && head.start >= source.start && head.end <= source.end + 2
        );
      });
      // The very words the truth points at; where they can't be reached, any mention of the same name.
      const right = inside.includes(true) ? inside : named;
      const options = candidates.map((candidate, i) => ({ candidate, right: right[i] === true }));
      if (right.includes(true)) examples.push({ publisher: id.split('_')[0] ?? '', options });
      const best = options.filter((option) => option.right);
      const chosen = (best.find(({ candidate }) => candidate.ties.length > 0) ?? best[0])?.candidate;
      const at = model.quoteTokens[span] ?? -1;
      if (chosen) previous = { at, mention: chosen.mention, cue: chosen.ties[0]?.cue ?? -1 };
    }
  }
  return examples;
}

function trainSpeakers(fitter: Fitter, examples: readonly Example[], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    for (const { options } of shuffled(examples, round)) {
      const scores = options.map((option) => scoreCandidate(option.candidate, fitter.weights));
      const top = scores.reduce((a, b) => Math.max(a, b.score), -Infinity);
      const shares = scores.map(({ score }) => Math.exp(score - top));
      const all = shares.reduce((a, b) => a + b, 0);
      const right = shares.reduce((a, b, i) => a + (options[i]?.right ? b : 0), 0);
      for (const [i, option] of options.entries()) {
        const share = shares[i] ?? 0;
        const gradient = share / all - (option.right ? share / right : 0);
        if (Math.abs(gradient) < 1e-5) continue;
        fitter.step(option.candidate.features, gradient);
        for (const [k, tie] of option.candidate.ties.entries()) {
          fitter.step(tie.features, gradient * (scores[i]?.shares[k] ?? 0));
        }
      }
    }
  }
}

function isRight(example: Example, weights: Weights): boolean {
  let best: { score: number; right: boolean } | null = null;
  for (const { candidate, right } of example.options) {
    const { score } = scoreCandidate(candidate, weights);
    if (!best || score > best.score) best = { score, right };
  }
  return best?.right ?? false;
}

function fitSpeakers(examples: readonly Example[]): Weights {
  const fitter = new Fitter();
  const seen = counts(
    examples.flatMap((example) =>
      example.options.flatMap(({ candidate }) => [
        candidate.features,
        ...candidate.ties.map((tie) => tie.features),
      ]),
    ),
  );
  fitDown(fitter, seen, SPEAKER_FEATURES, (rounds) => trainSpeakers(fitter, examples, rounds));
  return fitter.weights;
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

function write(name: string, what: string, weights: Weights): void {
  const path = new URL(
    `../utils/quotes/${name === 'speakerWeights' ? 'speaker' : 'quote'}-weights.ts`,
    import.meta.url,
  );
  const body = abbreviateWeights(print(toTree(weights), ',\n'));
  writeFileSync(
    path,
    `/** ${what} Fitted by \`scripts/fit-quote-weights.ts\`; the form is that of \`readWeights\`. */\nexport const ${name} = \`${body},\n\`;\n`,
  );
  console.log(`${name}: ${weights.size} features, ${body.length} bytes`);
}

const [folder, option] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/fit-quote-weights.ts <folder> [--folds]');
const articles = readCorpus(folder);
const examples = speakerExamples(articles);
if (option === '--folds') {
  let right = 0;
  for (const publisher of new Set(examples.map((example) => example.publisher))) {
    const weights = fitSpeakers(examples.filter((example) => example.publisher !== publisher));
    const held = examples.filter((example) => example.publisher === publisher);
    const here = held.filter((example) => isRight(example, weights)).length;
    right += here;
    console.log(`${publisher}: ${here} of ${held.length}`);
  }
  console.log(`all: ${right} of ${examples.length} (${((100 * right) / examples.length).toFixed(2)} %)`);
} else {
  write('speakerWeights', 'Who spoke a quote: features of `candidates.ts`.', fitSpeakers(examples));
  write('quoteWeights', 'Whether a span is a quote: features of `quote-signs.ts`.', fitQuotes(articles));
}
