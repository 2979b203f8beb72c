import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUNDER } from '../fixtures/living/site.ts';
import { STORIES } from '../fixtures/living/stories.ts';
import { readSaved, saveNow } from './harness/saves.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const NEWS = `${SOUNDER}/2026/05`;

let session: Session;
let drawnLate: [Tab, Tab];
let half: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  // These take their time while the other tests run.
  drawnLate = [await session.visit(`${NEWS}/drawn-late`), await session.visit(`${NEWS}/drawn-later`)];
  half = await session.visit(`${NEWS}/late-half`);
});
afterAll(() => session.close());

const visit = async (path: string, title: string): Promise<Tab> => {
  const tab = await session.visit(NEWS + path);
  await session.report(tab, ({ article }) => article?.title === title);
  return tab;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a save keeps what is there now', () => {
  it('of a story whose rest was fetched when the user asked for it', async () => {
    const tab = await visit('/fold', STORIES.lantern.title);
    // Any reading after the load is over by then.
    await pause(2000);
    const popup = await session.popup(tab);
    await popup.click('button', /^Save$/);
    await popup.find('button', /^Saved$/);
    await tab.page.evaluate('more()');
    // The popup follows: what is saved is not all any more, and there is one more quote.
    await popup.shows(/Key quotes 1 of 2|Tamsin Orle/);
    await popup.shows(/The page has changed since you saved it/);
    await popup.page.close();
    const text = await readSaved(session, await saveNow(session, tab));
    expect(text).toContain('expects the first of them after the storms');
  });

  it('of a story whose second half came late', async () => {
    await waitFor('the second half', () => half.page.evaluate('document.querySelectorAll("p").length > 5'));
    const text = await readSaved(session, await saveNow(session, half));
    expect(text).toContain('expects the first of them after the storms');
  });

  it('of pictures that came when they were scrolled to, or that only a noscript or a style names', async () => {
    const tab = await visit('/lazy', STORIES.orchard.title);
    for (const n of [0, 1, 2]) {
      await tab.page.evaluate(`document.images[${n}].scrollIntoView({ block: 'center' })`);
      await waitFor('the picture', () => tab.page.evaluate(`document.images[${n}].src.startsWith('http')`));
    }
    const report = await session.extension.askTab(tab.id, 'page/report', { html: true, isFresh: true });
    for (const n of [1, 2, 3]) expect(report?.article?.html).toContain(`${SOUNDER}/img/orchard-${n}.png`);
    const hidden = await visit('/hidden-pictures', STORIES.ferry.title);
    const { article } = await session.report(hidden);
    expect(article?.html).toContain(`src="${SOUNDER}/img/in-noscript.png"`);
    expect(article?.html).toContain(`src="${SOUNDER}/img/in-style.png"`);
  });
});

it('goes to a quote in a page that was drawn anew, and says so where it is gone', async () => {
  const tab = await visit('/redrawn', STORIES.lantern.title);
  const { quotes } = await session.report(tab);
  const quote = quotes.find(({ text }) => text.includes('first appointment'));
  if (quote === undefined) throw new Error('no quote');
  const { text, start, end } = quote;
  const jump = () => session.extension.askTab(tab.id, 'page/jumpToPlace', { text, start, end });
  expect(await jump()).toEqual({ found: true });
  await tab.page.evaluate('scrollTo(0, 0); again()');
  expect(await jump()).toEqual({ found: true });
  await waitFor('the quote to be in view', () => tab.page.evaluate('scrollY > 500'));
  await tab.page.evaluate('scrollTo(0, 0); takeAway()');
  expect(await jump()).toEqual({ found: false });
});

describe('work goes on', () => {
  const SIGN_UP = 'The Sounder by email';
  it.each(['write', 'replace'])('where the page takes a new root by %s()', async (how) => {
    const tab = await visit('/roots', STORIES.orchard.title);
    await session.waitUntilHidden(tab, SIGN_UP);
    await tab.page.evaluate(`${how}()`);
    await session.report(tab, ({ article }) => article?.title === STORIES.library.title);
    await session.waitUntilHidden(tab, SIGN_UP);
  });
});

it('notices an article that is drawn late', async () => {
  for (const tab of drawnLate) {
    const { article } = await session.report(tab);
    expect(article?.title).toBe(STORIES.library.title);
  }
});
