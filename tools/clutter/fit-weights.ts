import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPageSet } from '../../tests/bench/page-set.ts';
import { WEIGHTS } from '../../utils/clutter/find/weights.ts';
import { findSiteSpecificWords, siteOf } from './lone-words.ts';
import { askPages } from './open-pages.ts';
import type { Labels, Outcome, Weights } from './weights-in-page.ts';

/**
 * Optimises the weights of `utils/clutter/find/weights.ts` by coordinate steps on labelled pages, each read without the
 * words of its own site. Also fits without a fifth of the sites, for cross-validation. Usage: npx node
 * tools/clutter/fit-weights.ts [--words <file>] <folder> [<more folders> …]. The first folder has `labels.json`; the
 * others only show which words occur on several sites.
 */

const FOLDS = 5;
const ROUNDS = 4;
const STEPS = [0.5, 1, -0.5, -1];
/**
 * Costs, in found blocks: of a lost paragraph, and of other hidden text, as the number of characters that cost one
 * block.
 */
const LOST_PARAGRAPH_COST = 5;
const CHARACTERS_PER_COST = 400;
const KINDS = new Set(['newsletter-form', 'newsletter-promo', 'subscribe-nag', 'app-promo', 'donate-nag']);

interface Block {
  selector: string;
  kind: string;
}

const args = process.argv.slice(2);
const wordsFile = args[0] === '--words' ? args.splice(0, 2)[1] : undefined;
const [folder, ...others] = args;
if (folder === undefined) throw new Error('usage: [--words <file>] <folder> [<more folders> …]');

const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as Record<
  string,
  { clutter: Block[]; keepSelectors?: string[] }
>;
const pages = readPageSet(folder).filter(({ id }) => labels[id] !== undefined);
const siteSpecificWords = await findSiteSpecificWords([folder, ...others], wordsFile);

function labelsOf(id: string): Labels {
  const { clutter = [], keepSelectors = [] } = labels[id] ?? {};
  return {
    wanted: clutter.filter(({ kind }) => KINDS.has(kind)).map(({ selector }) => selector),
    clutter: clutter.map(({ selector }) => selector),
    keep: keepSelectors,
  };
}

/** Distributes sites evenly over folds. */
function foldOf(site: string): number {
  let hash = 2166136261;
  for (const char of site) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** Cached outcomes of weights for each page. */
const known = new Map<string, Outcome[]>();
const keyOf = (weights: Weights): string => Object.values(weights).join();

async function evaluateAll(candidates: readonly Weights[]): Promise<void> {
  const untried = [...new Map(candidates.map((weights) => [keyOf(weights), weights])).values()].filter(
    (weights) => !known.has(keyOf(weights)),
  );
  const answers = await askPages<Outcome[]>(
    pages,
    (page) =>
      `Lab.tryWeights(${[page.url, siteSpecificWords.get(siteOf(page)) ?? [], labelsOf(page.id), untried].map((value) => JSON.stringify(value)).join()})`,
    './weights-in-page.ts',
  );
  untried.forEach((weights, at) => {
    known.set(
      keyOf(weights),
      pages.map(({ id }) => answers.get(id)?.[at] ?? { found: 0, wanted: 0, lost: 0, over: 0 }),
    );
  });
}

function sumOutcomes(weights: Weights, isIncluded: (fold: number) => boolean): Outcome {
  const sum: Outcome = { found: 0, wanted: 0, lost: 0, over: 0 };
  known.get(keyOf(weights))?.forEach((outcome, at) => {
    const page = pages[at];
    if (page === undefined || !isIncluded(foldOf(siteOf(page)))) return;
    for (const key of ['found', 'wanted', 'lost', 'over'] as const) sum[key] += outcome[key];
  });
  return sum;
}

const valueOfOutcome = ({ found, lost, over }: Outcome): number =>
  found - lost * LOST_PARAGRAPH_COST - over / CHARACTERS_PER_COST;

function neighboursOf(weights: Weights): Weights[] {
  return (Object.keys(weights) as (keyof Weights)[]).flatMap((feature) =>
    STEPS.map((step) => ({ ...weights, [feature]: Math.max(0, weights[feature] + step) })),
  );
}

const formatOutcome = ({ found, wanted, lost, over }: Outcome): string =>
  `${found} of ${wanted} found, ${lost} lost, ${over} characters over`;

const start: Weights = { ...WEIGHTS };
/** One search for each omitted fold, and one on all sites. */
const searches = Array.from({ length: FOLDS + 1 }, (_, fold) => ({ fold, weights: start, isDone: false }));
await evaluateAll([start]);
for (let round = 0; round < ROUNDS && searches.some(({ isDone }) => !isDone); round++) {
  await evaluateAll(searches.filter(({ isDone }) => !isDone).flatMap(({ weights }) => neighboursOf(weights)));
  for (const search of searches) {
    if (search.isDone) continue;
    const isIncluded = (fold: number): boolean => fold !== search.fold;
    const value = (weights: Weights): number => valueOfOutcome(sumOutcomes(weights, isIncluded));
    const best = neighboursOf(search.weights).reduce((a, b) => (value(b) > value(a) ? b : a));
    if (value(best) > value(search.weights)) search.weights = best;
    else search.isDone = true;
  }
}

const total: Outcome = { found: 0, wanted: 0, lost: 0, over: 0 };
for (const { fold, weights } of searches) {
  const changed = (Object.keys(start) as (keyof Weights)[])
    .filter((feature) => weights[feature] !== start[feature])
    .map((feature) => `${feature} ${start[feature]} → ${weights[feature]}`);
  console.log(fold < FOLDS ? `without fold ${fold}` : 'on all', changed.join(', ') || 'nothing better');
  if (fold === FOLDS)
    console.log(
      `  ${formatOutcome(sumOutcomes(start, () => true))} → ${formatOutcome(sumOutcomes(weights, () => true))}`,
    );
  else {
    const outcome = sumOutcomes(weights, (other) => other === fold);
    for (const key of ['found', 'wanted', 'lost', 'over'] as const) total[key] += outcome[key];
  }
}
console.log(`sites left out: ${formatOutcome(sumOutcomes(start, () => true))} → ${formatOutcome(total)}`);
