import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { ARTICLES } from './articles/all-articles.ts';
import { readArticle } from './read-article.ts';

describe.each(Object.entries(ARTICLES))('articles in %s', (lang, articles) => {
  test.each(articles.map((source) => ({ title: source.slice(0, 60), source })))('$title', ({ source }) => {
    const { text, quotes } = readArticle(source);
    const found = findQuotes(text, { lang });
    expect(found.map((quote) => [quote.text, quote.resolvedSpeaker])).toEqual(
      quotes.map((quote) => [quote.text, quote.speaker]),
    );
  });
});
