import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';
import { chooseForQuote as choose } from './quote-menu.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('who speaks', () => {
  const LOCK = `${COURIER}/harbour/lock-closed`;
  const BY_TRASK = 'You do not hurry a door';

  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(LOCK);
    await session.report(tab, ({ quotes }) => quotes.length > 0);
  });

  const openPanel = async (): Promise<Screen> => {
    const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
    await panel.shows('Wenna Trask');
    return panel;
  };

  /** Saves the page over what is saved of it, as the key does. */
  const saveAgain = async (): Promise<void> => {
    const message = { offprint: 'background', type: 'article/save', data: { tabId: tab.id } };
    const reply = await session.extension.call('runtime.sendMessage', message);
    expect(reply).toMatchObject({ value: { ok: true, updated: true } });
  };

  /** Who is shown to have said the quote that holds these words, in the order of the text. */
  const speakerOf = (screen: Screen, words: string): Promise<string> =>
    screen.page.evaluate((wanted) => {
      const quote = [...document.querySelectorAll('.quote')].find((one) => one.textContent?.includes(wanted));
      const group = quote?.closest('section')?.querySelector('h2 .quote-group__name')?.textContent;
      return group ?? quote?.querySelector('.attribution')?.textContent ?? '';
    }, words);

  it('says why a quote has its name, by keyboard, and gives the focus back', async () => {
    const panel = await openPanel();
    await choose(panel, 'I would close it again', /^Why this name\?$/);
    await panel.find('dialog', /^Why this name\?$/);
    const text = await panel.shows('“said” ties the quote to “she”.');
    expect(text).toContain('“she” – Wenna Trask was named last:');
    expect(text).toMatch(/on articles from other sites, .*\d+ in 100 names/);
    const marked = await panel.page.evaluate(() =>
      [...document.querySelectorAll('dialog mark')].map((mark) => mark.textContent),
    );
    expect(marked).toEqual(['she', 'Wenna Trask']);
    await panel.press('Escape');
    await panel.hides('ties the quote to');
    await waitFor('the focus to be back', () =>
      panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'More for this quote'),
    );
    await panel.page.close();
  });

  it('corrects a speaker, offers their other quotes, undoes it at once, and keeps it through save and reload', async () => {
    const panel = await openPanel();
    const correct = async (): Promise<void> => {
      await choose(panel, BY_TRASK, /^Correct the speaker/);
      await panel.shows('Also correct other quotes by Wenna Trask');
      await panel.click('checkbox', /^I would close it again/);
      await panel.click('radio', /^Someone else$/);
      await panel.type('textbox', /^Full name$/, 'Jory Penrose');
      await panel.press('Enter');
      // With the second half of the same utterance, which is selected at first.
      await panel.shows('Speakers of 3 quotes corrected');
    };
    const isCorrected = async (screen: Screen): Promise<boolean> =>
      (await speakerOf(screen, BY_TRASK)) === 'Jory Penrose' &&
      (await speakerOf(screen, 'I would close it again')) === 'Jory Penrose' &&
      (await speakerOf(screen, 'We could put a hand')) === 'Wenna Trask';
    await correct();
    await waitFor('the quotes to be Penrose’s', () => isCorrected(panel));
    await panel.click('button', /^Undo$/);
    await panel.hides('Jory Penrose');
    await waitFor(
      'the quote to be Trask’s again',
      async () => (await speakerOf(panel, BY_TRASK)) === 'Wenna Trask',
    );
    await panel.hides('corrected by you');
    await correct();
    await waitFor('the quotes to be Penrose’s again', () => isCorrected(panel));

    // The page keeps it for the save, and the library for the page when that is loaded again.
    await session.save(tab);
    await tab.page.reload();
    await session.report(tab, ({ quotes }) => quotes.length > 0);
    await panel.page.close();
    const again = await openPanel();
    await waitFor('the page to be shown as it was corrected', () => isCorrected(again));
    await saveAgain();
    await again.page.close();

    const library = await session.screen('library.html');
    await library.find('row', /Town lock closed/);
    const address = await library.page.evaluate(
      () =>
        document.querySelector('a[href*="reader.html?id="]')?.getAttribute('href')?.replace(/^\//, '') ?? '',
    );
    const reader = await session.screen(address);
    await reader.shows('tea hut');
    await reader.page.bringToFront();
    await reader.press('v');
    await reader.shows('Jory Penrose');
    await waitFor('the saved article to be shown as it was corrected', () => isCorrected(reader));
    await choose(reader, 'I would close it again', /^Why this name\?$/);
    await reader.shows('You chose this name.');
    await reader.page.close();
    await library.page.close();
  });

  it('says on a person’s page why, corrects the speaker there, and undoes it', async () => {
    const library = await session.screen('library.html#people');
    await library.click('link', /^Wenna Trask/);
    await library.shows('We could put a hand');
    await library.click('button', /^More for this quote$/);
    await library.click('button', /^Why this name\?$/);
    await library.find('dialog', /^Why this name\?$/);
    await library.click('button', /^Correct the speaker/);
    await library.click('radio', /^Jory Penrose/);
    await library.click('button', /^Save correction$/);
    await library.shows(/Speakers? .*corrected/);
    await library.hides('We could put a hand');
    await library.click('button', /^Undo$/);
    await library.shows('We could put a hand');
    await library.page.close();
  });

  it('takes a name out of People for good, and back', async () => {
    const library = await session.screen('library.html#people');
    await library.shows('Jory Penrose');
    // Nobody without a name is a person.
    expect(await library.text()).not.toMatch(/spokesman|residents/);
    await library.click('button', /^More for Jory Penrose$/);
    await library.click('button', /^Not a person$/);
    await library.shows('“Jory Penrose” no longer appears among people');
    await waitFor('the row to go', async () => !(await library.has('link', /^Jory Penrose/)));
    await library.click('button', /^Undo$/);
    await library.find('link', /^Jory Penrose/);

    await library.click('link', /^Jory Penrose/);
    await library.find('heading', /^Jory Penrose$/);
    await library.click('button', /^More for Jory Penrose$/);
    await library.click('button', /^Not a person$/);
    await library.find('heading', /^People$/);
    await library.find('link', /^Wenna Trask/);
    await waitFor('the row to go', async () => !(await library.has('link', /^Jory Penrose/)));

    // Saved again with the same speaker: it stays out, and the quotes stay as they are.
    await saveAgain();
    await library.page.close();
    const again = await session.screen('library.html#people');
    await again.find('link', /^Wenna Trask/);
    expect(await again.has('link', /^Jory Penrose/)).toBe(false);
    await again.click('button', /^1 name removed$/);
    await again.click('button', /^Add “Jory Penrose” back$/);
    await again.find('link', /^Jory Penrose/);
    await again.page.close();
  });
});
