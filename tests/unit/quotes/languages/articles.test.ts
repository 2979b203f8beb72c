import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { ARTICLES } from './articles.ts';
import { readArticle } from './read-article.ts';

/**
 * Shares of an article's quotes that the engine may leave unclear, or give to somebody else. These articles hold one of
 * every construction that their writer thought of; how often it is right on real ones is measured elsewhere (tools/fit).
 */
const UNCLEAR = 0.4;
const WRONG = 0.2;

describe.each(Object.entries(ARTICLES))('articles in %s', (lang, articles) => {
  test.each(articles.map((source) => ({ title: source.slice(0, 60), source })))('$title', ({ source }) => {
    const { text, quotes } = readArticle(source);
    const found = findQuotes(text, { lang });
    expect(found.map((quote) => quote.text)).toEqual(quotes.map((quote) => quote.text));
    const wrong = found.flatMap(({ resolvedSpeaker: shown }, i) => {
      const speaker = quotes[i]?.speaker ?? null;
      return shown !== null && shown !== speaker ? [{ shown, speaker, quote: quotes[i]?.text }] : [];
    });
    expect(wrong.slice(Math.ceil(quotes.length * WRONG))).toEqual([]);
    const unclear = found.filter((quote, i) => quote.resolvedSpeaker === null && quotes[i]?.speaker !== null);
    expect(unclear.length).toBeLessThanOrEqual(Math.ceil(quotes.length * UNCLEAR));
  });
});
