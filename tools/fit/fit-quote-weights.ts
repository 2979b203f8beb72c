/**
 * Fits the trees that tell who spoke on a folder of labelled articles and writes them into `utils/quotes`, with what
 * they were fitted on and how well they do. Takes a minute, and gives the same trees each time:
 *
 *   npx node tools/fit/fit-quote-weights.ts <folder>
 *
 * For the figures, it fits on all publishers but one (the id up to the first `_`), for each in turn.
 */

import { SCALES } from '../../utils/quotes/speakers/feature-names.ts';
import { countRight, type Example, fitSpeakers, speakerExamples } from './fit-speakers.ts';
import { readCorpus } from './quote-corpus.ts';
import { nameBounds, printTree, writeWeights } from './write-weights.ts';

const publisherOf = (id: string): string => id.split('_')[0] ?? '';

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
