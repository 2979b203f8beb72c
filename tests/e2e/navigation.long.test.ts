import { COURIER } from '../fixtures/sites.ts';
import '../unit/quotes/learn-all.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('pages that change their address', () => {
  const waitForBadge = (tab: Tab, text: string): Promise<unknown> =>
    waitFor(
      `the badge “${text}”`,
      async () => (await session.extension.call('action.getBadgeText', { tabId: tab.id })) === text,
    );

  it('follows the address where scrolling appends the next article', async () => {
    const tab = await session.visit(`${COURIER}/river/mussel-count`);
    const mussels = await session.report(tab);
    expect(mussels.article?.title).toBe('Volunteers count the mussels of the upper Orrin');
    const last = 'document.querySelector(".story:last-of-type").scrollIntoView({ block: "end" })';
    await tab.page.evaluate(`scrollBy(0, 40); ${last}`);
    await tab.page.waitForSelector('[data-url="/river/swing-bridge"]');
    await tab.page.evaluate(last);
    const bridge = await session.report(tab, ({ url }) => url === `${COURIER}/river/swing-bridge`);
    expect(bridge.article).toMatchObject({
      title: 'Swing bridge to be opened by hand again',
      byline: 'Owen Prid',
      canonicalUrl: `${COURIER}/river/swing-bridge`,
    });
    expect(bridge.article?.text).not.toContain('mussels');
    expect(bridge.quotes.map((quote) => quote.text)).toEqual(['It takes nine minutes, eleven if you talk']);

    await tab.page.evaluate('scrollTo(0, 0)');
    const again = await session.report(tab, ({ url }) => url === `${COURIER}/river/mussel-count`);
    expect(again.article?.title).toBe(mussels.article?.title);
    expect(again.article?.text).toBe(mussels.article?.text);
  });

  it('knows a page again that comes back from the history', async () => {
    const tab = await session.visit(`${COURIER}/harbour/tide-gauge`);
    await session.save(tab);
    await tab.page.goto(`${COURIER}/`);
    expect((await session.verdict(tab)).verdict.isArticle).toBe(false);
    // Later: the page may be gone before it has answered.
    await tab.page.evaluate(() => {
      setTimeout(() => history.back());
    });
    const report = await session.report(tab, ({ url }) => url.endsWith('/harbour/tide-gauge'));
    expect(report.article?.title).toContain('Tide gauge');
    await waitForBadge(tab, '✓');
  });
});

describe('languages of quotes', () => {
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
});
