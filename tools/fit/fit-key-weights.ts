/**
 * Fits seven weights of `utils/quotes/ranking/rank-quotes.ts` to the quotes that headlines echo, and prints them.
 * Usage: npx node tools/fit/fit-key-weights.ts <articles> [<articles> …] <key quotes> [--folds]. `<articles>` contains
 * `texts/<id>.txt` with the headline as first line. `<key quotes>` contains texts without headlines and `truth.json`
 * (id → {quotes: [{start, end, key}]}); its articles are excluded from the others. The ranking never reads the headline
 * here. `--folds` prints nDCG@3 of fits without the publisher (the id up to the first `_`).
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { KEY_WEIGHTS, type KeyFeatures } from '../../utils/quotes/ranking/rank-quotes.ts';
import { type KeyArticle, readArticles, readKeyQuotes } from './key-corpus.ts';
import { readTaggersFromDisk } from './know-taggers.ts';

type Weights = Readonly<Record<keyof KeyFeatures, number>>;
type Name = keyof KeyFeatures;

const FITTED: readonly Name[] = [
  'order',
  'length',
  'lead',
  'repeated',
  'continues',
  'role',
  'firstOfSpeaker',
];
/** Features that would leak the label, which is the headline. */
const HIDDEN: readonly Name[] = ['pulledOut', 'headline'];
/** Ridge penalty on standardised features; the pairs of an article have a total weight of 1. */
const PENALTY = 5;
const STEPS = 600;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function deviations(articles: readonly KeyArticle[]): number[] {
  const rows = articles.flatMap(({ quotes }) => quotes);
  return FITTED.map((name) => {
    const column = rows.map(({ features }) => features[name]);
    const middle = mean(column);
    return Math.sqrt(mean(column.map((value) => (value - middle) ** 2))) + 1e-9;
  });
}

/** Feature differences between each key quote and each other one, in standard deviations. */
function pairsOf(
  articles: readonly KeyArticle[],
  scale: readonly number[],
): { row: number[]; weight: number }[] {
  return articles.flatMap(({ quotes }) => {
    const pairs = quotes.flatMap((one) =>
      quotes.flatMap((other) => {
        const gap = one.worth - other.worth;
        const row = FITTED.map((name, i) => (one.features[name] - other.features[name]) / (scale[i] ?? 1));
        return gap > 0 ? [{ row, weight: gap }] : [];
      }),
    );
    const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
    return pairs.map(({ row, weight }) => ({ row, weight: weight / all }));
  });
}

/** Pairwise logistic regression by gradient descent, with a step size from the bound of the curvature. */
function fitWeights(articles: readonly KeyArticle[]): Weights {
  const scale = deviations(articles);
  const pairs = pairsOf(articles, scale);
  const bound = pairs.reduce((sum, { row, weight }) => sum + (weight * dot(row, row)) / 4, 0) + 2 * PENALTY;
  const w = FITTED.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((value) => 2 * PENALTY * value);
    for (const { row, weight } of pairs) {
      const pull = weight / (1 + Math.exp(dot(row, w)));
      for (const [i, value] of row.entries()) gradient[i] = (gradient[i] ?? 0) - pull * value;
    }
    for (const [i, value] of gradient.entries()) w[i] = (w[i] ?? 0) - (2 * value) / bound;
  }
  return {
    ...KEY_WEIGHTS,
    ...Object.fromEntries(FITTED.map((name, i) => [name, (w[i] ?? 0) / (scale[i] ?? 1)])),
  };
}

/** nDCG@3 of one article. */
function gain({ quotes }: KeyArticle, score: (features: KeyFeatures) => number): number {
  const worth = (list: readonly { worth: number }[]): number =>
    list.slice(0, 3).reduce((sum, quote, rank) => sum + quote.worth / Math.log2(rank + 2), 0);
  return (
    worth([...quotes].sort((a, b) => score(b.features) - score(a.features))) /
    worth([...quotes].sort((a, b) => b.worth - a.worth))
  );
}

function scoreWith(weights: Weights): (features: KeyFeatures) => number {
  const names = (Object.keys(weights) as Name[]).filter((name) => !HIDDEN.includes(name));
  return (features) => names.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: 'boolean', default: false } },
});
const keyFolder = positionals.pop();
if (!keyFolder || positionals.length === 0)
  throw new Error('usage: fit-key-weights.ts <articles> [<articles> …] <key quotes> [--folds]');
readTaggersFromDisk();
const keyed = readKeyQuotes(keyFolder);
const labelled = new Set(keyed.map(({ id }) => id));
const sets = [
  { name: basename(keyFolder), articles: keyed },
  ...positionals.map((folder) => ({ name: basename(folder), articles: readArticles(folder, labelled) })),
];
const all = sets.flatMap(({ articles }) => articles);

function report(what: string, scoreOf: (article: KeyArticle) => (features: KeyFeatures) => number): void {
  const figure = (articles: readonly KeyArticle[]): string =>
    mean(articles.map((article) => gain(article, scoreOf(article)))).toFixed(3);
  const parts = sets.map(({ name, articles }) => `${figure(articles)} on ${articles.length} of ${name}`);
  console.log(`${what}: nDCG@3 ${parts.join(', ')}, ${figure(all)} on all ${all.length}`);
}

report(
  'document order',
  () =>
    ({ order }) =>
      order,
);
if (values.folds) {
  const publishers = new Set(all.map(({ publisher }) => publisher));
  const fits = new Map(
    [...publishers].map((held) => [held, fitWeights(all.filter(({ publisher }) => publisher !== held))]),
  );
  report('folds by publisher', ({ publisher }) => scoreWith(fits.get(publisher) ?? KEY_WEIGHTS));
} else {
  const weights = fitWeights(all);
  report('fitted', () => scoreWith(weights));
  for (const name of FITTED) console.log(`  ${name}: ${weights[name].toFixed(2)},`);
}
