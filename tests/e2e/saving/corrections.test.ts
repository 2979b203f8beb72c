import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { chooseForQuote } from '../harness/quote-menu.ts';
import { saveNow } from '../harness/saves.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const BY_TRASK = 'You do not hurry a door';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

const speakerOf = (screen: Screen): Promise<string> =>
  screen.page.evaluate((wanted) => {
    const quote = [...document.querySelectorAll('.quote')].find((one) => one.textContent?.includes(wanted));
    const group = quote?.closest('section')?.querySelector('h2 .quote-group__name')?.textContent;
    return group ?? quote?.querySelector('.attribution')?.textContent ?? '';
  }, BY_TRASK);

const isCorrected = (screen: Screen): Promise<true> =>
  waitFor('the quote to be Penrose’s', async () => (await speakerOf(screen)).includes('Jory Penrose'));

it('a corrected speaker holds in a page that is not saved, and when a newer text is saved over it', async () => {
  const tab = await session.visit(`${COURIER}/harbour/lock-closed`);
  await session.report(tab, ({ quotes }) => quotes.length > 0);
  const openPanel = (): Promise<Screen> => session.screen(`sidepanel.html?tab=${tab.id}`);
  const panel = await openPanel();
  await panel.shows(BY_TRASK);
  await chooseForQuote(panel, BY_TRASK, /^Correct the speaker/);
  await panel.click('radio', /^Someone else$/);
  await panel.type('textbox', /^Full name$/, 'Jory Penrose');
  await panel.press('Enter');
  await isCorrected(panel);
  await panel.page.close();

  await tab.page.reload();
  await session.report(tab, ({ quotes }) => quotes.length > 0);
  const again = await openPanel();
  await isCorrected(again);
  await again.page.close();

  const outcome = await saveNow(session, tab);
  expect(outcome).toMatchObject({ ok: true, updated: false });
  // The paper corrects a word of the quote.
  await tab.page.evaluate((words) => {
    const paragraph = [...document.querySelectorAll('article p')].find((p) => p.textContent?.includes(words));
    if (paragraph !== undefined)
      paragraph.innerHTML = paragraph.innerHTML.replace('hurry a door', 'hurry a gate');
  }, BY_TRASK);
  await session.report(tab, ({ article }) => article?.text.includes('hurry a gate') ?? false);
  expect(await saveNow(session, tab)).toMatchObject({ ok: true, updated: true });
  const library = await session.screen('library.html#people');
  await library.find('link', /^Jory Penrose/);
  await library.page.close();
  await tab.page.close();
});
