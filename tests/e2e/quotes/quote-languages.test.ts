import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTaggersFromDisk } from '../../../tools/fit/know-taggers.ts';
import '../../unit/quotes/learn-all.ts';
import type { Article } from '../../../utils/article/types.ts';
import { questionOf } from '../../../utils/quotes/question.ts';
import { quoteArticle } from '../../../utils/quotes/quote-article.ts';
import type { Quote } from '../../../utils/quotes/types.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { ARTICLES } from '../../unit/quotes/languages/articles/all-articles.ts';
import { readArticle } from '../../unit/quotes/languages/read-article.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

it('reads quotes in the language of the article, also of the next one in the same tab', async () => {
  const tab = await session.visit(`${COURIER}/uk/night-ferry`);
  const ukrainian = await session.report(tab, (report) => report.quotes.length > 0);
  expect(ukrainian.quotes.map((quote) => quote.resolvedSpeaker)).toEqual(['Тарас Ковалів', 'Марія Дзвін']);

  await tab.page.goto(`${COURIER}/harbour/breakwater-vote`);
  const english = await session.report(tab, (report) => report.quotes.length > 0);
  expect(english.quotes.map((quote) => quote.resolvedSpeaker)).toContain('Ines Calloway');

  await tab.page.goto(`${COURIER}/ar/fish-market`);
  const arabic = await session.report(tab, (report) => report.quotes.length > 0);
  expect(new Set(arabic.quotes.map((quote) => quote.resolvedSpeaker))).toEqual(
    new Set(['ليلى منصور', 'يوسف داغر']),
  );
  await tab.page.close();
});

it('reads an article in a worker as it is read anywhere: with the tagger of its language', async () => {
  readTaggersFromDisk();
  for (const lang of ['de', 'pl', 'es'] as const) {
    const { text } = readArticle(ARTICLES[lang]?.[0] ?? '');
    const question = { text, lang, title: null, excerpt: null, byline: null };
    const { quotes } = await session.extension.findQuotes(question);
    const here = await quoteArticle(question);
    const said = (list: typeof quotes) =>
      list.map(({ resolvedSpeaker, confidence }) => [resolvedSpeaker, Math.round(confidence * 1000)]);
    expect(said(quotes)).toEqual(said(here));
  }
});

/** The quotes of a page as nobody asks for them who shows it: it is not read again when it changes. */
async function quotesOfUnshown(tab: Tab): Promise<Quote[]> {
  const readNow = async (): Promise<Article | null> => {
    const report = await session.extension.askTab(tab.id, 'page/report', { html: true, isFresh: true });
    return report?.state === 'article' ? report.article : null;
  };
  await waitFor('the article', readNow);
  // What a page loads late has it read once more, a good second after the first time.
  await tab.page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 1500)));
  let before = '';
  const article = await waitFor('the article to stay as it is', async () => {
    const now = await readNow();
    const isSame = now !== null && now.text === before;
    before = now?.text ?? '';
    if (isSame) return now;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return null;
  });
  return (await session.extension.findQuotes(questionOf(article))).quotes;
}

it('finds a quote in a page that changed a little, and marks no lookalike', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  const quotes = await quotesOfUnshown(tab);
  const quote = quotes.find(({ text }) => text.length > 60 && !text.includes('\n'));
  if (quote === undefined) throw new Error('no quote is long enough');
  const { start: at, end, text: words } = quote;
  const place = { start: at, end, text: words };
  const edge = words.slice(0, 25);
  const markedIn = () =>
    tab.page.evaluate(() => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      return ranges.map((range) =>
        range.startContainer.parentElement?.closest('[data-is]')?.getAttribute('data-is'),
      );
    });
  expect(await session.extension.askTab(tab.id, 'page/jumpToPlace', place)).toEqual({ found: true });

  // The page puts a copy of the words in front, and marks up the paragraph.
  await tab.page.evaluate(
    ([quoted = '', start = '']) => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(quoted));
      if (!paragraph) throw new Error('no paragraph');
      paragraph.dataset.is = 'quote';
      paragraph.innerHTML = paragraph.innerHTML.replace(start, `<mark>${start}</mark>`);
      const copy = document.createElement('p');
      copy.dataset.is = 'copy';
      copy.textContent = `More on this: ${quoted}`;
      paragraph.parentElement?.prepend(copy);
    },
    [words, edge],
  );
  expect(await session.extension.askTab(tab.id, 'page/jumpToPlace', place)).toEqual({ found: true });
  expect(await markedIn()).toEqual(['quote']);

  await tab.page.evaluate(() => document.querySelector('[data-is="quote"]')?.remove());
  expect(await session.extension.askTab(tab.id, 'page/jumpToPlace', place)).toEqual({ found: false });
  expect(await markedIn()).toEqual([]);
  await tab.page.close();
});
