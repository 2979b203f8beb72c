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
import { type FlatTrees, flattenTrees, sumTrees } from '../../utils/quotes/speakers/boosted-trees.ts';
import { FEATURE_NAMES } from '../../utils/quotes/speakers/feature-names.ts';
import { ENTITY_FEATURE_NAMES } from '../../utils/quotes/speakers/entity-candidates.ts';
import { type EntityExample, entityExamples, fitEntities, namedExamples, tally } from './fit-entities.ts';
import { type Example, fitSpeakers, isRight, saidExamples, speakerExamples } from './fit-speakers.ts';
import { readCorpus } from './quote-corpus.ts';
import { knowAllTaggers } from './know-taggers.ts';
import { readSaid, type SaidArticle } from './said-corpus.ts';

const FOLDS = Number(process.env.FOLDS ?? 4);
learnLanguages(ALL_LANGUAGES);
knowAllTaggers();
const [folder = '', out = '', english, german] = process.argv.slice(2);
const articles = readSaid(folder);
const base: Example[] = [];
const corpora = [
  ...(english ? readCorpus(english).filter((_, i) => i % Number(process.env.EVERY ?? 3) === 0) : []),
  ...(german ? readCorpus(german, 'de') : []),
];
base.push(...speakerExamples(corpora));
const said = articles.map((article) => ({ article, examples: saidExamples(article) }));
const all = said.flatMap(({ examples }) => examples);
const reach = all.filter(({ options }) => options.some(({ right }) => right)).length;
console.log(
  `${all.length} quotations with a speaker, ${reach} with a candidate that is right; ${base.length} others`,
);
const sites = [...new Set(articles.map(({ site }) => site))].sort();
const foldOf = new Map(sites.map((site, i) => [site, i % FOLDS]));
const lines: string[] = [];
const stage1 = { right: 0, total: 0 };
const stage2 = { right: 0, total: 0, sure: 0, sureRight: 0 };
const named: EntityExample[] = [];
const held: { article: SaidArticle; speakers: FlatTrees; fold: number }[] = [];
const entityRows = new Map<string, EntityExample[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const others = said
    .filter(({ article }) => foldOf.get(article.site) !== fold)
    .flatMap(({ examples }) => examples);
  const weighted = others.map((example) => ({ ...example, weight: Number(process.env.WEIGHT ?? 3) }));
  const trees = flattenTrees(fitSpeakers([...base, ...weighted]), FEATURE_NAMES);
  // Each part of the other corpora is read by trees that were fitted on it; that is near enough.
  named.push(...corpora.filter((_, i) => i % FOLDS === fold).flatMap((article) => namedExamples(article, trees)));
  for (const { article, examples } of said) {
    if (foldOf.get(article.site) !== fold) continue;
    const list = examples.filter(({ options }) => options.some(({ right }) => right));
    stage1.total += list.length;
    stage1.right += list.filter((example) => isRight(example, trees)).length;
    held.push({ article, speakers: trees, fold });
    entityRows.set(article.id, entityExamples(article, trees));
  }
}
for (let round = 0; round < Number(process.env.ROUNDS ?? 1); round++) {
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    flattenTrees(
      fitEntities(
        held.filter((item) => item.fold !== fold).flatMap(({ article }) => entityRows.get(article.id) ?? []),
        named,
      ),
      ENTITY_FEATURE_NAMES,
    ),
  );
  for (const { article, speakers, fold } of held) entityRows.set(article.id, entityExamples(article, speakers, fits[fold]));
}
for (let fold = 0; fold < FOLDS; fold++) {
  const others = held.filter((item) => item.fold !== fold).flatMap(({ article }) => entityRows.get(article.id) ?? []);
  const entities = process.env.OLD ? undefined : flattenTrees(fitEntities(others, named), ENTITY_FEATURE_NAMES);
  for (const { article, speakers } of held.filter((item) => item.fold === fold)) {
    for (const { rows, right } of entityRows.get(article.id) ?? []) {
      if (!entities) break;
      const scores = rows.map((row) => sumTrees(entities, row));
      const top = Math.max(...scores);
      const share = 1 / scores.reduce((a, b) => a + Math.exp(b - top), 0);
      const ok = right[scores.indexOf(top)] === true;
      stage2.total++;
      stage2.right += ok ? 1 : 0;
      if (share > 0.7) {
        stage2.sure++;
        stage2.sureRight += ok ? 1 : 0;
      }
    }
    const quotes = findQuotes(article.text, { lang: article.model.lexicon.code }, { speakers, ...(entities && { entities }), bar: Number(process.env.BAR ?? 0.5) });
    lines.push(JSON.stringify({ id: article.id, quotes }));
  }
}
console.log(tally, stage1, stage2);
writeFileSync(out, `${lines.join('\n')}\n`);
void readFileSync;
