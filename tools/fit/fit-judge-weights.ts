/**
 * Fits the weights of `utils/article/judge/weigh-features.ts` to labelled saved pages and prints them, with figures
 * from cross-validation that leaves out whole sites, and whole sets of pages. Usage: npx node
 * tools/fit/fit-judge-weights.ts [--leave-out <id>,<id>…] [--test <folder>] <folder> [<folder> …]. See the README in
 * this folder.
 */
import { parseArgs } from 'node:util';
import { type LabelledPage, readLabelledPages } from './judge-pages.ts';
import { fitLogistic, type LogisticFit, type Sample, scoreOf } from './logistic.ts';

const FOLDS = 10;
/** Number of random splits into folds over which cross-validation is averaged. */
const SPLITS = 5;
const PENALTY = 1;
/** A missed article is worse for the user than a page that was read unnecessarily. */
const MISS_BIAS = 0.5;

type Scores = ReadonlyMap<LabelledPage, number>;

const fitPages = (pages: readonly LabelledPage[]): LogisticFit =>
  fitLogistic(
    pages.map(({ evidence, article }): Sample => ({ values: Object.values(evidence), isPositive: article })),
    PENALTY,
  );
const score = (weights: LogisticFit, { evidence }: LabelledPage): number =>
  scoreOf(weights, Object.values(evidence));

/** Distributes names evenly over folds, differently for each split. */
function foldOf(name: string, split: number): number {
  let hash = 2166136261 ^ (split * 7919);
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS;
}

/** Scores of every page by fits without its site. */
function leaveSitesOut(pages: readonly LabelledPage[]): Scores {
  const scores = new Map<LabelledPage, number>();
  for (let split = 0; split < SPLITS; split++) {
    for (let fold = 0; fold < FOLDS; fold++) {
      const weights = fitPages(pages.filter(({ site }) => foldOf(site, split) !== fold));
      for (const page of pages) {
        if (foldOf(page.site, split) !== fold) continue;
        scores.set(page, (scores.get(page) ?? 0) + score(weights, page) / SPLITS);
      }
    }
  }
  return scores;
}

/** Scores of every page by a fit without its set, and without other pages of the sites in the set. */
function leaveSetsOut(pages: readonly LabelledPage[]): Scores {
  const scores = new Map<LabelledPage, number>();
  for (const set of new Set(pages.map((page) => page.set))) {
    const tested = pages.filter((page) => page.set === set);
    const sites = new Set(tested.map(({ site }) => site));
    const weights = fitPages(pages.filter((page) => page.set !== set && !sites.has(page.site)));
    for (const page of tested) scores.set(page, score(weights, page));
  }
  return scores;
}

function report(name: string, scores: Scores): void {
  const share = (article: boolean): string => {
    const list = [...scores].filter(([page]) => page.article === article);
    const right = list.filter(([, sum]) => sum + MISS_BIAS > 0 === article).length;
    return `${right}/${list.length} = ${(right / list.length).toFixed(3)}`;
  };
  console.log(`${name}: articles taken ${share(true)}, others refused ${share(false)}`);
  for (const [{ id, article }, sum] of scores)
    if (sum + MISS_BIAS > 0 !== article)
      console.log(`  ${article ? 'missed' : 'taken'} ${id} ${sum.toFixed(2)}`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'leave-out': { type: 'string', default: '' }, test: { type: 'string' } },
});
if (positionals.length === 0)
  throw new Error('usage: npx node tools/fit/fit-judge-weights.ts [options] <folder> [<folder> …]');
const leftOut = new Set(values['leave-out'].split(','));
const pages = await readLabelledPages(positionals, leftOut);
report('sites left out', leaveSitesOut(pages));
report('sets left out', leaveSetsOut(pages));
const weights = fitPages(pages);
const scoreAll = (list: readonly LabelledPage[]): Scores =>
  new Map(list.map((page) => [page, score(weights, page)]));
report('fitted', scoreAll(pages));
if (values.test !== undefined) report('test', scoreAll(await readLabelledPages([values.test], leftOut)));
console.log(`bias: ${(weights.bias + MISS_BIAS).toFixed(2)}`);
for (const [i, name] of Object.keys(pages[0]?.evidence ?? {}).entries())
  console.log(`  ${name}: ${(weights.weights[i] ?? 0).toFixed(2)},`);
