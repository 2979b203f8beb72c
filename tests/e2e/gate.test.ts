import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { Session, type Tab } from './harness/session.ts';

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.start();
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
