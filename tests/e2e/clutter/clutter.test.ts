import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { Session } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** True when the wheel moves the page. */
async function scrolls(page: Page): Promise<boolean> {
  await page.bringToFront();
  await page.mouse.move(400, 400);
  await page.mouse.wheel({ deltaY: 400 });
  return page.evaluate(() => scrollY > 0);
}

async function expectVisible(page: Page, ...texts: string[]): Promise<void> {
  const visible = await readVisibleText(page);
  for (const text of texts) expect(visible).toContain(text);
}

it('hides sign-up boxes, bars and nags, and leaves the article whole', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.waitUntilHidden(
    tab,
    'Get the harbour news first',
    'The morning tide, in your inbox',
    'Subscribe from £1 a week',
    'Become a Courier subscriber',
  );
  const { article, hidden } = await session.report(tab);
  const visible = (await readVisibleText(tab.page)).replace(/\s+/g, ' ');
  for (const paragraph of article?.text.split('\n\n') ?? []) {
    expect(visible).toContain(paragraph.replace(/\s+/g, ' '));
  }
  // What a user may want to keep stays by default.
  await expectVisible(tab.page, 'More from the Courier', 'Comments (2)');
  for (const item of hidden) {
    expect(await session.extension.message(`kind_${item.kind.replaceAll('-', '_')}`)).not.toBe('');
  }
});

it('takes away an overlay that comes late, and gives scrolling back', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await tab.page.waitForSelector('.newsletter-modal');
  await session.waitUntilHidden(tab, "Don't miss the tide");
  await waitFor('the page to scroll', () => scrolls(tab.page));
  // The list of what was hidden names it too.
  await session.report(tab, ({ hidden }) => hidden.some((item) => item.text.includes("Don't miss the tide")));
});

it('brings everything back on request, one by one or all at once', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.waitUntilHidden(tab, 'Get the harbour news first', 'Subscribe from £1 a week');
  const { hidden } = await session.report(tab, (report) =>
    report.hidden.some((item) => item.text.includes('Subscribe from £1')),
  );
  const bar = hidden.find((item) => item.text.includes('Subscribe from £1'));
  await session.extension.askTab(tab.id, 'page/setHidden', { id: bar?.id ?? -1, hidden: false });
  await waitFor('the bar to come back', async () =>
    (await readVisibleText(tab.page)).includes('Subscribe from £1 a week'),
  );
  expect(await readVisibleText(tab.page)).not.toContain('Get the harbour news first');

  const items = await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  expect(items?.every((item) => !item.hidden)).toBe(true);
  await expectVisible(tab.page, 'Get the harbour news first', 'The morning tide, in your inbox');

  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: true });
  await session.waitUntilHidden(tab, 'Get the harbour news first', 'Subscribe from £1 a week');
});

it('hides boxes put between paragraphs later, and an app banner with the room it made', async () => {
  const tab = await session.visit(`${COURIER}/harbour/tide-gauge`);
  await tab.page.waitForSelector('.newsletter-signup.inline');
  await tab.page.waitForSelector('.app-banner');
  await session.waitUntilHidden(tab, 'Sign up for the Sunday letter', 'Download the app');
  await expectVisible(tab.page, 'It is for checking the telephone.', 'The paper is changed at noon.');
});

it('hides promotion of letters, app and donations inside a long feature', async () => {
  const tab = await session.visit(`${COURIER}/features/skerry-light`);
  await tab.page.waitForSelector('.app-banner');
  await session.waitUntilHidden(tab, 'The Sunday Letter', 'Make a donation', 'Download the app');
  await expectVisible(tab.page, 'One long, two short', 'It is not a museum', 'The cable');
});

it('does not let a pop-up appear when the pointer leaves, and leaves the cookie question alone', async () => {
  const tab = await session.visit(`${COURIER}/opinion/ferry-fares`);
  await session.report(tab);
  await tab.page.evaluate(() => document.documentElement.dispatchEvent(new MouseEvent('mouseleave')));
  await session.waitUntilHidden(tab, 'Leaving so soon?');
  await expectVisible(tab.page, 'would like to set cookies', 'Reject all');
});

it('hides nothing of an article about newsletters but the box that is not part of it', async () => {
  const tab = await session.visit(`${COURIER}/business/inbox-papers`);
  await session.waitUntilHidden(tab, 'Get the harbour news first');
  await expectVisible(
    tab.page,
    'Subscribe now was the worst button we ever made',
    'news@tidewaterletter.example',
    'It says, “Sign up for our newsletter” in red, crossed out',
    'To subscribe costs four pounds a month',
    'Post comment',
  );
});

it('never touches a paywall, nor shows what is behind it', async () => {
  const tab = await session.visit(`${COURIER}/investigations/dredging-contract`);
  await session.report(tab);
  await expectVisible(tab.page, 'Subscribe to continue reading', 'See the offers');
  const height = await tab.page.$eval('.behind-wall', (wall) => (wall as HTMLElement).offsetHeight);
  expect(height).toBeLessThan(150);
});

it('leaves pages alone whose main thing is a form', async () => {
  const tab = await session.visit(`${COURIER}/newsletters`);
  await session.verdict(tab);
  await expectVisible(tab.page, 'The Morning Tide, weekdays at six', 'Subscribe');
  const login = await session.visit(`${COURIER}/login`);
  await session.verdict(login);
  await expectVisible(login.page, 'Email address', 'Forgot your password?');
  const search = await session.visit(`${COURIER}/search`);
  await session.verdict(search);
  await expectVisible(search.page, 'Search results for “ferry”', '4 results');
});

it('hides sign-up boxes in other languages', async () => {
  const arabic = await session.visit(`${COURIER}/ar/fish-market`);
  await session.waitUntilHidden(arabic, 'اشترك في نشرتنا البريدية');
  const ukrainian = await session.visit(`${COURIER}/uk/night-ferry`);
  await session.waitUntilHidden(ukrainian, 'Підпишіться на нашу розсилку');
});
