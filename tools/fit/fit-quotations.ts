/**
 * Fits the trees that distinguish quotations from titles, names and terms, and writes them to `utils/quotes/extract`,
 * with their training data and accuracy. Takes half a minute; deterministic. Usage: npx node
 * tools/fit/fit-quotations.ts <english> <german> <many languages>. Cross-validation leaves out whole sites, and then
 * whole languages.
 */

import { thresholdFor } from '../../utils/quotes/extract/choose-quotes.ts';
import { QUOTE_FEATURES, type QuoteFeature } from '../../utils/quotes/extract/quote-features.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { registerLanguages } from '../../utils/quotes/model/lexicon.ts';
import { flattenTrees, sumTrees, type Tree } from '../../utils/quotes/speakers/boosted-trees.ts';
import { type BoostOptions, boost } from './boost.ts';
import { readCorpus } from './quote-corpus.ts';
import { corpusRows, type QuoteRow, saidRows } from './quote-rows.ts';
import { readLabelledArticles } from './said-corpus.ts';
import { writeTrees } from './write-weights.ts';

/**
 * In cross-validation by site, 40 to 120 trees of 4 to 10 leaves are equally good within the variation between folds.
 */
const OPTIONS: BoostOptions = { trees: 60, leaves: 6, rate: 0.15, lambda: 3, least: 1.5 };
/** The weight of a span: the corpora of single languages are many times larger than those of all others. */
const ENGLISH_WEIGHT = 1;
const GERMAN_WEIGHT = 0.7;
const SAID_WEIGHT = 1;
/** The weight of the same articles read without words, so that unsupported languages benefit from all others. */
const WORDLESS_WEIGHT = 0.3;
/**
 * Number of spans of a language with weight 1; languages with fewer get a higher weight, those with more a lower one.
 */
const REFERENCE_SPANS = 120;
const MAX_WEIGHT = 3;
/** Number of folds by site. */
const FOLDS = 6;
const believe = (tree: ReturnType<typeof flattenTrees>, row: readonly number[]): number =>
  1 / (1 + Math.exp(-sumTrees(tree, row)));

function fitTrees(rows: readonly QuoteRow[]): Tree<QuoteFeature>[] {
  return boost(
    {
      columns: QUOTE_FEATURES.map((_, i) => Uint8Array.from(rows, ({ row }) => row[i] ?? 0)),
      starts: Int32Array.from({ length: rows.length + 1 }, (_, i) => i),
      right: Uint8Array.from(rows, ({ right }) => (right ? 1 : 0)),
      weight: Float64Array.from(rows, ({ weight }) => weight),
      offset: new Float64Array(rows.length),
    },
    QUOTE_FEATURES,
    OPTIONS,
  );
}

interface Told {
  row: QuoteRow;
  told: boolean;
}

/** Predictions for each row by fits without its part. */
function leaveOut(rows: readonly QuoteRow[], partOf: (row: QuoteRow) => number | string | null): Told[] {
  const parts = new Set(rows.map(partOf).filter((part) => part !== null));
  return [...parts].flatMap((part) => {
    const trees = flattenTrees(fitTrees(rows.filter((row) => partOf(row) !== part)), QUOTE_FEATURES);
    return rows
      .filter((row) => partOf(row) === part)
      .map((row) => ({ row, told: believe(trees, row.row) >= thresholdFor(row.row) }));
  });
}

function describe(name: string, told: readonly Told[]): string {
  const of = (right: boolean, short: boolean) =>
    told.filter(({ row }) => row.right === right && row.short === short);
  const share = (list: readonly Told[]) => {
    const hits = list.filter((item) => item.told).length;
    return `${String(hits).padStart(4)} of ${String(list.length).padStart(4)}`;
  };
  const found = of(true, false);
  const wrong = told.filter((item) => item.told && !item.row.right);
  const rate = ((100 * wrong.length) / Math.max(1, found.length)).toFixed(1);
  return `${name.padEnd(10)} found ${share(found)}  of a few words ${share(of(true, true))}  false ${String(wrong.length).padStart(3)} (${rate} per 100)`;
}

const [english, german, many] = process.argv.slice(2);
if (!english || !german || !many)
  throw new Error('usage: npx node tools/fit/fit-quotations.ts <english> <german> <many languages>');
registerLanguages(ALL_LANGUAGES);
const articles = readLabelledArticles(many);
const sizes = new Map<string, number>();
for (const { lang, model } of articles) sizes.set(lang, (sizes.get(lang) ?? 0) + model.spans.length);
const even = (lang: string): number =>
  Math.min(MAX_WEIGHT, Math.sqrt(REFERENCE_SPANS / (sizes.get(lang) ?? REFERENCE_SPANS)));
const rows = [
  ...corpusRows(readCorpus(english), 'english', 'en', ENGLISH_WEIGHT),
  ...corpusRows(readCorpus(german, 'de'), 'german', 'de', GERMAN_WEIGHT),
  ...articles.flatMap((article) => saidRows(article, SAID_WEIGHT * even(article.lang))),
  ...articles.flatMap((article) => saidRows(article, WORDLESS_WEIGHT * even(article.lang), true)),
];

const sources = [
  ...new Set(rows.filter(({ corpus }) => corpus === 'said').map(({ source }) => source)),
].sort();
const publishers = [
  ...new Set(rows.filter(({ corpus }) => corpus === 'english').map(({ source }) => source)),
].sort();
const partOf = ({ corpus, source }: QuoteRow): number | string => {
  if (corpus === 'german') return 'german';
  return (corpus === 'english' ? publishers : sources).indexOf(source) % FOLDS;
};
const bySite = leaveOut(rows, partOf);
const ofCorpus = (told: readonly Told[], corpus: string) => told.filter(({ row }) => row.corpus === corpus);
const languages = [...sizes.keys()].sort();
console.log('sites left out');
for (const corpus of ['english', 'german', 'said', 'wordless'])
  console.log(describe(corpus, ofCorpus(bySite, corpus)));
for (const lang of languages)
  console.log(
    describe(
      `  ${lang}`,
      ofCorpus(bySite, 'said').filter(({ row }) => row.lang === lang),
    ),
  );
const byLanguage = leaveOut(rows, ({ lang }) => lang);
console.log('languages left out');
console.log(describe('said', ofCorpus(byLanguage, 'said')));
for (const lang of languages)
  console.log(
    describe(
      `  ${lang}`,
      ofCorpus(byLanguage, 'said').filter(({ row }) => row.lang === lang),
    ),
  );

const figure = (name: string, told: readonly Told[]): string =>
  describe(name, told).replaceAll(/ +/g, ' ').trim();
const figures = [
  figure('english', ofCorpus(bySite, 'english')),
  figure('german', ofCorpus(bySite, 'german')),
  figure('all', ofCorpus(bySite, 'said')),
  figure('wordless', ofCorpus(bySite, 'wordless')),
].join('; ');
writeTrees(
  'extract/quotation-trees.json',
  `Whether a span is somebody's words: what each tree says of it by its features (quote-features.ts), in log-odds, adds up. Fitted by tools/fit/fit-quotations.ts on ${rows.length} spans: 669 articles in English, 700 in German and ${articles.length} in ${sizes.size} languages, the last ones also read without words. By fits that have not seen the site: ${figures}; and that have not seen the language: ${figure('all', ofCorpus(byLanguage, 'said'))}`,
  fitTrees(rows),
);
