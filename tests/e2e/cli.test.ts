import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quotePage } from '../../cli/answer.ts';
import { languageFilesIn } from '../../cli/language-files.ts';
import { ROOT } from '../../scripts/run-command.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { folderSite } from '../fixtures/serve.ts';
import { COURIER } from '../fixtures/sites.ts';
import { Session } from './harness/session.ts';

const site = folderSite(fileURLToPath(new URL('../fixtures/site', import.meta.url)));

/** Browsers and Node differ in the last digit of an exponential function. */
const DIGITS = 12;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

const rounded = (quotes: readonly Quote[]): Quote[] =>
  quotes.map((quote) => ({
    ...quote,
    key: Number(quote.key.toFixed(DIGITS)),
    confidence: Number(quote.confidence.toFixed(DIGITS)),
  }));

it.each([
  ['/harbour/breakwater-vote', 2],
  ['/interviews/amara-oduya', 1],
  ['/features/skerry-light', 1],
  ['/investigations/dredging-contract', 1],
  ['/uk/night-ferry', 1],
  ['/ar/fish-market', 0],
])('%s is read by the command as by the extension', async (path, leastQuotes) => {
  const tab = await session.visit(COURIER + path);
  const { verdict, article, quotes, voices } = await session.report(tab);
  const source = await site(path, new URLSearchParams(), {});
  // The extension's own words and taggers: what the command has beside it is made by the same code.
  const folder = `${ROOT}.output/${session.kind === 'chromium' ? 'chrome' : 'firefox'}-mv3/`;
  const answer = await quotePage(source?.body ?? '', COURIER + path, languageFilesIn(pathToFileURL(folder)));
  expect({ ...answer, quotes: rounded(answer.quotes) }).toEqual({
    url: article?.url,
    isArticle: verdict.isArticle,
    title: article?.title,
    byline: article?.byline,
    siteName: article?.siteName,
    publishedAt: article?.publishedAt,
    lang: article?.lang,
    text: article?.text,
    quotes: rounded(quotes),
    voices,
  });
  expect(quotes.length).toBeGreaterThanOrEqual(leastQuotes);
  await tab.page.close();
});
