/**
 * Fits the attribution of quotes to labelled articles, and cross-validates by site. Usage: npx node
 * tools/fit/fit-who-said.ts <english folder> <german folder> <said folder> […] [--out quotes.jsonl] [--write]. The
 * first two folders are in the format of `quote-corpus.ts`, all others in that of `said-corpus.ts`. Two stacked fits:
 * which mention at the quote names its speaker, and which entity that is in the whole article. The second one is fitted
 * to out-of-sample predictions of the first one, and to its own choices for the previous quotes. `--out` writes the
 * quotes of every said article by fits without its site; `--write` fits to all.
 */

import { writeFileSync } from 'node:fs';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { registerLanguages } from '../../utils/quotes/model/lexicon.ts';
import { type FlatTrees, flattenTrees, sumTrees } from '../../utils/quotes/speakers/boosted-trees.ts';
import { SCALES } from '../../utils/quotes/speakers/candidate-features.ts';
import { FEATURE_NAMES } from '../../utils/quotes/speakers/candidate-row.ts';
import { ENTITY_FEATURE_NAMES } from '../../utils/quotes/speakers/entities/entity-features.ts';
import { type EntityExample, entityExamples, fitEntities, namedExamples } from './fit-entities.ts';
import { type Example, fitSpeakers, isRight, saidExamples, speakerExamples } from './fit-speakers.ts';
import { readTaggersFromDisk } from './know-taggers.ts';
import { readCorpus } from './quote-corpus.ts';
import { type QuoteArticle, readLabelledArticles } from './said-corpus.ts';
import { nameBounds, writeTrees } from './write-weights.ts';

/** Number of folds by site. */
const FOLDS = 4;
/** The weight of a said article relative to one of the other corpora in the first fit, and vice versa in the second. */
const SAID_WEIGHT = 4;
/**
 * The weight of English corpora, whose labels give the exact words that name the speaker; those of said articles are
 * less exact.
 */
const ENGLISH_WEIGHT = 1;
/** Number of rounds in which the second fit uses its own choices for the previous quotes. */
const ROUNDS = 1;
/** Minimum confidence of speakers that count as sure in the printed figures. */
const MIN_SURE_CONFIDENCE = 0.7;

registerLanguages(ALL_LANGUAGES);
readTaggersFromDisk();
const args = process.argv.slice(2);
const write = args.includes('--write');
const outAt = args.indexOf('--out');
const out = outAt < 0 ? null : (args[outAt + 1] ?? null);
const [english = '', german = '', ...folders] = args.filter(
  (arg, i) => !arg.startsWith('--') && (outAt < 0 || i !== outAt + 1),
);

const corpora = [...readCorpus(english), ...readCorpus(german, 'de')];
const base = speakerExamples(corpora);
const said = folders
  .flatMap(readLabelledArticles)
  .map((article) => ({ article, examples: saidExamples(article) }));
const sites = [...new Set(said.map(({ article }) => article.site))].sort();
const foldOf = new Map(sites.map((site, i) => [site, i % FOLDS]));

const weighted = (examples: readonly Example[]): Example[] =>
  examples.map((example) => ({ ...example, weight: example.lang === 'en' ? ENGLISH_WEIGHT : SAID_WEIGHT }));
const fitFirst = (examples: readonly Example[]) => fitSpeakers([...base, ...weighted(examples)]);

interface Held {
  article: QuoteArticle;
  fold: number;
  speakers: FlatTrees;
  rows: EntityExample[];
}

const named: EntityExample[] = [];
const held: Held[] = [];
const first = { right: 0, total: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const others = said.filter(({ article }) => foldOf.get(article.site) !== fold);
  const speakers = flattenTrees(fitFirst(others.flatMap(({ examples }) => examples)), FEATURE_NAMES);
  // Each part of the other corpora is predicted by a fit that includes it; the bias is negligible.
  named.push(
    ...corpora.filter((_, i) => i % FOLDS === fold).flatMap((article) => namedExamples(article, speakers)),
  );
  for (const { article, examples } of said) {
    if (foldOf.get(article.site) !== fold) continue;
    const reachable = examples.filter(({ options }) => options.some(({ right }) => right));
    first.total += reachable.length;
    first.right += reachable.filter((example) => isRight(example, speakers)).length;
    held.push({ article, fold, speakers, rows: entityExamples(article, speakers) });
  }
}
const fitSecond = (rows: readonly EntityExample[]): FlatTrees =>
  flattenTrees(fitEntities(rows, named), ENTITY_FEATURE_NAMES);
const without = (fold: number): EntityExample[] =>
  held.filter((item) => item.fold !== fold).flatMap(({ rows }) => rows);
for (let round = 0; round < ROUNDS; round++) {
  const fits = Array.from({ length: FOLDS }, (_, fold) => fitSecond(without(fold)));
  for (const item of held) item.rows = entityExamples(item.article, item.speakers, fits[item.fold]);
}

const second = { right: 0, total: 0, sure: 0, sureRight: 0 };
const lines: string[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const entities = fitSecond(without(fold));
  for (const { article, speakers, rows: examples } of held.filter((item) => item.fold === fold)) {
    for (const { rows, right } of examples) {
      const scores = rows.map((row) => sumTrees(entities, row));
      const top = Math.max(...scores);
      const share = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
      const isTrue = right[scores.indexOf(top)] === true ? 1 : 0;
      second.total++;
      second.right += isTrue;
      second.sure += share > MIN_SURE_CONFIDENCE ? 1 : 0;
      second.sureRight += share > MIN_SURE_CONFIDENCE ? isTrue : 0;
    }
    if (out === null) continue;
    const quotes = findQuotes(article.text, { lang: article.model.lexicon.code }, { speakers, entities });
    lines.push(JSON.stringify({ id: article.id, quotes }));
  }
}
const share = (n: number, of: number): string => `${n} of ${of} (${((100 * n) / of).toFixed(1)} %)`;
const figures = {
  first: `The right mention for ${share(first.right, first.total)} of the quotes of sites left out.`,
  second: `The right speaker, or rightly none, for ${share(second.right, second.total)} of the quotes of sites left out; of the ${second.sure} with a belief of over ${MIN_SURE_CONFIDENCE} ${share(second.sureRight, second.sure)}.`,
};
console.log(figures.first);
console.log(figures.second);
if (out !== null) writeFileSync(out, `${lines.join('\n')}\n`);

if (write) {
  const on = `Fitted by tools/fit/fit-who-said.ts on ${corpora.length} articles in English and German and ${said.length} articles of ${sites.length} sites in ${new Set(said.map(({ article }) => article.lang)).size} languages.`;
  const speakers = fitFirst(said.flatMap(({ examples }) => examples));
  writeTrees(
    'speakers/speaker-trees.json',
    `Which mention at a quote names its speaker: what each tree says of a candidate by its features (candidate-features.ts), in log-odds, adds up. ${on} ${figures.first}`,
    speakers.map((tree) => nameBounds(tree, SCALES)),
  );
  const all = held.flatMap(({ rows }) => rows);
  writeTrees(
    'speakers/entities/entity-trees.json',
    `Whose words a quote is, over the whole article: what each tree says of a person or a body by its features (entity-candidates.ts), in log-odds, adds up. ${on} ${figures.second}`,
    fitEntities(all, named),
  );
}
