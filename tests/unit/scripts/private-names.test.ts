import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { SHORT_NAMES } from '../../../scripts/private-names.ts';
import { runAtOnce } from '../../../utils/article/in-slices.ts';
import type { QuoteEngine } from '../../../utils/platform/tab-world.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { summariseVoices } from '../../../utils/quotes/summarise-voices.ts';
import { constructions } from '../quotes/constructions.ts';
import { marks } from '../quotes/constructions-marks.ts';
import { speakers } from '../quotes/constructions-speakers.ts';
import { ARTICLES } from '../quotes/languages/articles/all-articles.ts';
import { readArticle } from '../quotes/languages/read-article.ts';
import '../quotes/learn-all.ts';

/** A script of the engine as it is built, its private names shortened. */
async function buildScript(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(`../../../entrypoints/${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'script',
      },
      rolldownOptions: { output: { minify: { mangleProps: SHORT_NAMES } } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`${name} was not built`);
  return `${output.output[0].code}\nscript.main();`;
}

let engine: QuoteEngine;

beforeAll(async () => {
  const languages = Object.keys(ARTICLES);
  const scripts = await Promise.all(
    ['quotes', ...languages.map((lang) => `quotes-${lang}`)].map(buildScript),
  );
  const tab: { __offprint?: { quoteEngine?: QuoteEngine } } = {};
  createContext(tab);
  // As in a tab: scripts of their own, one after the other.
  for (const script of scripts) runInContext(script, tab);
  const built = tab.__offprint?.quoteEngine;
  if (!built) throw new Error('The built script left no engine');
  engine = built;
});

/** Results of another context, comparable with those of this one. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

test.each(Object.entries(ARTICLES))(
  'the built engine reads articles as its source does: %s',
  (lang, articles) => {
    for (const source of articles) {
      const { text } = readArticle(source);
      const quotes = findQuotes(text, { lang });
      expect(plain(runAtOnce(engine.findQuotes(text, { lang })))).toEqual(plain(quotes));
      expect(plain(engine.summariseVoices(quotes))).toEqual(plain(summariseVoices(quotes)));
    }
  },
);

test.each(Object.entries({ ...constructions, ...marks, ...speakers }))(
  'the built engine reads English as its source does: %s',
  (_, cases) => {
    const text = cases.map(([words]) => words).join('\n\n');
    expect(plain(runAtOnce(engine.findQuotes(text, {})))).toEqual(plain(findQuotes(text, {})));
  },
);
