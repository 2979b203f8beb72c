/**
 * Fits the weights of `utils/quotes/ranking/rank-quotes.ts` on which quotes the headlines of papers echo, and prints them:
 *
 *   npx node tools/fit/fit-key-weights.ts <articles> <key quotes> [--folds]
 *
 * `<articles>` holds `texts/<id>.txt` with the headline as first line. `<key quotes>` holds texts without one and
 * `truth.json` (id → {quotes: [{start, end, key}]}); its articles are left out of the first. The ranking never reads
 * the headline here. `--folds` prints nDCG@3 of fits that have not seen the publisher (the id up to the first `_`).
 */
import { type KeyArticle, readArticles, readKeyQuotes } from './key-corpus.ts';

/** Where the fit starts from and what it is drawn to: few articles must not move a weight far. */
const PRIOR: Record<string, number> = {
  early: 2,
  first: 1,
  lead: 5,
  repeated: 1,
  opening: 1.2,
  fragment: -0.3,
  scrap: -2,
  sentence: 0.1,
  long: 0.3,
  question: -1.2,
  person: 0.6,
  share: 2.5,
  introduced: 0.8,
  unclear: -1,
  continues: -0.6,
  length: 0.7,
  returns: 0.5,
  named: 0,
  cued: 0,
};
const NAMES = Object.keys(PRIOR);
/** Ridge towards the prior, on standardised signs; signs without a prior are freer. */
const PENALTY = 100;
const PENALTY_NEW = 20;
const STEPS = 400;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function deviations(articles: readonly KeyArticle[]): number[] {
  const rows = articles.flatMap(({ quotes }) => quotes);
  return NAMES.map((name) => {
    const column = rows.map(({ signs }) => signs[name] ?? 0);
    const middle = mean(column);
    return Math.sqrt(mean(column.map((value) => (value - middle) ** 2))) + 1e-9;
  });
}

/** What each key quote has more of than each other one, in standard deviations; an article's pairs weigh 1 together. */
function pairsOf(
  articles: readonly KeyArticle[],
  scale: readonly number[],
): { row: number[]; weight: number }[] {
  return articles.flatMap(({ quotes }) => {
    const pairs = quotes.flatMap((one) =>
      quotes.flatMap((other) => {
        const gap = one.worth - other.worth;
        const row = NAMES.map(
          (name, i) => ((one.signs[name] ?? 0) - (other.signs[name] ?? 0)) / (scale[i] ?? 1),
        );
        return gap > 0 ? [{ row, weight: gap }] : [];
      }),
    );
    const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
    return pairs.map(({ row, weight }) => ({ row, weight: weight / all }));
  });
}

/** Pairwise logistic regression by gradient descent with a step from the curvature's bound. */
function fitWeights(articles: readonly KeyArticle[]): number[] {
  const scale = deviations(articles);
  const pairs = pairsOf(articles, scale);
  const prior = NAMES.map((name, i) => (PRIOR[name] ?? 0) * (scale[i] ?? 1));
  const penalty = NAMES.map((name) => (PRIOR[name] === 0 ? PENALTY_NEW : PENALTY));
  const bound = pairs.reduce((sum, { row, weight }) => sum + (weight * dot(row, row)) / 4, 0) + 2 * PENALTY;
  const w = [...prior];
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((value, i) => 2 * (penalty[i] ?? 0) * (value - (prior[i] ?? 0)));
    for (const { row, weight } of pairs) {
      const pull = weight / (1 + Math.exp(dot(row, w)));
      for (const [i, value] of row.entries()) gradient[i] = (gradient[i] ?? 0) - pull * value;
    }
    for (const [i, value] of gradient.entries()) w[i] = (w[i] ?? 0) - value / bound;
  }
  return w.map((value, i) => value / (scale[i] ?? 1));
}

/** nDCG@3 of one article under weights. */
function gain({ quotes }: KeyArticle, w: readonly number[]): number {
  const worth = (list: readonly { worth: number }[]): number =>
    list.slice(0, 3).reduce((sum, quote, rank) => sum + quote.worth / Math.log2(rank + 2), 0);
  const score = ({ signs }: (typeof quotes)[number]): number =>
    dot(
      NAMES.map((name) => signs[name] ?? 0),
      w,
    );
  return (
    worth([...quotes].sort((a, b) => score(b) - score(a))) /
    worth([...quotes].sort((a, b) => b.worth - a.worth))
  );
}

const [folder, keyFolder, option] = process.argv.slice(2);
if (!folder || !keyFolder) throw new Error('usage: fit-key-weights.ts <articles> <key quotes> [--folds]');
const keyed = readKeyQuotes(keyFolder);
const others = readArticles(folder, new Set(keyed.map(({ id }) => id)));
const report = (what: string, weightsOf: (article: KeyArticle) => readonly number[]): void => {
  const figures = [keyed, others].map((list) =>
    mean(list.map((article) => gain(article, weightsOf(article)))).toFixed(3),
  );
  console.log(
    `${what}: nDCG@3 ${figures[0]} on ${keyed.length} labelled articles, ${figures[1]} on ${others.length} others`,
  );
};
const prior = NAMES.map((name) => PRIOR[name] ?? 0);
report('prior', () => prior);
const all = [...keyed, ...others];
if (option === '--folds') {
  const publishers = new Set(all.map(({ publisher }) => publisher));
  const fits = new Map(
    [...publishers].map((held) => [held, fitWeights(all.filter(({ publisher }) => publisher !== held))]),
  );
  report('folds by publisher', ({ publisher }) => fits.get(publisher) ?? prior);
} else {
  const weights = fitWeights(all);
  report('fitted', () => weights);
  for (const [i, name] of NAMES.entries()) console.log(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},`);
}
