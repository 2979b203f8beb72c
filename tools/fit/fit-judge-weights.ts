/**
 * Fits the weights of `utils/article/judge/weigh-features.ts` on labelled saved pages and prints them, with figures from
 * ten-fold cross-validation by site.
 *
 *     npx node tools/fit/fit-judge-weights.ts <folder> [<folder> …]
 *
 * A folder holds `labels.json` (`[{id, article, url, file}]`), or `manifest.json` (`[{id, url, file}]`) with
 * `truth.json` (`{id: {article}}`; without `article`, every page is one).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readFeatures } from '../../utils/article/judge/page-features.ts';
import { evidenceOf } from '../../utils/article/judge/weigh-features.ts';

interface Labelled {
  site: string;
  article: boolean;
  /** In the order of `names`. */
  values: number[];
}

interface Fit {
  weights: number[];
  bias: number;
}

const FOLDS = 10;
/** Ridge penalty on standardised values. */
const PENALTY = 4;
/** Pages that cross-validation misjudges by more than these log-odds are taken for mislabelled. */
const MISLABELLED = 1.3;
const STEPS = 25;
/** Splits into folds that cross-validation is averaged over. */
const SPLITS = 3;

const seen = new Set<string>();
/** What the values of a page are called. */
let names: readonly string[] = [];

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function readFolder(folder: string): Labelled[] {
  const labelled = existsSync(join(folder, 'labels.json'));
  const pages = readJson<{ id: string; url: string; file: string; article?: boolean }[]>(
    join(folder, labelled ? 'labels.json' : 'manifest.json'),
  );
  const truth = labelled ? {} : readJson<Record<string, { article?: boolean }>>(join(folder, 'truth.json'));
  // A page that an earlier folder holds too counts once.
  const unseen = pages.filter(({ id }) => !seen.has(id) && seen.add(id));
  return unseen.map(({ id, url, file, article }) => {
    // A browser that runs scripts takes `noscript` for text, and the gate sees none of it.
    const html = readFileSync(join(folder, file), 'utf8').replace(/<noscript\b.*?<\/noscript>/gis, '');
    const { window } = new JSDOM(html);
    globalThis.Document = window.Document as unknown as typeof Document;
    const evidence = evidenceOf(readFeatures(window.document, url));
    names = Object.keys(evidence);
    window.close();
    const site = new URL(url).hostname.split('.').slice(-2).join('.');
    return { site, article: article ?? truth[id]?.article ?? true, values: Object.values(evidence) };
  });
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Solves `matrix · x = right` by elimination; the matrix is positive definite, so no pivoting is needed. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows[i] ?? [];
    for (let k = i + 1; k < n; k++) {
      const row = rows[k] ?? [];
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = dot(row.slice(i + 1, n), x.slice(i + 1));
    x[i] = ((row[n] ?? 0) - known) / (row[i] ?? 1);
  }
  return x;
}

/** Ridge logistic regression by Newton's method, on standardised values. */
function fitWeights(pages: readonly Labelled[]): Fit {
  const size = pages[0]?.values.length ?? 0;
  const column = (i: number): number[] => pages.map((page) => page.values[i] ?? 0);
  const mean = Array.from({ length: size }, (_, i) => column(i).reduce((a, b) => a + b, 0) / pages.length);
  const deviation = mean.map(
    (m, i) => Math.sqrt(column(i).reduce((a, b) => a + (b - m) ** 2, 0) / pages.length) + 1e-9,
  );
  const rows = pages.map((page) => [
    ...page.values.map((v, i) => (v - (mean[i] ?? 0)) / (deviation[i] ?? 1)),
    1,
  ]);
  let w = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((value, i): number => (i < size ? PENALTY * value : 0));
    const hessian = w.map((_, i) => w.map((__, j): number => (i === j && i < size ? PENALTY : 0)));
    rows.forEach((row, n) => {
      const p = 1 / (1 + Math.exp(-dot(row, w)));
      const error = p - (pages[n]?.article === true ? 1 : 0);
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = hessian[i] ?? [];
        for (let j = 0; j <= size; j++) line[j] = (line[j] ?? 0) + p * (1 - p) * value * (row[j] ?? 0);
      });
    });
    const change = solve(hessian, gradient);
    w = w.map((value, i) => value - (change[i] ?? 0));
  }
  const weights = w.slice(0, size).map((value, i) => value / (deviation[i] ?? 1));
  return { weights, bias: (w[size] ?? 0) - dot(weights, mean) };
}

/** Scores of every page by fits that have not seen its site. */
function crossValidate(pages: readonly Labelled[], use: (page: Labelled) => boolean): Map<Labelled, number> {
  const sites = [...new Set(pages.map((page) => page.site))].sort();
  const scores = new Map<Labelled, number>();
  for (let split = 0; split < SPLITS; split++) {
    const foldOf = new Map(
      sites.map((site, i) => [site, (i * (2 * split + 1) + (i >> (2 * split))) % FOLDS]),
    );
    for (let fold = 0; fold < FOLDS; fold++) {
      const fit = fitWeights(pages.filter((page) => foldOf.get(page.site) !== fold && use(page)));
      for (const page of pages) {
        if (foldOf.get(page.site) !== fold) continue;
        const score = dot(page.values, fit.weights) + fit.bias;
        scores.set(page, (scores.get(page) ?? 0) + score / SPLITS);
      }
    }
  }
  return scores;
}

function report(name: string, pages: readonly Labelled[], scoreOf: (page: Labelled) => number): void {
  const share = (article: boolean): string => {
    const list = pages.filter((page) => page.article === article);
    return (list.filter((page) => scoreOf(page) > 0 === article).length / list.length).toFixed(3);
  };
  console.log(`${name}: articles taken ${share(true)}, others refused ${share(false)}`);
}

const pages = process.argv.slice(2).flatMap(readFolder);
if (pages.length === 0)
  throw new Error('usage: npx node tools/fit/fit-judge-weights.ts <folder> [<folder> …]');
const first = crossValidate(pages, () => true);
report('cross-validated', pages, (page) => first.get(page) ?? 0);
const isSound = (page: Labelled): boolean => (first.get(page) ?? 0) * (page.article ? -1 : 1) < MISLABELLED;
const second = crossValidate(pages, isSound);
report(
  `cross-validated without ${pages.filter((page) => !isSound(page)).length} doubtful labels`,
  pages,
  (page) => second.get(page) ?? 0,
);
const { weights, bias } = fitWeights(pages.filter(isSound));
report('fitted', pages, (page) => dot(page.values, weights) + bias);
console.log(`bias: ${bias.toFixed(2)}`);
for (const [i, name] of names.entries()) console.log(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},`);
