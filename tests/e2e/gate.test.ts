import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${COURIER}/login`);
});
afterAll(() => session.close());

describe('articles are noticed, each read with its headline', () => {
  it.each([
    ['/harbour/breakwater-vote', 'Saltmere council backs £41m breakwater after six-hour debate'],
    ['/harbour/tide-gauge', 'Tide gauge older than the railway goes back to work'],
    ['/features/skerry-light', 'The woman who still winds the Skerry light'],
    ['/opinion/ferry-fares', 'A ferry is a street. Stop charging us to cross it'],
    ['/interviews/amara-oduya', '‘The seagrass came back before the council did’'],
    ['/business/inbox-papers', 'Small papers find their readers again, in the inbox'],
    ['/investigations/dredging-contract', 'How the dredging contract was won'],
    ['/ar/fish-market', 'سوق السمك في سالتمير يفتح أبوابه من جديد'],
    ['/uk/night-ferry', 'Нічний пором повертається на Оррін-Саунд'],
  ])('%s', async (path, title) => {
    await tab.page.goto(COURIER + path);
    const { isArticle, reason } = (await session.verdict(tab)).verdict;
    expect({ isArticle, reason }).toMatchObject({ isArticle: true });
    const { article, error } = await session.report(tab);
    expect(error).toBeNull();
    expect(article?.title).toBe(title);
  });
});

describe('other pages are left alone', () => {
  it.each([['/'], ['/harbour/'], ['/search?q=ferry'], ['/login'], ['/newsletters'], ['/live/']])(
    '%s',
    async (path) => {
      await tab.page.goto(COURIER + path);
      const { isArticle, reason } = (await session.verdict(tab)).verdict;
      expect({ isArticle, reason }).toMatchObject({ isArticle: false });
      expect(await session.extension.message(`why_${reason}`)).not.toBe('');
    },
  );
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

  it('keeps the direction of Arabic', async () => {
    await tab.page.goto(`${COURIER}/ar/fish-market`);
    expect((await session.report(tab)).article).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('says where the page shows only the beginning', async () => {
    await tab.page.goto(`${COURIER}/investigations/dredging-contract`);
    expect((await session.report(tab)).article?.isPreview).toBe(true);
  });
});

describe('the user’s word', () => {
  const verdictOf = async (address: string): Promise<string> => {
    await tab.page.goto(address);
    return (await session.verdict(tab)).verdict.reason;
  };

  it('on a page is acted on at the next visit, on that page alone, until it is taken back', async () => {
    const address = `${COURIER}/newsletters`;
    await tab.page.goto(address);
    const popup = await session.popup(tab);
    await popup.click('button', /^Treat as article$/);
    expect((await session.report(tab)).verdict.reason).toBe('userSaysYes');
    await popup.page.close();

    const later = await session.visit(`${address}?utm_source=letter`);
    expect((await session.report(later)).verdict.reason).toBe('userSaysYes');
    expect(await verdictOf(`${COURIER}/login`)).not.toContain('userSays');

    const options = await session.screen('options.html');
    await options.click('button', /^Forget your choice for .*newsletters$/);
    await waitFor('the page to be forgotten', async () => !(await verdictOf(address)).includes('userSays'));
  });

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
