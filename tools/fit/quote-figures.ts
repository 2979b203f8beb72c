/**
 * Prints the accuracy of the quote engine in each language on the invented articles of the unit tests. Usage: npx node
 * tools/fit/quote-figures.ts [language]. With a language, every error is printed, too.
 */
import { ARTICLES } from '../../tests/unit/quotes/articles.ts';
import { readLines } from '../../tests/unit/quotes/read-article.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { registerLanguages } from '../../utils/quotes/model/lexicon.ts';

registerLanguages(ALL_LANGUAGES);
const chosen = process.argv[2];

for (const [lang, articles] of Object.entries(ARTICLES)) {
  if (chosen !== undefined && chosen !== lang) continue;
  let known = 0;
  let found = 0;
  let named = 0;
  let wrong = 0;
  for (const source of articles) {
    const { text, quotes } = readLines(source);
    const results = new Map(
      findQuotes(text, { lang }).map((quote) => [`${quote.start} ${quote.text.length}`, quote]),
    );
    for (const quote of quotes) {
      known++;
      const result = results.get(`${quote.start} ${quote.text.length}`);
      results.delete(`${quote.start} ${quote.text.length}`);
      if (result) found++;
      if (result && result.resolvedSpeaker === quote.speaker) named++;
      else if (chosen !== undefined) {
        const said = result
          ? `${result.resolvedSpeaker} (${result.speaker}, ${result.confidence.toFixed(2)})`
          : 'not found';
        console.log(`${quote.text}\n    ${quote.speaker} ≠ ${said}`);
      }
    }
    wrong += results.size;
    if (chosen !== undefined)
      for (const { text: words } of results.values()) console.log(`no quote: ${words}`);
  }
  const f1 = (2 * found) / (known + found + wrong);
  console.log(`${lang}: ${known} quotes, span F1 ${f1.toFixed(3)}, speaker right ${named}/${known}`);
}
