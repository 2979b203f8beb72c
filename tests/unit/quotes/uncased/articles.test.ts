import '../learn-all.ts';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { chooseLanguage } from '../../../../utils/quotes/languages/choose-language.ts';
import { arabicArticles } from './articles/arabic.ts';
import { chineseArticles } from './articles/chinese.ts';
import { japaneseArticles } from './articles/japanese.ts';
import { koreanArticles } from './articles/korean.ts';
import { readLabelled } from './read-labelled.ts';

const ARTICLES = { ar: arabicArticles, ja: japaneseArticles, ko: koreanArticles, zh: chineseArticles };

/** Characters from which a quote has to be found. */
const LONG = 8;

describe.each(Object.entries(ARTICLES))('who says what in %s', (lang, articles) => {
  it.each(articles.map((article) => [article.split('\n')[0] ?? '', article]))('%s', (_, article) => {
    const { text, quotes } = readLabelled(article);
    expect(chooseLanguage(null, text)).toBe(lang);
    const found = findQuotes(text, { lang });
    const shown = new Map(found.map((quote) => [quote.start, quote.resolvedSpeaker]));
    const long = quotes.filter((quote) => quote.text.length >= LONG);
    expect(long.filter(({ start }) => !shown.has(start)).map((quote) => quote.text)).toEqual([]);
    const speakers = new Map(quotes.map((quote) => [quote.start, quote.speaker]));
    const wrong = found.filter(
      ({ start, resolvedSpeaker }) => resolvedSpeaker !== null && resolvedSpeaker !== speakers.get(start),
    );
    expect(wrong.map((quote) => [quote.text, quote.resolvedSpeaker])).toEqual([]);
    expect(found.filter(({ start }) => !speakers.has(start)).map((quote) => quote.text)).toEqual([]);
    const clear = quotes.filter(({ speaker }) => speaker !== null);
    expect(clear.filter(({ start, speaker }) => shown.get(start) === speaker).length).toBeGreaterThanOrEqual(
      clear.length * 0.85,
    );
    for (const quote of found) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('takes most roles from the article', () => {
    let given = 0;
    let right = 0;
    for (const article of articles) {
      const { text, quotes } = readLabelled(article);
      const found = findQuotes(text, { lang });
      for (const { start, role } of quotes) {
        if (role === null) continue;
        given++;
        const shown = found.find((quote) => quote.start === start)?.role ?? '';
        if (shown !== '' && (shown.includes(role) || role.includes(shown))) right++;
      }
    }
    expect(right / given).toBeGreaterThanOrEqual(0.8);
  });
});
