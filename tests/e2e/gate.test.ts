import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLanguageFiles } from '../../cli/language-files.ts';
import { quotePage } from '../../cli/quote-page.ts';
import { ROOT } from '../../scripts/run-command.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { folderSite } from '../fixtures/serve.ts';
import { COURIER, HERALD } from '../fixtures/sites.ts';
import { describeLong } from '../long.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('the gate', () => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${COURIER}/login`);
  });

  it('notices articles, each with its headline', async () => {
    for (const [path, title] of [
      ['/harbour/breakwater-vote', 'Saltmere council backs £41m breakwater after six-hour debate'],
      ['/opinion/ferry-fares', 'A ferry is a street. Stop charging us to cross it'],
      ['/interviews/amara-oduya', '‘The seagrass came back before the council did’'],
      ['/ar/fish-market', 'سوق السمك في سالتمير يفتح أبوابه من جديد'],
      ['/uk/night-ferry', 'Нічний пором повертається на Оррін-Саунд'],
    ] as const) {
      await tab.page.goto(COURIER + path);
      const { isArticle, reason } = (await session.verdict(tab)).verdict;
      expect({ path, isArticle, reason }).toMatchObject({ isArticle: true });
      const { article, error } = await session.report(tab);
      expect(error).toBeNull();
      expect(article?.title).toBe(title);
    }
  });

  it('leaves other pages alone', async () => {
    for (const path of ['/', '/search?q=ferry', '/login', '/newsletters', '/live/']) {
      await tab.page.goto(COURIER + path);
      const { isArticle, reason } = (await session.verdict(tab)).verdict;
      expect({ path, isArticle, reason }).toMatchObject({ isArticle: false });
      expect(await session.extension.message(`why_${reason}`)).not.toBe('');
    }
  });

  describe('what is read', () => {
    it('has facts of the article and only its own text', async () => {
      await tab.page.goto(`${COURIER}/harbour/breakwater-vote`);
      const { article } = await session.report(tab);
      expect(article).toMatchObject({
        byline: 'Lena Marsh',
        siteName: 'The Harbour Courier',
        canonicalUrl: `${COURIER}/harbour/breakwater-vote`,
        lang: 'en',
        dir: 'ltr',
        isPreview: false,
      });
      expect(Date.parse(article?.publishedAt ?? '')).toBe(Date.parse('2026-05-12T21:40:00+01:00'));
      const paragraphs = article?.text.split('\n\n') ?? [];
      expect(paragraphs[0]).toMatch(/^Saltmere's town council voted nine to four/);
      expect(paragraphs.at(-1)).toMatch(/^The council meets again on June 16/);
      for (const foreign of ['Sign up for our newsletter', 'Oskar Hale', 'gannet47', 'Courier subscriber']) {
        expect(article?.text).not.toContain(foreign);
      }
    });
  });

  describeLong('the user’s word', () => {
    it('on a site holds for all its pages, and brings back what was hidden', async () => {
      await tab.page.goto(`${COURIER}/harbour/breakwater-vote`);
      await session.report(tab);
      await session.waitUntilHidden(tab, 'Get the harbour news first');
      const popup = await session.popup(tab);
      await popup.click('button', /^Not an article\?$/);
      await popup.click('button', /^Never on this site$/);
      await popup.shows(/You said that this is not an article/);
      await waitFor('the box to be back', async () =>
        (await readVisibleText(tab.page)).includes('Get the harbour news first'),
      );
      const later = await session.visit(`${COURIER}/harbour/tide-gauge`);
      await waitFor(
        'the user’s word',
        async () => (await session.verdict(later)).verdict.reason === 'userSaysNo',
      );
      await popup.click('button', /^Let Offprint decide$/);
      await session.report(tab);
      await later.page.goto(`${COURIER}/harbour/tide-gauge`);
      await session.report(later);
      await popup.page.close();
    });
  });
});

/**
 * Follows a link of an application. Not by the mouse: what stands above may be hidden between the aim and the click,
 * which then meets something else.
 */
const follow = (tab: Tab, href: string): Promise<unknown> =>
  waitFor(`a link to ${href}`, () =>
    tab.page.evaluate((wanted) => {
      const link = document.querySelector<HTMLAnchorElement>(`a[href="${wanted}"]`);
      link?.click();
      return link !== null;
    }, href),
  );

it('follows an application that changes its address without loading', async () => {
  const tab = await session.visit(`${COURIER}/live/`);
  await tab.page.waitForSelector('a[href="/live/regatta"]');
  expect((await session.verdict(tab)).verdict.isArticle).toBe(false);

  await follow(tab, '/live/regatta');
  const regatta = await session.report(tab, ({ article }) => article?.title.includes('regatta') ?? false);
  expect(regatta.url).toBe(`${COURIER}/live/regatta`);
  // The page's canonical link still names the list it came from.
  expect(regatta.article?.canonicalUrl).toBe(`${COURIER}/live/regatta`);
  expect(regatta.quotes.map((quote) => quote.resolvedSpeaker)).toContain('Rafe Dunmore');
  await session.waitUntilHidden(tab, 'Live, but by email');

  await follow(tab, '/live/');
  await waitFor('the page to be an article no more', async () => {
    const verdict = await session.extension.askTab(tab.id, 'gate/ask', null);
    return verdict?.verdict.isArticle === false;
  });
  await waitFor(
    'the assistant to leave',
    async () => (await session.extension.askTab(tab.id, 'page/report', { html: false })) === null,
  );

  await follow(tab, '/live/power-cut');
  const goat = await session.report(tab, ({ article }) => article?.title.startsWith('Goat') ?? false);
  expect(goat.article?.text).not.toContain('bowsprit');
  await session.waitUntilHidden(tab, 'Live, but by email');
});

it('reads all of an article of which only the beginning has come', async () => {
  const { page, tabId } = await session.extension.newTab();
  const release = session.network.hold((url) => url.endsWith('#rest'));
  const arrived = page.goto(`${HERALD}/lamp?slow=1&half`, { timeout: 0 });
  const report = session.report({ page, id: tabId });
  await waitFor(
    'the article to be noticed',
    async () => (await session.verdict({ page, id: tabId })).verdict.isArticle,
  );
  // Long enough for the assistant to have read what is there.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  release();
  await arrived;
  expect((await report).article?.text).toContain('It shows white, for two seconds in every ten');
});

describeLong('the command', () => {
  const site = folderSite(fileURLToPath(new URL('../fixtures/site', import.meta.url)));

  /** Browsers and Node differ in the last digit of an exponential function. */
  const DIGITS = 12;

  const rounded = (quotes: readonly Quote[]): Quote[] =>
    quotes.map((quote) => ({
      ...quote,
      key: Number(quote.key.toFixed(DIGITS)),
      confidence: Number(quote.confidence.toFixed(DIGITS)),
    }));

  it.each([
    ['/harbour/breakwater-vote', 2],
    ['/uk/night-ferry', 1],
  ])('%s is read by the command as by the extension', async (path, leastQuotes) => {
    const tab = await session.visit(COURIER + path);
    const { verdict, article, quotes, voices } = await session.report(tab);
    const source = await site(path, new URLSearchParams(), {});
    // The extension's own words and taggers: what the command has beside it is made by the same code.
    const folder = `${ROOT}.output/${session.kind === 'chromium' ? 'chrome' : 'firefox'}-mv3-test/`;
    const answer = await quotePage(
      source?.body ?? '',
      COURIER + path,
      openLanguageFiles(pathToFileURL(folder)),
    );
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
});
