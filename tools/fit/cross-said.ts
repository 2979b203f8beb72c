/**
 * Measures who-said-what by leaving whole sites out: fits the speaker trees on other sites and other corpora, lets the
 * whole engine read the articles of the sites left out, and writes its quotes for `score-said.mjs`.
 *
 *   npx node tools/fit/cross-said.ts <said folder> <out.jsonl> [<english folder> <german folder>]
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { learnLanguages } from '../../utils/quotes/model/lexicon.ts';
import { flattenTrees } from '../../utils/quotes/speakers/boosted-trees.ts';
import { FEATURE_NAMES } from '../../utils/quotes/speakers/feature-names.ts';
import { type Example, fitSpeakers, saidExamples, speakerExamples } from './fit-speakers.ts';
import { readCorpus } from './quote-corpus.ts';
import { readSaid } from './said-corpus.ts';

const FOLDS = Number(process.env.FOLDS ?? 4);
learnLanguages(ALL_LANGUAGES);
const [folder = '', out = '', english, german] = process.argv.slice(2);
const articles = readSaid(folder);
const base: Example[] = [];
if (english)
  base.push(
    ...speakerExamples(readCorpus(english)).filter((_, i) => i % Number(process.env.EVERY ?? 3) === 0),
  );
if (german) base.push(...speakerExamples(readCorpus(german, 'de')));
const said = articles.map((article) => ({ article, examples: saidExamples(article) }));
const all = said.flatMap(({ examples }) => examples);
const reach = all.filter(({ options }) => options.some(({ right }) => right)).length;
console.log(
  `${all.length} quotations with a speaker, ${reach} with a candidate that is right; ${base.length} others`,
);
const sites = [...new Set(articles.map(({ site }) => site))].sort();
const foldOf = new Map(sites.map((site, i) => [site, i % FOLDS]));
const lines: string[] = [];
const right = 0;
const total = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const others = said
    .filter(({ article }) => foldOf.get(article.site) !== fold)
    .flatMap(({ examples }) => examples);
  const weighted = others.map((example) => ({ ...example, weight: Number(process.env.WEIGHT ?? 3) }));
  const trees = flattenTrees(fitSpeakers([...base, ...weighted]), FEATURE_NAMES);
  for (const { article } of said) {
    if (foldOf.get(article.site) !== fold) continue;
    const quotes = findQuotes(article.text, { lang: article.model.lexicon.code }, { speakers: trees });
    lines.push(JSON.stringify({ id: article.id, quotes }));
  }
  void right;
  void total;
}
writeFileSync(out, `${lines.join('\n')}\n`);
void readFileSync;
